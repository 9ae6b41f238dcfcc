/** Why a flag was raised and where it stands, in words that every screen, report and notification shares. */
import { assertNever } from './assertNever.ts'
import { flagRuleKinds, type Flag } from './flags.ts'
import type { Format } from './numbers.ts'

export interface FlagWords {
  /** The sentence of a key of `locales/<language>/flags.json`. */
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string
  /** Why a message failed, by the platform's code; of `codes.json`. */
  readonly failure: (code: number) => string
  readonly format: Format
}

/** What the words of a reason need of a flag; an example or a made-up one need be no more. */
type Reasoned = Pick<Flag, 'rule' | 'raisedAt' | 'endedAt' | 'seconds' | 'target' | 'code'>

/** "No reply for 47 min": the rule with what it measured; the rule alone where that is not known. No names, no text. */
export function flagReason(flag: Reasoned, { say, failure, format }: FlagWords): string {
  const key = `reason.${flag.rule}`
  const tense = flag.endedAt === null ? 'open' : 'ended'
  if (flag.rule === 'message_failed')
    return flag.code === null
      ? say(`${key}.plain`)
      : say(`${key}.measured`, { code: flag.code, failure: failure(flag.code) })
  if (flag.rule === 'promise') return say(`${key}.${tense}`, { raised: dueWords(flag.raisedAt, format) })
  if (flag.rule === 'overloaded' && flag.seconds !== null)
    return say(`${key}.${tense}`, { held: format.count(flag.seconds), limit: format.count(flag.target) })
  if (flag.rule === 'low_rating' && flag.seconds === 0) return say(`${key}.lowest`)
  const { unit } = flagRuleKinds[flag.rule]
  if (unit === 'none' || flag.seconds === null) return say(`${key}.plain`)
  switch (unit) {
    case 'seconds':
      return say(`${key}.${tense}`, {
        length: format.duration(flag.seconds),
        target: format.duration(flag.target),
      })
    case 'times':
      return say(`${key}.measured`, { count: flag.seconds, shown: format.count(flag.seconds) })
    case 'share':
      return say(`${key}.${flag.rule === 'low_rating' ? 'measured' : tense}`, {
        share: format.rate(flag.seconds, 0),
      })
    default:
      return assertNever(unit)
  }
}

/** Something promised for a day is due when that day is over. */
function dueWords(at: number, format: Format): string {
  return format.time(at) === '00:00' ? format.date(at - 1) : format.dateTime(at)
}

export type FlagState = 'open' | 'snoozed' | 'ended' | 'done' | 'false_alarm'

/** Where a flag stands at `now`: decided by somebody, over by itself, resting, or open. */
export function flagState(flag: Pick<Flag, 'decision' | 'endedAt' | 'snoozedUntil'>, now: number): FlagState {
  if (flag.decision !== null) return flag.decision
  if (flag.endedAt !== null && flag.endedAt <= now) return 'ended'
  return flag.snoozedUntil !== null && flag.snoozedUntil > now ? 'snoozed' : 'open'
}
