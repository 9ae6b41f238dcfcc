import type { Api, MetricsAnswer, MetricsQuery, TranscriptQuery } from '../../shared/contract.ts'
import type { AssignmentReads } from '../assignments/assignmentReads.ts'
import type { AttentionReads, FlagLookUps } from '../attention/attentionReads.ts'
import type { FlagWatch } from '../attention/watching.ts'
import type { AuditReads } from '../audits/auditReads.ts'
import type { LiveReads } from '../live/liveReads.ts'
import type { PlanningReads } from '../planning/planningReads.ts'
import type { QuestionReads } from '../questions/questionReads.ts'
import type { ReportReads } from '../reports/reportReads.ts'
import type { RowsFileQuery } from '../rows/writeRows.ts'
import type { ScheduleReads } from '../schedule/scheduleReads.ts'

/** What the reader thread answers: every question a screen asks of the data, and the engine's word that data changed. */
export interface ReaderApi
  extends
    FlagLookUps,
    FlagWatch,
    ReportReads,
    ScheduleReads,
    QuestionReads,
    Pick<
      Api,
      | 'workspace'
      | 'settings'
      | 'rejected'
      | 'metrics'
      | 'metricsMany'
      | 'explain'
      | 'compareDefinitions'
      | 'insights'
      | 'suggestTopics'
      | 'readHolidays'
      | 'conversations'
      | 'conversation'
      | 'timeline'
      | 'search'
      | 'searchInside'
      | 'searchIndex'
      | 'transcript'
      | keyof AuditReads
      | keyof AssignmentReads
      | keyof AttentionReads
      | keyof LiveReads
      | keyof PlanningReads
    > {
  /** As `metricsMany`, at a moment in epoch milliseconds. */
  count(queries: readonly MetricsQuery[], now: number): Promise<Counted>
  /** Writes rows into a file, telling `saving` meanwhile. */
  writeRows(query: RowsFileQuery): Promise<{ readonly rows: number }>
  /** The same as plain text. */
  transcriptText(query: TranscriptQuery): Promise<{ readonly text: string }>
  /** Reads the facts of these conversations anew (null: all) before the answer comes. */
  refresh(change: {
    readonly conversations: readonly number[] | null
    readonly dictionary: boolean
  }): Promise<void>
  memory(): Promise<{
    readonly columnBytes: number
    readonly listBytes: number
    readonly rssBytes: number
  }>
  close(): Promise<void>
}

export interface Counted {
  readonly answers: readonly MetricsAnswer[]
  /** What they are answers of: two threads in one state give the same. */
  readonly state: string
  /** How many messages there are. */
  readonly messages: number
}
