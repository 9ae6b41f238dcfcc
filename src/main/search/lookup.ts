/** Looking in the index: numbers of documents from the newest back, a page at a time, so that it can end early. */
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import { isOlder, newerFirst, type Candidate, type Found } from './candidates.ts'
import type { Expand } from './match.ts'
import { firstSlot, secondOfSlot } from './slots.ts'

export interface Lookup {
  readonly index: ReadableDb
  readonly match: string
  /** Whole seconds, from inclusive, to exclusive. */
  readonly from: number
  readonly to: number
  /** Begins behind this one. */
  readonly after: Candidate | null
  /** Hits wanted at most. */
  readonly most: number
  /** Candidates looked at at most. */
  readonly budget: number
  readonly passes: (candidate: Candidate) => boolean
}

/** The newest hits, in order. */
export function lookUp(lookup: Lookup): Found {
  const { after, most, passes } = lookup
  const hits: Candidate[] = []
  let top = Math.min(lookup.to, after === null ? Infinity : after.second + 1)
  let left = lookup.budget
  while (left > 0) {
    // Some more than wanted: those of the last second may go on behind the page.
    const size = Math.min(left, Math.max(most - hits.length, 1) + spare)
    const { candidates, next } = readPage(lookup, top, size)
    for (const candidate of candidates) {
      left -= 1
      if (!isOlder(candidate, after) || !passes(candidate)) continue
      hits.push(candidate)
      if (hits.length === most) return { hits, frontier: candidate }
    }
    if (next === null) return { hits, frontier: null }
    top = next
  }
  return { hits, frontier: { second: top, ref: -1 } }
}

const spare = 6

/** Candidates before a second, whole seconds only; `next`: the second to go on before, null: there are no more. */
function readPage(
  { index, match, from }: Lookup,
  top: number,
  size: number,
): { readonly candidates: readonly Candidate[]; readonly next: number | null } {
  const rows = rawSql<[number, number]>(index, select).all(match, firstSlot(from), firstSlot(top), size)
  const candidates = rows.map(candidateOf)
  const last = candidates.at(-1)
  if (last === undefined || rows.length < size) return { candidates: candidates.sort(newerFirst), next: null }
  let whole = candidates.filter(({ second }) => second !== last.second)
  if (whole.length > 0) return { candidates: whole.sort(newerFirst), next: last.second + 1 }
  whole = rawSql<[number, number]>(index, select)
    .all(match, firstSlot(last.second), firstSlot(last.second + 1), -1)
    .map(candidateOf)
  return { candidates: whole.sort(newerFirst), next: last.second }
}

const select = `SELECT p.rowid, d.ref FROM postings p CROSS JOIN documents d ON d.slot = p.rowid
  WHERE p.postings MATCH ? AND p.rowid >= ? AND p.rowid < ? ORDER BY p.rowid DESC LIMIT ?`

function candidateOf([slot, ref]: readonly [number, number]): Candidate {
  return { second: secondOfSlot(slot), ref }
}

/** How many there are, counted up to `most`. */
export function countUpTo({ index, match, from, to }: Lookup, most: number): number {
  return (
    value<number>(
      index,
      `SELECT count(*) FROM (SELECT 1 FROM postings WHERE postings MATCH ? AND rowid >= ? AND rowid < ?
       ORDER BY rowid DESC LIMIT ?)`,
      match,
      firstSlot(from),
      firstSlot(to),
      most,
    ) ?? 0
  )
}

/** Whether the index says that an edit gave a document its text. */
export function isEdited(index: ReadableDb, ref: number): boolean {
  return value<number>(index, 'SELECT edited FROM documents WHERE ref = ?', ref) !== 0
}

/** Terms a beginning goes on to; more than so many are not named one by one. */
const mostExpanded = 64

export function expandIn(index: ReadableDb): Expand {
  return (beginning) => {
    const terms = rawSql<[string]>(
      index,
      'SELECT word FROM words WHERE word >= ? AND word < ? ORDER BY word LIMIT ?',
    )
      .all(beginning, beginning + last, mostExpanded + 1)
      .map(([word]) => word)
    return terms.length > mostExpanded ? null : terms
  }
}

/** No character comes behind it, in the order of bytes. */
const last = '\u{10ffff}'
