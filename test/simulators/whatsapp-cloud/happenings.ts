/** What the cloud and the inbox tool have to report, each with the simulated time at which it happened. */
import type { Ledger } from './oracle.ts'
import type { Line } from './cast.ts'
import type { Random } from './random.ts'
import type { Switches } from './switches.ts'

/** One thing the cloud tells by webhook. */
export interface Update {
  /** Epoch milliseconds. */
  readonly at: number
  readonly field: string
  /** Null for what concerns the whole account. */
  readonly line: Line | null
  /** The list of the value that holds `item`; null when `item` is the whole value. */
  readonly part: string | null
  readonly item: object
  readonly contacts: readonly object[]
}

/** One line the inbox tool posts. */
export interface ToolLine {
  readonly at: number
  readonly text: string
}

/** Everything one story needs at hand. */
export interface Stage {
  readonly random: Random
  readonly ledger: Ledger
  readonly switches: Switches
  readonly updates: Update[]
  readonly toolLines: ToolLine[]
}

/** The time as the cloud writes it: a text of seconds, now and then a number. */
export function stamp(stage: Stage, at: number): string | number {
  const seconds = Math.floor(at / 1000)
  return stage.random.chance(stage.switches.numberTimestamps) ? seconds : String(seconds)
}

export function wamid(random: Random): string {
  return `wamid.${random.hex(32)}`
}

/** Has the inbox tool post a record, if the team has one. Times are epoch milliseconds here and RFC 3339 on the wire. */
export function post(stage: Stage, at: number, record: object): void {
  if (!stage.switches.inboxTool) return
  stage.toolLines.push({ at, text: JSON.stringify(record) })
}

export function rfc3339(at: number): string {
  return new Date(at).toISOString()
}
