/** Audits of the made-up engine. */
import type { Api } from '../../../src/shared/contract.ts'
import type { AuditReads } from '../../../src/main/audits/auditReads.ts'
import type { AuditWrites } from '../../../src/main/audits/auditWrites.ts'

type FakeAudits = AuditReads &
  Omit<AuditWrites, 'keepSample' | 'queueFile'> &
  Pick<Api, 'drawSample' | 'saveQueueFile'>

export function fakeAudits(): FakeAudits {
  const unbuilt = () => Promise.reject(new Error('not built yet'))
  return {
    scorecards: () => Promise.resolve([]),
    scorecardTemplates: () => Promise.resolve([]),
    saveScorecard: unbuilt,
    archiveScorecard: unbuilt,
    checkConversation: () => Promise.resolve([]),
    previewSample: unbuilt,
    drawSample: unbuilt,
    closeSample: unbuilt,
    samples: () => Promise.resolve([]),
    queue: () => Promise.resolve([]),
    beginReview: unbuilt,
    review: unbuilt,
    saveReview: unbuilt,
    actOnReview: unbuilt,
    reviews: () => Promise.resolve({ rows: [], next: null, total: 0 }),
    auditResults: unbuilt,
    coaching: unbuilt,
    agreement: unbuilt,
    consistency: () => Promise.resolve([]),
    saveCanonicalAnswer: unbuilt,
    saveQueueFile: () => Promise.resolve({ saved: null }),
    mergeReviews: unbuilt,
  }
}
