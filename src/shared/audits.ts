/**
 * Message audits as the contract sees them: scorecards, samples, reviews, what comes of them. All of it lives in
 * workspace.db and is never lost. Scores are 0…100; `null`: nothing was scored. Times are epoch milliseconds.
 */
import type { Evidence, Named, Scope } from './contract.ts'

// ── scorecards ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The levels of a criterion, worst first: two to five. Pass or fail is two. */
export type Scale = readonly string[]

export interface Criterion {
  readonly id: string
  readonly name: string
  readonly hint: string
  readonly scale: Scale
  /** 0…100; a bonus adds its part of the weight and never takes away. */
  readonly weight: number
  readonly kind: 'standard' | 'bonus'
  /** Rated below half, the whole review is 0. */
  readonly critical: boolean
  /** A conversation-wide rating counts for the agent reviewed; one of a message for its author. */
  readonly per: 'conversation' | 'message'
  /** Reasons offered, and on which ratings they are asked for. */
  readonly rootCauses: readonly string[]
  readonly askRootCause: 'never' | 'negative' | 'not_best' | 'always'
  /** An automatic check that proposes the rating; null: people only. */
  readonly check: CheckSettings | null
}

export interface ScorecardSection {
  readonly id: string
  readonly name: string
  readonly criteria: readonly Criterion[]
}

/** What a person edits; saving it makes a version. */
export interface ScorecardDraft {
  /** null: a new scorecard. */
  readonly id: string | null
  readonly name: string
  /** The language its words are in. */
  readonly language: string
  readonly sections: readonly ScorecardSection[]
}

/** One version. It never changes once a review used it. */
export interface Scorecard extends ScorecardDraft {
  readonly id: string
  readonly version: number
  readonly madeAt: number
  /** Reviews made with this version. */
  readonly reviews: number
  readonly newest: boolean
  readonly archived: boolean
}

export interface ScorecardTemplate {
  readonly key: 'service' | 'sales' | 'complaints'
  readonly language: string
  readonly draft: ScorecardDraft
}

// ── automatic checks ───────────────────────────────────────────────────────────────────────────────────────────

export const checkIds = [
  'greeting',
  'closing',
  'name_used',
  'in_target',
  'forbidden_phrase',
  'required_phrase',
  'personal_data',
  'foreign_link',
  'shouting',
  'left_unanswered',
  'template_outside_window',
  'copied_answer',
] as const
export type CheckId = (typeof checkIds)[number]

/** `phrases` by language code, for forbidden_phrase and required_phrase; `allowed` hosts for foreign_link. */
export interface CheckSettings {
  readonly check: CheckId
  readonly phrases?: Readonly<Record<string, readonly string[]>>
  readonly allowed?: readonly string[]
}

/** What a check found in one conversation; `passed` null: it does not apply. `messages` show it. */
export interface CheckResult {
  readonly criterion: string
  readonly check: CheckId
  readonly passed: boolean | null
  readonly messages: readonly string[]
  /** What the words of the explanation need: the phrase, the host, seconds, the kind of personal data. */
  readonly because: { readonly code: string; readonly value: string | number | null }
}

// ── samples ────────────────────────────────────────────────────────────────────────────────────────────────────

export const strataDimensions = ['agent', 'category', 'channel', 'hour', 'sentiment', 'language'] as const
export type StrataDimension = (typeof strataDimensions)[number]

/** From this alone the same conversations are drawn again from the same data. */
export interface SampleRecipe {
  readonly name: string
  readonly scope: Scope
  readonly method: 'plain' | 'stratified' | 'risk' | 'flagged'
  /** For `stratified`: what makes a stratum. */
  readonly strata: readonly StrataDimension[]
  /** `every`: as many of each stratum; `proportional`: as its share. */
  readonly allocation: 'every' | 'proportional'
  readonly size: number
  readonly seed: number
  /** The cycle in which no conversation is drawn twice; null: no memory. */
  readonly cycle: string | null
  readonly scorecard: { readonly id: string; readonly version: number }
  /** Who reviews, with how many at most; an even share each. */
  readonly reviewers: readonly { readonly name: string; readonly quota: number | null }[]
  /** Several reviewers score the same chats, not seeing each other's; kept out of results. */
  readonly calibration: boolean
  readonly dueAt: number | null
}

export interface Stratum {
  readonly key: Readonly<Partial<Record<StrataDimension, string | null>>>
  readonly candidates: number
  readonly drawn: number
}

export interface SamplePreview {
  readonly candidates: number
  /** Candidates left out because this cycle drew them before. */
  readonly drawnBefore: number
  readonly strata: readonly Stratum[]
  readonly conversations: readonly SampledConversation[]
  /** Per agent: conversations in scope, in this draw, and reviewed before in the cycle. */
  readonly coverage: readonly {
    readonly agent: string | null
    readonly candidates: number
    readonly drawn: number
    readonly reviewed: number
  }[]
}

export interface SampledConversation {
  readonly conversation: string
  /** Whom the review is about: who wrote most messages; the assignee where nobody wrote. */
  readonly agent: string | null
  /** What the draw's weight was, 1 where all weigh the same, and the risks that made it. */
  readonly weight: number
  readonly risks: readonly string[]
}

export interface Sample {
  readonly id: string
  readonly recipe: SampleRecipe
  readonly drawnAt: number
  readonly candidates: number
  readonly strata: readonly Stratum[]
  readonly items: number
  readonly reviewed: number
  readonly closed: boolean
}

// ── reviews ────────────────────────────────────────────────────────────────────────────────────────────────────

/** How long after submission its reviewer may still change a review, as long as the agent has not answered it. Milliseconds. */
export const changeableFor = 24 * 3_600_000

export type ReviewState = 'open' | 'draft' | 'submitted' | 'disputed' | 'resolved' | 'voided'

/** One place in a queue. `review` is null until it is begun. */
export interface QueueItem {
  readonly sample: string | null
  readonly sampleName: string | null
  readonly calibration: boolean
  readonly conversation: string
  readonly contact: string
  readonly agent: string | null
  readonly category: string | null
  readonly language: string | null
  readonly at: number
  readonly reviewer: string
  readonly review: string | null
  readonly state: ReviewState
  readonly score: number | null
  readonly dueAt: number | null
  /** Why it was drawn, for risk-weighted and flagged samples. */
  readonly risks: readonly string[]
  /** Its conversation was erased since. */
  readonly erased: boolean
}

/** A rating of one criterion, of the conversation (message null) or of one message. `level` counts from 0, worst first; null: not applicable. */
export interface Rating {
  readonly criterion: string
  readonly message: string | null
  readonly level: number | null
  readonly causes: readonly string[]
  readonly note: string
  /** What the check proposed; kept when a person says otherwise. null: no check. */
  readonly proposed: number | null
}

export interface PinnedNote {
  readonly id: string
  /** Pinned to a message; null: to the conversation. */
  readonly message: string | null
  readonly kind: 'praise' | 'fault' | 'note'
  readonly text: string
}

/** What a person types; saved at each stroke. */
export interface ReviewContent {
  readonly ratings: readonly Rating[]
  readonly notes: readonly PinnedNote[]
  readonly tags: readonly string[]
  readonly comment: string
}

/** Σ(value·weight) ÷ Σ(weight), bonus added on top; how each criterion came in. */
export interface ScoreLine {
  readonly criterion: string
  /** 0…100; null: not applicable or not rated. */
  readonly value: number | null
  readonly weight: number
  readonly kind: 'standard' | 'bonus'
  readonly failedCritical: boolean
}
export interface Score {
  readonly value: number | null
  readonly lines: readonly ScoreLine[]
  /** Σ(value·weight) and Σ(weight) of the standard criteria that were rated. */
  readonly points: number
  readonly weights: number
  /** What bonuses add to points ÷ weights; the value ends at 100 all the same. */
  readonly bonus: number
  /** Failed critical criteria: the value is 0 because of them. */
  readonly failedCritical: readonly string[]
  /** Standard criteria neither rated nor set aside as not applicable. */
  readonly missing: readonly string[]
}

export type DisputeAnswer = 'accepted' | 'partly' | 'rejected'

export interface Dispute {
  readonly by: string
  readonly at: number
  readonly comment: string
  /** Levels the agent proposes, by criterion. */
  readonly proposed: readonly { readonly criterion: string; readonly level: number | null }[]
  /** When its answer is due. */
  readonly dueAt: number
  readonly answer: DisputeAnswer | null
  readonly answeredBy: string | null
  readonly answeredAt: number | null
  readonly answerComment: string | null
}

export interface Review extends ReviewContent {
  readonly id: string
  readonly conversation: string
  readonly agent: string | null
  readonly reviewer: string
  readonly sample: string | null
  readonly calibration: boolean
  readonly scorecard: Scorecard
  readonly state: ReviewState
  readonly score: Score
  readonly begunAt: number
  readonly changedAt: number
  readonly submittedAt: number | null
  /** How many messages the conversation had, and a hash over them, when the review was begun and submitted. */
  readonly seen: { readonly messages: number; readonly hash: string; readonly dataVersion: string }
  /** The conversation has changed since; null: it was erased. */
  readonly changedSince: boolean | null
  readonly acknowledgedAt: number | null
  readonly agentReply: string | null
  readonly dispute: Dispute | null
  readonly history: readonly ReviewChange[]
}

/** One entry of a review's history, never edited. */
export interface ReviewChange {
  readonly at: number
  readonly by: string
  readonly what:
    | 'begun'
    | 'submitted'
    | 'changed'
    | 'acknowledged'
    | 'replied'
    | 'disputed'
    | 'answered'
    | 'voided'
    | 'merged'
  readonly score: number | null
  /** What was changed, criterion by criterion. */
  readonly changes: readonly {
    readonly criterion: string
    readonly message: string | null
    readonly before: number | null
    readonly after: number | null
  }[]
  /** Words of whoever did it; of `merged` what was chosen: `mine`, `theirs` or `both`. */
  readonly comment: string | null
}

export interface NewReview {
  readonly conversation: string
  /** null: the newest; a place of a sample is reviewed by the sample's own whatever is named. */
  readonly scorecard: { readonly id: string; readonly version: number } | null
  readonly sample: string | null
  readonly reviewer: string
}

export type ReviewAction =
  | { readonly kind: 'submit' }
  | { readonly kind: 'acknowledge'; readonly by: string; readonly reply: string }
  | {
      readonly kind: 'dispute'
      readonly by: string
      readonly comment: string
      readonly proposed: Dispute['proposed']
    }
  | {
      readonly kind: 'answer'
      readonly by: string
      readonly answer: DisputeAnswer
      readonly comment: string
      /** The ratings as they shall stand. */
      readonly ratings: readonly Rating[]
    }
  | { readonly kind: 'void'; readonly by: string; readonly comment: string }

/** Reviews of a calibration that is open are listed only where `reviewers` names one. */
export interface ReviewQuery {
  /** Conversations last active in the period when their review was begun. */
  readonly scope: Scope
  readonly states: readonly ReviewState[]
  readonly reviewers: readonly string[]
  readonly agents: readonly string[]
  /** A conversation's reviews; null: of all. */
  readonly conversation: string | null
  readonly after: string | null
  readonly limit: number
}

export interface ReviewRow {
  readonly id: string
  readonly conversation: string
  readonly contact: Named
  readonly agent: string | null
  readonly reviewer: string
  readonly scorecard: { readonly id: string; readonly version: number; readonly name: string }
  readonly state: ReviewState
  readonly score: number | null
  /** When the conversation was last active, as the review was begun: what the list is sorted by. */
  readonly at: number
  /** Until when it may be disputed; of a disputed one, when the answer is due. */
  readonly disputeDueAt: number | null
}

// ── results ────────────────────────────────────────────────────────────────────────────────────────────────────

/** A mean score with its 95 % interval; `low` and `high` null: too few to say. */
export interface ScoreFigure {
  readonly n: number
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
}
/** A share with its 95 % Wilson interval. */
export interface ShareFigure {
  readonly n: number
  readonly of: number
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

/** Figures by whatever a row is about; `key` null: nobody. `rank` only where no interval overlaps with a neighbour's. */
export interface ScoreRow {
  readonly key: string | null
  readonly score: ScoreFigure
  readonly failed: ShareFigure
  readonly rank: number | null
  /** Reviews each that would separate it from the row above; null: separated, or not to be said. */
  readonly moreToSeparate: number | null
}

/** Submitted and resolved reviews of conversations in the scope; calibrations left out. Drawn at random or not is told apart. */
export interface AuditResults {
  readonly total: ScoreFigure
  readonly failed: ShareFigure
  readonly byAgent: readonly ScoreRow[]
  readonly byTeam: readonly ScoreRow[]
  readonly byReviewer: readonly ScoreRow[]
  /** Start of week in the scope's zone, as `2026-W19`. */
  readonly byWeek: readonly ScoreRow[]
  /** Scores by criterion do not know the zero of a failed critical one. */
  readonly byCriterion: readonly (ScoreRow & { readonly name: string; readonly scorecard: string })[]
  readonly byCause: readonly {
    readonly cause: string
    readonly criterion: string
    readonly share: ShareFigure
  }[]
  /** Reviews of chats not drawn at random (by hand, by risk, for a flag), which say nothing about the rest: counted here, not above. */
  readonly picked: number
  readonly coverage: readonly {
    readonly agent: string | null
    readonly conversations: number
    readonly reviewed: number
  }[]
}

export interface AuditResultsQuery {
  readonly scope: Scope
  readonly scorecard: string | null
  readonly reviewers: readonly string[]
  /** Also reviews of chats not drawn at random. */
  readonly includePicked: boolean
}

/** Per criterion: the agent beside the team, with messages that show it. */
export interface Coaching {
  readonly agent: string
  readonly score: ScoreFigure
  readonly team: ScoreFigure
  readonly criteria: readonly {
    readonly criterion: string
    readonly name: string
    readonly own: ScoreFigure
    readonly others: ScoreFigure
    readonly causes: readonly { readonly cause: string; readonly count: number }[]
    readonly examples: readonly CoachingExample[]
  }[]
  readonly praise: readonly CoachingExample[]
  readonly reviews: readonly ReviewRow[]
}
export interface CoachingExample {
  readonly review: string
  readonly conversation: string
  readonly message: string | null
  readonly text: string
  readonly note: string
  readonly at: number
}

/** Krippendorff's alpha (interval scale) over the chats several reviewers scored, with a bootstrap interval. */
export interface Agreement {
  readonly sample: string
  readonly units: number
  readonly reviewers: readonly string[]
  readonly alpha: number | null
  readonly low: number | null
  readonly high: number | null
  readonly byCriterion: readonly {
    readonly criterion: string
    readonly name: string
    readonly alpha: number | null
    readonly units: number
  }[]
  /** Hidden until the asker has submitted theirs, or the session is closed. */
  readonly items: readonly {
    readonly conversation: string
    readonly scores: readonly {
      readonly reviewer: string
      readonly score: number | null
      readonly review: string
    }[]
    readonly spread: number | null
  }[]
}

// ── consistency ────────────────────────────────────────────────────────────────────────────────────────────────

export type DivergenceKind = 'price' | 'deadline' | 'policy' | 'yes_no'

/** Near-identical questions of customers and how agents answered each. */
export interface QuestionCluster {
  readonly id: string
  readonly question: string
  readonly language: string | null
  readonly count: number
  readonly answers: readonly {
    readonly agent: string
    readonly count: number
    readonly examples: readonly (Evidence & { readonly question: string; readonly answer: string })[]
    /** Values the answers commit to: amounts, days, words of policy, yes or no. */
    readonly says: readonly { readonly kind: DivergenceKind; readonly value: string }[]
  }[]
  readonly divergences: readonly {
    readonly kind: DivergenceKind
    readonly values: readonly { readonly value: string; readonly agents: readonly string[] }[]
  }[]
  readonly canonical: CanonicalAnswer | null
}

export interface CanonicalAnswer {
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly by: string
  readonly at: number
}

// ── together without a server ──────────────────────────────────────────────────────────────────────────────────

/** What merging a file would do, or did. Nothing is overwritten silently: conflicts wait for a choice. */
export interface MergeResult {
  /** The reviewer whose file it is. */
  readonly from: string
  readonly madeAt: number
  /** Places of a queue, or reviews. */
  readonly added: number
  /** Here already, or older than what is here. */
  readonly same: number
  readonly updated: number
  readonly conflicts: readonly {
    readonly review: string
    readonly conversation: string
    readonly mine: ReviewRow
    readonly theirs: ReviewRow
  }[]
  /** Reviews of chats that never were here: left out. */
  readonly missing: number
}
export interface MergeRequest {
  /** The file's text. */
  readonly file: string
  /** Looks only; nothing is changed. */
  readonly dry: boolean
  /** By review id, for those in conflict. */
  readonly choices: Readonly<Record<string, 'mine' | 'theirs' | 'both'>>
}
