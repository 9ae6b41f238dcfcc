/** The way back from what was done about flags, from how they stood before. */
import { assertNever } from '../../shared/assertNever.ts'
import type { Flag, FlagAct, FlagBefore } from '../../shared/flags.ts'

/** How a flag stood. */
export type Standing = Pick<Flag, 'id' | 'owner' | 'decision' | 'reason' | 'snoozedUntil'>

/** An open flag of a group was neither decided nor at rest. */
export function standingOpen({ id, owner }: FlagBefore): Standing {
  return { id, owner, decision: null, reason: null, snoozedUntil: null }
}

export interface Undoing {
  readonly flags: readonly string[]
  readonly act: FlagAct
}

/** One entry for all flags that go back the same way. */
export function undoingOf(before: readonly Standing[], act: FlagAct, now: number): readonly Undoing[] {
  const ways = new Map<string, { readonly flags: string[]; readonly act: FlagAct }>()
  for (const flag of before) {
    const back = backTo(flag, act, now)
    const key = JSON.stringify(back)
    const way = ways.get(key) ?? { flags: [], act: back }
    way.flags.push(flag.id)
    ways.set(key, way)
  }
  return [...ways.values()]
}

function backTo(flag: Standing, act: FlagAct, now: number): FlagAct {
  switch (act.kind) {
    case 'own':
      return { kind: 'own', owner: flag.owner }
    case 'done':
    case 'false_alarm':
    case 'snooze':
    case 'reopen':
      if (flag.decision !== null) return { kind: flag.decision, reason: flag.reason }
      return flag.snoozedUntil !== null && flag.snoozedUntil > now
        ? { kind: 'snooze', until: flag.snoozedUntil }
        : { kind: 'reopen' }
    default:
      return assertNever(act)
  }
}
