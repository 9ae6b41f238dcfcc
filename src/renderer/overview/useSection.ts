/** What a section of the overview asks, in one round trip: each question of the period and, when compared, of the one before. */
import { useMemo } from 'react'
import type { Scope } from '../../shared/contract.ts'
import { type Asked, useAsk } from '../api.ts'
import { answersOf, type Question, type SectionAnswers } from './sectionAnswers.ts'

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
