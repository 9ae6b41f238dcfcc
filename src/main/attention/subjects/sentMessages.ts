/** What became of the messages sent by template and by channel, from the columns. */
import type { FlagRules } from '../../../shared/flags.ts'
import { scanRows } from '../../audits/scan.ts'
import { messageBits } from '../../metrics/bits.ts'
import type { Columns } from '../../metrics/columns.ts'
import type { WorkspaceDictionary } from '../../store/dictionary.ts'
import type { RawFlag } from '../rawFlag.ts'
import { failing, type Sent } from './failing.ts'

const day = 86_400_000
const hour = 3_600_000
/** Days before the day of a moment that say what is usual. */
const usualDays = 14

const subjects = {
  failing_channel: { stream: 'messages', kind: 'channel' },
  failing_template: { stream: 'campaigns', kind: 'template' },
} as const
export type FailingRule = keyof typeof subjects

/** Flags of the rule from a moment on. `rule` is on. */
export function failingSince(
  columns: Columns,
  { channels, words = [] }: Pick<WorkspaceDictionary, 'channels' | 'words'>,
  id: FailingRule,
  rule: FlagRules[FailingRule],
  since: number,
): readonly RawFlag[] {
  const { stream, kind } = subjects[id]
  const failures = new Map<number, number>()
  scanSent(columns, stream, since - hour, (row, _, failed) => {
    if (failed) failures.set(row, (failures.get(row) ?? 0) + 1)
  })
  // Of twenty messages so many must have failed; mostly no subject comes near, and nothing else is looked at.
  const least = 20 * (rule.threshold ?? Infinity)
  const suspects = new Set([...failures].flatMap(([row, count]) => (count >= least ? [row] : [])))
  if (suspects.size === 0) return []
  const sent = new Map([...suspects].map((row) => [row, [] as Sent[]]))
  const days = new Map([...suspects].map((row) => [row, new Map<number, DayCount>()]))
  scanSent(columns, stream, (Math.floor(since / day) - usualDays - 1) * day, (row, at, failed) => {
    if (!suspects.has(row)) return
    if (at > since - hour) sent.get(row)?.push({ at, failed })
    const counts = days.get(row)
    const count = counts?.get(Math.floor(at / day)) ?? { sent: 0, failed: 0 }
    count.sent += 1
    if (failed) count.failed += 1
    counts?.set(Math.floor(at / day), count)
  })
  return [...suspects].flatMap((row) => {
    const name =
      kind === 'channel'
        ? channels.find((channel) => channel.row === row)?.id
        : words.find((word) => word.row === row)?.text
    const messages = (sent.get(row) ?? []).sort((a, b) => a.at - b.at)
    return failing(
      { rule: id, subject: { kind, row }, name: name ?? String(row) },
      messages,
      usualShares(days.get(row) ?? new Map<number, DayCount>()),
      rule,
    ).filter(({ endedAt }) => endedAt === null || endedAt > since)
  })
}

interface DayCount {
  sent: number
  failed: number
}

/** 0 where nothing was sent in those days. */
function usualShares(days: ReadonlyMap<number, DayCount>): (at: number) => number {
  const shares = new Map<number, number>()
  return (at) => {
    const today = Math.floor(at / day)
    const known = shares.get(today)
    if (known !== undefined) return known
    const total = { sent: 0, failed: 0 }
    for (let one = today - usualDays; one < today; one += 1) {
      total.sent += days.get(one)?.sent ?? 0
      total.failed += days.get(one)?.failed ?? 0
    }
    const share = total.sent === 0 ? 0 : total.failed / total.sent
    shares.set(today, share)
    return share
  }
}

/** Every message we sent since then whose fate its source tells, by the row of its channel or template. */
function scanSent(
  columns: Columns,
  name: 'messages' | 'campaigns',
  since: number,
  visit: (row: number, at: number, failed: boolean) => void,
): void {
  const stream = columns.streams[name]
  const wanted = messageBits.outbound | messageBits.tracked
  const { channel } = columns.slots.columns
  scanRows(columns, name, { from: since, to: Number.POSITIVE_INFINITY }, (slot, _cell, kind, at) => {
    const bits = stream.bitsOf(kind)
    if ((bits & wanted) !== wanted) return
    const row = name === 'messages' ? (channel[slot] ?? 0) : stream.wordOf(kind)
    if (row > 0) visit(row, at, (bits & messageBits.failed) !== 0)
  })
}
