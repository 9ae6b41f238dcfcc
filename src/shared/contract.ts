/**
 * The whole application on one page: what the screen may ask (`Api`), what the engine announces (`Events`), and how a
 * request fails (`Failure`). Every transport carries JSON-safe values only. Times are epoch milliseconds, durations
 * seconds, rates 0…1; `null` means "cannot be known", never 0. Ids are those of the records.
 */
import type {
  Agreement,
  AuditResults,
  AuditResultsQuery,
  CanonicalAnswer,
  CheckResult,
  Coaching,
  MergeRequest,
  MergeResult,
  NewReview,
  QuestionCluster,
  QueueItem,
  Review,
  ReviewAction,
  ReviewContent,
  ReviewQuery,
  ReviewRow,
  Sample,
  SamplePreview,
  SampleRecipe,
  Scorecard,
  ScorecardDraft,
  ScorecardTemplate,
} from './audits.ts'
import type {
  AssignmentLog,
  AssignmentPath,
  AssignmentQuery,
  AssignmentSource,
  HandOverQuality,
  HeldAt,
  HeldAtQuery,
  Holdings,
} from './assigning.ts'
import type {
  Flag,
  FlagAction,
  FlagBefore,
  FlagGroup,
  FlagGroupAction,
  FlagHistory,
  FlagList,
  FlagPreview,
  FlagPreviewQuery,
  FlagQuery,
  FlagRate,
  FlagRuleId,
  FlagRules,
  NewFlag,
} from './flags.ts'
import type { WorkingHours } from './hours.ts'
import type { NowAnswer, NowQuery } from './live.ts'
import type { MetricId } from './metrics.ts'
import type { authors, contentTypes, openers } from './records.ts'
import type { Phrase } from './phrases.ts'
import type { AutomationAdvice, Forecast, Staffing, WhatIf, WhatIfQuery } from './planning.ts'
import type { DefinitionName, NumberRules } from './rules.ts'
import type {
  ConversationHits,
  SavedSearch,
  SearchAnswer,
  SearchIndexState,
  SearchQuery,
} from './searching.ts'
import type { QuestionAnswer, QuestionQuery, QuestionView, SavedQuestion } from './questions.ts'
import type {
  FolderState,
  IssuedReport,
  Report,
  ReportCheck,
  ReportQuery,
  ReportTemplate,
  ReportTemplateDraft,
  RowsQuery,
  SavedRows,
  SaveReportQuery,
  ScheduleDraft,
  ScheduleRun,
  ScheduleState,
} from './reporting.ts'
import type { Notice, TellingSettings, WebhookState } from './telling.ts'

export interface Api {
  workspace(): Promise<Workspace>
  settings(): Promise<Settings>
  saveSettings(change: Partial<Settings>): Promise<Settings>

  syncHealth(): Promise<SyncHealth>
  addSource(source: NewSource): Promise<SourceState>
  removeSource(source: string): Promise<void>
  /** Pauses or goes on with one source, or with all (null). */
  pauseSync(source: string | null, paused: boolean): Promise<void>
  syncNow(source: string | null): Promise<void>
  rejected(query: { readonly after: string | null; readonly limit: number }): Promise<List<Rejected>>

  metrics(query: MetricsQuery): Promise<MetricsAnswer>
  /** Many questions in one round trip, answered in order from one state of the data. */
  metricsMany(queries: readonly MetricsQuery[]): Promise<readonly MetricsAnswer[]>
  explain(query: ExplainQuery): Promise<Explanation>

  conversations(query: ConversationQuery): Promise<List<ConversationRow> & { readonly total: number }>
  /** Opens at the newest part of the timeline, or round a message or comment of it. */
  conversation(id: string, around?: string | null): Promise<Conversation>
  /** Any other part of a conversation's timeline. */
  timeline(query: TimelineQuery): Promise<TimelinePage>

  /** The whole history: messages, comments, names, templates, errors. Complete also while the index is behind. */
  search(query: SearchQuery): Promise<SearchAnswer>
  searchInside(query: {
    readonly conversation: string
    readonly text: string
    readonly zone: string
  }): Promise<ConversationHits>
  searchIndex(): Promise<SearchIndexState>
  /** Throws the index away and makes it anew; search answers by scan meanwhile. */
  rebuildSearch(): Promise<void>
  /** Chats as one self-contained page, for reading and printing. */
  transcript(query: TranscriptQuery): Promise<{ readonly html: string }>
  /** Lets the person save chats as a file; null when they changed their mind. */
  saveTranscript(query: TranscriptQuery): Promise<{ readonly saved: string | null }>

  /** One metric as two definitions give it, the rules in which they differ, and what makes the difference. */
  compareDefinitions(query: CompareQuery): Promise<DefinitionComparison>
  /** What stands out in the period: trends over the weeks before it, agents far from their team, hours far from usual, who copes. */
  insights(query: { readonly scope: Scope }): Promise<Insights>
  /** Frequent customer questions that no topic rule names yet. */
  suggestTopics(query: { readonly scope: Scope }): Promise<readonly TopicSuggestion[]>
  /** Reads a calendar file's text as days off; nothing is changed. */
  readHolidays(query: HolidayQuery): Promise<HolidayFile>
  /** Lets the person save an answer as a file; null when they changed their mind. Cells equal what is shown. */
  saveTable(table: ExportTable): Promise<{ readonly saved: string | null }>

  /** Who waits, who is busy, what comes in and what to do about it, at this moment. */
  now(query: NowQuery): Promise<NowAnswer>
  /** What is still to come today and tomorrow, with the error held-out days had. */
  forecast(query: { readonly scope: Scope }): Promise<Forecast>
  /** How many agents each hour of the scope's day keep waits under the target. */
  staffing(query: {
    readonly scope: Scope
    readonly target: number
    readonly share: number
  }): Promise<Staffing>
  /** What other shifts would have made of a past period's real arrivals. */
  whatIf(query: WhatIfQuery): Promise<WhatIf>
  /** Frequent questions answered alike. */
  automation(query: { readonly scope: Scope }): Promise<readonly AutomationAdvice[]>

  /** Who has what (at the clock's moment, or at another), and the spans held between from and to. */
  holdings(query: { readonly scope: Scope; readonly at?: number | null }): Promise<Holdings>
  heldAt(query: HeldAtQuery): Promise<HeldAt>
  assignmentLog(query: AssignmentQuery): Promise<AssignmentLog>
  assignmentPath(conversation: string): Promise<AssignmentPath>
  handOvers(query: { readonly scope: Scope }): Promise<readonly HandOverQuality[]>

  flags(query: FlagQuery): Promise<FlagList>
  /** Open flags by rule, for when there are thousands. */
  flagGroups(query: { readonly scope: Scope }): Promise<readonly FlagGroup[]>
  flagHistory(id: string): Promise<FlagHistory>
  flagRates(query: { readonly scope: Scope }): Promise<readonly FlagRate[]>
  /** What a rule would have flagged in the last week; nothing is changed. */
  previewFlagRule(query: FlagPreviewQuery): Promise<FlagPreview>
  /** Decides, rests, takes over or reopens flags; answers them as they are then. */
  actOnFlags(action: FlagAction): Promise<readonly Flag[]>
  /** The same for every open flag of a rule; answers them as they were before, so that it can be taken back. */
  actOnFlagGroup(action: FlagGroupAction): Promise<readonly FlagBefore[]>
  raiseFlag(flag: NewFlag): Promise<Flag>
  webhook(): Promise<WebhookState>
  /** Keeps the webhook's secret with the host; null forgets it. */
  keepWebhookSecret(secret: string | null): Promise<WebhookState>
  /** Tells a made-up flag everywhere it would be told. `webhook`: `sent`, `off`, or why it was not taken. */
  testTelling(): Promise<{
    readonly desktop: boolean
    readonly webhook: string
    readonly webhookWords?: Phrase
  }>

  /** Every version of every scorecard, newest first. */
  scorecards(): Promise<readonly Scorecard[]>
  /** Scorecards to begin with, in every language they are shipped in. */
  scorecardTemplates(): Promise<readonly ScorecardTemplate[]>
  /** Changes the newest version, or makes another where a review used it. */
  saveScorecard(draft: ScorecardDraft): Promise<Scorecard>
  archiveScorecard(id: string, archived: boolean): Promise<void>
  /** What the automatic checks of a scorecard find in a conversation. */
  checkConversation(query: {
    readonly conversation: string
    readonly scorecard: { readonly id: string; readonly version: number }
  }): Promise<readonly CheckResult[]>
  /** What would be drawn; nothing is kept. The same recipe on the same data draws the same. */
  previewSample(recipe: SampleRecipe): Promise<SamplePreview>
  drawSample(recipe: SampleRecipe): Promise<Sample>
  closeSample(id: string): Promise<void>
  samples(): Promise<readonly Sample[]>
  /** What waits for a reviewer (null: for anybody), and what they have done of it. */
  queue(query: {
    readonly reviewer: string | null
    readonly sample: string | null
  }): Promise<readonly QueueItem[]>
  beginReview(review: NewReview): Promise<Review>
  /** `asker`: who wants to see it; of a calibration that is open, nobody sees another's before their own is handed in. */
  review(query: { readonly id: string; readonly asker: string | null }): Promise<Review>
  /** Keeps what was typed so far. */
  saveReview(id: string, content: ReviewContent): Promise<Review>
  actOnReview(id: string, action: ReviewAction): Promise<Review>
  reviews(query: ReviewQuery): Promise<List<ReviewRow> & { readonly total: number }>
  auditResults(query: AuditResultsQuery): Promise<AuditResults>
  coaching(query: { readonly agent: string; readonly scope: Scope }): Promise<Coaching>
  agreement(query: { readonly sample: string; readonly asker: string }): Promise<Agreement>
  /** Near-identical questions answered differently, most divergent first. */
  consistency(query: { readonly scope: Scope }): Promise<readonly QuestionCluster[]>
  saveCanonicalAnswer(answer: {
    readonly question: string
    readonly answer: string
    readonly by: string
  }): Promise<CanonicalAnswer>
  /** Lets a reviewer take their queue, its chats included, or bring their reviews, as a file. */
  saveQueueFile(query: {
    readonly reviewer: string
    readonly content: 'queue' | 'reviews'
  }): Promise<{ readonly saved: string | null }>
  mergeReviews(request: MergeRequest): Promise<MergeResult>

  /** Those shipped, then those kept here, in the words of a language. */
  reportTemplates(query: { readonly language: Language }): Promise<readonly ReportTemplate[]>
  saveReportTemplate(draft: ReportTemplateDraft): Promise<ReportTemplate>
  removeReportTemplate(id: string): Promise<void>
  /** Lets the person save a template as a file, to share it. */
  saveTemplateFile(query: {
    readonly id: string
    readonly language: Language
  }): Promise<{ readonly saved: string | null }>
  /** Reads such a file's text; nothing is kept yet. */
  readTemplateFile(query: { readonly text: string }): Promise<ReportTemplateDraft>
  /** The report as data, for the preview; the files are made of the same. */
  report(query: ReportQuery): Promise<Report>
  /** The report as one self-contained page, as it will print. */
  reportPage(query: ReportQuery): Promise<{ readonly html: string }>
  /** Makes the report's file, keeps what was issued and lets the person save it; null when they changed their mind. */
  saveReport(query: SaveReportQuery): Promise<{ readonly saved: string | null }>
  /** What was issued, newest first. */
  issuedReports(query: {
    readonly after: string | null
    readonly limit: number
  }): Promise<List<IssuedReport> & { readonly total: number }>
  /** The very file that was issued, once more. */
  saveIssuedReport(query: { readonly id: string }): Promise<{ readonly saved: string | null }>
  /** The conversations behind a footnote of an issued report, by what is printed: `3F9C1A-12`. */
  footnote(query: { readonly id: string }): Promise<{
    readonly issued: IssuedReport
    readonly about: string
    readonly total: number
    readonly conversations: readonly string[]
  }>
  /** `file`: its bytes as base64. */
  checkReport(query: { readonly file: string }): Promise<ReportCheck>

  schedules(): Promise<readonly ScheduleState[]>
  saveSchedule(draft: ScheduleDraft): Promise<ScheduleState>
  removeSchedule(id: string): Promise<void>
  /** Makes the newest period's report now, or tries a failed one again. */
  runSchedule(query: {
    readonly id: string
    readonly period: { readonly from: number; readonly to: number } | null
  }): Promise<ScheduleRun>
  scheduleRuns(query: {
    readonly schedule: string | null
    readonly after: string | null
    readonly limit: number
  }): Promise<List<ScheduleRun> & { readonly total: number }>
  /** Lets the person choose a folder; null where this host has no such dialog, or they changed their mind. */
  chooseFolder(): Promise<{ readonly folder: string | null }>
  /** Whether there is a dialog for that, and what is wrong with a folder that was typed; an empty one is not typed yet. */
  checkFolder(query: { readonly folder: string }): Promise<FolderState>

  /** One row a conversation, or a message, as a file. */
  saveRows(query: RowsQuery): Promise<SavedRows>
  /** Gives up the file of rows that is being made; an older one stays as it is. */
  cancelRows(): Promise<void>

  questionViews(query: { readonly language: Language }): Promise<readonly QuestionView[]>
  /** Fails with `invalid` for what is no single reading statement, `busy` when time ran out. */
  askQuestion(query: QuestionQuery): Promise<QuestionAnswer>
  cancelQuestion(id: string): Promise<void>
  savedQuestions(): Promise<readonly SavedQuestion[]>
  saveQuestion(question: {
    readonly id: string | null
    readonly name: string
    readonly sql: string
  }): Promise<SavedQuestion>
  removeQuestion(id: string): Promise<void>
}

/** What the engine announces. `changed` names what a screen may have read, so it asks again. */
export interface Events {
  changed: { readonly topics: readonly Topic[] }
  progress: { readonly sources: readonly SourceState[] }
  /** The past is computed anew after settings changed; `done` = `total`: finished. */
  recomputing: { readonly done: number; readonly total: number; readonly changed: readonly string[] }
  /** New flags since the last time, told or not; `open`: how many there are now. */
  flagged: { readonly flags: readonly Flag[]; readonly open: number }
  /** For hosts whose screens show notifications themselves. */
  told: { readonly notices: readonly Notice[] }
  /** A notification of the host was clicked: what it is about is to be opened. */
  chosen: Pick<Notice, 'flag' | 'place'>
  /** Rows written so far of a file that is being made; `of` null: nobody knows yet. */
  saving: { readonly rows: number; readonly of: number | null }
  stopped: { readonly failure: Failure }
}

const everyEvent: Readonly<Record<keyof Events, true>> = {
  changed: true,
  progress: true,
  recomputing: true,
  flagged: true,
  told: true,
  chosen: true,
  saving: true,
  stopped: true,
}
/** What hosts pass on to their screens: all of them, or this does not compile. */
export const eventNames = Object.keys(everyEvent) as readonly (keyof Events)[]

export type Topic =
  | 'workspace'
  | 'settings'
  | 'sync'
  | 'numbers'
  | 'conversations'
  | 'assignments'
  | 'flags'
  | 'search'
  | 'audits'
  | 'reports'

export type FailureKind =
  'offline' | 'denied' | 'invalid' | 'busy' | 'full' | 'locked' | 'damaged' | 'newer' | 'bug'

/** `kind` names what the person can do; `message` is one sentence of what happened and what was kept; `hint` the next step. */
export interface Failure {
  readonly kind: FailureKind
  readonly message: string
  readonly hint: string
  /** Both sentences, to be said in any language. Without it there are only the words above. */
  readonly words?: Phrase
}

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

export interface Transport {
  request(method: string, args: readonly unknown[]): Promise<Reply<unknown>>
  listen<K extends keyof Events>(event: K, listener: (data: Events[K]) => void): () => void
}

// ── the workspace ──────────────────────────────────────────────────────────────────────────────────────────────

export interface Named {
  readonly id: string
  readonly name: string
}

export interface Workspace {
  readonly name: string
  /** The zone the sources state, or the machine's. IANA name. */
  readonly zone: string
  /** True before any source was added. */
  readonly empty: boolean
  /** True when every source is the sample. */
  readonly sample: boolean
  readonly agents: readonly (Named & {
    readonly teams: readonly string[]
    readonly active: boolean
    readonly role: string | null
  })[]
  readonly teams: readonly Named[]
  readonly channels: readonly (Named & { readonly phone: string | null })[]
  readonly categories: readonly string[]
  /** First and last message held; null when there is none. */
  readonly span: { readonly from: number; readonly to: number } | null
  /** The engine's clock when this was answered. */
  readonly now: number
  /** How fast that clock runs: 1, but in a simulation. */
  readonly clockSpeed: number
  readonly version: string
}

export type Theme = 'system' | 'light' | 'dark'
export const languages = ['en', 'de', 'fr', 'es', 'zh-TW'] as const
export type Language = (typeof languages)[number]

/** What people set for the workspace; kept in workspace.db, never lost. */
export interface Settings {
  readonly language: Language | null
  readonly theme: Theme
  readonly density: 'comfortable' | 'compact'
  /** IANA name; null follows the workspace. */
  readonly zone: string | null
  /** The agent who sits here, for "you were mentioned". */
  readonly me: string | null
  readonly targets: Targets
  /** Other targets for a team or a channel; what is not named follows the workspace. Channel before team. */
  readonly targetOverrides: readonly TargetOverride[]
  readonly rules: NumberRules
  /** Working hours set here; they replace those the sources state for the same scope. */
  readonly workingHours: readonly WorkingHours[]
  readonly topicRules: readonly TopicRule[]
  readonly flagRules: FlagRules
  /** Hours without a message after which a derived conversation ends. */
  readonly conversationGapHours: number
  readonly telling: TellingSettings
  /** Conversations an agent can hold at once. */
  readonly agentCapacity: number
  readonly savedSearches: readonly SavedSearch[]
  /** The name reviews are written under here; null: nobody said yet. */
  readonly reviewer: string | null
  /** Hours in which an agent may dispute a review. */
  readonly disputeHours: number
}

/** Seconds and shares; null: no target. */
export interface Targets {
  readonly firstResponse: number | null
  readonly resolution: number | null
  readonly nextResponse: number | null
  readonly csat: number | null
  readonly failureRate: number | null
  readonly firstContactResolution: number | null
  readonly utilization: number | null
  readonly botContainment: number | null
  /** Seconds until a negative conversation is settled. */
  readonly negativeSettled: number | null
}

export interface TargetOverride {
  readonly team: string | null
  readonly channel: string | null
  readonly targets: Partial<Pick<Targets, 'firstResponse' | 'resolution' | 'nextResponse'>>
}

/** Conversations whose customer writes one of the keywords get the category, where their source names none. */
export interface TopicRule {
  readonly id: string
  readonly name: string
  /** By language code; a trailing `*` matches any ending. */
  readonly keywords: Readonly<Record<string, readonly string[]>>
}

// ── sync ───────────────────────────────────────────────────────────────────────────────────────────────────────

export type NewSource =
  | {
      readonly kind: 'sample'
      readonly seed?: number
      readonly until?: number | null
      readonly live?: boolean
    }
  | { readonly kind: 'records'; readonly files: readonly string[] }
  | {
      readonly kind: 'whatsapp-cloud'
      readonly collector: string
      readonly token: string
      readonly graph?: { readonly url: string; readonly token: string; readonly waba: string }
    }

export type SyncPhase = 'idle' | 'tail' | 'backfill' | 'waiting' | 'paused' | 'offline' | 'failed'

export interface SourceState {
  readonly id: string
  readonly kind: NewSource['kind']
  readonly name: string
  readonly phase: SyncPhase
  /** Everything the source knew up to this time is held. */
  readonly completeTo: number | null
  /** Everything from this time on is held; null: not known or not yet. */
  readonly backfilledTo: number | null
  readonly backfilled: boolean
  readonly records: number
  readonly rejected: number
  readonly progress: {
    readonly done: number
    readonly total: number | null
    readonly perSecond: number
    readonly secondsLeft: number | null
  } | null
  readonly failure: Failure | null
  /** Next try, when one is set. */
  readonly nextAt: number | null
}

export interface SyncHealth {
  readonly sources: readonly SourceState[]
  readonly notices: readonly {
    readonly at: number
    readonly severity: 'info' | 'warning' | 'danger'
    readonly kind: string
    readonly text: string
  }[]
  readonly storage: {
    readonly cacheBytes: number
    readonly walBytes: number
    readonly messages: number
    readonly conversations: number
  }
}

export interface Rejected {
  readonly at: number
  readonly source: string
  readonly reason: string
  /** The first 2,000 characters of what was received. */
  readonly raw: string
  readonly times: number
}

// ── numbers ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Which part of the data a question is about. `from` is inclusive, `to` exclusive. Empty lists exclude nothing. */
export interface Scope {
  readonly from: number
  readonly to: number
  readonly zone: string
  readonly agents: readonly string[]
  readonly teams: readonly string[]
  readonly channels: readonly string[]
  readonly categories: readonly string[]
  /** Who wrote, for messages; who opened, for conversations. Absent or empty: all. */
  readonly authors?: readonly AuthorType[]
  readonly openers?: readonly Opener[]
  /** How durations are measured; absent: `calendar`. */
  readonly hours?: Hours
}

export const hoursKinds = ['calendar', 'business'] as const
export type Hours = (typeof hoursKinds)[number]

export const dimensions = [
  'agent',
  'team',
  'channel',
  'category',
  'day',
  'week',
  'month',
  'hour',
  'weekday',
  'weekday-hour',
  'opened-by',
  'author',
  'error',
  'closed-by',
  'template',
  'pricing',
  'country',
  'language',
  'sentiment',
  'added-by',
  'goal',
  'step',
  'rule',
] as const
export type Dimension = (typeof dimensions)[number]

export interface MetricsQuery {
  readonly scope: Scope
  readonly by: readonly Dimension[]
  /** All of the catalogue when empty. */
  readonly metrics: readonly MetricId[]
  /** Whose rules; absent: the workspace's own. */
  readonly definition?: DefinitionName
}

/** A count, a rate with its denominator, or a mean score with the number of values. */
export interface ValueFigure {
  readonly value: number | null
  readonly of?: number
  /** Made from a stand-in for what nobody recorded (presence, rosters). */
  readonly estimated?: true
}
/** Seconds. `buckets` counts the seven spans <30 s, –2 m, –5 m, –10 m, –30 m, –1 h, longer. */
export interface DurationFigure {
  readonly count: number
  readonly mean: number | null
  readonly median: number | null
  readonly p90: number | null
  readonly min: number | null
  readonly max: number | null
  readonly buckets: readonly number[]
}
export type Figure = ValueFigure | DurationFigure
export type Figures = Readonly<Partial<Record<MetricId, Figure>>>

/** `key` holds one entry a dimension: an id, a category, `2026-05-11`, `2026-W19`, `09`, `1` (Monday), `1-09`; null: nobody or none. */
export interface MetricsRow {
  readonly key: Readonly<Partial<Record<Dimension, string | null>>>
  readonly metrics: Figures
}

export interface MetricsAnswer {
  readonly period: { readonly from: string; readonly to: string; readonly zone: string }
  readonly hours: Hours
  readonly definition: DefinitionName | null
  readonly by: readonly Dimension[]
  readonly rows: readonly MetricsRow[]
  readonly total: { readonly metrics: Figures }
  readonly data: { readonly completeTo: string | null; readonly quarantined: number }
}

export interface ExplainQuery {
  readonly metric: MetricId
  readonly scope: Scope
  /** Narrows to one row of a broken-down answer. */
  readonly key?: Readonly<Partial<Record<Dimension, string | null>>>
  readonly definition?: DefinitionName
  /** Narrows a duration to one of the seven buckets. */
  readonly bucket?: number
  readonly limit?: number
}

/** What is behind a figure. included + excluded = candidates. */
export interface Explanation {
  readonly metric: MetricId
  readonly figure: Figure
  readonly candidates: number
  readonly included: readonly Evidence[]
  readonly includedTotal: number
  readonly excluded: readonly (Evidence & { readonly reason: ExclusionReason })[]
  readonly excludedTotal: number
}

export const exclusionReasons = [
  'bot',
  'campaign',
  'agent_opened',
  'no_reply_yet',
  'closed_without_reply',
  'not_closed',
  'reopened',
  'never_assigned',
  'no_status',
  'not_rated',
  'no_inbound',
  'no_hours',
  'not_scored',
  'not_last_close',
  'not_first_response',
] as const
export type ExclusionReason = (typeof exclusionReasons)[number]

/** One thing counted: its conversation, when it happened, its value (seconds for durations, 1 for counts) and the message that shows it. */
export interface Evidence {
  readonly conversation: string
  readonly contact: string
  readonly agent: string | null
  readonly at: number
  readonly value: number | null
  readonly message: string | null
}

export interface CompareQuery {
  readonly metric: MetricId
  readonly scope: Scope
  readonly one: DefinitionName
  readonly other: DefinitionName
}

/** `rules` lists the choices in which the two differ, most weighty first: the figure when only that one is taken over. */
export interface DefinitionComparison {
  readonly one: Figure
  readonly other: Figure
  readonly rules: readonly {
    readonly rule: keyof NumberRules
    readonly one: string
    readonly other: string
    /** The first definition's figure with the other's choice here. */
    readonly taken: Figure
  }[]
  /** Conversations that count in one and not in the other, or with another value. */
  readonly changed: readonly {
    readonly conversation: string
    readonly contact: string
    readonly one: number | null
    readonly other: number | null
  }[]
  readonly changedTotal: number
}

export interface Insights {
  readonly trends: readonly {
    readonly metric: MetricId
    /** The agent it is about; null: everybody. */
    readonly agent: string | null
    readonly direction: 'rising' | 'falling'
    readonly verdict: 'better' | 'worse' | 'neutral'
    /** Change a week, as a share of the median week. */
    readonly relative: number
    readonly weeks: number
    /** The trend line's values at its first and its last week, in the metric's unit. */
    readonly from: number
    readonly to: number
  }[]
  readonly outliers: readonly {
    readonly metric: MetricId
    readonly agent: string
    readonly team: string | null
    /** Value ÷ the team's median. */
    readonly times: number
    readonly value: number
    readonly median: number
    readonly of: number
  }[]
  readonly anomalies: readonly {
    readonly metric: MetricId
    /** Start of the hour. */
    readonly at: number
    readonly value: number
    readonly expected: number
    readonly low: number
    readonly high: number
  }[]
  readonly coping: readonly {
    readonly agent: string
    readonly verdict: 'coping' | 'stretched' | 'falling_behind' | 'unknown'
    readonly because: readonly { readonly code: string; readonly value: number; readonly before: number }[]
  }[]
}

export interface TopicSuggestion {
  readonly keywords: readonly string[]
  readonly language: string | null
  readonly count: number
  readonly examples: readonly string[]
}

/** The calendar file's text, and the hours its days are for: events with times leave the rest of their day as it is. */
export interface HolidayQuery extends Pick<WorkingHours, 'zone' | 'week' | 'exceptions'> {
  readonly calendar: string
}

export interface HolidayFile {
  /** Events that were read; several may make one day, and one several. */
  readonly taken: number
  readonly days: readonly {
    readonly date: string
    readonly name: string
    readonly ranges: readonly (readonly [string, string])[]
  }[]
  readonly skipped: readonly {
    readonly what: string
    readonly why: string
    /** The reason, to be said in any language. */
    readonly words?: Phrase
  }[]
}

/** What a screen shows, for a file: durations in seconds, rates 0…1, times in epoch milliseconds; null is an empty cell. */
export interface ExportTable {
  readonly format: 'csv' | 'xlsx'
  /** Without an ending. */
  readonly name: string
  readonly title: string
  readonly columns: readonly {
    readonly title: string
    readonly kind: 'text' | 'count' | 'duration' | 'rate' | 'score' | 'time'
  }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly zone: string
  /** Period, filters and rules in words, printed under the table. */
  readonly notes: readonly string[]
}

// ── chats ──────────────────────────────────────────────────────────────────────────────────────────────────────

export type ConversationState = 'open' | 'pending' | 'snoozed' | 'closed'

export type Sentiment = 'negative' | 'neutral' | 'positive'

/** Columns a list can be sorted by. Descending, `wait` begins with the longest wait, `state` with closed. */
export const conversationSorts = [
  'last',
  'opened',
  'contact',
  'agent',
  'team',
  'channel',
  'category',
  'state',
  'wait',
  'first-response',
  'resolution',
  'messages',
  'sentiment',
  'score',
  'flags',
] as const
export type ConversationSort = (typeof conversationSorts)[number]

/** Filters narrow each other; what is absent, empty, false or null excludes nothing. */
export interface ConversationQuery {
  /**
   * Conversations active in the period: any message or event, from their opening on, between from and to. Agents and
   * teams: who ever had it; authors: one of them wrote in it; openers: one of its openings was by them. Hours play no part.
   */
  readonly scope: Scope
  readonly states: readonly ConversationState[]
  readonly waiting: boolean
  /** Has an open flag; of one of `flagRules`, where those are named. */
  readonly flagged: boolean
  readonly flagRules?: readonly FlagRuleId[]
  /** `unscored`: the customer wrote nothing that could be scored. */
  readonly sentiments?: readonly (Sentiment | 'unscored')[]
  /** Codes, as `Conversation.language` has them. */
  readonly languages?: readonly string[]
  /** Has a submitted review, or has none; calibrations aside. */
  readonly reviewed?: boolean | null
  /** `low`: in the lower half of the scale, with any of its ratings. */
  readonly rated?: 'rated' | 'low' | 'unrated' | null
  readonly failed?: boolean
  readonly unassigned?: boolean
  readonly minMessages?: number | null
  /** A piece of a contact's name, phone or id; case and accents aside. */
  readonly contact: string
  /** Conversations that have no value in the column come last, whichever way; equal ones stand by their age in the cache. */
  readonly sort: ConversationSort
  readonly ascending: boolean
  readonly after: string | null
  /** Rows passed over behind `after`: a scrollbar that is dragged lands anywhere in the list. */
  readonly skip?: number
  readonly limit: number
}

/** A page of a keyset-paged list; `next` is handed back as `after`. */
export interface List<T> {
  readonly rows: readonly T[]
  readonly next: string | null
}

export interface ConversationRow {
  readonly id: string
  readonly contact: Named
  readonly channel: Named
  readonly agent: string | null
  readonly team: string | null
  readonly category: string | null
  readonly state: ConversationState
  readonly openedAt: number
  readonly lastAt: number
  readonly lastText: string
  readonly lastDirection: 'in' | 'out' | 'internal' | 'unknown'
  /** Since when the customer waits for a person; null: nobody waits. */
  readonly waitingSince: number | null
  readonly firstResponse: number | null
  readonly resolution: number | null
  readonly messages: number
  readonly openFlags: number
  /** Of what the customer wrote; null: not scored. */
  readonly sentiment: Sentiment | null
  /** Of the last submitted review, 0…100; null: none, or nothing was scored. */
  readonly score: number | null
}

export type AuthorType = (typeof authors)[number]
export type ContentType = (typeof contentTypes)[number]
export type Opener = (typeof openers)[number]

export type TimelineItem =
  | {
      readonly kind: 'message'
      readonly id: string
      readonly at: number
      readonly direction: 'in' | 'out' | 'internal' | 'unknown'
      readonly author: { readonly type: AuthorType; readonly agent: string | null }
      readonly type: ContentType
      readonly text: string | null
      readonly caption: string | null
      readonly template: string | null
      readonly media: {
        readonly mime: string | null
        readonly name: string | null
        readonly bytes: number | null
      } | null
      readonly replyTo: string | null
      /** Highest status reached and when; null: the source reports none. */
      readonly status: {
        readonly name: 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'deleted'
        readonly at: number
      } | null
      readonly error: { readonly code: number; readonly title: string | null } | null
      readonly edited: boolean
      readonly revoked: boolean
      readonly reactions: readonly { readonly emoji: string; readonly by: 'in' | 'out' }[]
      readonly inWindow: boolean | null
    }
  | {
      readonly kind: 'event'
      readonly at: number
      readonly event: string
      readonly by: string | null
      readonly byType: string
      readonly category: string | null
      readonly note: string | null
    }
  | {
      readonly kind: 'assignment'
      readonly at: number
      readonly from: string | null
      readonly to: string | null
      readonly team: string | null
      readonly by: string | null
      readonly byType: string
      readonly source: AssignmentSource
      readonly heldBefore: number | null
      readonly note: string | null
    }
  | {
      readonly kind: 'comment'
      readonly id: string
      readonly at: number
      readonly agent: string | null
      readonly text: string
      readonly mentions: readonly string[]
    }
  | {
      readonly kind: 'rating'
      readonly at: number
      readonly score: number
      readonly max: number
      readonly comment: string | null
    }
  | { readonly kind: 'survey'; readonly at: number }

/**
 * A part of a conversation's timeline. Items have places, 0…total − 1, oldest first, so a list that draws one row an item
 * knows its length and asks for what comes in sight. New items come last as a rule; records that arrive late can shift
 * places, which `changed` of `conversations` announces: then ask again for what is in sight.
 */
export interface TimelinePage {
  readonly timeline: readonly TimelineItem[]
  /** Place of the first item. */
  readonly first: number
  /** Items of the whole timeline. */
  readonly total: number
  /** Place of what was asked for, of the item it was folded into if it is an edit, revoke or reaction; null: it is not here. */
  readonly found: number | null
  /** Messages that items of this part answer, as far as they lie outside it. */
  readonly quoted: readonly MessageItem[]
}
export type MessageItem = Extract<TimelineItem, { readonly kind: 'message' }>

/** At most 500 items. `place`: from there on; `around`: a message or comment in the middle; `at`: from a moment on. */
export interface TimelineQuery {
  readonly conversation: string
  readonly limit: number
  readonly from:
    | { readonly kind: 'place'; readonly place: number }
    | { readonly kind: 'around'; readonly id: string }
    | { readonly kind: 'at'; readonly at: number }
}

/** A wait of the customer for a person: from the message that began it to the reply or close that ended it. */
export interface Wait {
  readonly from: number
  readonly to: number | null
  readonly first: boolean
  readonly endedBy: 'reply' | 'close' | null
  readonly agent: string | null
}

/** `timeline` is the part it opens at; everything beside it is of the whole conversation. */
export interface Conversation extends TimelinePage {
  readonly row: ConversationRow
  readonly contact: Named & {
    readonly phone: string | null
    readonly language: string | null
    readonly conversations: number
    readonly since: number | null
    readonly optedInAt: number | null
    readonly tags: readonly string[]
  }
  readonly waits: readonly Wait[]
  readonly episodes: readonly {
    readonly openedAt: number
    readonly openedBy: Opener
    readonly closedAt: number | null
    readonly firstResponse: number | null
    readonly firstResponder: string | null
    readonly timeToAssignment: number | null
    readonly resolution: number | null
    readonly resolvedBy: string | null
    readonly nextResponseMedian: number | null
    /** Messages of bots and automations before the first reply; null: none, or no reply. */
    readonly bots: { readonly count: number; readonly at: number } | null
    /** Why the episode has no first response; null when it has one. */
    readonly excluded: ExclusionReason | null
  }[]
  readonly counts: { readonly in: number; readonly out: number; readonly failed: number }
  /** Of what the customer wrote; null: not scored. */
  readonly sentiment: Sentiment | null
  readonly language: string | null
  /** Oldest first; of very many the newest. */
  readonly flags: readonly Flag[]
}

/** Chats to read, print or keep. Names hidden: of customers, in the text as well. */
export interface TranscriptQuery {
  readonly conversations: readonly string[]
  readonly format: 'pdf' | 'html' | 'text'
  readonly hideNames: boolean
  readonly language: Language
  readonly zone: string
}
