/** What the writer thread does for audits. */
import type { Api } from '../../shared/contract.ts'
import type { Sample, SamplePreview, SampleRecipe } from '../../shared/audits.ts'
import { saveCanonicalAnswer } from '../consistency/canonicalAnswers.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import type { BringPorts } from './bringQueue.ts'
import { mergeReviews } from './merge.ts'
import { notePlacedChats } from './placedChats.ts'
import { queueFile } from './queueFile.ts'
import { closeSample, keepSample } from './samples.ts'
import { actOnReview } from './reviewActions.ts'
import { beginReview, saveReview } from './reviews.ts'
import { archiveScorecard, saveScorecard } from './scorecards.ts'

export interface AuditWritePorts {
  readonly cache: ReadableDb
  readonly workspaceDb: WritableDb
  readonly now: () => number
  /** Applies records as a page of a source, as an import does. */
  readonly applyRecords: BringPorts['applyRecords']
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

export function createAuditWrites(ports: AuditWritePorts): AuditWrites {
  /** What was made of chats placed by rule is found again when they get another name. */
  const noting = <T>(made: T): T => {
    notePlacedChats(ports)
    return made
  }
  return {
    saveScorecard: async (draft) => saveScorecard(ports.workspaceDb, draft, ports.now()),
    archiveScorecard: async (id, archived) => archiveScorecard(ports.workspaceDb, id, archived),
    closeSample: async (id) => closeSample(ports.workspaceDb, id),
    beginReview: async (review) => noting(beginReview(ports, review)),
    saveReview: async (id, content) => saveReview(ports, id, content),
    actOnReview: async (id, action) => actOnReview(ports, id, action),
    saveCanonicalAnswer: async (answer) => saveCanonicalAnswer(ports.workspaceDb, answer, ports.now()),
    mergeReviews: async (request) => noting(mergeReviews(ports, request)),
    keepSample: async (recipe, drawn) => noting(keepSample(ports, recipe, drawn)),
    queueFile: async (query) => queueFile(ports, query),
  }
}
