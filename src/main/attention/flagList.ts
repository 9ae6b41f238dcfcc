/** Lists of flags: those of conversations from the cache, those of people and of subjects at hand, merged by one key. */
import { flagRuleKinds, type FlagList, type FlagQuery } from '../../shared/flags.ts'
import type { Scope } from '../../shared/contract.ts'
import { rawSql, value } from '../store/database.ts'
import { clampLimit, keyText, pageOf, readKey } from '../store/keyset.ts'
import { agentRows, all, placeFilter, rowsOf, when, within, type Filter } from '../store/scopeFilter.ts'
import { isSettled, noCare, rests, type Care } from './care.ts'
import { viewFlag, type ViewPorts } from './flagView.ts'
import { allHandFlags, findHandFlag, isHandFlag, undecidedHandFlags } from './handFlags.ts'
import { holds, isOpen } from './openNow.ts'
import { findStoredFlag, type RawFlag } from './rawFlag.ts'
import { standingFlags, type StandingFlag } from './standingFlags.ts'

export interface ListPorts extends ViewPorts {
  /** Flags about agents, templates, channels and sources, of any moment the question may mean. */
  readonly ofSubjects: readonly RawFlag[]
}

/** What lists are sorted, counted and filtered by. */
export type FlagKey = Pick<RawFlag, 'id' | 'rule' | 'severity' | 'raisedAt' | 'agent'>

/** Newest first. Throws a `StoreFailure` (`invalid`) for a key that cannot be read. */
export function listFlags(ports: ListPorts, query: FlagQuery): FlagList {
  const open = openKeys(ports, query.scope)
  return {
    ...pageOfFlags(ports, query, () => open),
    open: open.length,
    danger: open.filter(({ severity }) => severity === 'danger').length,
  }
}

/** The same without how many are open: of a query for flags of any state that takes longer than the page. */
export function pageOfFlags(
  ports: ListPorts,
  query: FlagQuery,
  open = () => openKeys(ports, query.scope),
): Omit<FlagList, 'open' | 'danger'> {
  const limit = clampLimit(query.limit)
  const after = query.after === null ? null : readKey<string>(query.after, 'string')
  const { keys, total } = chosen(ports, query, open, after, limit + 1)
  const page = pageOf(
    keys,
    limit,
    ({ id }) => findFlag(ports, id),
    ({ raisedAt, id }) => keyText(raisedAt, id),
  )
  return {
    rows: page.rows.flatMap((flag) => (flag === null ? [] : [viewFlag(ports, flag)])),
    next: page.next,
    total,
  }
}

/** A flag by its id; null when there is none, or when its time has not come. */
export function findFlag(ports: ListPorts, id: string): RawFlag | null {
  const found = isHandFlag(id)
    ? findHandFlag(ports.cache, ports.workspaceDb, ports.cares, id)
    : (findStoredFlag(ports.cache, id) ?? ports.ofSubjects.find((flag) => flag.id === id) ?? null)
  return found !== null && found.raisedAt <= ports.now ? found : null
}

/** Every open flag of a scope, in no order. */
export function openKeys(ports: ListPorts, scope: Scope): readonly FlagKey[] {
  const { cache, workspaceDb, cares, now } = ports
  const isStoredInScope = standingTest(ports, scope)
  const isInScope = scopeTest(ports, scope)
  const loose = [...undecidedHandFlags(cache, workspaceDb, cares), ...ports.ofSubjects]
  return [
    ...standingFlags(cache, now).filter((flag) => isStoredInScope(flag) && !isSettled(cares, flag.id, now)),
    ...loose.filter((flag) => isOpen(flag, cares, now) && isInScope(flag)),
  ]
}

interface Chosen {
  /** Behind the key, newest first, up to `most`. */
  readonly keys: readonly FlagKey[]
  readonly total: number
}

function chosen(
  ports: ListPorts,
  query: FlagQuery,
  open: () => readonly FlagKey[],
  after: readonly [number, string] | null,
  most: number,
): Chosen {
  const rules = rulesOf(query)
  const isWanted = (key: FlagKey) =>
    (rules === null || rules.has(key.rule)) &&
    (!query.severities?.length || query.severities.includes(key.severity)) &&
    hasOwner(ports.cares.get(key.id) ?? noCare, query.owner ?? null)
  const fromList = (keys: readonly FlagKey[]): Chosen => {
    const wanted = keys.filter(isWanted)
    return { keys: firstBehind(wanted, after, most), total: wanted.length }
  }
  if (query.state === 'open') return fromList(open())
  const { state, owner = null } = query
  const isMeant = (care: Care) => {
    if (!hasOwner(care, owner)) return false
    if (state === 'all') return true
    return state === 'decided' ? care.decision !== null : rests(care, ports.now)
  }
  const isInScope = scopeTest(ports, query.scope)
  const loose = [...allHandFlags(ports.cache, ports.workspaceDb, ports.cares), ...ports.ofSubjects].filter(
    (flag) =>
      isInScope(flag) &&
      isMeant(ports.cares.get(flag.id) ?? noCare) &&
      (state !== 'snoozed' || flag.endedAt === null || flag.endedAt > ports.now),
  )
  // Few are decided, rest or have an owner: they are found by their ids.
  if (state !== 'all' || (owner !== null && owner !== '')) {
    const ids = [...ports.cares].flatMap(([id, care]) => (isMeant(care) ? [id] : []))
    const filter = all([
      scopeOf(ports, query.scope),
      when(state === 'snoozed', holds('f.'), ports.now, ports.now),
    ])
    const stored = storedKeys(
      ports,
      `json_each(?) i CROSS JOIN flags f ON f.id = i.value ${joinFor(query.scope)}`,
      filter,
      JSON.stringify(ids),
    )
    return fromList([...stored, ...loose])
  }
  return fromHistory(ports, query, fromList(loose), after, most)
}

/** Flags of any state: there may be millions, so that SQLite counts them and reads a page. */
function fromHistory(
  ports: ListPorts,
  query: FlagQuery,
  loose: Chosen,
  after: readonly [number, string] | null,
  most: number,
): Chosen {
  const rules = rulesOf(query)
  const severities = query.severities ?? []
  const owned = [...ports.cares].flatMap(([id, { owner }]) => (owner === null ? [] : [id]))
  const filter = all([
    scopeOf(ports, query.scope),
    when(rules !== null, `f.rule IN (${placesFor([...(rules ?? [])])})`, ...(rules ?? [])),
    when(severities.length > 0, `f.severity IN (${placesFor(severities)})`, ...severities),
    when(query.owner === '', 'f.id NOT IN (SELECT value FROM json_each(?))', JSON.stringify(owned)),
  ])
  const source = `flags f ${joinFor(query.scope)}`
  const total =
    value<number>(ports.cache, `SELECT count(*) FROM ${source} WHERE ${filter.sql}`, ...filter.parameters) ??
    0
  const paged = all([filter, when(after !== null, '(f.raised_at, f.id) < (?, ?)', ...(after ?? []))])
  const page = storedKeys(ports, source, {
    sql: `${paged.sql} ORDER BY f.raised_at DESC, f.id DESC LIMIT ?`,
    parameters: [...paged.parameters, most],
  })
  return { keys: firstBehind([...page, ...loose.keys], after, most), total: total + loose.total }
}

/** The rules a query lets through; null: all of them. */
function rulesOf({ rules, madeBy = null }: FlagQuery): ReadonlySet<string> | null {
  if (rules.length === 0 && madeBy === null) return null
  const named = rules.length === 0 ? (Object.keys(flagRuleKinds) as FlagQuery['rules']) : rules
  return new Set(named.filter((rule) => madeBy === null || flagRuleKinds[rule].madeBy === madeBy))
}

function hasOwner(care: Care, owner: string | null): boolean {
  return owner === null || (care.owner ?? '') === owner
}

function placesFor(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ')
}

// ── the cache's part ─────────────────────────────────────────────────────────────────────────────────────────────

type KeyRow = readonly [
  id: string,
  rule: FlagKey['rule'],
  severity: FlagKey['severity'],
  at: number,
  agent: number | null,
]

function storedKeys(
  { cache }: ListPorts,
  source: string,
  filter: Filter,
  ...parameters: readonly string[]
): readonly FlagKey[] {
  return rawSql<KeyRow>(
    cache,
    `SELECT f.id, f.rule, f.severity, f.raised_at, f.agent FROM ${source} WHERE ${filter.sql}`,
  )
    .all(...parameters, ...filter.parameters)
    .map(([id, rule, severity, raisedAt, agent]) => ({ id, rule, severity, raisedAt, agent }))
}

/** Period and filters of the bar, of flags (`f`) whose time has come; conversations (`c`) where `joinFor` joins them. */
export function scopeOf({ names, now }: ListPorts, scope: Scope): Filter {
  const agents = agentRows(scope, names.dictionary)
  return all([
    // One bound from above, not two: SQLite uses an index with one.
    {
      sql: 'f.raised_at >= ? AND f.raised_at < ?',
      parameters: [scope.from, Math.min(scope.to, now + 1)],
    },
    agents === null ? when(false, '') : within('f.agent', agents),
    placeFilter(scope, names.dictionary),
  ])
}

/** Only channel and category are the conversation's. */
export function joinFor(scope: Scope): string {
  const isPlaced = scope.channels.length > 0 || scope.categories.length > 0
  return isPlaced ? 'JOIN conversations c ON c.id = f.conversation' : ''
}

/** The same of a flag of a conversation that stands at hand. */
function standingTest({ names, now }: ListPorts, scope: Scope): (flag: StandingFlag) => boolean {
  const { dictionary } = names
  const to = Math.min(scope.to, now + 1)
  const agents = setOf(agentRows(scope, dictionary))
  const channels = setOf(scope.channels.length === 0 ? null : rowsOf(scope.channels, dictionary.channels))
  const categories = setOf(
    scope.categories.length === 0
      ? null
      : rowsOf(
          scope.categories,
          dictionary.categories.map(({ row, name }) => ({ row, id: name })),
        ),
  )
  return ({ raisedAt, agent, channel, category }) =>
    raisedAt >= scope.from &&
    raisedAt < to &&
    (agents === null || (agent !== null && agents.has(agent))) &&
    (channels === null || channels.has(channel)) &&
    (categories === null || (category !== null && categories.has(category)))
}

function setOf(rows: readonly number[] | null): ReadonlySet<number> | null {
  return rows === null ? null : new Set(rows)
}

/** The same as a test of a flag at hand. What a flag does not have, no filter of it lets through. */
export function scopeTest({ cache, names, now }: ListPorts, scope: Scope): (flag: RawFlag) => boolean {
  const agents = agentRows(scope, names.dictionary)
  const places = placeFilter(scope, names.dictionary)
  const channels = scope.channels.length > 0 ? rowsOf(scope.channels, names.dictionary.channels) : null
  const isPlaced = ({ subject }: RawFlag): boolean => {
    if (joinFor(scope) === '') return true
    if (subject.kind === 'channel')
      return channels !== null && scope.categories.length === 0 && channels.includes(subject.row)
    if (subject.kind !== 'conversation') return false
    const found = `SELECT 1 FROM conversations c WHERE c.id = ? AND ${places.sql}`
    return value(cache, found, subject.row, ...places.parameters) !== undefined
  }
  return (flag) =>
    flag.raisedAt >= scope.from &&
    flag.raisedAt < scope.to &&
    flag.raisedAt <= now &&
    (agents === null || (flag.agent !== null && agents.includes(flag.agent))) &&
    isPlaced(flag)
}

/** Newest first, of equal times the greater id. */
function firstBehind(
  keys: readonly FlagKey[],
  after: readonly [number, string] | null,
  most: number,
): readonly FlagKey[] {
  const behind =
    after === null
      ? [...keys]
      : keys.filter(
          ({ id, raisedAt }) =>
            raisedAt < after[0] || (raisedAt === after[0] && compareIds(id, after[1]) < 0),
        )
  return behind.sort((a, b) => b.raisedAt - a.raisedAt || compareIds(b.id, a.id)).slice(0, most)
}

/** As SQLite compares texts: by their bytes. */
function compareIds(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
