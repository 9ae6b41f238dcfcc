import { type ReactNode, useState } from 'react'
import type { Scope } from '../../shared/contract.ts'
import { openNumber } from '../selection.ts'
import { Chart } from '../ui/Chart.tsx'
import { ChartCard } from '../ui/ChartCard.tsx'
import { Choice } from '../ui/Choice.tsx'
import type { DataTable } from '../ui/dataTable.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import type { PairNames } from './AgentTrends.tsx'
import type { LoadHour } from './load.ts'
import { loadOption } from './loadOption.ts'
import { PairKey } from './PairKey.tsx'

const measures = ['atOnce', 'engaged'] as const
type Measure = (typeof measures)[number]
const metricOf = { atOnce: 'concurrency', engaged: 'engaged_time' } as const

/** How much is in hand in each hour of a day worked: bars for the agent, a stroke for the mean agent of the team. */
export function LoadByHour({
  scope,
  hours,
  names,
  inTeam,
}: {
  readonly scope: Scope
  readonly hours: readonly LoadHour[]
  readonly names: PairNames
  readonly inTeam: boolean
}): ReactNode {
  const text = useText('agents')
  const format = useFormat()
  const [measure, setMeasure] = useState<Measure>('atOnce')
  const write = measure === 'atOnce' ? format.score : format.duration
  const queryOf = (hour: LoadHour | undefined, of: Measure) =>
    hour === undefined ? null : { metric: metricOf[of], scope, key: { hour: hour.hour } }
  const table: DataTable = {
    title: text('load.file', { name: names.own }),
    columns: [
      { title: text('load.hour'), kind: 'text' },
      { title: text('load.column.atOnce', { name: names.own }), kind: 'score' },
      { title: text('load.column.engaged', { name: names.own }), kind: 'duration' },
      ...(inTeam
        ? [
            { title: text('load.column.atOnce', { name: names.team }), kind: 'score' as const },
            { title: text('load.column.engaged', { name: names.team }), kind: 'duration' as const },
          ]
        : []),
    ],
    rows: hours.map(({ hour, own, team }) => [
      hour,
      own.atOnce,
      own.engaged,
      ...(inTeam ? [team.atOnce, team.engaged] : []),
    ]),
    metrics: ['concurrency', 'engaged_time'],
    opens: (row, column) =>
      column === 1 || column === 2 ? queryOf(hours[row], column === 1 ? 'atOnce' : 'engaged') : null,
    notes: [text('load.note')],
  }
  return (
    <ChartCard
      title={text('load.title')}
      subtitle={text(`load.subtitle.${measure}`)}
      aside={<PairKey names={names} inTeam={inTeam} stroke="flat" />}
      table={table}
      height={200}
    >
      {hours.length === 0 ? (
        <p className="block-note">{text('load.none')}</p>
      ) : (
        <>
          <Chart
            option={(colours) =>
              loadOption(
                hours,
                (load) => load[measure],
                measure === 'engaged' ? 60 : 1,
                inTeam,
                colours,
                (hour) =>
                  [
                    `${hour.hour}–${String((Number(hour.hour) + 1) % 24).padStart(2, '0')}`,
                    `${names.own} ${write(hour.own[measure])}`,
                    ...(inTeam ? [`${names.team} ${write(hour.team[measure])}`] : []),
                  ].join('\n'),
                format.axis,
              )
            }
            height={156}
            label={text(`load.label.${measure}`, { name: names.own, team: names.team })}
            table={{
              columns: [text('load.hour'), names.own, ...(inTeam ? [names.team] : [])],
              rows: hours.map((hour) => [
                hour.hour,
                write(hour.own[measure]),
                ...(inTeam ? [write(hour.team[measure])] : []),
              ]),
            }}
            onPick={({ index }) => {
              const query = queryOf(hours[index], measure)
              if (query !== null) openNumber(query)
            }}
          />
          <Choice
            label={text('load.title')}
            options={measures.map((id) => ({ id, name: text(`load.measure.${id}`) }))}
            chosen={measure}
            onChange={setMeasure}
          />
        </>
      )}
    </ChartCard>
  )
}
