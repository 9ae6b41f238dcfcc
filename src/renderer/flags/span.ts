/** The stretch of time of a flag, as it is drawn: from the cause to its end, with what the rule allows. */
import { flagRuleKinds, type Flag } from '../../shared/flags.ts'

export interface Span {
  readonly from: number
  readonly to: number
  /** The cause still holds. */
  readonly open: boolean
  /** Shares of the whole: where the rule was met, and where it became worse than 2.5 times what is allowed. */
  readonly raised: number
  readonly worse: number | null
}

/** From `worse` on a wait is drawn as danger, as everywhere. */
const muchWorse = 2.5

/** Null: the rule is met by a moment, not by a stretch of time. */
export function spanOf(flag: Pick<Flag, 'rule' | 'from' | 'raisedAt' | 'endedAt'>, now: number): Span | null {
  const to = Math.max(flag.endedAt ?? now, flag.raisedAt)
  const length = to - flag.from
  const allowed = flag.raisedAt - flag.from
  const isWait = flagRuleKinds[flag.rule].unit === 'seconds'
  if (length <= 0 || (!isWait && allowed <= 0)) return null
  const worse = (muchWorse * allowed) / length
  return {
    from: flag.from,
    to,
    open: flag.endedAt === null,
    raised: Math.min(1, allowed / length),
    worse: isWait && allowed > 0 && worse < 1 ? worse : null,
  }
}
