import type { ReactNode } from 'react'
import { Answered } from '../overview/Answered.tsx'
import { Section } from '../overview/Section.tsx'
import { openNumber } from '../selection.ts'
import { Chart, type ChartOption, type Colours } from '../ui/Chart.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import type { PairNames } from './AgentTrends.tsx'
import { loadByHour, type LoadHour } from './load.ts'
import type { AgentPageAnswers } from './useAgentPage.ts'

/** Messages in each hour of a day worked: bars for the agent, a stroke for the mean agent of the team. */
export function LoadByHour({
  answers,
  agent,
  names,
  inTeam,
}: {
  readonly answers: AgentPageAnswers
  readonly agent: string
  readonly names: PairNames
  readonly inTeam: boolean
}): ReactNode {
  const text = useText('agents')
  const format = useFormat()
  // Without a team the agent's own days still tell how many were worked.
  const days = inTeam
    ? (answers.teamAgentDays.data?.rows ?? [])
    : (answers.ownDays.data?.rows ?? []).map((row) => ({
        key: { ...row.key, agent },
        metrics: { messages_sent: row.metrics.handled ?? { value: 0 } },
      }))
  const hours = loadByHour({
    agent,
    own: answers.ownHours.data?.rows ?? [],
    team: inTeam ? (answers.teamHours.data?.rows ?? []) : [],
    days,
  })
  return (
    <Section
      title={text('load.title')}
      subtitle={text('load.subtitle')}
      aside={
        <span className="volume-key">
          <span>
            <span className="key-square" aria-hidden="true" />
            {names.own}
          </span>
          {inTeam && (
            <span>
              <span className="key-stroke" aria-hidden="true" />
              {names.team}
            </span>
          )}
        </span>
      }
    >
      <Answered asked={answers.ownHours}>
        {() =>
          hours.length === 0 ? (
            <p className="block-note">{text('load.none')}</p>
          ) : (
            <Chart
              option={(colours) =>
                loadOption(hours, inTeam, colours, (hour) =>
                  [
                    `${hour.hour}–${String((Number(hour.hour) + 1) % 24).padStart(2, '0')}`,
                    `${names.own} ${format.score(hour.own)}`,
                    ...(inTeam ? [`${names.team} ${format.score(hour.team)}`] : []),
                  ].join('\n'),
                )
              }
              height={164}
              label={text('load.label', { name: names.own, team: names.team })}
              table={{
                columns: [text('load.hour'), names.own, ...(inTeam ? [names.team] : [])],
                rows: hours.map((hour) => [
                  hour.hour,
                  format.score(hour.own),
                  ...(inTeam ? [format.score(hour.team)] : []),
                ]),
              }}
              onPick={({ index }) => {
                const hour = hours[index]?.hour
                if (hour !== undefined)
                  openNumber({ metric: 'messages_sent', scope: answers.own, key: { hour } })
              }}
            />
          )
        }
      </Answered>
    </Section>
  )
}

function loadOption(
  hours: readonly LoadHour[],
  inTeam: boolean,
  colours: Colours,
  words: (hour: LoadHour) => string,
): ChartOption {
  const bars = {
    type: 'bar' as const,
    barWidth: '58%',
    itemStyle: { color: colours.accent },
    data: hours.map((hour) => (hour.own === 0 ? null : hour.own)),
  }
  const strokes = {
    type: 'scatter' as const,
    symbol: 'rect',
    symbolSize: [16, 3],
    itemStyle: { color: colours.text, borderColor: colours.page, borderWidth: 0.5 },
    silent: true,
    data: hours.map((hour) => hour.team),
  }
  return {
    xAxis: { type: 'category', data: hours.map((hour) => hour.hour) },
    yAxis: { type: 'value', min: 0, splitNumber: 2 },
    tooltip: {
      formatter: (given) => {
        const first = Array.isArray(given) ? given[0] : given
        const hour = hours[first?.dataIndex ?? -1]
        return hour === undefined ? '' : words(hour)
      },
    },
    series: inTeam ? [bars, strokes] : [bars],
  }
}
