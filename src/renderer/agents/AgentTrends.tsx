import type { ReactNode } from 'react'
import type { MetricsRow, Scope } from '../../shared/contract.ts'
import { metrics } from '../../shared/metrics.ts'
import { dayKey } from '../../shared/period.ts'
import { seriesOf } from '../overview/figures.ts'
import { useMetricText } from '../overview/metricText.ts'
import { openNumber, useNow } from '../selection.ts'
import { Chart } from '../ui/Chart.tsx'
import { ChartCard } from '../ui/ChartCard.tsx'
import { type CellKind, cellText } from '../ui/dataTable.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import type { Findings } from './findings.ts'
import { useFindingWords } from './findingWords.ts'
import { handledByMeanAgent } from './load.ts'
import { timeAxis, trendOption } from './trendOption.ts'
import { type Week, weeksOf } from './weeks.ts'

const trends = ['first_response_time', 'resolution_time', 'handled'] as const
type TrendMetric = (typeof trends)[number]

export interface PairNames {
  readonly own: string
  readonly team: string
}

export interface AgentTrendsProps {
  /** The period chosen, of this agent. */
  readonly own: Scope
  /** The weeks asked for. */
  readonly scope: Scope
  readonly rows: readonly MetricsRow[]
  /** By week, of the team; null: the agent is in none. */
  readonly teamRows: readonly MetricsRow[] | null
  /** Handled by agent and week, of the team. */
  readonly matesRows: readonly MetricsRow[]
  readonly names: PairNames
  /** null: not known yet. */
  readonly findings: Findings | null
}

/** Three lines by week, this agent in accent, the team in grey; below each what its course amounts to, where it does. */
export function AgentTrends(props: AgentTrendsProps): ReactNode {
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
  own: period,
  scope,
  rows,
  teamRows,
  matesRows,
  names,
  findings,
}: AgentTrendsProps & { readonly metric: TrendMetric }): ReactNode {
  const text = useText('agents')
  const metricText = useMetricText()
  const words = useFindingWords()
  const format = useFormat()
  const now = useNow()
  const weeks = weeksOf(rows, period, now)
  const counts = metrics[metric].shape === 'count'
  const kind: CellKind = counts ? 'score' : 'duration'
  const own = cut(counts ? zeroAsGap(seriesOf(rows, metric)) : seriesOf(rows, metric))
  const team = teamRows === null ? [] : cut(teamSeries(teamRows))
  const axis = counts ? 1 : timeAxis([own, team])
  const name = metricText.name(metric)
  const found = findings?.trends.find((trend) => trend.metric === metric)
  return (
    <ChartCard
      title={name}
      subtitle={subtitle()}
      table={{
        title: text('trend.file', { metric: name, name: names.own }),
        columns: [
          { title: text('trend.week'), kind: 'text' },
          { title: names.own, kind: counts ? 'count' : kind },
          ...(teamRows === null ? [] : [{ title: names.team, kind }]),
        ],
        rows: weeks.map((week, index) => [
          weekLabel(week),
          own[index] ?? null,
          ...(teamRows === null ? [] : [team[index] ?? null]),
        ]),
        metrics: [metric],
        opens: (row, column) => (column === 1 ? queryOf(weeks[row]) : null),
      }}
      height={164}
    >
      <Chart
        option={(colours) =>
          trendOption({
            labels: weeks.map((week) => format.dayLabel(dayKey(week.from, scope.zone))),
            long: weeks.map((week) => weekLabel(week)),
            own,
            team,
            names,
            axis,
            unfinished: weeks.at(-1)?.unfinished === true,
            chosenFrom: weeks.findIndex((week) => week.chosen),
            words: (value) => cellText(value ?? null, kind, format),
            axisWords: format.axis,
            colours,
          })
        }
        height={132}
        label={text('trend.label', { metric: name, name: names.own, team: names.team })}
        table={{
          columns: [text('trend.week'), names.own, ...(teamRows === null ? [] : [names.team])],
          rows: weeks.map((week, index) => [
            weekLabel(week),
            cellText(own[index] ?? null, kind, format),
            ...(teamRows === null ? [] : [cellText(team[index] ?? null, kind, format)]),
          ]),
        }}
        onPick={({ index }) => {
          const query = queryOf(weeks[index])
          if (query !== null) openNumber(query)
        }}
      />
      <p className={found?.verdict === 'worse' ? 'agent-course agent-look' : 'agent-course'}>
        {found === undefined ? (findings === null ? '' : text('trend.noCourse')) : words.trend(found)}
      </p>
    </ChartCard>
  )

  /** Weeks that have not begun are in the answer, but not in the picture. */
  function cut(series: readonly (number | null)[]): readonly (number | null)[] {
    return series.slice(0, weeks.length)
  }

  function teamSeries(of: readonly MetricsRow[]): readonly (number | null)[] {
    return counts
      ? handledByMeanAgent(
          weeks.map((week) => week.key),
          matesRows,
        )
      : seriesOf(of, metric)
  }

  function queryOf(week: Week | undefined) {
    return week === undefined ? null : { metric, scope, key: { week: week.key } }
  }

  function weekLabel(week: Week): string {
    const days = format.period(week.from, Math.min(week.to, scope.to))
    return week.unfinished ? text('trend.soFar', { week: days }) : days
  }

  function subtitle(): string {
    if (!counts) return text(axis === 60 ? 'trend.medianMinutes' : 'trend.medianHours')
    return teamRows === null ? text('trend.aWeek') : text('trend.handledTeam', { team: names.team })
  }
}

/** A week in which nothing was handled was one away: a gap, not a fall. */
function zeroAsGap(series: readonly (number | null)[]): readonly (number | null)[] {
  return series.map((value) => (value === 0 ? null : value))
}
