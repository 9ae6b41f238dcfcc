/**
 * The flags of conversations whose cause holds, at hand: read once by the index of what ends, then kept in step with the
 * facts. Every look at what is open needs all of them, and from one second to the next a few of thousands change.
 */
import { rawSql, type ReadableDb } from '../store/database.ts'
import { conversationsChangedAfter, readFactsVersion, type FactsVersion } from '../store/derivation.ts'
import { endOfFlag } from '../store/migrations/cache-0003.ts'
import type { RawFlag } from './rawFlag.ts'

/** Rows of the store; 0, and null for the category, where there is none. */
export interface StandingFlag extends Pick<RawFlag, 'id' | 'rule' | 'severity' | 'raisedAt' | 'agent'> {
  /** Later than any moment while nothing ended it. Epoch milliseconds, as `raisedAt`: which may lie ahead. */
  readonly endsAt: number
  readonly conversation: number
  readonly channel: number
  readonly category: number | null
}

interface Held {
  version: FactsVersion
  /** What ended by then may not be held: a clock that is put back behind it has everything read anew. */
  from: number
  readonly byConversation: Map<number, readonly StandingFlag[]>
  all: readonly StandingFlag[]
}

const held = new WeakMap<ReadableDb, Held>()
/** Above so many changed conversations everything is read anew: that costs less. */
const mostChanged = 5000

/** Those whose cause holds at this moment or begins to later, in no order. */
export function standingFlags(cache: ReadableDb, now: number): readonly StandingFlag[] {
  const version = readFactsVersion(cache)
  const known = held.get(cache)
  const changed = known === undefined || now < known.from ? null : changedSince(cache, known.version, version)
  if (known === undefined || changed === null) {
    const byConversation = Map.groupBy(readAll(cache, now), ({ conversation }) => conversation)
    const all = [...byConversation.values()].flat()
    held.set(cache, { version, from: now, byConversation, all })
    return all
  }
  const isChanged = replace(cache, known.byConversation, changed, now)
  known.version = version
  // What ended by now was left out.
  if (changed.length > 0) known.from = now
  if (isChanged) known.all = [...known.byConversation.values()].flat()
  return known.all.some(({ endsAt }) => endsAt <= now) ? withoutEnded(known, now) : known.all
}

/** Null: too many, or the database is another one. */
function changedSince(
  cache: ReadableDb,
  before: FactsVersion,
  version: FactsVersion,
): readonly number[] | null {
  if (before.epoch !== version.epoch || before.version > version.version) return null
  if (before.version === version.version) return []
  const changed = conversationsChangedAfter(cache, before.version)
  return changed.length > mostChanged ? null : changed
}

/** Whether anything is other than it was. */
function replace(
  cache: ReadableDb,
  byConversation: Map<number, readonly StandingFlag[]>,
  changed: readonly number[],
  now: number,
): boolean {
  let isChanged = false
  for (const conversation of changed) {
    const flags = readOf(cache, conversation, now)
    isChanged ||= flags.length > 0 || byConversation.has(conversation)
    if (flags.length > 0) byConversation.set(conversation, flags)
    else byConversation.delete(conversation)
  }
  return isChanged
}

function withoutEnded(known: Held, now: number): readonly StandingFlag[] {
  for (const [conversation, flags] of known.byConversation) {
    const left = flags.filter(({ endsAt }) => endsAt > now)
    if (left.length === 0) known.byConversation.delete(conversation)
    else if (left.length < flags.length) known.byConversation.set(conversation, left)
  }
  known.from = now
  known.all = [...known.byConversation.values()].flat()
  return known.all
}

type Row = readonly [
  id: string,
  rule: RawFlag['rule'],
  severity: RawFlag['severity'],
  raisedAt: number,
  agent: number | null,
  endsAt: number,
  conversation: number,
  channel: number,
  category: number | null,
]

const columns = `f.id, f.rule, f.severity, f.raised_at, f.agent, ${endOfFlag('f.')}, f.conversation, c.channel, c.category`

function readAll(cache: ReadableDb, now: number): readonly StandingFlag[] {
  return rawSql<Row>(
    cache,
    `SELECT ${columns} FROM flags f INDEXED BY flags_end CROSS JOIN conversations c ON c.id = f.conversation
     WHERE ${endOfFlag('f.')} > ?`,
  )
    .all(now)
    .map(fromRow)
}

function readOf(cache: ReadableDb, conversation: number, now: number): readonly StandingFlag[] {
  return rawSql<Row>(
    cache,
    `SELECT ${columns} FROM flags f CROSS JOIN conversations c ON c.id = f.conversation
     WHERE f.conversation = ? AND ${endOfFlag('f.')} > ?`,
  )
    .all(conversation, now)
    .map(fromRow)
}

function fromRow(row: Row): StandingFlag {
  const [id, rule, severity, raisedAt, agent, endsAt, conversation, channel, category] = row
  return { id, rule, severity, raisedAt, agent, endsAt, conversation, channel, category }
}
