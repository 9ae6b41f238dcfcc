import type { List, Named, Scope, Settings, Workspace } from '../../shared/contract.ts'
import type { AuditResults, AuditResultsQuery } from '../../shared/audits.ts'
import type { Flag, FlagQuery } from '../../shared/flags.ts'
import type { WorkingHours } from '../../shared/hours.ts'
import type { AuditScores } from '../audits/results.ts'
import type { NumbersThen } from '../engine/numbers.ts'

/** What a report asks: the same questions as the screens, answered by the same functions, from one state of the data. */
export interface ReportPorts {
  /** The numbers as of a moment. */
  readonly numbers: (moment: number) => NumbersThen
  readonly flags: (query: FlagQuery) => Promise<List<Flag> & { readonly total: number }>
  readonly audits: (query: AuditResultsQuery) => AuditScores
  /** Of how many chats reviews speak, by agent. */
  readonly coverage: (scope: Scope) => AuditResults['coverage']
  /** The name of a conversation by its row; empty where it is gone. */
  readonly conversation: (row: number) => string
  /** The same with everybody in it: contacts are many, and are read one by one. */
  readonly chat: (row: ChatKey) => ChatNames
  readonly workspace: Workspace
  readonly settings: Settings
  /** Those in force, of the sources and of the settings. */
  readonly hours: readonly WorkingHours[]
  readonly completeTo: number | null
  /** The share that follows the present rules, 0…1, while the past is computed anew; null: all of it does. */
  readonly recomputed: number | null
  readonly rejected: number
  /** The engine's clock. Only a period that is not over, of data nobody can say the end of, is measured by it. */
  readonly clock: number
}

/** Row numbers of the columns. */
export interface ChatKey {
  readonly conversation: number
  readonly contact: number
  /** -1: nobody. */
  readonly agent: number
}

/** What a conversation behind a figure is called. */
export interface ChatNames {
  readonly conversation: string
  readonly contact: Named
  readonly agent: string | null
  readonly channel: string
  readonly category: string | null
}
