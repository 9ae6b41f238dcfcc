/** Audits as the screen asks for them: who answers what, and what changes with it. */
import type { Api, Topic } from '../../shared/contract.ts'
import type { AuditReads } from '../audits/auditReads.ts'
import type { AuditWrites } from '../audits/auditWrites.ts'
import type { ReaderApi } from './readerApi.ts'
import type { Shell } from './shell.ts'

type AuditApi = AuditReads &
  Omit<AuditWrites, 'keepSample' | 'queueFile'> &
  Pick<Api, 'drawSample' | 'saveQueueFile'>

export function auditApi(parts: {
  readonly reader: ReaderApi
  readonly writing: () => AuditWrites
  readonly shell: Shell
  readonly changed: (topics: readonly Topic[]) => void
}): AuditApi {
  const { reader, writing, shell } = parts
  const changing = async <T>(work: Promise<T>, ...more: Topic[]): Promise<T> => {
    const done = await work
    parts.changed(['audits', ...more])
    return done
  }
  return {
    scorecards: () => reader.scorecards(),
    scorecardTemplates: () => reader.scorecardTemplates(),
    saveScorecard: async (draft) => changing(writing().saveScorecard(draft)),
    archiveScorecard: async (id, archived) => changing(writing().archiveScorecard(id, archived)),
    checkConversation: (query) => reader.checkConversation(query),
    previewSample: (recipe) => reader.previewSample(recipe),
    drawSample: async (recipe) => {
      const writer = writing()
      return changing(writer.keepSample(recipe, await reader.previewSample(recipe)))
    },
    closeSample: async (id) => changing(writing().closeSample(id)),
    samples: () => reader.samples(),
    queue: (query) => reader.queue(query),
    beginReview: async (review) => changing(writing().beginReview(review)),
    review: (query) => reader.review(query),
    async saveReview(id, content) {
      const review = await writing().saveReview(id, content)
      // What is being typed is of no interest to other screens until it is handed in.
      if (review.state !== 'draft') parts.changed(['audits', 'numbers'])
      return review
    },
    actOnReview: async (id, action) => changing(writing().actOnReview(id, action), 'numbers'),
    reviews: (query) => reader.reviews(query),
    auditResults: (query) => reader.auditResults(query),
    coaching: (query) => reader.coaching(query),
    agreement: (query) => reader.agreement(query),
    consistency: (query) => reader.consistency(query),
    saveCanonicalAnswer: async (answer) => changing(writing().saveCanonicalAnswer(answer)),
    async saveQueueFile(query) {
      const text = await writing().queueFile(query)
      const name = `floorwalker-${query.content}.json`
      return {
        saved: await shell.saveFile({
          name,
          type: 'application/json',
          bytes: new TextEncoder().encode(text),
        }),
      }
    },
    mergeReviews: async (request) =>
      request.dry ? writing().mergeReviews(request) : changing(writing().mergeReviews(request), 'numbers'),
  }
}
