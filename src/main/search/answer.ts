/** One page of hits, as the screen shows it. */
import type { ConversationRow } from '../../shared/contract.ts'
import type { SearchAnswer, SearchIndexState, SearchQuery } from '../../shared/searching.ts'
import type { ReadableDb } from '../store/database.ts'
import { clampLimit } from '../store/keyset.ts'
import type { RowNames } from '../store/rowNames.ts'
import { newerFirst, type Candidate } from './candidates.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { createDocumentReader } from './documents.ts'
import { gather, hitOf } from './hits.ts'
import type { OpenIndex } from './indexDesk.ts'
import { createLooking, type Looking } from './looking.ts'
import type { SearchPlan } from './plan.ts'
import { rankedTogether } from './ranking.ts'

export interface AnswerPorts {
  readonly cache: ReadableDb
  /** Null: there is none that can be read. */
  readonly index: OpenIndex | null
  readonly state: SearchIndexState
  readonly names: RowNames
  readonly plan: SearchPlan
  /** Conversations as lists show them, by row. */
  readonly rowsOf: (conversations: readonly number[]) => ReadonlyMap<number, ConversationRow>
}

export function answerSearch(ports: AnswerPorts, query: SearchQuery): SearchAnswer {
  const { cache, index, plan, state } = ports
  const limit = clampLimit(query.limit)
  const page = plan.nothing ? nothingFound : pageOf(createLooking(cache, index, plan), query, limit)
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
  const { cache, plan, names, rowsOf } = ports
  // What was found is shown somewhere, and its facets were asked for what they are asked for.
  const reader = createDocumentReader(cache, (id) => ({ id, channel: 0, shown: true }))
  reader.expect(candidates.map(({ ref }) => ref))
  const hits = candidates.flatMap(({ ref, edited }) => {
    const document = reader.read(ref, edited)
    return document === null ? [] : { conversation: document.conversation, hit: hitOf(document, plan, names) }
  })
  return gather(hits, rowsOf([...new Set(hits.map(({ conversation }) => conversation))]))
}
