/** Where a page of hits ended, as one opaque text. */
import { storeFailed } from '../store/errors.ts'
import type { Candidate } from './candidates.ts'

export type SearchCursor =
  | { readonly order: 'newest'; readonly after: Candidate }
  /** `window`: the hits behind this one are ranked together; `after`: the last one shown of them, null: none yet. */
  | {
      readonly order: 'best'
      readonly window: Candidate | null
      readonly after: (Candidate & { readonly score: number }) | null
    }

export function writeCursor(cursor: SearchCursor): string {
  return Buffer.from(JSON.stringify(cursor, kept)).toString('base64url')
}

/** What else is known of a hit does not travel. */
const kept = ['order', 'window', 'after', 'second', 'ref', 'score']

/** Null: from the beginning. Throws a `StoreFailure` of kind `invalid` for a text that is no cursor of this order. */
export function readCursor(text: string | null, order: 'newest' | 'best'): SearchCursor | null {
  if (text === null) return null
  try {
    const cursor = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as SearchCursor
    if (cursor.order === order && isCandidate(cursor.after ?? origin)) return cursor
  } catch {
    // Falls through to the one sentence for whatever is no cursor.
  }
  throw storeFailed('invalid', 'search.place')
}

const origin: Candidate = { second: 0, ref: 0 }

function isCandidate({ second, ref }: Candidate): boolean {
  return typeof second === 'number' && typeof ref === 'number'
}
