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

/** With its source's own name and its id there, which outlive the store's row. */
export interface NamedCandidate extends Candidate {
  readonly source: string
  readonly conversation: string
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
  const found: Candidate[] = []
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
  return found
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
  readonly #writers: Writers

  constructor(size: number) {
    this.size = size
    this.firstAt = new Float64Array(size).fill(Number.POSITIVE_INFINITY)
    this.messages = new Uint32Array(size)
    this.wrote = new Uint8Array(size)
    this.failed = new Uint8Array(size)
    this.#heardAt = new Float64Array(size)
    this.#holder = new Uint32Array(size)
    this.#writers = new Writers(size)
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
    if (agent !== 0) this.#writers.add(slot, agent, at)
  }

  /** Whom the conversation is about; 0: nobody. */
  agentOf(slot: number): number {
    const most = this.#writers.mostOf(slot)
    return most === 0 ? (this.#holder[slot] ?? 0) : most
  }
}

interface Writer {
  readonly agent: number
  count: number
  /** Their last message, epoch milliseconds. */
  at: number
}

/** How much each agent wrote in each conversation. Mostly there is one: all others stand aside. */
class Writers {
  readonly #agent: Uint32Array
  readonly #count: Uint32Array
  readonly #at: Float64Array
  readonly #others = new Map<number, Writer[]>()

  constructor(size: number) {
    this.#agent = new Uint32Array(size)
    this.#count = new Uint32Array(size)
    this.#at = new Float64Array(size)
  }

  add(slot: number, agent: number, at: number): void {
    const first = this.#agent[slot] ?? 0
    if (first !== 0 && first !== agent) {
      this.#addOther(slot, agent, at)
      return
    }
    this.#agent[slot] = agent
    this.#count[slot] = (this.#count[slot] ?? 0) + 1
    this.#at[slot] = Math.max(at, this.#at[slot] ?? 0)
  }

  #addOther(slot: number, agent: number, at: number): void {
    const others = this.#others.get(slot) ?? []
    if (others.length === 0) this.#others.set(slot, others)
    const known = others.find((writer) => writer.agent === agent)
    if (known === undefined) others.push({ agent, count: 1, at })
    else {
      known.count += 1
      known.at = Math.max(known.at, at)
    }
  }

  /** Who wrote most, the last of them on a tie; 0: nobody. */
  mostOf(slot: number): number {
    const agent = this.#agent[slot] ?? 0
    const others = this.#others.get(slot)
    if (others === undefined) return agent
    const first = { agent, count: this.#count[slot] ?? 0, at: this.#at[slot] ?? 0 }
    return others.reduce(
      (most, one) => (one.count > most.count || (one.count === most.count && one.at > most.at) ? one : most),
      first,
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

/** The candidates as their sources name them; those that are gone since left out. */
export function namedCandidates(cache: ReadableDb, found: readonly Candidate[]): readonly NamedCandidate[] {
  const sources = new Map(rawSql<[number, string]>(cache, 'SELECT id, ref FROM sources').all())
  const nameOf = found.length > fewNames ? allNames(cache) : oneName(cache)
  return found.flatMap((candidate) => {
    const name = nameOf(candidate.slot)
    const source = name && sources.get(name[0])
    // The columns may be a moment behind the cache.
    return name === undefined || source === undefined ? [] : [{ ...candidate, source, conversation: name[1] }]
  })
}

type NameOf = (slot: number) => readonly [source: number, rid: string] | undefined

function oneName(cache: ReadableDb): NameOf {
  const one = rawSql<[number, string]>(cache, 'SELECT source, rid FROM conversations WHERE id = ?')
  return (slot) => one.get(slot)
}

function allNames(cache: ReadableDb): NameOf {
  const names: (readonly [source: number, rid: string])[] = []
  for (const [row, source, rid] of rawSql<[number, number, string]>(
    cache,
    'SELECT id, source, rid FROM conversations',
  ).iterate())
    names[row] = [source, rid]
  return (slot) => names[slot]
}
