import type { ReactNode } from 'react'
import type { MetricsAnswer } from '../../shared/contract.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { mondayOf } from './breakdowns.ts'
import { keyOf, valueOf } from './figures.ts'
import { useMetricText } from './metricText.ts'
import type { Shown } from './shown.ts'
import type { Stack, StackQuery } from './stack.ts'
import { StackCard } from './StackCard.tsx'

/** CSAT of each week, with first contact resolution as the line beside it. */
export function QualityCourse({
  shown: { scope },
  byWeek,
}: {
  readonly shown: Shown
  readonly byWeek: MetricsAnswer
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const { name } = useMetricText()
  const weeks = byWeek.rows.map((row) => keyOf(row, 'week') ?? '')
  const stack: Stack = {
    kind: 'rate',
    parts: [{ name: name('csat_score'), tone: 'accent' }],
    line: name('first_contact_resolution'),
    labelEvery: Math.ceil(weeks.length / 8),
    points: byWeek.rows.map((row, index) => ({
      label: format.dayLabel(mondayOf(weeks[index] ?? '')),
      values: [valueOf(row.metrics.csat_score)],
      line: valueOf(row.metrics.first_contact_resolution),
    })),
  }
  const queryOf: StackQuery = (point, part) => {
    const week = weeks[point]
    const metric = part === 'line' ? 'first_contact_resolution' : 'csat_score'
    return week === undefined ? null : { metric, scope, key: { week } }
  }
  return (
    <StackCard
      title={text('course.title')}
      label={text('course.label')}
      stack={stack}
      metrics={['csat_score', 'first_contact_resolution']}
      queryOf={queryOf}
      head={text('contacts.week')}
      height={220}
    />
  )
}
