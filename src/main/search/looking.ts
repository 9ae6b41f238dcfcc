/** Ways of looking for the hits of one plan: in the index, and by scan for what it does not hold. */
import type { SearchAnswer } from '../../shared/searching.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import { expandIn } from './beginnings.ts'
import { mergeFound, newerFirst, type Candidate, type Found } from './candidates.ts'
import type { Condition } from './conditions.ts'
import { createDocumentReader } from './documents.ts'
import type { OpenIndex } from './indexDesk.ts'
import { createPostings, lookUp, type Postings } from './lookup.ts'
import { matchOf } from './match.ts'
import type { SearchPlan } from './plan.ts'
import { scoreOf } from './ranking.ts'
import { scanConversations, scanRefs, scanRegion, type Scan } from './scan.ts'
import { createSubjects } from './subjects.ts'

export interface Looking {
  /** The newest hits behind one. */
  behind(after: Candidate | null, most: number): Found
  /** All there are, as far as that is counted. */
  count(): SearchAnswer['total']
  /** How well a hit answers. */
  score(candidate: Candidate): number
}

/**
 * Hits counted one by one; beyond that the answer says "at least". Where lists of postings are intersected, or filters asked
 * of every hit, each one costs what many cost of one list: no more are counted than a page has.
 */
const mostCounted = 1000
const mostIntersected = 50
/** Candidates of the index that filters of their conversations are asked of, for one page. */
const mostChecked = 20_000
/** Documents scanned for one page. */
const mostScanned = 20_000
/** Conversations a filter may narrow to so that they are scanned, not looked up. */
const mostNarrow = 300

/** `index` null: there is none that can be read. */
export function createLooking(cache: ReadableDb, index: OpenIndex | null, plan: SearchPlan): Looking {
  const reader = createDocumentReader(cache)
  const scan: Scan = { cache, reader, subjects: createSubjects(cache, reader), plan }
  const score = (candidate: Candidate) => {
    const document = reader.read(candidate.ref, candidate.edited)
    return document === null ? 0 : scoreOf(document, plan)
  }
  const narrow = narrowed(plan)
  if (narrow === null) return { ...lookEverywhere(scan, index), score }
  const hits = scanConversations(scan, narrow)
  return {
    behind: (after) => ({ hits: behind(hits, after), frontier: null }),
    count: () => ({ hits: hits.length, exact: true }),
    score,
  }
}

function lookEverywhere(scan: Scan, index: OpenIndex | null): Omit<Looking, 'score'> {
  const { cache, plan, reader, subjects } = scan
  const pending = readPending(cache)
  const changed = new Set(pending.flatMap((ref) => [ref, ...reader.changingWith(ref)]))
  const scanned = scanRefs(scan, [...changed])
  const isWhole = index !== null && index.unbuilt === 0 && index.contactsAfter === null
  const isOneList = isWhole && pending.length === 0 && isList(plan)
  const counted = isOneList ? mostCounted : mostIntersected
  const postings = index === null ? null : postingsOf(index.db, plan)
  const passes = (candidate: Candidate) => {
    if (changed.has(candidate.ref)) return false
    if (plan.checks.length === 0) return true
    const subject = subjects.ofCandidate(candidate)
    return plan.checks.every((check) => check(subject))
  }
  const look = (after: Candidate | null, most: number): Found => {
    const found: Found[] = [{ hits: behind(scanned, after), frontier: null }]
    if (postings !== null) found.push(lookUp(postings, { after, most, budget: mostChecked, passes }))
    if (!isWhole) {
      const { hits, frontier } = scanRegion(scan, {
        conversations: index === null ? Number.MAX_SAFE_INTEGER : index.unbuilt,
        contactsAfter: index === null ? 0 : index.contactsAfter,
        after,
        budget: mostScanned,
        most,
      })
      found.push({ hits: hits.filter(({ ref }) => !changed.has(ref)), frontier })
    }
    return mergeFound(found)
  }
  // What is counted begins with the first page, and a first page that is the last one counts itself.
  let top: Found | null = null
  const lookFromTop = (most: number) => (top ??= look(null, most))
  return {
    behind(after, most) {
      if (after !== null) return look(after, most)
      return lookFromTop(isOneList ? most : Math.max(most, counted + 1))
    },
    count() {
      if (isOneList && top?.frontier !== null) return upTo(counted, postings?.count(counted + 1) ?? 0)
      const { hits, frontier } = lookFromTop(counted + 1)
      const { hits: found, exact } = upTo(counted, hits.length)
      return { hits: found, exact: exact && frontier === null && pending.length < mostScanned }
    },
  }
}

/** Null: nothing can match. */
function postingsOf(index: ReadableDb, plan: SearchPlan): Postings | null {
  const expand = expandIn(index)
  const match = matchOf(plan.all, plan.none, expand)
  if (match === null) return null
  const inLane = plan.all.find(isByLane)
  const others = plan.all.filter((condition) => condition !== inLane)
  const other = inLane === undefined || others.length === 0 ? null : matchOf(others, plan.none, expand)
  return createPostings(
    index,
    match,
    plan,
    other === null || inLane === undefined ? null : { match: other, lanes: inLane.lanes },
  )
}

function isByLane(condition: Condition): condition is Condition & { readonly lanes: number } {
  return condition.kind === 'facets' && condition.lanes !== undefined
}

/** Whether the index has the hits as a list, more or less: no words are set against each other. */
function isList({ all, none, checks }: SearchPlan): boolean {
  const [only] = all
  if (only === undefined || all.length > 1 || checks.length > 0) return false
  if (none.some(({ kind }) => kind !== 'facets')) return false
  return only.kind === 'facets' || (only.kind === 'phrase' && only.phrase.terms.length === 1)
}

function upTo(most: number, found: number): SearchAnswer['total'] {
  return { hits: Math.min(found, most), exact: found <= most }
}

/** What the index does not hold yet, or not as it is now; of more than can be looked at the newest. */
function readPending(cache: ReadableDb): readonly number[] {
  const refs = rawSql<[number]>(cache, 'SELECT ref FROM search_pending ORDER BY seq DESC LIMIT ?').all(
    mostScanned,
  )
  return [...new Set(refs.flat())]
}

function behind(hits: readonly Candidate[], after: Candidate | null): readonly Candidate[] {
  return after === null ? hits : hits.filter((hit) => newerFirst(after, hit) < 0)
}

/** The conversations one of the filters lets through, where they are few. */
function narrowed({ narrowing }: SearchPlan): readonly number[] | null {
  for (const narrow of narrowing) {
    const rows = narrow(mostNarrow)
    if (rows !== null) return rows
  }
  return null
}
