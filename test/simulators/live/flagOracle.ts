/** Which flags a day must raise and when, read from its stories alone: plain code of its own, nothing of the product's. */
import type { Story } from './stories.ts'

export interface ExpectedFlag {
  readonly rule: (typeof judgedRules)[number]
  readonly conversation: string
  readonly raisedAt: number
  /** Infinity: within the day it did not end. */
  readonly endedAt: number
}

export const judgedRules = [
  'waiting',
  'unresolved',
  'first_response',
  'reassigned_wait',
  'message_failed',
  'mentioned',
  'ping_pong',
  'low_rating',
] as const

/** Thresholds the console is set to, in seconds: a patient team's, so that what arrives a moment late decides nothing. */
export const thresholds = {
  waiting: 1200,
  unresolved: 3000,
  first_response: 600,
  reassigned_wait: 1200,
} as const
const second = 1000

/** `until`: what happens later is not known yet. */
export function expectedFlags(stories: readonly Story[], until: number): readonly ExpectedFlag[] {
  return stories.flatMap((story) => flagsOf(story)).filter(({ raisedAt }) => raisedAt <= until)
}

/** `chat raised rule`, by which a flag of the console is found. */
export function flagKey(
  flag: Pick<ExpectedFlag, 'conversation' | 'raisedAt'> & { readonly rule: string },
): string {
  return `${flag.conversation} ${flag.raisedAt} ${flag.rule}`
}

function flagsOf({ id, openedAt, moments }: Story): readonly ExpectedFlag[] {
  const flags: ExpectedFlag[] = []
  const raise = (rule: ExpectedFlag['rule'], raisedAt: number, endedAt: number) => {
    if (raisedAt <= endedAt) flags.push({ rule, conversation: id, raisedAt, endedAt })
  }
  const closedAt = moments.find(({ kind }) => kind === 'closes')?.at ?? Infinity
  let waitsSince: number | null = openedAt
  let isFirst = true
  let handed: number | null = null
  const endWait = (at: number) => {
    if (waitsSince !== null) {
      const unresolvedAt = waitsSince + thresholds.unresolved * second
      // From then on the wait is told as unresolved alone.
      raise('waiting', waitsSince + thresholds.waiting * second, Math.min(at, unresolvedAt))
      raise('unresolved', unresolvedAt, at)
      if (isFirst && waitsSince + thresholds.first_response * second < at)
        raise('first_response', waitsSince + thresholds.first_response * second, at)
      if (handed !== null) raise('reassigned_wait', handed + thresholds.reassigned_wait * second, at)
    }
    waitsSince = null
    isFirst = false
    handed = null
  }
  const had: string[] = []
  let isPassedAround = false
  for (const moment of moments)
    switch (moment.kind) {
      case 'asks':
        waitsSince ??= moment.at
        break
      case 'answers':
        endWait(moment.at)
        break
      case 'given':
        if (moment.from !== null && waitsSince !== null) handed = moment.at
        if (!isPassedAround && (had.includes(moment.to) || had.length >= 3)) {
          isPassedAround = true
          raise('ping_pong', moment.at, closedAt)
        }
        had.push(moment.to)
        break
      case 'mentions':
        raise('mentioned', moment.at, closedAt)
        break
      case 'closes':
        endWait(moment.at)
        break
      case 'rates':
        if (moment.score < 3) raise('low_rating', moment.at, Infinity)
        break
      case 'status':
        if (moment.status === 'failed') raise('message_failed', moment.at, closedAt)
        break
    }
  return flags
}
