/** What a section of the overview asks, in one round trip: each question of the period and, when compared, of the one before. */
import { useMemo } from 'react'
import type { Dimension, MetricsAnswer, Scope } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { type Asked, useAsk } from '../api.ts'

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

/**
 * Asks all `questions` (one object for the life of the screen) from one state of the data. `previous` is null while the
 * periods are not compared. A scope of no length (the workspace is not known yet) waits.
 */
export function useSection<K extends string>(
  questions: Readonly<Record<K, Question>>,
  scope: Scope,
  previous: Scope | null,
): Asked<SectionAnswers<K>> {
  const scopes = previous === null ? [scope] : [scope, previous]
  const queries = scopes.flatMap((one) =>
    Object.values<Question>(questions).map(({ by, metrics }) => ({ scope: one, by, metrics })),
  )
  const asked = useAsk('metricsMany', [queries], ['numbers'], { enabled: scope.to > scope.from })
  const { data } = asked
  const named = useMemo(
    () => (data === undefined ? undefined : answersOf(questions, data)),
    [questions, data],
  )
  return { ...asked, data: named }
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
