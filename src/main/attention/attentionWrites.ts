/** What the writer thread does about flags. */
import type { Api } from '../../shared/contract.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { decideFlag } from '../store/flags.ts'
import { notYet } from './notYet.ts'
import type { FlagSightings } from './watching.ts'

export interface AttentionWritePorts {
  readonly cache: ReadableDb
  readonly workspaceDb: WritableDb
  readonly now: () => number
}

export type AttentionWrites = Pick<Api, 'actOnFlags' | 'actOnFlagGroup' | 'raiseFlag'>

export function createAttentionWrites({
  cache,
  workspaceDb,
  now,
}: AttentionWritePorts): AttentionWrites & FlagSightings {
  return {
    actOnFlags: async ({ flags, act }) =>
      flags.map((id) =>
        decideFlag(
          cache,
          workspaceDb,
          {
            id,
            decision: act.kind === 'done' || act.kind === 'false_alarm' ? act.kind : null,
            reason: 'reason' in act ? act.reason : null,
          },
          now(),
        ),
      ),
    actOnFlagGroup: notYet,
    raiseFlag: notYet,
    noteSightings: notYet,
  }
}
