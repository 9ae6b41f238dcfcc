/** Looking in the index: numbers of documents from the newest back, a page at a time, so that it can end early. */
import { rawSql, type ReadableDb } from '../store/database.ts'
import { isOlder, newerFirst, type Candidate, type Found } from './candidates.ts'
import { endSlot, firstSlot, isInLanes, secondOfSlot } from './slots.ts'

/** The documents that match, newest first, of a span of time. */
export interface Postings {
  /** At most `size` from a second back; −1: all of that second. */
  page(newest: number, size: number): readonly Candidate[]
  /** How many there are, `most` at most. */
  count(most: number): number
}

/** What also matches, where in some lanes (bits of slots.ts) the same documents match as match the whole. */
export interface InLanes {
  readonly match: string
  readonly lanes: number
}

/**
 * `span`: whole seconds, from inclusive, to exclusive. `inLanes`: slots say sooner which documents are in a lane than a list
 * of all that are in it, unless nearly none is.
 */
export function createPostings(
  index: ReadableDb,
  match: string,
  span: { readonly from: number; readonly to: number },
  inLanes: InLanes | null,
): Postings {
  const end = endSlot(span.from)
  const read = (from: number, to: number, size: number) =>
    rawSql<PageRow>(index, selectPage).all(match, from, to, size).map(candidateOf)
  const readInLanes = (lanes: InLanes, from: number, size: number) =>
    rawSql<PageRow>(index, selectInLanes)
      .all(lanes.match, from, end, mostPassedOver, lanes.lanes, size)
      .map(candidateOf)
  return {
    page(newest, size) {
      if (size < 0) return read(firstSlot(newest), endSlot(newest), size)
      const from = firstSlot(Math.min(newest, span.to - 1))
      const found = inLanes === null ? [] : readInLanes(inLanes, from, size)
      // Fewer: there are no more, or they are farther apart.
      return found.length === size ? found : read(from, end, size)
    },
    count: (most) =>
      rawSql<[number]>(index, countUpTo).get(match, firstSlot(span.to - 1), end, most)?.[0] ?? 0,
  }
}

type PageRow = readonly [slot: number, ref: number, edited: number]

function candidateOf([slot, ref, edited]: PageRow): Candidate {
  return { second: secondOfSlot(slot), ref, edited: edited === 1 }
}

/** Documents of other lanes among which those of some are looked for: some tenths of a millisecond. */
const mostPassedOver = 2000

/** Large numbers are bound as floating point, and a bound that is no integer FTS5 passes over: it reads all from the newest. */
const within = 'postings MATCH ? AND p.rowid >= CAST(? AS INTEGER) AND p.rowid < CAST(? AS INTEGER)'
const selectPage = `SELECT p.rowid, d.ref, d.edited FROM postings p CROSS JOIN documents d ON d.slot = p.rowid
  WHERE p.${within} ORDER BY p.rowid LIMIT ?`
const selectInLanes = `SELECT f.slot, d.ref, d.edited
  FROM (SELECT p.rowid AS slot FROM postings p WHERE p.${within} ORDER BY p.rowid LIMIT ?) f CROSS JOIN documents d ON d.slot = f.slot
  WHERE ${isInLanes('f.slot', '?')} LIMIT ?`
const countUpTo = `SELECT count(*) FROM (SELECT 1 FROM postings p WHERE p.${within} LIMIT ?)`

export interface Lookup {
  /** Begins behind this one. */
  readonly after: Candidate | null
  /** Hits wanted at most. */
  readonly most: number
  /** Candidates looked at at most. */
  readonly budget: number
  readonly passes: (candidate: Candidate) => boolean
}

/** The newest hits, in order. */
export function lookUp(postings: Postings, { after, most, budget, passes }: Lookup): Found {
  const hits: Candidate[] = []
  // The newest second that is looked at.
  let newest = after === null ? Infinity : after.second
  let left = budget
  while (left > 0) {
    // Some more than wanted: those of the last second may go on behind the page.
    const size = Math.min(left, Math.max(most - hits.length, 1) + spare)
    const { candidates, next } = readPage(postings, newest, size)
    for (const candidate of candidates) {
      left -= 1
      if (!isOlder(candidate, after) || !passes(candidate)) continue
      hits.push(candidate)
      if (hits.length === most) return { hits, frontier: candidate }
    }
    if (next === null) return { hits, frontier: null }
    newest = next
  }
  return { hits, frontier: { second: newest + 1, ref: -1 } }
}

const spare = 6

/** Candidates from a second back, whole seconds only; `next`: the second to go on from, null: there are no more. */
function readPage(
  postings: Postings,
  newest: number,
  size: number,
): { readonly candidates: readonly Candidate[]; readonly next: number | null } {
  const candidates = postings.page(newest, size)
  const last = candidates.at(-1)
  if (last === undefined || candidates.length < size)
    return { candidates: candidates.toSorted(newerFirst), next: null }
  const whole = candidates.filter(({ second }) => second !== last.second)
  if (whole.length > 0) return { candidates: whole.toSorted(newerFirst), next: last.second }
  const second = postings.page(last.second, -1)
  return { candidates: second.toSorted(newerFirst), next: last.second - 1 }
}
