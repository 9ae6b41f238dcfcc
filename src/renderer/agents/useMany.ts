/** Many questions about numbers in one round trip, each with a name, answered from one state of the data. */
import type { MetricsAnswer, MetricsQuery } from '../../shared/contract.ts'
import { type Asked, useAsk } from '../api.ts'

/** null: not asked. */
export type Questions<K extends string> = Readonly<Record<K, MetricsQuery | null>>
/** null: was not asked. */
export type Answers<K extends string> = Readonly<Record<K, MetricsAnswer | null>>

/** Asks all at once; a scope of no length (the workspace is not known yet) waits. */
export function useMany<K extends string>(questions: Questions<K>): Asked<Answers<K>> {
  const queries = Object.values<MetricsQuery | null>(questions).filter((query) => query !== null)
  const asked = useAsk('metricsMany', [queries], ['numbers'], {
    enabled: queries.every(({ scope }) => scope.to > scope.from),
  })
  const { data } = asked
  // The answer kept from before may be to other questions: those of somebody without a team are fewer.
  return { ...asked, data: data?.length === queries.length ? named(questions, data) : undefined }
}

function named<K extends string>(questions: Questions<K>, data: readonly MetricsAnswer[]): Answers<K> {
  const left = data.values()
  return Object.fromEntries(
    Object.entries(questions).map(([name, query]) => [
      name,
      query === null ? null : (left.next().value ?? null),
    ]),
  ) as unknown as Answers<K>
}
