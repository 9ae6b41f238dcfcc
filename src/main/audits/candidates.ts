/**
 * What a sample is drawn from: conversations, open or closed, in which a person wrote to the contact in the period, or the
 * contact wrote while an agent had it. Each is about one agent: who wrote most in the period, the last of them on a tie;
 * where nobody wrote, who had it when the contact last wrote. The filters of agents and teams ask for that agent, so that
 * every conversation is counted once. Chats of erased contacts are left out, removed ones are not held at all.
 */
import type { Scope } from '../../shared/contract.ts'
import { authors, openers } from '../../shared/records.ts'
import { authorOf, messageBits } from '../metrics/bits.ts'
import type { Columns } from '../metrics/columns.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { agentRows } from '../store/scopeFilter.ts'
import { scanRows } from './scan.ts'

export interface Candidate {
  /** The store's row of the conversation. */
  readonly slot: number
  /** Its source's own name and its id there. */
  readonly source: string
  readonly conversation: string
  /** Id of the agent it is about; null: of no agent, as what is typed in the phone app. */
  readonly agent: string | null
  /** A person wrote to the contact: there is something to review. */
  readonly wrote: boolean
  /** First message in the period, epoch milliseconds. */
  readonly at: number
  /** Messages in the period, of everybody. */
  readonly messages: number
  /** A message of ours in the period failed. */
  readonly failed: boolean
}

export interface CandidatePorts {
  readonly cache: ReadableDb
  readonly columns: () => Columns
  readonly dictionary: () => WorkspaceDictionary
}

/** Every candidate in the scope, in no particular order. */
export function candidatesIn(ports: CandidatePorts, scope: Scope): readonly Candidate[] {
  const columns = ports.columns()
  const dictionary = ports.dictionary()
  const seen = readMessages(columns, scope)
  const passes = filterOf(ports, scope)
  const names = new Map(dictionary.agents.map(({ row, id }) => [row, id]))
  const found: Omit<Candidate, 'source' | 'conversation'>[] = []
  for (let slot = 0; slot < seen.size; slot++) {
    const agent = seen.agentOf(slot)
    const wrote = seen.wrote[slot] === 1
    if ((!wrote && agent === 0) || !passes(slot, agent)) continue
    found.push({
      slot,
      agent: names.get(agent) ?? null,
      wrote,
      at: seen.firstAt[slot] ?? 0,
      messages: seen.messages[slot] ?? 0,
      failed: seen.failed[slot] === 1,
    })
  }
  return named(ports.cache, found)
}

// ── the messages of the period ───────────────────────────────────────────────────────────────────────────────────

const appAuthor = authors.indexOf('app')

/** What the messages of the period say of each conversation, by slot. Agents are the store's rows, 0 for nobody. */
class SeenMessages {
  readonly size: number
  readonly firstAt: Float64Array
  readonly messages: Uint32Array
  readonly wrote: Uint8Array
  readonly failed: Uint8Array
  readonly #heardAt: Float64Array
  readonly #holder: Uint32Array
  /** By slot and agent: how many messages, the last at. */
  readonly #written = new Map<number, { readonly agent: number; count: number; at: number }[]>()

  constructor(size: number) {
    this.size = size
    this.firstAt = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
    this.messages = new Uint32Array(size)
    this.wrote = new Uint8Array(size)
    this.failed = new Uint8Array(size)
    this.#heardAt = new Float64Array(size)
    this.#holder = new Uint32Array(size)
  }

  count(slot: number, at: number): void {
    this.messages[slot] = (this.messages[slot] ?? 0) + 1
    if (at < (this.firstAt[slot] ?? 0)) this.firstAt[slot] = at
  }

  hear(slot: number, holder: number, at: number): void {
    if (at < (this.#heardAt[slot] ?? 0)) return
    this.#heardAt[slot] = at
    this.#holder[slot] = holder
  }

  write(slot: number, agent: number, at: number): void {
    this.wrote[slot] = 1
    if (agent === 0) return
    const writers = this.#written.get(slot)
    if (writers === undefined) {
      this.#written.set(slot, [{ agent, count: 1, at }])
      return
    }
    const known = writers.find((writer) => writer.agent === agent)
    if (known === undefined) writers.push({ agent, count: 1, at })
    else {
      known.count += 1
      known.at = Math.max(known.at, at)
    }
  }

  /** Whom the conversation is about; 0: nobody. */
  agentOf(slot: number): number {
    const writers = this.#written.get(slot)
    if (writers === undefined) return this.#holder[slot] ?? 0
    return writers.reduce((most, one) =>
      one.count > most.count || (one.count === most.count && one.at > most.at) ? one : most,
    ).agent
  }
}

function readMessages(columns: Columns, scope: Scope): SeenMessages {
  const seen = new SeenMessages(columns.slots.size)
  const stream = columns.streams.messages
  const opened = new Set(scope.openers?.map((word) => openers.indexOf(word)))
  scanRows(columns, 'messages', scope, (slot, cell, kind, at) => {
    if (opened.size > 0 && !opened.has(stream.cellField(cell, 'opener'))) return
    const bits = stream.bitsOf(kind)
    const agent = stream.cellField(cell, 'agent')
    seen.count(slot, at)
    if ((bits & messageBits.inbound) !== 0) seen.hear(slot, agent, at)
    else if ((bits & messageBits.byAgent) !== 0) seen.write(slot, agent, at)
    else if (authorOf(bits) === appAuthor) seen.write(slot, 0, at)
    if ((bits & messageBits.failed) !== 0) seen.failed[slot] = 1
  })
  return seen
}

// ── filters and names ────────────────────────────────────────────────────────────────────────────────────────────

function filterOf(
  { cache, columns, dictionary }: CandidatePorts,
  scope: Scope,
): (slot: number, agent: number) => boolean {
  const { contact, channel, category } = columns().slots.columns
  const { channels, categories } = dictionary()
  const agents = setOf(agentRows(scope, dictionary()))
  const among = (wanted: readonly string[], rows: readonly number[]) =>
    wanted.length === 0 ? null : new Set(rows)
  const ofChannels = among(
    scope.channels,
    channels.flatMap(({ row, id }) => (scope.channels.includes(id) ? [row] : [])),
  )
  const ofCategories = among(
    scope.categories,
    categories.flatMap(({ row, name }) => (scope.categories.includes(name) ? [row] : [])),
  )
  const erased = new Set(rawSql<[number]>(cache, 'SELECT id FROM contacts WHERE erased = 1').all().flat())
  return (slot, agent) =>
    (agents?.has(agent) ?? true) &&
    (ofChannels?.has(channel[slot] ?? 0) ?? true) &&
    (ofCategories?.has(category[slot] ?? 0) ?? true) &&
    !erased.has(contact[slot] ?? 0)
}

function setOf(rows: readonly number[] | null): ReadonlySet<number> | null {
  return rows === null ? null : new Set(rows)
}

/** Up to here names are looked up one by one; for more the index of them is read through. */
const fewNames = 20_000

function named(
  cache: ReadableDb,
  found: readonly Omit<Candidate, 'source' | 'conversation'>[],
): readonly Candidate[] {
  const sources = new Map(rawSql<[number, string]>(cache, 'SELECT id, ref FROM sources').all())
  const one = rawSql<[number, string]>(cache, 'SELECT source, rid FROM conversations WHERE id = ?')
  const all = found.length > fewNames ? allNames(cache) : null
  return found.flatMap((candidate) => {
    const name = all === null ? one.get(candidate.slot) : all.get(candidate.slot)
    const source = name && sources.get(name[0])
    // The columns may be a moment behind the cache: what is gone from it cannot be drawn.
    return name === undefined || source === undefined ? [] : [{ ...candidate, source, conversation: name[1] }]
  })
}

function allNames(cache: ReadableDb): ReadonlyMap<number, readonly [source: number, rid: string]> {
  return new Map(
    rawSql<[number, number, string]>(cache, 'SELECT id, source, rid FROM conversations')
      .all()
      .map(([row, source, rid]) => [row, [source, rid]]),
  )
}
