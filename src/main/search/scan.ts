/**
 * The plain scan: the same question put to documents one by one. It answers for what the index does not hold yet, for
 * everything while there is no index that can be read, and tells in tests what the index must find.
 */
import { rawSql, type ReadableDb } from '../store/database.ts'
import { isOlder, newerFirst, type Candidate, type Found } from './candidates.ts'
import { holds, readTerms } from './conditions.ts'
import {
  contactRefs,
  documentsOfConversations,
  type DocumentReader,
  type SearchDocument,
} from './documents.ts'
import type { SearchPlan } from './plan.ts'
import { refOf } from './refs.ts'
import { secondOf } from './slots.ts'
import type { Subjects } from './subjects.ts'

export interface Scan {
  readonly cache: ReadableDb
  readonly reader: DocumentReader
  readonly subjects: Subjects
  readonly plan: SearchPlan
}

/** Whether the document is a hit. */
export function isHit(
  { subjects, plan }: Pick<Scan, 'subjects' | 'plan'>,
  document: SearchDocument,
): boolean {
  const second = secondOf(document.at)
  if (plan.nothing || second < plan.from || second >= plan.to) return false
  const read = readTerms(document)
  if (!plan.all.every((condition) => holds(condition, read))) return false
  if (plan.none.some((condition) => holds(condition, read))) return false
  const subject = subjects.ofDocument(document)
  return plan.checks.every((check) => check(subject))
}

/** Among these refs. */
export function scanRefs(scan: Scan, refs: readonly number[]): readonly Candidate[] {
  return refs
    .flatMap((ref) => {
      const document = scan.reader.read(ref)
      return document !== null && isHit(scan, document) ? candidateOf(document) : []
    })
    .sort(newerFirst)
}

/** In some conversations, their contacts included. */
export function scanConversations(scan: Scan, conversations: readonly number[]): readonly Candidate[] {
  const { cache } = scan
  const hits: Candidate[] = []
  const contacts = new Set<number>()
  const contactOf = rawSql<[number]>(cache, 'SELECT contact FROM conversations WHERE id = ?')
  for (const conversation of conversations) {
    for (const document of documentsOfConversations(cache, conversation, conversation + 1))
      if (isHit(scan, document)) hits.push(candidateOf(document))
    contacts.add(refOf('contact', contactOf.get(conversation)?.[0] ?? 0))
  }
  hits.push(...scanRefs(scan, [...contacts]))
  return hits.sort(newerFirst)
}

export interface Region {
  /** Conversations up to this row. */
  readonly conversations: number
  /** Contacts behind this ref's row; null: none. */
  readonly contactsAfter: number | null
  /** Hits behind this one only. */
  readonly after: Candidate | null
  /** Documents looked at at most. */
  readonly budget: number
  /** Hits enough, once no newer one can come. */
  readonly most: number
}

/** Where there is no index: conversations from the one that was active last, until enough was found or looked at. */
export function scanRegion(scan: Scan, region: Region): Found {
  const { cache, plan } = scan
  const { after } = region
  let left = region.budget
  const hits = [...scanContacts(scan, region)].filter((hit) => isOlder(hit, after))
  const before = Math.min(plan.to, after === null ? Infinity : after.second + 1)
  for (const [conversation, lastAt] of rawSql<[number, number]>(
    cache,
    `SELECT id, last_at FROM conversations WHERE last_at >= ? AND started_at < ? AND id <= ?
     ORDER BY last_at DESC, id DESC`,
  ).all(bounded(plan.from * 1000), bounded(before * 1000), region.conversations)) {
    // What comes behind was active no later: newer hits are all found.
    const frontier = { second: secondOf(lastAt) + 1, ref: -1 }
    const settled = hits.length < region.most ? 0 : hits.filter((hit) => !isOlder(hit, frontier)).length
    // Whoever goes on from the frontier must get further.
    if ((left <= 0 && isOlder(frontier, after)) || settled >= region.most)
      return { hits: hits.sort(newerFirst), frontier }
    for (const document of documentsOfConversations(cache, conversation, conversation + 1)) {
      left -= 1
      if (!isHit(scan, document)) continue
      const candidate = candidateOf(document)
      if (isOlder(candidate, after)) hits.push(candidate)
    }
  }
  return { hits: hits.sort(newerFirst), frontier: null }
}

function* scanContacts(scan: Scan, { contactsAfter, budget }: Region): Generator<Candidate> {
  if (contactsAfter === null || (scan.plan.phrases.length === 0 && scan.plan.numbers.length === 0)) return
  yield* scanRefs(scan, contactRefs(scan.cache, contactsAfter, budget))
}

function candidateOf(document: SearchDocument): Candidate {
  return { second: secondOf(document.at), ref: document.ref }
}

/** SQLite has no infinite integers. */
function bounded(ms: number): number {
  return Math.min(Math.max(ms, Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER)
}
