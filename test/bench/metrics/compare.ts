/**
 * The figures of a page by name, alike for every engine, and where two of them differ. Names read
 * `now agent agent-7 messages_sent`; a count of nothing is left out, as is what cannot be known.
 */
import type { Figure, MetricsAnswer } from '../../../src/shared/contract.ts'
import { periodNames, type PeriodName } from './questions.ts'

export type Figures = ReadonlyMap<string, number>

/** Collects the figures of one engine's answer. */
export class FigureBook {
  readonly figures = new Map<string, number>()

  count(name: string, value: number): void {
    if (value !== 0) this.figures.set(name, (this.figures.get(name) ?? 0) + value)
  }

  /** A rate, a mean or a quantile: 0 is one, null is none. */
  value(name: string, value: number | null): void {
    if (value !== null) this.figures.set(name, value)
  }
}

/** What Floorwalker answered, in the order of `queriesOf`. */
export function figuresOfAnswers(answers: readonly MetricsAnswer[]): Figures {
  const book = new FigureBook()
  const each = answers.length / periodNames.length
  for (const [index, answer] of answers.entries()) {
    const period = periodNames[Math.floor(index / each)] ?? 'now'
    const [dimension] = answer.by
    if (dimension === undefined) addFigures(book, `${period} all`, answer.total.metrics)
    else
      for (const { key, metrics } of answer.rows)
        addFigures(book, nameOf(period, dimension, key[dimension] ?? null), metrics)
  }
  return book.figures
}

/** What a figure's name begins with; nobody and none are `-`. */
export function nameOf(period: PeriodName, dimension: string, key: string | null): string {
  return `${period} ${dimension} ${key ?? '-'}`
}

function addFigures(
  book: FigureBook,
  prefix: string,
  metrics: Readonly<Record<string, Figure | undefined>>,
): void {
  for (const [metric, figure] of Object.entries(metrics)) {
    if (figure === undefined) continue
    const name = `${prefix} ${metric}`
    if ('buckets' in figure) {
      book.count(`${name} count`, figure.count)
      book.value(`${name} median`, figure.median)
      if (prefix.includes(' agent ') && metric === 'first_response_time')
        book.value(`${name} p90`, figure.p90)
    } else if (figure.of === undefined) book.count(name, figure.value ?? 0)
    else book.value(name, figure.value)
  }
}

/** Durations in seconds are doubles on every side: a thousandth of a millisecond is no difference. */
const tolerance = 1e-6

/** One line for each figure in which two engines differ: its name and both figures. */
export function differences(expected: Figures, actual: Figures): readonly string[] {
  const names = new Set([...expected.keys(), ...actual.keys()])
  return [...names].flatMap((name) => {
    const one = expected.get(name)
    const other = actual.get(name)
    if (one !== undefined && other !== undefined && Math.abs(one - other) <= tolerance) return []
    return [`${name}: ${one ?? 'nothing'} and ${other ?? 'nothing'}`]
  })
}
