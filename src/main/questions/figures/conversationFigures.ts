/**
 * What one conversation adds to the catalogue's figures, from its facts alone: a column a metric, and each time that was
 * measured as a row of its own, so that sums and medians over them are those of `metrics`, by the calendar.
 */
import type { Dictionary } from '../../metrics/dictionary.ts'
import type { ConversationFacts } from '../../metrics/facts.ts'
import type { FigureSettings } from '../../metrics/figures.ts'
import { rowsOf } from '../../metrics/rows.ts'
import { demandsUnder, emptyFound, type TimedMetric } from './demands.ts'

/** Raise it with every change of what is computed here: files of another version are made anew. */
export const figuresVersion = 3

/** One measured time of a metric. Rows of the store; null: nobody, none. */
export interface MeasuredTime {
  readonly metric: TimedMetric
  /** Epoch milliseconds: when it ended. */
  readonly at: number
  readonly agent: number | null
  readonly team: number | null
  /** The message that ended it. */
  readonly k: number | null
  readonly milliseconds: number
}

/** In the order of `traitColumns`. */
export type Traits = readonly [
  openedBy: string,
  episodes: number,
  closedAt: number | null,
  closedBy: string | null,
  closedByAgent: number | null,
  sentiment: string | null,
  language: number | null,
]

export interface ConversationFigures {
  readonly traits: Traits
  /** In the order of `columns`. */
  readonly cells: readonly (number | null)[]
  readonly times: readonly MeasuredTime[]
}

export interface FigureMaker {
  readonly columns: readonly string[]
  of(facts: ConversationFacts): ConversationFigures
}

export function createFigureMaker(settings: FigureSettings, dictionary: Dictionary): FigureMaker {
  const demands = demandsUnder(settings, dictionary)
  const found = emptyFound(demands.size)
  return {
    columns: demands.columns.map(({ name }) => name),
    of(facts) {
      for (const one of found) one.count = one.sum = one.measured = one.targeted = one.within = 0
      const channel = Math.max(0, facts.channel)
      const times: MeasuredTime[] = []
      rowsOf(facts, (stream, row) => {
        demands.count(stream, row, channel, found)
        for (const [metric, milliseconds] of demands.times(stream, row))
          times.push({
            metric,
            at: row.at,
            agent: known(row.agent),
            team: known(row.team),
            k: known(row.k),
            milliseconds,
          })
      })
      return { traits: traitsOf(facts), cells: demands.columns.map(({ read }) => read(found)), times }
    },
  }
}

function traitsOf({ episodes, head, mood }: ConversationFacts): Traits {
  const closed = head.state === 'closed' ? episodes.findLast(({ closedAt }) => closedAt !== null) : undefined
  return [
    episodes[0]?.openedBy ?? 'unknown',
    episodes.length,
    closed?.closedAt ?? null,
    closed?.closedByType ?? null,
    known(closed?.closedByAgent ?? -1),
    mood?.sentiment ?? null,
    known(mood?.language ?? -1),
  ]
}

function known(row: number): number | null {
  return row < 0 ? null : row
}
