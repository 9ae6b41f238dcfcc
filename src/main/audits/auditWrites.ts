/** What the writer thread does for audits. */
import type { Api } from '../../shared/contract.ts'
import type { Sample, SamplePreview, SampleRecipe } from '../../shared/audits.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'

export interface AuditWritePorts {
  readonly cache: ReadableDb
  readonly workspaceDb: WritableDb
  readonly now: () => number
}

export interface AuditWrites extends Pick<
  Api,
  | 'saveScorecard'
  | 'archiveScorecard'
  | 'closeSample'
  | 'beginReview'
  | 'saveReview'
  | 'actOnReview'
  | 'saveCanonicalAnswer'
  | 'mergeReviews'
> {
  /** Keeps what was drawn. */
  keepSample(recipe: SampleRecipe, drawn: SamplePreview): Promise<Sample>
  /** The text of a file with a reviewer's queue (chats included) or reviews. */
  queueFile(query: Parameters<Api['saveQueueFile']>[0]): Promise<string>
}

export function createAuditWrites(_: AuditWritePorts): AuditWrites {
  return {
    saveScorecard: () => unbuilt(),
    archiveScorecard: () => unbuilt(),
    closeSample: () => unbuilt(),
    beginReview: () => unbuilt(),
    saveReview: () => unbuilt(),
    actOnReview: () => unbuilt(),
    saveCanonicalAnswer: () => unbuilt(),
    mergeReviews: () => unbuilt(),
    keepSample: () => unbuilt(),
    queueFile: () => unbuilt(),
  }
}

function unbuilt(): never {
  throw new Error('not built yet')
}
