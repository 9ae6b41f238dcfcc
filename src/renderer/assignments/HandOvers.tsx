import type { ReactNode } from 'react'
import type { HandOverQuality } from '../../shared/assigning.ts'
import type { Scope } from '../../shared/contract.ts'
import { useAsk } from '../api.ts'
import { useNames } from '../chats/names.ts'
import { openAgent, useSelection } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { Opens } from '../ui/Opens.tsx'
import { Empty, Failed, Loading } from '../ui/states.tsx'
import { TableExport } from '../ui/TableExport.tsx'
import { useText } from '../ui/text.ts'
import { handOverTable } from './tables.ts'
import { useTableWords } from './useTables.ts'

/** How conversations are taken over, by who takes them: how soon they act, and whether they had read on. */
export function HandOvers({ scope }: { readonly scope: Scope }): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const words = useTableWords()
  const { data, failure, again, stale } = useAsk('handOvers', [{ scope }], ['assignments', 'numbers'])
  const received = data?.reduce((sum, row) => sum + row.received, 0) ?? 0
  return (
    <section className="log-section" data-stale={stale || undefined}>
      <header className="log-head">
        <h2>
          {text('handOvers.title')}{' '}
          {data && (
            <small>{text('handOvers.subtitle', { count: received, shown: format.count(received) })}</small>
          )}
        </h2>
        {data && data.length > 0 && <TableExport table={handOverTable(data, words)} />}
      </header>
      {failure ? (
        <Failed failure={failure} again={again} />
      ) : data === undefined ? (
        <Loading widths={[60, 54, 58, 50]} />
      ) : data.length === 0 ? (
        <Empty why={text('empty.handOvers')} todo={text('empty.handOversTry')}>
          <Button onClick={() => useSelection.getState().choose({ period: { preset: 'last28' } })}>
            {text('empty.longer')}
          </Button>
        </Empty>
      ) : (
        <>
          <table className="hand-overs" aria-label={text('handOvers.title')}>
            <thead>
              <tr>
                <th scope="col">{text('lanes.agent')}</th>
                {(['received', 'firstAction', 'share', 'of'] as const).map((column) => (
                  <th key={column} scope="col" className="figure">
                    {text(`handOvers.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.map((row) => (
                <Agent key={row.agent} row={row} scope={scope} />
              ))}
            </tbody>
          </table>
          <p className="hand-overs-how">{text('handOvers.how')}</p>
        </>
      )}
    </section>
  )
}

function Agent({ row, scope }: { readonly row: HandOverQuality; readonly scope: Scope }): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const name = useNames().agent(row.agent)
  const share = row.of === 0 ? null : row.repeated / row.of
  return (
    <tr>
      <th scope="row">
        <button type="button" className="opens" dir="auto" onClick={() => openAgent(row.agent)}>
          {name}
        </button>
      </th>
      <td className="figure">
        <Opens query={{ metric: 'transferred_in', scope, key: { agent: row.agent } }}>
          {format.count(row.received)}
        </Opens>
      </td>
      <td className="figure">{format.duration(row.medianFirstAction)}</td>
      <td className="figure">{format.rate(share)}</td>
      <td className="figure second">
        {text('handOvers.shareOf', { repeated: format.count(row.repeated), of: format.count(row.of) })}
      </td>
    </tr>
  )
}
