import type { ReactNode } from 'react'
import { Answered } from '../overview/Answered.tsx'
import { keyOf, seriesOf } from '../overview/figures.ts'
import { Section } from '../overview/Section.tsx'
import { useMetricText } from '../overview/metricText.ts'
import { openNumber } from '../selection.ts'
import { Chart } from '../ui/Chart.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { handledByMeanAgent } from './load.ts'
import { timeAxis, trendOption } from './trendOption.ts'
import type { AgentPageAnswers } from './useAgentPage.ts'

const trends = ['first_response_time', 'resolution_time', 'handled'] as const
type TrendMetric = (typeof trends)[number]

export interface PairNames {
  readonly own: string
  readonly team: string
}

/** Three lines by day, this agent in accent, the team in grey; the team's handled is that of its mean agent. */
export function AgentTrends(props: {
  readonly answers: AgentPageAnswers
  readonly names: PairNames
  readonly inTeam: boolean
}): ReactNode {
  return (
    <div className="agent-row">
      {trends.map((metric) => (
        <Trend key={metric} metric={metric} {...props} />
      ))}
    </div>
  )
}

function Trend({
  metric,
  answers,
  names,
  inTeam,
}: {
  readonly metric: TrendMetric
  readonly answers: AgentPageAnswers
  readonly names: PairNames
  readonly inTeam: boolean
}): ReactNode {
  const text = useText('agents')
  const metricText = useMetricText()
  const format = useFormat()
  const rows = answers.ownDays.data?.rows ?? []
  const days = rows.map((row) => keyOf(row, 'day') ?? '')
  const counts = metric === 'handled'
  const own = counts ? zeroAsGap(seriesOf(rows, metric)) : seriesOf(rows, metric)
  const team = inTeam ? teamSeries() : []
  const axis = counts ? 1 : timeAxis([own, team])
  const words = (value: number | null | undefined): string =>
    counts ? format.score(value) : format.duration(value)
  return (
    <Section title={metricText.name(metric)} subtitle={subtitle()}>
      <Answered asked={answers.ownDays}>
        {() => (
          <Chart
            option={(colours) =>
              trendOption({ days: days.map(format.dayLabel), own, team, names, axis, words, colours })
            }
            height={132}
            label={text('trend.label', {
              metric: metricText.name(metric),
              name: names.own,
              team: names.team,
            })}
            table={{
              columns: [text('trend.day'), names.own, ...(inTeam ? [names.team] : [])],
              rows: days.map((day, index) => [
                format.dayLabel(day),
                words(own[index]),
                ...(inTeam ? [words(team[index])] : []),
              ]),
            }}
            onPick={({ index }) => {
              const day = days[index]
              if (day !== undefined) openNumber({ metric, scope: answers.own, key: { day } })
            }}
          />
        )}
      </Answered>
    </Section>
  )

  function teamSeries(): readonly (number | null)[] {
    if (counts) return handledByMeanAgent(days, answers.teamAgentDays.data?.rows ?? [])
    return seriesOf(answers.teamDays.data?.rows ?? [], metric)
  }

  function subtitle(): string {
    if (!counts) return text(axis === 60 ? 'trend.medianMinutes' : 'trend.medianHours')
    return inTeam ? text('trend.handledTeam', { team: names.team }) : text('trend.aDay')
  }
}

/** A day on which nothing was handled was a day off: a gap, not a fall. */
function zeroAsGap(series: readonly (number | null)[]): readonly (number | null)[] {
  return series.map((value) => (value === 0 ? null : value))
}
