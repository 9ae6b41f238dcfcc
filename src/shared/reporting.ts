/**
 * Reports: templates as data, a report as data, what was issued, and schedules. Times are epoch milliseconds; figures are
 * those of the catalogue, in its units.
 */
import type { Dimension, ExclusionReason, ExportTable, Language, Scope } from './contract.ts'
import type { FlagRuleId } from './flags.ts'
import type { MetricId } from './metrics.ts'
import type { Phrase } from './phrases.ts'
import type { BlockData } from './reportBlocks.ts'

// ── templates ──────────────────────────────────────────────────────────────────────────────────────────────────

export const paperSizes = ['A4', 'Letter'] as const
export const orientations = ['portrait', 'landscape'] as const

export interface Paper {
  readonly size: (typeof paperSizes)[number]
  readonly orientation: (typeof orientations)[number]
}

/** Bytes of a logo's file. A larger one makes every report heavy, and nobody would see more of it in a running head. */
export const largestLogo = 512 * 1024

export interface ReportLook {
  /** A PNG, JPEG or SVG as a data URL; null: none. */
  readonly logo: string | null
  /** `#rrggbb`, dark enough to be read on white. */
  readonly accent: string
}

interface BlockHead {
  /** Unique in its template. */
  readonly id: string
  /** Null: what the block is called in the report's language. */
  readonly title: string | null
  /** Two halves that follow one another stand side by side. */
  readonly width: 'full' | 'half'
}

export const chartKinds = ['bars', 'line', 'heat', 'ranking'] as const
export const auditTables = ['agents', 'criteria', 'causes'] as const

/** One part of a report; they print in their order. */
export type Block =
  /** The period in words, from measured differences that matter. */
  | (BlockHead & { readonly kind: 'summary' })
  | (BlockHead & { readonly kind: 'text'; readonly text: string })
  | (BlockHead & { readonly kind: 'tiles'; readonly metrics: readonly MetricId[] })
  /** `bars` and `line` over days, weeks or months beside the period before; `heat` over weekday and hour; `ranking` over anything. */
  | (BlockHead & {
      readonly kind: 'chart'
      readonly chart: (typeof chartKinds)[number]
      readonly metric: MetricId
      readonly by: Dimension
      /** Bars of a ranking. */
      readonly most: number
    })
  | (BlockHead & {
      readonly kind: 'table'
      /** One dimension, or `team` and `agent` for agents under their teams. */
      readonly by: readonly Dimension[]
      readonly metrics: readonly MetricId[]
      readonly most: number
    })
  /** Conversations behind a figure: the longest of a duration, the latest of a count. */
  | (BlockHead & { readonly kind: 'chats'; readonly metric: MetricId; readonly most: number })
  /** No rules: all. */
  | (BlockHead & {
      readonly kind: 'flags'
      readonly rules: readonly FlagRuleId[]
      readonly most: number
    })
  | (BlockHead & { readonly kind: 'audits'; readonly of: (typeof auditTables)[number] })
  /** What stands out: trends, agents far from their team, hours far from usual. */
  | (BlockHead & { readonly kind: 'insights'; readonly most: number })
  /** Ruled lines to write on in the meeting. */
  | (BlockHead & { readonly kind: 'notes'; readonly lines: number })
  | (BlockHead & { readonly kind: 'break' })

export type BlockKind = Block['kind']

/** What the appendix tells; each can be left out, the hash cannot. */
export interface AppendixChoice {
  readonly definitions: boolean
  readonly evidence: boolean
}

export const shippedTemplates = [
  'executive',
  'day',
  'weekly',
  'month',
  'quarter',
  'contact-centre',
  'agent',
  'audit',
  'campaign',
  'flags',
] as const
export type ShippedTemplateId = (typeof shippedTemplates)[number]

export interface ReportTemplate {
  /** One of `shippedTemplates`, or made when it was kept. */
  readonly id: string
  /** Of a shipped one: its name in the language of the words. */
  readonly name: string
  readonly about: string
  /** Shipped ones are never changed: a changed one is kept as another. */
  readonly shipped: boolean
  readonly paper: Paper
  readonly look: ReportLook
  readonly blocks: readonly Block[]
  readonly appendix: AppendixChoice
  /** It is about one person: the filters must name exactly one agent. */
  readonly needsAgent: boolean
  /** 0: never kept. Rises with each change. */
  readonly version: number
}

export type ReportTemplateDraft = Omit<ReportTemplate, 'id' | 'shipped' | 'version'> & {
  /** Null makes a new one. */
  readonly id: string | null
}

// ── a report ───────────────────────────────────────────────────────────────────────────────────────────────────

export interface ReportQuery {
  readonly template: string
  /** A template that is being edited, shown instead of the one kept. */
  readonly draft?: ReportTemplateDraft | null
  readonly scope: Scope
  readonly language: Language
  readonly hideNames: boolean
}

export const reportFormats = ['pdf', 'xlsx', 'csv'] as const
export type ReportFormat = (typeof reportFormats)[number]

export interface SaveReportQuery extends ReportQuery {
  readonly format: ReportFormat
}

export type ReportColumn = ExportTable['columns'][number] & {
  /** What is measured; absent where it is no figure of the catalogue. */
  readonly metric?: MetricId
  /** Which part of its figure: `median`, `p90`, `count`, `of` …; absent: its value. */
  readonly part?: string
}

/** A table of a report before it is formatted: what the page shows, the spreadsheet holds and a check compares. */
export interface ReportTable {
  /** The block it is of. */
  readonly block: string
  readonly title: string
  readonly columns: readonly ReportColumn[]
  readonly rows: ExportTable['rows']
}

/** A small number in the report that leads to the conversations behind what it stands at. */
export interface Footnote {
  readonly number: number
  /** What is printed, `3F9C1A-12`: the report's first signs and the footnote's number. */
  readonly id: string
  readonly about: string
  /** How many things were counted (conversations, replies, messages); `conversations` holds the first they are of. */
  readonly total: number
  readonly conversations: readonly string[]
  /** The period they were counted in, or the moment of the one; null: it has none. */
  readonly when: { readonly from: number; readonly to: number } | null
  /** Whom the first of them are with; empty where names are hidden. */
  readonly contacts: readonly {
    readonly name: string
    readonly conversation: string
    readonly at: number
  }[]
}

/** What the last pages tell beside the footnotes. */
export interface ReportAppendix {
  /** Every metric shown, with what could have counted and did not. */
  readonly definitions: readonly {
    readonly metric: MetricId
    readonly name: string
    readonly definition: string
    readonly credit: string
    readonly leftOut: readonly { readonly reason: ExclusionReason; readonly count: number }[]
  }[]
  /** Period, filters, hours, rules and targets, a line each, in words. */
  readonly settings: readonly { readonly name: string; readonly value: string }[]
  /** How far the data is complete, no further than the period's end; null: nobody can say. */
  readonly completeTo: number | null
  /** The share of the past, 0…1, that followed the present rules when it was being computed anew. Absent: all of it did. */
  readonly recomputed?: number
  readonly rejected: number
}

/** A report as data: its page, its spreadsheet and its check are made of this. */
export interface Report {
  readonly workspace: string
  readonly language: Language
  readonly template: Pick<
    ReportTemplate,
    'id' | 'name' | 'version' | 'shipped' | 'paper' | 'look' | 'appendix'
  >
  readonly title: string
  readonly subtitle: string
  readonly scope: Scope
  /** What it is compared with: of an unfinished period only as much of the one before. */
  readonly previous: Scope
  readonly hideNames: boolean
  /** The moment it speaks of: the period's end, or how far an unfinished one is known. */
  readonly at: number
  /** In the order they print. Every figure comes from the same query as the screen. */
  readonly blocks: readonly BlockData[]
  /** Everything the blocks show, as tables. */
  readonly tables: readonly ReportTable[]
  readonly footnotes: readonly Footnote[]
  readonly appendix: ReportAppendix
  /** SHA-256 (hex) of all this without the footnotes' ids. */
  readonly fingerprint: string
  readonly version: string
}

// ── what was issued ────────────────────────────────────────────────────────────────────────────────────────────

export interface IssuedReport {
  readonly id: string
  /** The template's name then. */
  readonly name: string
  readonly template: string
  readonly format: ReportFormat
  readonly language: Language
  readonly scope: Scope
  readonly hideNames: boolean
  readonly issuedAt: number
  readonly by: 'person' | 'schedule'
  /** SHA-256 of the figures with their settings and definitions, as printed on the last page. */
  readonly fingerprint: string
  /** SHA-256 of the file. */
  readonly fileHash: string
  readonly fileName: string
  readonly bytes: number
  readonly version: string
  /** When its file was let go of because it told the name of a contact who was erased; absent: it is kept. */
  readonly erasedAt?: number
}

/** What became of a file that somebody brings. */
export interface ReportCheck {
  /** `issued`: byte for byte; `changed`: made here and changed since; `unknown`: not from this workspace; `unreadable`: no report. */
  readonly file: 'issued' | 'changed' | 'unknown' | 'unreadable'
  /** Why it is no report; null where it may be one. */
  readonly trouble: 'empty' | 'cut_short' | 'not_ours' | null
  /** The fingerprint the file carries, whoever made it; null: it carries none. */
  readonly fingerprint: string | null
  readonly issued: IssuedReport | null
  /** Whether today's data gives the same: null where this workspace cannot tell. */
  readonly figures: 'hold' | 'differ' | null
  readonly definitions: 'same' | 'changed' | null
  readonly settings: 'same' | 'changed' | null
  /** The first of the figures that differ. */
  readonly differences: readonly {
    readonly block: string
    readonly what: string
    readonly was: string
    readonly is: string
  }[]
}

// ── schedules ──────────────────────────────────────────────────────────────────────────────────────────────────

/** The period a run is about, told from the day it falls on. */
export const schedulePeriods = ['day', 'week', 'month'] as const
export type SchedulePeriod = (typeof schedulePeriods)[number]

export interface Schedule {
  readonly id: string
  readonly name: string
  readonly template: string
  readonly every: SchedulePeriod
  /** 1 Monday … 7 Sunday, for `week`; day of the month (1…28) for `month`. */
  readonly on: number
  /** `07:30` in the zone. */
  readonly at: string
  readonly zone: string
  readonly language: Language
  readonly hideNames: boolean
  readonly formats: readonly ReportFormat[]
  readonly folder: string
  readonly filters: Pick<Scope, 'agents' | 'teams' | 'channels' | 'categories'>
  /** How long a run waits for data to be complete to its period's end, minutes. */
  readonly patience: number
  readonly active: boolean
  /** Periods that ended before are none of its business. */
  readonly since: number
}

export type ScheduleDraft = Omit<Schedule, 'id' | 'since'> & { readonly id: string | null }

export interface ScheduleState extends Schedule {
  /** When it is due next; null: it rests. */
  readonly nextAt: number | null
  readonly last: ScheduleRun | null
}

/** Why reports cannot be written to a folder: no whole path, not there, no folder, not to be written to. */
export const folderTroubles = ['relative', 'missing', 'no_folder', 'locked'] as const
export type FolderTrouble = (typeof folderTroubles)[number]

export interface FolderState {
  /** This host can show the system's dialog. */
  readonly canChoose: boolean
  readonly trouble: FolderTrouble | null
}

/** One report of one period. There is one a schedule and a period, whatever happened. */
export interface ScheduleRun {
  readonly schedule: string
  readonly from: number
  readonly to: number
  readonly dueAt: number
  /** `waiting`: for data, or for another try; `left_out`: too many were missed, only the newest are made. */
  readonly state: 'waiting' | 'done' | 'failed' | 'left_out'
  readonly tries: number
  /** The last try. */
  readonly triedAt: number | null
  readonly madeAt: number | null
  readonly files: readonly string[]
  /** How far data was complete when it was made, where that was before the period's end. */
  readonly completeTo: number | null
  /** As `ReportAppendix.recomputed`, of the data it was made of. */
  readonly recomputed?: number
  /** Why it failed or waits, in a sentence; null: it does not. */
  readonly reason: string | null
  /** The same, to be said in any language. */
  readonly reasonWords?: Phrase
  /** Whether somebody was told that it is done, or was given up. Absent: it was kept before this was. */
  readonly told?: boolean
}

// ── rows ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** One row a conversation with every metric; one row a message. */
export const datasets = ['conversations', 'messages'] as const
export type Dataset = (typeof datasets)[number]
export const rowFormats = ['csv', 'xlsx', 'parquet'] as const
export type RowFormat = (typeof rowFormats)[number]

export interface RowsQuery {
  readonly dataset: Dataset
  readonly format: RowFormat
  readonly scope: Scope
  readonly language: Language
  readonly hideNames: boolean
  /** A byte order mark before CSV, by which spreadsheets know its letters; absent: there is one. */
  readonly mark?: boolean
}

export interface SavedRows {
  /** Null: they changed their mind. */
  readonly saved: string | null
  readonly rows: number
}
