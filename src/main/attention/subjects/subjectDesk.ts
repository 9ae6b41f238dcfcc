/**
 * Flags about agents, templates, channels and sources. They are not stored: the desk tells them from what is, for the last
 * eight days, and holds what it needs for the days somebody asked for.
 */
import type { FlagRules } from '../../../shared/flags.ts'
import type { ReadPorts } from '../../engine/readPorts.ts'
import { unpackHolding } from '../../metrics/pack.ts'
import { rawSql, value, type ReadableDb } from '../../store/database.ts'
import { conversationsChangedAfter, readFactsVersion } from '../../store/derivation.ts'
import { readFacts } from '../../store/facts.ts'
import { listSources } from '../../store/sources.ts'
import type { RawFlag } from '../rawFlag.ts'
import { AgentBook } from './agentBook.ts'
import { AgentFlags } from './agentFlags.ts'
import { attendance } from './attendance.ts'
import { qualityNotices } from './qualityNotices.ts'
import { failingSince, type FailingRule } from './sentMessages.ts'
import { qualityFell, syncBehind } from './sourceRules.ts'
import type { Stretch } from './stretches.ts'

export interface SubjectDesk {
  /**
   * Every flag that holds or held after `since`, eight days back at most; those that are not due yet included. `rules`:
   * others than those that are set.
   */
  flags(since: number, rules?: FlagRules): Promise<readonly RawFlag[]>
  /** The first moment after `after` at which one of those told last is raised or ends; Infinity: none is. */
  nextChange(after: number): number
}

interface Attendance {
  readonly at: number
  readonly since: number
  readonly by: ReadonlyMap<number, readonly Stretch[]>
}

const day = 86_400_000
/** Days before today that may be asked for, and that are always looked at. */
const mostDays = 7
const leastDays = 1
/** Conversations between two of which others may speak: some ten milliseconds. */
const slice = 1000
/** Presence is read anew after this long by the clock: flags about it are due in minutes. */
const attendanceFor = 5000

export function createSubjectDesk(ports: ReadPorts): SubjectDesk {
  const { cache, workspaceDb, columns, dictionary } = ports
  let book = new AgentBook()
  let agentFlags = new AgentFlags(book)
  let held = readFactsVersion(cache)
  let reached = Infinity
  let there: Attendance | null = null
  let failing: { readonly key: string; readonly flags: readonly RawFlag[] } | null = null
  let told: readonly RawFlag[] = []
  let queue: Promise<void> = Promise.resolve()

  const read = async (conversations: readonly number[]) => {
    for (let from = 0; from < conversations.length; from += slice) {
      if (from > 0) await new Promise<void>((resolve) => setImmediate(resolve))
      for (const [id, facts] of readFacts(cache, conversations.slice(from, from + slice)))
        book.put(id, facts && unpackHolding(facts))
    }
  }

  /** Takes over what changed, and reaches back to `since`. */
  const catchUp = async (since: number) => {
    const target = readFactsVersion(cache)
    if (target.epoch !== held.epoch) {
      book = new AgentBook()
      agentFlags = new AgentFlags(book)
      reached = Infinity
    } else if (target.version !== held.version && reached < Infinity)
      await read(conversationsChangedAfter(cache, held.version))
    held = target
    if (since >= reached) return
    const wanted = activeSince(cache, since).filter((id) => !book.has(id))
    await read(wanted)
    reached = since
  }

  const attendanceNow = (now: number) => {
    if (there?.since !== reached || now < there.at || now >= there.at + attendanceFor)
      there = { at: now, since: reached, by: attendance(cache, reached, there?.by) }
    return there.by
  }

  const failingFlags = (rules: FlagRules, since: number) => {
    const ids = (['failing_template', 'failing_channel'] as const).filter((id) => rules[id].on)
    const key = JSON.stringify([columns().version, since, ids.map((id: FailingRule) => rules[id])])
    if (failing?.key !== key)
      failing = {
        key,
        flags: ids.flatMap((id) => failingSince(columns(), dictionary(), id, rules[id], since)),
      }
    return failing.flags
  }

  const ofSources = (rules: FlagRules): readonly RawFlag[] => [
    ...(rules.quality_fell.on
      ? qualityFell(qualityNotices(cache, dictionary().channels), rules.quality_fell)
      : []),
    ...(rules.sync_behind.on ? syncBehind(runningSources(cache, workspaceDb), rules.sync_behind) : []),
  ]

  return {
    async flags(since, rules) {
      const settings = ports.settings()
      const now = ports.now()
      const today = Math.floor(now / day) * day
      const from = Math.max(
        today - mostDays * day,
        Math.min(Math.floor(since / day) * day, today - leastDays * day),
      )
      const inForce = rules ?? settings.flagRules
      const isAboutAgents = inForce.overloaded.on || inForce.idle.on
      if (isAboutAgents) {
        const caughtUp = queue.then(() => catchUp(from))
        queue = caughtUp.catch(() => undefined)
        await caughtUp
      }
      const flags = [
        ...(isAboutAgents
          ? (rules === undefined ? agentFlags : new AgentFlags(book)).flags({
              dictionary: dictionary(),
              settings: { agentCapacity: settings.agentCapacity, flagRules: inForce },
              there: inForce.idle.on ? attendanceNow(now) : new Map(),
            })
          : []),
        ...failingFlags(inForce, from),
        ...ofSources(inForce),
      ]
      if (rules === undefined) told = flags
      return flags.filter(({ endedAt }) => endedAt === null || endedAt > from)
    },
    nextChange: (after) =>
      told.reduce(
        (next, { raisedAt, endedAt }) =>
          [raisedAt, endedAt ?? Infinity].reduce(
            (first, at) => (at > after && at < first ? at : first),
            next,
          ),
        Infinity,
      ),
  }
}

/** Rows of the conversations of which anything happened since then, and of those that are open. */
function activeSince(cache: ReadableDb, since: number): readonly number[] {
  const found = rawSql<[number]>(
    cache,
    `SELECT id FROM conversations INDEXED BY conversations_last WHERE last_at >= ? UNION ALL
     SELECT id FROM conversations INDEXED BY conversations_open WHERE state < 3 AND started_at IS NOT NULL`,
  ).all(since)
  return [...new Set(found.map(([id]) => id))].sort((a, b) => a - b)
}

/** Those of a cloud that were not paused: files are read once, and the sample makes its own time. */
function runningSources(cache: ReadableDb, workspaceDb: ReadableDb) {
  return listSources(workspaceDb)
    .filter(({ config, paused }) => config.kind === 'whatsapp-cloud' && !paused)
    .map(({ id }) => ({
      id,
      completeTo:
        value<number | null>(
          cache,
          'SELECT max(complete_to) FROM cursors WHERE source = (SELECT id FROM sources WHERE ref = ?)',
          id,
        ) ?? null,
    }))
}
