import type { ReactNode } from 'react'
import type { MetricsAnswer } from '../../shared/contract.ts'
import { ChartCard } from '../ui/ChartCard.tsx'
import type { DataTable } from '../ui/dataTable.ts'
import { useFormat } from '../ui/format.ts'
import { Opens } from '../ui/Opens.tsx'
import { useText } from '../ui/text.ts'
import { dropsOf } from './dropOff.ts'
import { countOf } from './figures.ts'
import { useKeyNames } from './keyNames.ts'
import { Bar, OpensRow } from './OpensRow.tsx'
import type { Shown } from './shown.ts'

/** Contacts by the furthest step they reached: how many got so far, and the share that went no further. */
export function DropOffCard({
  shown: { scope },
  byStep,
}: {
  readonly shown: Shown
  readonly byStep: MetricsAnswer
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const keyName = useKeyNames()
  const drops = dropsOf(byStep.rows)
  const title = text('drop.title')
  const all = countOf(byStep.total.metrics, 'drop_off')
  const table: DataTable = {
    title,
    columns: [
      { title: text('drop.step'), kind: 'text' },
      { title: text('drop.reached'), kind: 'count' },
      { title: text('drop.stopped'), kind: 'count' },
      { title: text('drop.lost'), kind: 'rate' },
    ],
    rows: drops.map((drop) => [keyName('step', drop.step), drop.reached, drop.stopped, drop.lost]),
    metrics: ['drop_off'],
    opens: (row, column) => {
      const step = drops[row]?.step
      return column === 2 && step !== undefined ? { metric: 'drop_off', scope, key: { step } } : null
    },
  }
  return (
    <ChartCard
      title={title}
      subtitle={<Opens query={{ metric: 'drop_off', scope }}>{format.count(all)}</Opens>}
      aside={text('drop.lost')}
      table={table}
    >
      <ul className="lines">
        {drops.map((drop) => (
          <li key={drop.step}>
            <OpensRow
              className="count-row count-compared"
              query={{ metric: 'drop_off', scope, key: { step: drop.step } }}
              title={text('drop.opens', { count: drop.stopped, shown: format.count(drop.stopped) })}
            >
              <span className="line-name">{keyName('step', drop.step)}</span>
              <Bar length={drop.length} tone={drop.step === 'converted' ? 'accent' : 'plain'} />
              <span className="line-figure">{format.count(drop.reached)}</span>
              <span className="line-change">{drop.lost === null ? '' : `−${format.rate(drop.lost)}`}</span>
            </OpensRow>
          </li>
        ))}
      </ul>
    </ChartCard>
  )
}
