/**
 * The ways a SQL engine is asked for the page: `together`, one statement a table with all its groupings and both periods,
 * all tables at once; and `apart`, a statement a grouping and period, one after the other, as dashboards ask.
 */
import type { Dictionary } from '../../../src/main/metrics/dictionary.ts'
import { rowOf, type Filter, type Question } from './questions.ts'
import { clockOf, partNames, type Part, type SqlAnswer } from './sqlAnswer.ts'

/** One way to group the rows of a part. */
export interface Grouping {
  /** What it is called in the answer. */
  readonly along: 'all' | 'agent' | 'day' | 'hour' | 'category'
  /** The column grouped by; null: none. */
  readonly by: string | null
  /** What the group is told by, in the answer. */
  readonly code: string
}

export const whole: Grouping = { along: 'all', by: null, code: '0' }

/** A part of the page: what is counted of which rows, for each grouping; `also` divides every group once more. */
export interface PartPlan {
  readonly groupings: readonly Grouping[]
  /** The figures as columns; null stands for all groupings in one statement. */
  readonly figures: (grouping: Grouping | null) => string
  readonly from: string
  readonly also?: string
}

export interface Statements {
  readonly together: string
  readonly apart: readonly string[]
}

/** The part's statements, both ways. */
export function statementsOf({ groupings, figures, from, also }: PartPlan): Statements {
  const more = also === undefined ? [] : [also]
  const sets = groupings.map(({ by }) => ['period', ...(by === null ? [] : [by]), ...more].join(', '))
  const columns = (along: string, code: string, grouping: Grouping | null) =>
    ['period', `${along} AS along`, `${code} AS code`, ...more, figures(grouping)].join(', ')
  const apart = groupings.map(
    (grouping, index) =>
      `SELECT ${columns(`'${grouping.along}'`, grouping.code, grouping)} FROM ${from} GROUP BY ${sets[index]}`,
  )
  const cases = groupings.flatMap(({ along, by }) =>
    by === null ? [] : [`WHEN grouping(${by}) = 0 THEN '${along}'`],
  )
  const along = cases.length === 0 ? "'all'" : `CASE ${cases.join(' ')} ELSE 'all' END`
  // The whole last: its code is no column's and would hide the others.
  const codes = [...groupings.filter(({ by }) => by !== null), ...groupings.filter(({ by }) => by === null)]
  const code = `coalesce(${codes.map((grouping) => grouping.code).join(', ')})`
  const together = `SELECT ${columns(along, code, null)} FROM ${from} GROUP BY GROUPING SETS ((${sets.join('), (')}))`
  return { together, apart }
}

/** The statements of all parts. */
export function statementsFor(
  planOf: (part: Part, filter: Filter) => PartPlan,
  filter: Filter,
): Readonly<Record<Part, Statements>> {
  const all = partNames.map((part) => [part, statementsOf(planOf(part, filter))] as const)
  return Object.fromEntries(all) as Record<Part, Statements>
}

/** An engine that can be asked both ways. */
export interface SqlEngine {
  askTogether(question: Question): Promise<SqlAnswer>
  askApart(question: Question): Promise<SqlAnswer>
}

/** From `begin` to `end` in epoch milliseconds; what is before `half` belongs to the period before. */
export interface Bounds {
  readonly begin: number
  readonly half: number
  readonly end: number
}

/** Runs one prepared statement on the connection of a part and answers its rows as objects. */
export type Run = (connection: Part, name: string, text: string, bounds: Bounds) => Promise<readonly object[]>

export async function askTogether(
  { now, before, filter }: Question,
  statements: Readonly<Record<Part, Statements>>,
  run: Run,
): Promise<SqlAnswer> {
  const bounds = { begin: before.from, half: now.from, end: now.to }
  const parts = await Promise.all(
    partNames.map(async (part) => {
      const rows = await run(part, `${filter} ${part}`, statements[part].together, bounds)
      return [part, rows] as const
    }),
  )
  return Object.fromEntries(parts) as unknown as SqlAnswer
}

export async function askApart(
  { now, before, filter }: Question,
  statements: Readonly<Record<Part, Statements>>,
  run: Run,
): Promise<SqlAnswer> {
  const answer: Record<string, object[]> = {}
  for (const period of [now, before])
    for (const part of partNames)
      for (const [index, text] of statements[part].apart.entries()) {
        const bounds = { begin: period.from, half: now.from, end: period.to }
        const rows = await run('messages', `${filter} ${part} ${index}`, text, bounds)
        answer[part] = [...(answer[part] ?? []), ...rows]
      }
  return answer as unknown as SqlAnswer
}

/** Values of every parameter a statement may name, times and spans in milliseconds. */
export function parametersOf(question: Question, bounds: Bounds, names: Dictionary): Record<string, number> {
  const { filter } = question
  const values: Record<string, number> = { ...bounds }
  if (filter !== 'none') values['only'] = rowOf(names, filter)
  for (const [index, { until, ahead }] of clockOf(question).entries()) {
    values[`until${index}`] = until
    values[`ahead${index}`] = ahead
  }
  return values
}
