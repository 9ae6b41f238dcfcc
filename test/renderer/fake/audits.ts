/** Audits of the made-up engine: one sample half reviewed, which can be gone on with until it ends. */
import type { Api } from '../../../src/shared/contract.ts'
import type {
  CheckResult,
  MergeResult,
  QueueItem,
  Review,
  ReviewContent,
  ReviewRow,
  Sample,
  SamplePreview,
  SampleRecipe,
  Scorecard,
} from '../../../src/shared/audits.ts'
import { criteriaOf, scoreOf } from '../../../src/shared/scoring.ts'
import type { AuditReads } from '../../../src/main/audits/auditReads.ts'
import type { AuditWrites } from '../../../src/main/audits/auditWrites.ts'
import { scorecardTemplates } from '../../../src/main/audits/templates/templates.ts'
import { agreementOf, coachingOf, clusters, resultsOf } from './auditResults.ts'
import { conversationAt } from './chats.ts'
import { agents, chance, day, hour, pick, zone } from './world.ts'

type FakeAudits = AuditReads &
  Omit<AuditWrites, 'keepSample' | 'queueFile'> &
  Pick<Api, 'drawSample' | 'saveQueueFile'>

export interface FakeAuditPorts {
  readonly now: () => number
  /** Something a screen may have read is different now. */
  readonly changed: () => void
}

const reviewer = 'Katrin Sommer'
const sampleSize = 40
const reviewedAtFirst = 24

export function fakeAudits({ now, changed }: FakeAuditPorts): FakeAudits {
  const began = now()
  const templates = scorecardTemplates()
  let scorecards: readonly Scorecard[] = [madeOf(templates[0]!.draft, 3, began - 60 * day)]
  const scorecard = () => scorecards[0]!
  let samples: readonly Sample[] = [firstSample(scorecard(), began)]
  const reviews = new Map<string, Review>()
  for (let place = 0; place < reviewedAtFirst; place += 1) {
    const review = reviewAt(place, scorecard(), began)
    reviews.set(review.id, review)
  }
  const told = <T>(value: T): T => {
    changed()
    return value
  }
  const known = (id: string): Review => {
    const review = reviews.get(id)
    if (review === undefined) throw new Error('There is no such review.')
    return review
  }
  const keep = (review: Review): Review => {
    reviews.set(review.id, review)
    return told(review)
  }

  return {
    scorecards: async () => scorecards,
    scorecardTemplates: async () => templates,
    saveScorecard: async (draft) => {
      const before = scorecards.find(({ id }) => id === draft.id)
      const made = { ...madeOf(draft, (before?.version ?? 0) + 1, now()), ...(before && { id: before.id }) }
      scorecards = [made, ...scorecards.map((one) => (one.id === made.id ? { ...one, newest: false } : one))]
      return told(made)
    },
    archiveScorecard: async (id, archived) => {
      scorecards = scorecards.map((one) => (one.id === id ? { ...one, archived } : one))
      changed()
    },
    checkConversation: async ({ conversation }) => checksOf(scorecard(), conversation),
    previewSample: async (recipe) => previewOf(recipe, now()),
    drawSample: async (recipe) => {
      const { candidates, strata, conversations } = previewOf(recipe, now())
      const items = conversations.length
      const sample = { recipe, candidates, strata, items, drawnAt: now(), reviewed: 0, closed: false }
      const made = { ...sample, id: `sample-${samples.length + 1}` }
      samples = [made, ...samples]
      return told(made)
    },
    closeSample: async (id) => {
      samples = samples.map((sample) => (sample.id === id ? { ...sample, closed: true } : sample))
      changed()
    },
    samples: async () => samples,
    queue: async ({ sample }) =>
      samples
        .filter(({ id, closed }) => (sample === null ? !closed : id === sample))
        .flatMap((one) => queueOf(one, reviews, now())),
    beginReview: async (wanted) => {
      const held = [...reviews.values()].find(
        (review) => review.conversation === wanted.conversation && review.state !== 'voided',
      )
      return held ?? keep({ ...begun(wanted.conversation, wanted.sample, scorecard(), now()) })
    },
    review: async ({ id }) => known(id),
    saveReview: async (id, content) => keep(typed(known(id), content, now())),
    actOnReview: async (id, action) => keep(acted(known(id), action, now())),
    reviews: async (query) => {
      const rows = [...reviews.values()]
        .filter(({ conversation }) => query.conversation === null || conversation === query.conversation)
        .map(rowOf)
      return { rows: rows.slice(0, query.limit), next: null, total: rows.length }
    },
    auditResults: async () => resultsOf(criteriaOf(scorecard().sections), scorecard().id),
    coaching: async ({ agent }) =>
      coachingOf(agent, criteriaOf(scorecard().sections), [...reviews.values()].map(rowOf)),
    agreement: async ({ sample }) => agreementOf(sample, criteriaOf(scorecard().sections)),
    consistency: async () => clusters(now()),
    saveCanonicalAnswer: async (answer) => told({ ...answer, id: 'canonical-1', at: now() }),
    saveQueueFile: async ({ content }) => ({ saved: `/home/you/floorwalker-${content}.json` }),
    mergeReviews: async () => mergeOf([...reviews.values()].slice(0, 2).map(rowOf), now()),
  }
}

function madeOf(
  draft: Pick<Scorecard, 'name' | 'language' | 'sections'>,
  version: number,
  at: number,
): Scorecard {
  const { name, language, sections } = draft
  const kept = { reviews: 24, newest: true, archived: false }
  return { ...kept, id: `card-${name}`, name, language, sections, version, madeAt: at }
}

function firstSample(scorecard: Scorecard, at: number): Sample {
  const scope = { from: at - 28 * day, to: at, zone, agents: [], teams: [], channels: [], categories: [] }
  return {
    id: 'sample-1',
    recipe: {
      name: 'May sample',
      scope,
      method: 'stratified',
      strata: ['agent', 'language'],
      allocation: 'every',
      size: sampleSize,
      seed: 4711,
      cycle: null,
      scorecard: { id: scorecard.id, version: scorecard.version },
      reviewers: [{ name: reviewer, quota: null }],
      calibration: false,
      dueAt: at + 3 * day,
    },
    drawnAt: at - 2 * day,
    candidates: 6207,
    strata: agents.map(({ id }) => ({ key: { agent: id }, candidates: 440, drawn: 3 })),
    items: sampleSize,
    reviewed: reviewedAtFirst,
    closed: false,
  }
}

function queueOf(sample: Sample, reviews: ReadonlyMap<string, Review>, now: number): readonly QueueItem[] {
  return Array.from({ length: sample.items }, (_, place): QueueItem => {
    const row = conversationAt(place, now)
    const review = [...reviews.values()].find(({ conversation }) => conversation === row.id)
    return {
      sample: sample.id,
      sampleName: sample.recipe.name,
      calibration: sample.recipe.calibration,
      conversation: row.id,
      contact: row.contact.name,
      agent: row.agent,
      category: row.category,
      language: pick(`${row.id} language`, ['de', 'en', 'es', 'zh']),
      at: row.lastAt,
      reviewer,
      review: review?.id ?? null,
      state: review?.state ?? 'open',
      score: review?.state === 'draft' ? null : (review?.score.value ?? null),
      dueAt: sample.recipe.dueAt,
      risks: [],
      erased: false,
    }
  })
}

function begun(conversation: string, sample: string | null, scorecard: Scorecard, at: number): Review {
  const content: ReviewContent = { ratings: [], notes: [], tags: [], comment: '' }
  return {
    ...content,
    id: `review-${conversation}`,
    conversation,
    agent: pick(conversation, agents).id,
    reviewer,
    sample,
    calibration: false,
    scorecard,
    state: 'draft',
    score: scoreOf(scorecard.sections, []),
    begunAt: at,
    changedAt: at,
    submittedAt: null,
    seen: { messages: 8, hash: '', dataVersion: '1' },
    changedSince: false,
    acknowledgedAt: null,
    agentReply: null,
    dispute: null,
    history: [{ at, by: reviewer, what: 'begun', score: null, changes: [], comment: null }],
  }
}

function reviewAt(place: number, scorecard: Scorecard, now: number): Review {
  const row = conversationAt(place, now)
  const ratings = criteriaOf(scorecard.sections).map(({ id, scale, per }) => {
    const best = scale.length - 1
    const level = chance(`${row.id} ${id}`) < 0.8 ? best : Math.floor(best / 2)
    const message = per === 'message' ? `${row.id}-4` : null
    return { criterion: id, message, level, causes: [], note: '', proposed: null }
  })
  const draft = { ...begun(row.id, 'sample-1', scorecard, now - day), agent: row.agent }
  const note = { id: 'note', message: `${row.id}-4`, kind: 'praise', text: 'Says sorry, once.' } as const
  return acted(
    typed(draft, { ...draft, ratings, notes: [note] }, now - day),
    { kind: 'submit' },
    now - day + hour,
  )
}

function typed(review: Review, content: ReviewContent, at: number): Review {
  const { ratings, notes, tags, comment } = content
  const score = scoreOf(review.scorecard.sections, ratings)
  return { ...review, ratings, notes, tags, comment, score, changedAt: at }
}

function acted(review: Review, action: Parameters<Api['actOnReview']>[1], at: number): Review {
  const what = {
    submit: 'submitted',
    acknowledge: 'acknowledged',
    dispute: 'disputed',
    answer: 'answered',
    void: 'voided',
  } as const
  const by = 'by' in action ? action.by : review.reviewer
  const comment = 'comment' in action ? action.comment : null
  const entry = { at, by, what: what[action.kind], score: review.score.value, changes: [], comment }
  const after = { ...review, changedAt: at, history: [...review.history, entry] }
  switch (action.kind) {
    case 'submit':
      return { ...after, state: 'submitted', submittedAt: at }
    case 'acknowledge':
      return { ...after, acknowledgedAt: at, agentReply: action.reply }
    case 'dispute': {
      const unanswered = { answer: null, answeredBy: null, answeredAt: null, answerComment: null }
      const { by, comment, proposed } = action
      return {
        ...after,
        state: 'disputed',
        dispute: { by, at, comment, proposed, dueAt: at + 7 * day, ...unanswered },
      }
    }
    case 'answer': {
      const { answer, by, comment, ratings } = action
      const answered = { answer, answeredBy: by, answeredAt: at, answerComment: comment }
      const dispute = review.dispute && { ...review.dispute, ...answered }
      return { ...typed(after, { ...after, ratings }, at), state: 'resolved', dispute }
    }
    case 'void':
      return { ...after, state: 'voided' }
  }
}

function rowOf(review: Review): ReviewRow {
  const { id, conversation, agent, reviewer, state, score, changedAt: at, dispute } = review
  const { scorecard } = review
  return {
    id,
    conversation,
    contact: { id: 'contact-1', name: 'Inés Navarro' },
    agent,
    reviewer,
    scorecard: { id: scorecard.id, version: scorecard.version, name: scorecard.name },
    state,
    score: score.value,
    at,
    disputeDueAt: dispute?.dueAt ?? null,
  }
}

function checksOf(scorecard: Scorecard, conversation: string): readonly CheckResult[] {
  return criteriaOf(scorecard.sections).flatMap(({ id, check }): readonly CheckResult[] => {
    if (check === null) return []
    const passed = chance(`${conversation} ${check.check}`) < 0.7
    return [
      {
        criterion: id,
        check: check.check,
        passed,
        messages: [`${conversation}-4`],
        because: { code: passed ? 'answered' : 'unanswered', value: null },
      },
    ]
  })
}

function previewOf(recipe: SampleRecipe, now: number): SamplePreview {
  const drawn = Math.min(recipe.size, 240)
  const conversations = Array.from({ length: drawn }, (_, place) => {
    const { id, agent } = conversationAt(place, now)
    return { conversation: id, agent, weight: 1, risks: [] }
  })
  const count = (id: string) => conversations.filter(({ agent }) => agent === id).length
  const strata = agents.map(({ id }) => ({ key: { agent: id }, candidates: 440, drawn: count(id) }))
  return {
    candidates: 6207,
    drawnBefore: recipe.cycle === null ? 0 : 40,
    strata: recipe.method === 'stratified' ? strata : [],
    conversations,
    coverage: agents.map(({ id }) => ({ agent: id, candidates: 440, drawn: count(id), reviewed: 2 })),
  }
}

/** One review is new, one was changed on both sides. */
function mergeOf(rows: readonly ReviewRow[], now: number): MergeResult {
  const mine = rows[0]!
  const theirs = { ...mine, score: 41, at: now - hour }
  return {
    from: reviewer,
    madeAt: now - hour,
    added: 1,
    same: 3,
    updated: 0,
    conflicts: [{ review: mine.id, conversation: mine.conversation, mine, theirs }],
    missing: 0,
  }
}
