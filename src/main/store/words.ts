/** Names that have no record of their own, as numbers: templates, languages, and what messages cost. */
import { rawSql, sql, value, type ReadableDb } from './database.ts'
import type { Work } from './work.ts'

export const wordKinds = ['template', 'language', 'pricing'] as const
export type WordKind = (typeof wordKinds)[number]

export interface Word {
  readonly row: number
  readonly kind: WordKind
  /** A template's name, a language code, or a price: "category COUNTRY" or "category". */
  readonly text: string
}

/** Row of a word; one not heard of yet gets one. */
export function referWord(work: Work, kind: WordKind, text: string): number {
  const key = `${kind}:${text}`
  const known = work.rows.words.get(key)
  if (known !== undefined) return known
  let row = value<number>(work.db, 'SELECT id FROM words WHERE kind = ? AND text = ?', kind, text)
  if (row === undefined) {
    row = Number(sql(work.db, 'INSERT INTO words(kind, text) VALUES (?, ?)').run(kind, text).lastInsertRowid)
    work.dictionaryChanged = true
  }
  work.rows.words.set(key, row)
  return row
}

/** Every word, by row. */
export function readWords(db: ReadableDb): readonly Word[] {
  return rawSql<[number, WordKind, string]>(db, 'SELECT id, kind, text FROM words ORDER BY id')
    .all()
    .map(([row, kind, text]) => ({ row, kind, text }))
}

/** Null for a row there is not. */
export function wordText(db: ReadableDb, row: number): string | null {
  return value<string>(db, 'SELECT text FROM words WHERE id = ?', row) ?? null
}
