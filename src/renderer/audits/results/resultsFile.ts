/** The results as they are saved: the rows shown, scores in points, shares 0…1. */
import type { AuditResults, ScoreRow } from '../../../shared/audits.ts'
import type { DataTable } from '../../ui/dataTable.ts'
import type { Text } from '../../ui/text.ts'

export interface ResultNames {
  readonly agent: (id: string | null) => string
  readonly team: (id: string | null) => string
}

/** One table over everything: what a row is about stands in its first two columns. */
export function resultsFile(results: AuditResults, names: ResultNames, text: Text): DataTable {
  const rows = (about: string, list: readonly ScoreRow[], nameOf: (row: ScoreRow) => string) =>
    list.map((row) => [
      text(`about.${about}`),
      nameOf(row),
      row.score.n,
      row.score.mean,
      row.score.low,
      row.score.high,
      row.failed.share,
      row.failed.low,
      row.failed.high,
      row.rank,
    ])
  const criteria = new Map(results.byCriterion.map((row) => [row.key, row.name]))
  return {
    title: text('title'),
    columns: [
      { title: text('about.title'), kind: 'text' },
      { title: text('about.name'), kind: 'text' },
      { title: text('reviews'), kind: 'count' },
      { title: text('score'), kind: 'score' },
      { title: text('low'), kind: 'score' },
      { title: text('high'), kind: 'score' },
      { title: text('failed'), kind: 'rate' },
      { title: text('failedLow'), kind: 'rate' },
      { title: text('failedHigh'), kind: 'rate' },
      { title: text('rank'), kind: 'count' },
    ],
    rows: [
      ...rows('agent', results.byAgent, ({ key }) => names.agent(key)),
      ...rows('team', results.byTeam, ({ key }) => names.team(key)),
      ...rows('criterion', results.byCriterion, ({ key }) => criteria.get(key) ?? ''),
      ...rows('reviewer', results.byReviewer, ({ key }) => key ?? ''),
      ...rows('week', results.byWeek, ({ key }) => key ?? ''),
    ],
    metrics: [],
    notes: [text('how')],
  }
}
