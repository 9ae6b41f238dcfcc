/** How conversations are handed over: whether who takes them answers soon, and whether they read what was asked before. */
import { median } from 'simple-statistics'
import type { Scope } from '../../shared/contract.ts'
import type { HandOverQuality } from '../../shared/assigning.ts'
import { assignmentBits } from '../metrics/bits.ts'
import { viewOf } from '../metrics/view.ts'
import type { ReadableDb } from '../store/database.ts'
import { createRowNames } from '../store/rowNames.ts'
import { firstActionWithin, readKnown, type KnownConversation } from './known.ts'
import { subjectOf, type SpanPorts } from './openSpans.ts'
import { repeatedQuestions, type RepeatedQuestion } from './repeatedQuestions.ts'

/** Hand-overs whose conversations are read: the newest of each agent, this many of all together, but a few of everybody. */
const mostRead = 1500
const leastOfEach = 5

interface HandOver {
  readonly conversation: number
  readonly at: number
}

/** By who receives them, most received first. Counts what `transferred_in` counts; what is only inferred is none. */
export function readHandOvers(
  ports: SpanPorts & { readonly cache: ReadableDb },
  { scope }: { readonly scope: Scope },
): readonly HandOverQuality[] {
  const { cache } = ports
  const names = createRowNames(cache)
  const looked = new Map<number, Looked | null>()
  const look = (conversation: number) => {
    const before = looked.get(conversation)
    if (before !== undefined) return before
    const known = readKnown(cache, names, conversation)
    const found = known && { known, repeated: repeatedQuestions(cache, conversation) }
    looked.set(conversation, found)
    return found
  }
  const handOvers = handOversOf(ports, scope)
  const ofEach = Math.max(leastOfEach, Math.floor(mostRead / Math.max(1, handOvers.size)))
  return [...handOvers]
    .flatMap(([agent, received]): HandOverQuality[] => {
      const id = names.agent(agent)
      if (id === null) return []
      const newest = received.toSorted((a, b) => b.at - a.at || b.conversation - a.conversation)
      const seen = newest.slice(0, ofEach).flatMap((one) => {
        const found = look(one.conversation)
        return found === null ? [] : [outcomeOf(found, agent, one.at)]
      })
      return [
        {
          agent: id,
          received: received.length,
          medianFirstAction: medianOf(seen.flatMap(({ firstAction }) => firstAction ?? [])),
          repeated: seen.filter(({ repeated }) => repeated).length,
          of: seen.length,
        },
      ]
    })
    .sort((a, b) => b.received - a.received || (a.agent < b.agent ? -1 : 1))
}

interface Looked {
  readonly known: KnownConversation
  readonly repeated: readonly RepeatedQuestion[]
}

/** What came of it until the conversation changed hands again. */
function outcomeOf(
  { known, repeated }: Looked,
  agent: number,
  at: number,
): { readonly firstAction: number | null; readonly repeated: boolean } {
  const next = known.facts.assignments.find((one) => one.at > at)?.at ?? null
  return {
    firstAction: firstActionWithin(known, agent, at, next),
    repeated: repeated.some(
      (question) =>
        question.agent === agent &&
        question.at >= at &&
        (next === null || question.at < next) &&
        question.earlier.at < at,
    ),
  }
}

function handOversOf(ports: SpanPorts, scope: Scope): ReadonlyMap<number, readonly HandOver[]> {
  const rows = viewOf(subjectOf(ports, scope), 'assignments')
  const received = new Map<number, HandOver[]>()
  for (let index = 0; index < rows.length; index++) {
    if (((rows.bits[index] ?? 0) & assignmentBits.transfer) === 0 || rows.passes[index] !== 1) continue
    const agent = rows.agent[index] ?? 0
    const one = { conversation: rows.slot[index] ?? 0, at: rows.at[index] ?? 0 }
    const own = received.get(agent)
    if (own) own.push(one)
    else received.set(agent, [one])
  }
  return received
}

function medianOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : median([...values])
}
