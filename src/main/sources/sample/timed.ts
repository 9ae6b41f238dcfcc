import type { SourceRecord } from '../../../shared/records.ts'

/** A record and the moment it becomes known, in epoch milliseconds. */
export interface Timed {
  readonly at: number
  readonly record: SourceRecord
}
