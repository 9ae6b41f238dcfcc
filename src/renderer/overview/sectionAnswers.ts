/** The questions of a part of the overview and their answers, by name. */
import type { Dimension, MetricsAnswer } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'

export interface Question {
  readonly by: readonly Dimension[]
  readonly metrics: readonly MetricId[]
}

export type Answers<K extends string> = Readonly<Record<K, MetricsAnswer>>

export interface SectionAnswers<K extends string> {
  readonly now: Answers<K>
  /** null: not compared. */
  readonly before: Answers<K> | null
}

/** The answers by the name of their question. An answer kept from before may be without the compared half, or with it. */
export function answersOf<K extends string>(
  questions: Readonly<Record<K, Question>>,
  answers: readonly MetricsAnswer[],
): SectionAnswers<K> {
  const names = Object.keys(questions)
  const half = (start: number) =>
    Object.fromEntries(
      names.map((name, index) => [name, answers[start + index]] as const),
    ) as unknown as Answers<K>
  return { now: half(0), before: answers.length > names.length ? half(names.length) : null }
}
