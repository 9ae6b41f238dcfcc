/** The review that is typed: what it holds after so many strokes, and a workspace to type it in. */
import { beginReview } from '../../src/main/audits/reviews.ts'
import { saveScorecard } from '../../src/main/audits/scorecards.ts'
import { deriveFacts } from '../../src/main/metrics/derive.ts'
import { packFacts } from '../../src/main/metrics/pack.ts'
import { applyPage } from '../../src/main/store/apply.ts'
import { openCache, openWorkspaceDb } from '../../src/main/store/open.ts'
import { defaultSettings } from '../../src/main/store/settings.ts'
import type { ReviewContent } from '../../src/shared/audits.ts'
import { readRecord, type RecordInput } from '../../src/shared/records.ts'
import { criterion } from '../support/criteria.ts'

/** More than anybody types before a kill. */
export const strokes = 5000

const words = 'Der Ton ist freundlich, die Antwort kommt spät. 語氣親切。 🌿 '

/** After the n-th stroke the comment has n characters, and the rating is that of the stroke; before the first there is nothing. */
export function typedReview(count: number): ReviewContent {
  if (count === 0) return { ratings: [], notes: [], tags: [], comment: '' }
  const comment = words.repeat(Math.ceil(count / words.length)).slice(0, count)
  const rating = {
    criterion: 'tone',
    message: 'm1',
    level: count % 3,
    causes: [],
    note: comment.slice(-40),
    proposed: 2,
  }
  return {
    ratings: [rating],
    notes: [{ id: 'n1', message: 'm2', kind: 'fault', text: String(count) }],
    tags: [],
    comment,
  }
}

/** Makes a workspace with one chat and a draft of it; answers the draft's id. */
export function startReview(dir: string): string {
  const now = () => Date.UTC(2026, 4, 11, 12)
  const cache = openCache(dir, 'writer')
  const workspaceDb = openWorkspaceDb(dir, 'writer')
  try {
    applyPage(
      cache,
      {
        source: 'records',
        stream: 'all',
        page: {
          records: chat.flatMap((input) => {
            const read = readRecord(input)
            return read.ok ? read.record : []
          }),
          rejects: [],
          notices: [],
          cursor: '',
          more: false,
          completeTo: null,
          backfilledTo: null,
          progress: null,
        },
      },
      { derive: deriveFacts, pack: packFacts, settings: defaultSettings, now, version: 'faults' },
    )
    const sections = [{ id: 's', name: 'Tone', criteria: [criterion('tone')] }]
    saveScorecard(workspaceDb, { id: null, name: 'Service', language: 'en', sections }, now())
    const begun = { conversation: 'v1', scorecard: null, sample: null, reviewer: 'Mia' }
    return beginReview({ cache, workspaceDb, now }, begun).id
  } finally {
    cache.close()
    workspaceDb.close()
  }
}

const chat: readonly RecordInput[] = ['m1', 'm2'].map((id, minute) => ({
  kind: 'message',
  id,
  conversation: 'v1',
  contact: 'k1',
  channel: 'c1',
  at: new Date(Date.UTC(2026, 4, 11, 8, minute)).toISOString(),
  direction: minute === 0 ? 'in' : 'out',
  author: minute === 0 ? { type: 'contact' } : { type: 'agent', id: 'a1' },
  content: { type: 'text', text: id },
}))
