/** What customers wrote in a period, for finding what they often ask. */
import type { Scope } from '../../shared/contract.ts'
import { firstK } from './bits.ts'
import { rawSql, type ReadableDb } from './database.ts'
import type { WorkspaceDictionary } from './dictionary.ts'
import { placeFilter } from './scopeFilter.ts'

export interface CustomerText {
  /** The store's k of the message, as text. */
  readonly id: string
  readonly text: string
  readonly language: string | null
}

/** Conversations looked at: the newest of the period. A question of a person waits for the answer. */
const mostConversations = 4000

/** Texts customers wrote in the period, of conversations no source gave a category; the newest conversations first. */
export function customerTexts(
  db: ReadableDb,
  dictionary: WorkspaceDictionary,
  scope: Scope,
): readonly CustomerText[] {
  const filter = placeFilter(scope, dictionary)
  const conversations = rawSql<[number]>(
    db,
    `SELECT c.id FROM conversations c WHERE c.last_at >= ? AND c.started_at < ? AND c.category IS NULL AND ${filter.sql}
     ORDER BY c.last_at DESC LIMIT ${mostConversations}`,
  ).all(scope.from, scope.to, ...filter.parameters)
  const texts = rawSql<[number, string, string | null]>(
    db,
    `SELECT m.k, m.text, (SELECT w.text FROM words w WHERE w.id = m.language) FROM messages m
     WHERE m.k >= ? AND m.k < ? AND m.flags & 7 = 0 AND m.at >= ? AND m.at < ? AND m.text IS NOT NULL`,
  )
  return conversations.flatMap(([id]) =>
    texts
      .all(firstK(id), firstK(id + 1), scope.from, scope.to)
      .map(([k, text, language]) => ({ id: String(k), text, language })),
  )
}
