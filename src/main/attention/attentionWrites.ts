/** What the writer thread keeps about flags. */
import { randomUUID } from 'node:crypto'
import type { FlagAction, NewFlag } from '../../shared/flags.ts'
import { notePlacedChats } from '../audits/placedChats.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { keepAct } from './acts.ts'
import { keepHandFlag } from './newHandFlag.ts'
import { keepSightings } from './sightings.ts'
import type { FlagSightings } from './watching.ts'

export interface AttentionWritePorts {
  readonly cache: ReadableDb
  readonly workspaceDb: WritableDb
  readonly now: () => number
}

export interface AttentionWrites extends FlagSightings {
  /** Keeps what somebody did about flags the reader has found. */
  keepAct(action: FlagAction): Promise<void>
  /** Keeps a flag somebody made; answers its id. */
  keepHandFlag(flag: NewFlag): Promise<string>
}

export function createAttentionWrites(ports: AttentionWritePorts): AttentionWrites {
  const { workspaceDb, now } = ports
  return {
    async keepAct(action) {
      keepAct(workspaceDb, action, now())
    },
    async keepHandFlag(flag) {
      const id = keepHandFlag(ports, flag, randomUUID(), now())
      notePlacedChats(ports)
      return id
    },
    async noteSightings(rows) {
      keepSightings(workspaceDb, rows)
    },
  }
}
