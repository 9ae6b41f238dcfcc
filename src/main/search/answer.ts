/** One page of hits: from the index, and by scan for what the index does not hold yet. */
import type { SearchAnswer, SearchIndexState, SearchQuery } from '../../shared/searching.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import { readConversationRow } from '../store/conversationList.ts'
import { clampLimit } from '../store/keyset.ts'
import type { RowNames } from '../store/rowNames.ts'
import { mergeFound, newerFirst, type Candidate, type Found } from './candidates.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { createDocumentReader } from './documents.ts'
import { gather, hitOf } from './hits.ts'
import type { OpenIndex } from './indexDesk.ts'
import { countUpTo, expandIn, isEdited, lookUp, type Lookup } from './lookup.ts'
import { matchOf } from './match.ts'
import type { SearchPlan } from './plan.ts'
import { rankedTogether, scoreOf } from './ranking.ts'
import { scanConversations, scanRefs, scanRegion, type Scan } from './scan.ts'
import { createSubjects } from './subjects.ts'

export interface AnswerPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  /** Null: there is none that can be read. */
  readonly index: OpenIndex | null
  readonly state: SearchIndexState
  readonly names: RowNames
  readonly plan: SearchPlan
  readonly now: number
}

/** Hits counted one by one; beyond that the answer says "at least". */
const mostCounted = 1000
/** Candidates of the index that filters of their conversations are asked of, for one page. */
const mostChecked = 20_000
/** Documents scanned for one page. */
const mostScanned = 20_000
/** Conversations a filter may narrow to so that they are scanned, not looked up. */
const mostNarrow = 300

export function answerSearch(ports: AnswerPorts, query: SearchQuery): SearchAnswer {
  const { plan, state } = ports
  const limit = clampLimit(query.limit)
  const page = plan.nothing ? nothingFound : pageOf(createLooking(ports), query, limit)
  return {
    understood: plan.understood,
    notices: plan.notices,
    groups: show(ports, page.hits),
    next: page.next,
    total: page.total,
    index: state,
  }
}

interface Page {
  readonly hits: readonly Candidate[]
  readonly next: string | null
  readonly total: SearchAnswer['total']
}

const nothingFound: Page = { hits: [], next: null, total: { hits: 0, exact: true } }

/** Ways of looking for the hits of one plan. */
interface Looking {
  /** The newest hits behind one. */
  behind(after: Candidate | null, most: number): Found
  count(): SearchAnswer['total']
  score(candidate: Candidate): number
}

function createLooking(ports: AnswerPorts): Looking {
  const { cache, plan, index } = ports
  const reader = createDocumentReader(cache)
  const subjects = createSubjects(cache, reader)
  const scan: Scan = { cache, reader, subjects, plan }
  const score = (candidate: Candidate) => {
    const document = reader.read(candidate.ref)
    return document === null ? 0 : scoreOf(document, plan)
  }
  const narrow = narrowed(plan)
  if (narrow !== null) {
    const hits = scanConversations(scan, narrow)
    return {
      behind: (after) => ({ hits: behind(hits, after), frontier: null }),
      count: () => ({ hits: hits.length, exact: true }),
      score,
    }
  }
  const pending = readPending(cache)
  const changed = new Set(pending.flatMap((ref) => [ref, ...reader.changingWith(ref)]))
  const match = index === null ? null : matchOf(plan.all, plan.none, expandIn(index.db))
  const scanned = scanRefs(scan, [...changed])
  const passes = (candidate: Candidate) =>
    !changed.has(candidate.ref) && (plan.checks.length === 0 || passesChecks(candidate))
  const passesChecks = (candidate: Candidate) => {
    const subject = subjects.ofCandidate(candidate)
    return plan.checks.every((check) => check(subject))
  }
  const lookup = (after: Candidate | null, most: number): Lookup | null =>
    index === null || match === null
      ? null
      : { index: index.db, match, from: plan.from, to: plan.to, after, most, budget: mostChecked, passes }
  const looking: Looking = {
    behind(after, most) {
      const found: Found[] = [{ hits: behind(scanned, after), frontier: null }]
      const wanted = lookup(after, most)
      if (wanted !== null) found.push(lookUp(wanted))
      const conversations = index === null ? Number.MAX_SAFE_INTEGER : index.unbuilt
      const contactsAfter = index === null ? 0 : index.contactsAfter
      if (conversations > 0 || contactsAfter !== null) {
        const region = { conversations, contactsAfter, after, budget: mostScanned, most: mostCounted }
        const { hits, frontier } = scanRegion(scan, region)
        found.push({ hits: hits.filter(({ ref }) => !changed.has(ref)), frontier })
      }
      return mergeFound(found)
    },
    count() {
      const wanted = lookup(null, mostCounted + 1)
      const isWhole = index !== null && index.unbuilt === 0 && index.contactsAfter === null
      if (isWhole && pending.length === 0 && plan.checks.length === 0) {
        const hits = wanted === null ? 0 : countUpTo(wanted, mostCounted + 1)
        return { hits: Math.min(hits, mostCounted), exact: hits <= mostCounted }
      }
      const { hits, frontier } = looking.behind(null, mostCounted + 1)
      const exact = frontier === null && hits.length <= mostCounted && pending.length < mostScanned
      return { hits: Math.min(hits.length, mostCounted), exact }
    },
    score,
  }
  return looking
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

// ── pages ────────────────────────────────────────────────────────────────────────────────────────────────────────

function pageOf(looking: Looking, query: SearchQuery, limit: number): Page {
  const cursor = readCursor(query.after, query.order)
  return cursor?.order === 'best' || query.order === 'best'
    ? bestPage(looking, cursor?.order === 'best' ? cursor : null, limit)
    : newestPage(looking, cursor?.order === 'newest' ? cursor.after : null, limit)
}

function newestPage(looking: Looking, after: Candidate | null, limit: number): Page {
  const { hits, frontier } = looking.behind(after, limit + 1)
  const shown = hits.slice(0, limit)
  const last = hits.length > limit ? shown.at(-1) : frontier
  return {
    hits: shown,
    next: last == null ? null : writeCursor({ order: 'newest', after: last }),
    total: looking.count(),
  }
}

type Scored = Candidate & { readonly score: number }

function bestPage(
  looking: Looking,
  cursor: { readonly window: Candidate | null; readonly after: Scored | null } | null,
  limit: number,
): Page {
  const window = cursor?.window ?? null
  const after = cursor?.after ?? null
  const { hits, frontier } = looking.behind(window, rankedTogether)
  const ranked = hits
    .slice(0, rankedTogether)
    .map((hit): Scored => ({ ...hit, score: looking.score(hit) }))
    .sort(betterFirst)
  const rest = after === null ? ranked : ranked.filter((hit) => betterFirst(after, hit) < 0)
  const shown = rest.slice(0, limit)
  const last = shown.at(-1)
  const end = hits.length > rankedTogether ? hits[rankedTogether - 1] : frontier
  const next =
    rest.length > limit && last !== undefined
      ? writeCursor({ order: 'best', window, after: last })
      : end == null
        ? null
        : writeCursor({ order: 'best', window: end, after: null })
  return { hits: shown, next, total: looking.count() }
}

function betterFirst(a: Scored, b: Scored): number {
  return b.score - a.score || newerFirst(a, b)
}

function show(ports: AnswerPorts, candidates: readonly Candidate[]): SearchAnswer['groups'] {
  const { cache, workspaceDb, index, plan, names, now } = ports
  const reader = createDocumentReader(cache)
  const hits = candidates.flatMap(({ ref }) => {
    const document = reader.read(ref, index === null || isEdited(index.db, ref))
    return document === null ? [] : { conversation: document.conversation, hit: hitOf(document, plan, names) }
  })
  const rows = new Map(
    [...new Set(hits.map(({ conversation }) => conversation))].flatMap((conversation) => {
      const row = readConversationRow(cache, workspaceDb, names, conversation, now)
      return row === null ? [] : [[conversation, row] as const]
    }),
  )
  return gather(hits, rows)
}
