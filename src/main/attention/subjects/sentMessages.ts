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
type SentStream = (typeof subjects)[FailingRule]['stream']

/** Flags of the rule from a moment on. `rule` is on. */
export function failingSince(
  columns: Columns,
  { channels, words = [] }: Pick<WorkspaceDictionary, 'channels' | 'words'>,
  id: FailingRule,
  rule: FlagRules[FailingRule],
  since: number,
): readonly RawFlag[] {
  const { stream, kind } = subjects[id]
  // Of twenty messages of an hour so many must have failed; mostly no subject comes near, and nothing else is looked at.
  const suspects = failingOften(columns, stream, since - hour, 20 * (rule.threshold ?? Infinity))
  if (suspects.size === 0) return []
  const sent = new Map([...suspects].map((row) => [row, [] as Sent[]]))
  scanSent(columns, stream, since - hour, (row, at, failed) => {
    if (at > since - hour) sent.get(row)?.push({ at, failed })
  })
  let days: ReturnType<typeof daysOf> | null = null
  return [...suspects].flatMap((row) => {
    const name =
      kind === 'channel'
        ? channels.find((channel) => channel.row === row)?.id
        : words.find((word) => word.row === row)?.text
    const messages = (sent.get(row) ?? []).sort((a, b) => a.at - b.at)
    return failing(
      { rule: id, subject: { kind, row }, name: name ?? String(row) },
      messages,
      usualShares(
        () => (days ??= daysOf(columns, stream, suspects, since)).get(row) ?? new Map<number, DayCount>(),
      ),
      rule,
    ).filter(({ endedAt }) => endedAt === null || endedAt > since)
  })
}

interface DayCount {
  sent: number
  failed: number
}

/** What is usual, by subject and day. */
function daysOf(
  columns: Columns,
  stream: SentStream,
  suspects: ReadonlySet<number>,
  since: number,
): ReadonlyMap<number, ReadonlyMap<number, DayCount>> {
  const days = new Map([...suspects].map((row) => [row, new Map<number, DayCount>()]))
  scanSent(columns, stream, (Math.floor(since / day) - usualDays - 1) * day, (row, at, failed) => {
    const counts = days.get(row)
    if (counts === undefined) return
    const count = counts.get(Math.floor(at / day)) ?? { sent: 0, failed: 0 }
    count.sent += 1
    if (failed) count.failed += 1
    counts.set(Math.floor(at / day), count)
  })
  return days
}

/** Subjects of which at least so many messages may have failed within an hour: in two hours of the clock that touch. */
function failingOften(
  columns: Columns,
  stream: SentStream,
  since: number,
  least: number,
): ReadonlySet<number> {
  const failures = new Map<number, Map<number, number>>()
  scanSent(
    columns,
    stream,
    since,
    (row, at) => {
      const hours = failures.get(row) ?? new Map<number, number>()
      failures.set(row, hours)
      const of = Math.floor(at / hour)
      hours.set(of, (hours.get(of) ?? 0) + 1)
    },
    messageBits.failed,
  )
  const isOften = (hours: ReadonlyMap<number, number>) =>
    [...hours].some(([of, count]) => count + (hours.get(of + 1) ?? 0) >= least)
  return new Set([...failures].flatMap(([row, hours]) => (isOften(hours) ? [row] : [])))
}

/** 0 where nothing was sent in those days. */
function usualShares(known: () => ReadonlyMap<number, DayCount>): (at: number) => number {
  const shares = new Map<number, number>()
  return (at) => {
    const today = Math.floor(at / day)
    const share = shares.get(today)
    if (share !== undefined) return share
    const days = known()
    const total = { sent: 0, failed: 0 }
    for (let one = today - usualDays; one < today; one += 1) {
      total.sent += days.get(one)?.sent ?? 0
      total.failed += days.get(one)?.failed ?? 0
    }
    const usual = total.sent === 0 ? 0 : total.failed / total.sent
    shares.set(today, usual)
    return usual
  }
}

/** Every message we sent since then whose fate its source tells, by the row of its channel or template; of such bits. */
function scanSent(
  columns: Columns,
  name: SentStream,
  since: number,
  visit: (row: number, at: number, failed: boolean) => void,
  bits = 0,
): void {
  const stream = columns.streams[name]
  const wanted = messageBits.outbound | messageBits.tracked | bits
  // A look-up for each row costs as much as all the rest.
  const isWanted = Uint8Array.from({ length: stream.kinds.size }, (_, kind) =>
    Number((stream.bitsOf(kind) & wanted) === wanted),
  )
  const { channel } = columns.slots.columns
  scanRows(columns, name, { from: since, to: Number.POSITIVE_INFINITY }, (slot, _cell, kind, at) => {
    if (isWanted[kind] !== 1) return
    const row = name === 'messages' ? (channel[slot] ?? 0) : stream.wordOf(kind)
    if (row > 0) visit(row, at, (stream.bitsOf(kind) & messageBits.failed) !== 0)
  })
}
