/** Two workspaces and the files between them. */
import type { MergeRequest, Review } from '../../../src/shared/audits.ts'
import { mergeReviews } from '../../../src/main/audits/merge.ts'
import { queueFile } from '../../../src/main/audits/queueFile.ts'
import { reviewsWhere } from '../../../src/main/audits/reviewStore.ts'
import { beginReview, saveReview } from '../../../src/main/audits/reviews.ts'
import { readQueue } from '../../../src/main/audits/queue.ts'
import { content, keepRows, keepScorecard, openDesk, rating, type Desk } from './desk.ts'

/** Both criteria rated: 75. */
export const all = content({ ratings: [rating('kind', 2), rating('clear', 1)] })

/** A workspace where Mia is to review both chats, and where nothing was begun. */
export function home(): Desk {
  const desk = openDesk()
  keepRows(desk, {
    id: 'sample-1',
    scorecard: keepScorecard(desk),
    items: [
      { conversation: 'v1', agent: 'a1', reviewer: 'Mia' },
      { conversation: 'v2', agent: 'a2', reviewer: 'Mia' },
      { conversation: 'v2', agent: 'a2', reviewer: 'Tom' },
    ],
  })
  return desk
}

export function bring(desk: Desk, file: string, change: Partial<MergeRequest> = {}) {
  return mergeReviews(desk, { file, dry: false, choices: {}, ...change })
}

export const queueOf = (desk: Desk) => queueFile(desk, { reviewer: 'Mia', content: 'queue' })
export const reviewsOf = (desk: Desk) => queueFile(desk, { reviewer: 'Mia', content: 'reviews' })

export function chatsIn(desk: Desk): readonly string[] {
  return readQueue(desk, { reviewer: 'Mia', sample: null }).map((item) => item.conversation)
}

/** Reviews the chat at a place in the sample. */
export function type(desk: Desk, place: number, change: Partial<typeof all>): Review {
  desk.setNow(desk.now() + 1000)
  const conversation = chatsIn(desk)[place] ?? ''
  const { id } = beginReview(desk, { conversation, scorecard: null, sample: 'sample-1', reviewer: 'Mia' })
  return saveReview(desk, id, { ...all, ...change })
}

/** Everything that was made, apart from what a workspace calls its chats. */
export function made(desk: Desk): unknown {
  return reviewsWhere(desk.workspaceDb, 'TRUE ORDER BY id').map(
    ({ id, content: typed, state, score, reviewer, changedAt }) => ({
      id,
      typed,
      state,
      score,
      reviewer,
      changedAt,
    }),
  )
}

/** A workspace, and another that its queue was taken to. */
export function away(): { readonly here: Desk; readonly there: Desk } {
  const here = home()
  const there = openDesk([])
  bring(there, queueOf(here))
  return { here, there }
}
