import type { Events, NewSource, Settings, SourceState, SyncHealth } from '../../shared/contract.ts'
import type { AttentionWrites } from '../attention/attentionWrites.ts'
import type { AuditWrites } from '../audits/auditWrites.ts'
import type { ReportWrites } from '../reports/reportWrites.ts'
import type { StoredSource } from '../sources/open.ts'
import type { Check } from '../store/verify.ts'
import type { TellingStore } from '../telling/tellingStore.ts'

/** What the writer thread answers. The engine's api calls it; nothing else does. */
export interface WriterApi extends AuditWrites, AttentionWrites, ReportWrites, TellingStore {
  settings(): Promise<Settings>
  saveSettings(change: Partial<Settings>): Promise<Settings>
  /** Starts every source that was added, with the secrets kept by the host. */
  startSync(secrets: Readonly<Record<string, string>>): Promise<void>
  /** Names of the secrets the sources need. */
  neededSecrets(): Promise<readonly string[]>
  nextSourceId(kind: NewSource['kind']): Promise<string>
  addSource(id: string, source: StoredSource, secrets: Readonly<Record<string, string>>): Promise<SourceState>
  /** Answers the names of the secrets that are no longer needed. */
  removeSource(source: string): Promise<readonly string[]>
  pauseSync(source: string | null, paused: boolean): Promise<void>
  syncNow(source: string | null): Promise<void>
  /** Resolves when every source (or the named one) is at rest with everything pulled; fails with its first failure. */
  syncOnce(source: string | null): Promise<readonly SourceState[]>
  syncHealth(): Promise<SyncHealth>
  rebuildSearch(): Promise<void>
  importFiles(files: readonly string[]): Promise<Imported>
  exportRecords(file: string): Promise<{ readonly records: number }>
  /** Derives everything anew from its rows; `recomputing` tells how far it is. Answers how many conversations changed. */
  rebuild(): Promise<{ readonly changed: number }>
  /** Resolves when everything that came in is computed, its texts read; `recomputing` tells how far it is. */
  settle(): Promise<void>
  verify(): Promise<readonly Check[]>
  close(): Promise<void>
}

export interface Imported {
  readonly applied: number
  readonly duplicates: number
  readonly quarantined: number
}

/** What the writer announces to the engine. */
export interface WriterEvents {
  /** Row ids of the conversations whose facts changed; null: all of them. */
  applied: {
    readonly conversations: readonly number[] | null
    readonly dictionary: boolean
    readonly settings: boolean
  }
  progress: { readonly sources: readonly SourceState[] }
  /** The search index holds more than before. */
  indexed: null
  /** Files of issued reports were let go of: they told names of contacts who are erased. */
  blanked: null
  /** The past is computed anew; `changed` names the settings that changed. */
  recomputing: Events['recomputing']
}
