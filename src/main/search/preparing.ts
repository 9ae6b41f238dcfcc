/**
 * Everything about indexing a document that is not writing: reading it, and cutting it into terms. As much work as writing,
 * so the first build has a thread for it.
 */
import type { ReadableDb } from '../store/database.ts'
import { newerFirst } from './candidates.ts'
import { documentsOfContacts, documentsOfConversations, type SearchDocument } from './documents.ts'
import { indexedTerms } from './match.ts'
import { laneOfChannel, secondOf } from './slots.ts'

export interface PreparedDocument {
  /** Whole seconds since 1970. */
  readonly second: number
  readonly ref: number
  readonly edited: boolean
  /** Of slots.ts. */
  readonly lane: number
  /** Parted by spaces. */
  readonly terms: string
}

export interface Prepared {
  /** Newest first. */
  readonly documents: readonly PreparedDocument[]
  /** Words for the list of terms that were not among those handed out before. */
  readonly words: readonly string[]
}

/** Rows with `from` ≤ row < `to`. */
export interface PrepareRange {
  readonly of: 'contacts' | 'conversations'
  readonly from: number
  readonly to: number
}

export interface Preparing {
  prepare(documents: readonly SearchDocument[]): Prepared
  prepareRange(cache: ReadableDb, range: PrepareRange): Prepared
}

/** Words remembered as handed out. */
const mostKnown = 500_000

export function createPreparing(): Preparing {
  const known = new Set<string>()
  const prepare = (documents: readonly SearchDocument[]): Prepared => {
    const words: string[] = []
    const keep = (word: string) => {
      if (known.has(word)) return
      if (known.size >= mostKnown) known.clear()
      known.add(word)
      words.push(word)
    }
    return {
      documents: documents
        .map((document) => ({
          second: secondOf(document.at),
          ref: document.ref,
          edited: document.edited,
          lane: laneOfChannel(document.channel),
          terms: indexedTerms(document, keep),
        }))
        .sort(newerFirst),
      words,
    }
  }
  return {
    prepare,
    prepareRange: (cache, { of, from, to }) =>
      prepare(
        of === 'contacts' ? documentsOfContacts(cache, from, to) : documentsOfConversations(cache, from, to),
      ),
  }
}
