/** Every conversation open at a moment and who had it then, longest waiting first. */
import type { HeldAt, HeldAtQuery } from '../../shared/assigning.ts'
import type { ReadableDb } from '../store/database.ts'
import { clampLimit, keyText, pageOf, readKey } from '../store/keyset.ts'
import { createRowNames, type RowNames } from '../store/rowNames.ts'
import { heldAtMoment } from './intervals.ts'
import { intervalView, readKnown } from './known.ts'
import { openAt, type OpenConversation, type SpanPorts } from './openSpans.ts'

type Row = HeldAt['rows'][number]

/** Who does not wait comes after everybody who does. */
const never = Number.MAX_SAFE_INTEGER

/** Of the future nothing is known: a moment ahead of the clock is the clock's. Throws `invalid` for a key that is none. */
export function readHeldAt(ports: SpanPorts & { readonly cache: ReadableDb }, query: HeldAtQuery): HeldAt {
  const at = Math.min(query.at, ports.now())
  const names = createRowNames(ports.cache)
  const open = openAt(ports, query.scope, at)
  const sorted = [...open].sort((a, b) => waitOf(a) - waitOf(b) || a.conversation - b.conversation)
  const after = query.after === null ? null : readKey<number>(query.after, 'number')
  const first = after === null ? 0 : sorted.findIndex((one) => isBehind(one, after))
  const limit = clampLimit(query.limit)
  const rows = first < 0 ? [] : sorted.slice(first, first + limit + 1)
  const page = pageOf(
    rows,
    limit,
    (one) => rowOf(ports.cache, names, one, at),
    (one) => keyText(waitOf(one), one.conversation),
  )
  return {
    // The columns may be a moment behind the facts, in which such a conversation is gone or was closed earlier.
    rows: page.rows.filter((row) => row !== null),
    next: page.next,
    total: open.length,
    waiting: open.filter(({ waitingSince }) => waitingSince !== null).length,
    unassigned: open.filter(({ agent }) => agent === 0).length,
  }
}

function waitOf({ waitingSince }: OpenConversation): number {
  return waitingSince ?? never
}

function isBehind(one: OpenConversation, [wait, conversation]: readonly [number, number]): boolean {
  return waitOf(one) > wait || (waitOf(one) === wait && one.conversation > conversation)
}

function rowOf(
  cache: ReadableDb,
  names: RowNames,
  { conversation, waitingSince }: OpenConversation,
  at: number,
): Row | null {
  const known = readKnown(cache, names, conversation)
  const held = known && heldAtMoment(known.intervals, at)
  if (!known || !held) return null
  return { ...intervalView(cache, names, known, held), waitingSince, category: known.category }
}
