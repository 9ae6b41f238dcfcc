/** Messages of one template, or on one channel, fail far more often than they use to. Pure. */
import type { FlagRule } from '../../../shared/flags.ts'
import type { RawFlag, RawSubject } from '../rawFlag.ts'

/** A message we sent whose fate its source tells. */
export interface Sent {
  readonly at: number
  readonly failed: boolean
}

export interface FailingSubject {
  readonly rule: 'failing_template' | 'failing_channel'
  readonly subject: RawSubject
  /** In ids: as its source names it. */
  readonly name: string
}

/** Epoch milliseconds of the span that is looked at before each message. */
const hour = 3_600_000
/** Of fewer messages in an hour no share is told. */
const fewest = 20
/** How far above its own usual share. */
const timesUsual = 3

/**
 * The share that failed of the messages of an hour, at least twenty, is `threshold` or more and three times the usual one or
 * more. Looked at with each message; it ends once an hour has passed without. `sent`: by time. `usualAt`: the share that
 * failed in the fourteen days before the day of a moment.
 */
export function failing(
  { rule, subject, name }: FailingSubject,
  sent: readonly Sent[],
  usualAt: (at: number) => number,
  { severity, threshold }: Pick<FlagRule, 'severity' | 'threshold'>,
): readonly RawFlag[] {
  if (threshold === null) return []
  const flags: RawFlag[] = []
  let [first, failed] = [0, 0]
  for (const [index, { at, failed: hasFailed }] of sent.entries()) {
    if (hasFailed) failed += 1
    for (let old = sent[first]; old !== undefined && old.at <= at - hour; old = sent[++first])
      if (old.failed) failed -= 1
    // Of several at one moment the last tells how it was.
    if (sent[index + 1]?.at === at) continue
    const count = index + 1 - first
    const share = failed / count
    if (count < fewest || share < threshold || share < timesUsual * usualAt(at)) continue
    const last = flags.at(-1)
    if (last?.endedAt != null && at <= last.endedAt)
      flags[flags.length - 1] = {
        ...last,
        endedAt: at + hour,
        seconds: Math.max(last.seconds ?? 0, share),
      }
    else
      flags.push({
        id: `${rule}:${name}:${at}`,
        rule,
        severity,
        subject,
        agent: null,
        from: sent[first]?.at ?? at,
        raisedAt: at,
        endedAt: at + hour,
        seconds: share,
        target: threshold,
        code: null,
        text: null,
        message: null,
        messages: [],
      })
  }
  return flags
}
