/** The way back from what was done about flags, from how they stood before. */
import { assertNever } from '../../shared/assertNever.ts'
import type { Flag, FlagAct } from '../../shared/flags.ts'

export interface Undoing {
  readonly flags: readonly string[]
  readonly act: FlagAct
}

/** One entry for all flags that go back the same way. */
export function undoingOf(before: readonly Flag[], act: FlagAct, now: number): readonly Undoing[] {
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

function backTo(flag: Flag, act: FlagAct, now: number): FlagAct {
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
