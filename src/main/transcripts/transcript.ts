/** Chats as a page or as text, for reading, printing and keeping. */
import type { TranscriptQuery } from '../../shared/contract.ts'
import type { ReadableDb } from '../store/database.ts'

export interface TranscriptPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly now: () => number
}

/** One self-contained page: nothing is loaded from anywhere, every text is escaped. */
export function transcriptPage(_: TranscriptPorts, __: TranscriptQuery): string {
  throw new Error('not built yet')
}

export function transcriptText(_: TranscriptPorts, __: TranscriptQuery): string {
  throw new Error('not built yet')
}
