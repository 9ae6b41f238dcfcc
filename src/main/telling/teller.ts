/** Tells what is queued when it may be told: one notice at a time, none in quiet hours, each flag once. */
import type { Flag } from '../../shared/flags.ts'
import type { Notice } from '../../shared/telling.ts'
import { toFailure } from '../engine/failure.ts'
import type { ReaderApi } from '../engine/readerApi.ts'
import { nextTime, quietEndBefore, quietUntil } from './clockTimes.ts'
import { digestNotice, dueDigest, wholeScope } from './digest.ts'
import { firstNotice, heldNotice, noticeOf, type Held, type Telling } from './notices.ts'
import type { QueuedFlag, TellingChange, TellingMemory } from './tellingStore.ts'

/** Between two notices; what comes meanwhile is one. Milliseconds. */
const noticeGap = 10_000
/** What came longer before somebody looked again is in the list, and told to nobody. Milliseconds. */
const longestAway = 24 * 3_600_000

interface TellerPorts {
  readonly reader: Pick<ReaderApi, 'flags' | 'findFlags' | 'flagRates'>
  readonly memory: TellingMemory
  /** Nothing is told until then; null: nobody paused it. */
  readonly pausedUntil: number | null
  /** Nobody could see a notice until then; Infinity: nobody can; null: somebody always could. */
  readonly awayUntil: number | null
}

/** What is told now, and what has to be kept before it is. */
export interface Told {
  readonly notice: Notice | null
  readonly change: TellingChange
}

/** The one thing whose turn it is; null: nothing is to be told now. */
export async function nextTold(ports: TellerPorts, telling: Telling): Promise<Told | null> {
  const { memory } = ports
  if (waitsUntil(ports, telling) > telling.now) return null
  return memory.queue.length > 0 ? tellQueue(ports, telling) : tellDigest(ports, telling)
}

/** When there may be something to tell, as things stand. Infinity: not by itself. */
export function nextTellingAt(ports: TellerPorts, telling: Telling): number {
  const { digestAt } = telling.settings.telling
  const { now, zone } = telling
  const digest = digestAt === null ? Infinity : nextTime(digestAt, now, zone)
  const isDue = ports.memory.queue.length > 0 || digestOf(ports.memory, telling) !== null
  return isDue ? Math.max(now, waitsUntil(ports, telling)) : digest
}

/** The first look at a workspace that has flags: one line, unless notices are held back until later. */
export function firstTold(open: number, heldUntil: number, telling: Telling): Told {
  const { now, settings, zone } = telling
  const isHeld = heldUntil > now || quietUntil(now, settings.telling.quiet, zone) !== null
  const isTold = open > 0 && settings.telling.desktop && !isHeld
  return {
    notice: isTold ? firstNotice(open, telling) : null,
    change: { moments: { firstLookAt: now, ...(isTold ? { noticeAt: now } : {}) } },
  }
}

/** Whoever of quiet hours, a pause, nobody looking and the last notice holds back longest; in the past: nobody does. */
function waitsUntil(
  { memory, pausedUntil, awayUntil }: TellerPorts,
  { now, zone, settings }: Telling,
): number {
  const quiet = quietUntil(now, settings.telling.quiet, zone)
  const gap = memory.moments.noticeAt === null ? null : memory.moments.noticeAt + noticeGap
  return Math.max(quiet ?? 0, pausedUntil ?? 0, awayUntil ?? 0, gap ?? 0)
}

async function tellQueue(ports: TellerPorts, telling: Telling): Promise<Told> {
  const { now, settings } = telling
  const hold = lastHold(ports, telling)
  const held = ports.memory.queue.filter(({ at }) => at < hold.until)
  const queued = held.length > 0 ? held : ports.memory.queue
  const fresh = hold.why === 'away' ? queued.filter(({ at }) => at > now - longestAway) : queued
  const flags = await findKnown(
    ports.reader,
    fresh.map(({ flag }) => flag),
  )
  const open = flags.filter((flag) => needsAttention(flag, now))
  const told = held.length > 0 ? flags : open
  const isTold = told.length > 0 && settings.telling.desktop
  return {
    notice: !isTold
      ? null
      : held.length > 0
        ? heldNotice(told, open.length, hold.why, telling)
        : noticeOf(told, telling),
    change: {
      settled: queued.map(({ flag }) => flag),
      sightings: isTold ? told.map((flag) => sightingOf(flag, queued, now)) : [],
      moments: isTold ? { noticeAt: now } : {},
    },
  }
}

async function tellDigest({ reader, memory }: TellerPorts, telling: Telling): Promise<Told | null> {
  const due = digestOf(memory, telling)
  if (due === null) return null
  const { settings, zone, now } = telling
  const change: TellingChange = { moments: { digestTo: due.to } }
  if (!settings.telling.desktop) return { notice: null, change }
  const scope = wholeScope(due.from, due.to, zone)
  const rates = await reader.flagRates({ scope })
  const rules = rates.map(({ rule }) => rule).filter((rule) => settings.flagRules[rule].telling !== 'shown')
  const { total } = await reader.flags({ scope, state: 'open', rules, after: null, limit: 1 })
  const notice = digestNotice(rates, total, telling)
  return { notice, change: notice === null ? change : { moments: { digestTo: due.to, noticeAt: now } } }
}

function digestOf({ moments }: TellingMemory, telling: Telling): ReturnType<typeof dueDigest> {
  return dueDigest(moments.digestTo ?? moments.firstLookAt ?? telling.now, telling)
}

/** The last end of quiet hours, of a pause or of nobody looking: what was queued before it was held back by it. */
function lastHold(
  { pausedUntil, awayUntil }: TellerPorts,
  { now, zone, settings }: Telling,
): { readonly until: number; readonly why: Held } {
  const over = (until: number | null) => (until !== null && until <= now ? until : 0)
  const quiet = Math.max(quietEndBefore(now, settings.telling.quiet, zone) ?? 0, over(pausedUntil))
  const away = over(awayUntil)
  return away > quiet ? { until: away, why: 'away' } : { until: quiet, why: 'quiet' }
}

function needsAttention({ decision, endedAt, snoozedUntil }: Flag, now: number): boolean {
  return decision === null && endedAt === null && (snoozedUntil === null || snoozedUntil <= now)
}

function sightingOf({ id, raisedAt }: Flag, queued: readonly QueuedFlag[], now: number) {
  const seenAt = queued.find(({ flag }) => flag === id)?.at ?? now
  return { flag: id, seenAt, raisedAt, late: false, toldAt: now }
}

/** Those of them that there are: a later record may have taken a flag back. */
export async function findKnown(
  reader: Pick<ReaderApi, 'findFlags'>,
  ids: readonly string[],
): Promise<readonly Flag[]> {
  if (ids.length === 0) return []
  try {
    return await reader.findFlags(ids)
  } catch (error) {
    if (ids.length === 1) return unlessUnknown(error)
    const half = Math.ceil(ids.length / 2)
    return [...(await findKnown(reader, ids.slice(0, half))), ...(await findKnown(reader, ids.slice(half)))]
  }
}

/** A flag that does not exist is left out; a reader that fails is no flag that does not exist. */
function unlessUnknown(error: unknown): readonly Flag[] {
  if (toFailure(error).kind === 'invalid') return []
  throw error
}
