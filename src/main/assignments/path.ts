/** A conversation's way from hand to hand. */
import type { AssignmentPath } from '../../shared/assigning.ts'
import { inline } from '../../shared/phrases.ts'
import type { ReadableDb } from '../store/database.ts'
import { storeFailed } from '../store/errors.ts'
import { conversationByName } from '../store/names.ts'
import { createRowNames, type RowNames } from '../store/rowNames.ts'
import type { Held } from './intervals.ts'
import { intervalView, readKnown } from './known.ts'
import { repeatedQuestions, type AskedQuestion } from './repeatedQuestions.ts'

/** Throws a `StoreFailure` of kind `invalid` when there is no such conversation. */
export function readPath(cache: ReadableDb, id: string, now: number): AssignmentPath {
  const row = conversationByName(cache, id)
  const names = createRowNames(cache)
  const known = row === null ? null : readKnown(cache, names, row)
  if (known === null) throw storeFailed('invalid', 'store.noConversation', { id: inline(id) })
  return {
    conversation: known.id,
    contact: known.contact,
    intervals: known.intervals.map((held) => intervalView(cache, names, known, held)),
    ...handsOf(known.intervals),
    unassigned: secondsWithNobody(known.intervals, now),
    repeatedQuestions: repeatedQuestions(cache, known.row).map(({ earlier, ...question }) => ({
      ...questionView(names, question),
      earlier: questionView(names, earlier),
    })),
  }
}

/** Within an episode, from one agent to another, and to one who had it before; whether nobody had it in between or not. */
export function handsOf(intervals: readonly Held[]): {
  readonly handOvers: number
  readonly returns: number
} {
  let [handOvers, returns, episode, last] = [0, 0, -1, -1]
  const had = new Set<number>()
  for (const held of intervals) {
    if (held.episode !== episode) {
      had.clear()
      last = -1
      episode = held.episode
    }
    if (held.agent < 0 || held.agent === last) continue
    if (last >= 0) handOvers += 1
    if (had.has(held.agent)) returns += 1
    had.add(held.agent)
    last = held.agent
  }
  return { handOvers, returns }
}

/** What goes on is counted up to now. */
function secondsWithNobody(intervals: readonly Held[], now: number): number {
  let sum = 0
  for (const { agent, from, to } of intervals) if (agent < 0) sum += Math.max(0, (to ?? now) - from)
  return sum / 1000
}

function questionView(names: RowNames, { message, at, agent, text }: AskedQuestion) {
  return { message, at, agent: names.agent(agent), text }
}
