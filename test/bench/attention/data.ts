/**
 * A large workspace as the live screens see it, written straight into its tables: a year of conversations, the last two days
 * as busy as three hundred agents can be, two thousand chats open, and flags of which most ended long ago. The same every time.
 */
import type { ConversationFacts } from '../../../src/main/metrics/facts.ts'
import { packFacts } from '../../../src/main/metrics/pack.ts'
import type { WritableDb } from '../../../src/main/store/database.ts'
import { nextFactsVersion } from '../../../src/main/store/derivation.ts'
import { flagCells, writeFlags } from '../../../src/main/store/flagRows.ts'
import { packFlags } from '../../../src/main/store/bits.ts'
import { openers } from '../../../src/shared/records.ts'
import { orNull, plainEpisode, writePlainHead } from '../facts.ts'
import { below, logNormal, randomFrom, type Random } from '../metrics/random.ts'

export const agents = 300
export const teams = 12
export const channels = 8
const categories = 20
export const busyDays = 2
/** Conversations on each of them. */
const busy = 20_000
export const open = 2000
export const openFlags = 10_000
/** How many of all conversations raised a flag that ended. */
const flagged = 0.3
const minute = 60_000
const day = 24 * 60 * minute
/** The moment everything is looked at: a Wednesday afternoon. */
export const now = Date.UTC(2026, 10, 18, 15)

type Fact = ConversationFacts['messages'][number]
type Flag = ConversationFacts['flags'][number]

export function fillWorkspace(cache: WritableDb, conversations: number): void {
  cache.pragma('synchronous = OFF')
  cache.transaction(() => {
    fillPlaces(cache)
    fillContacts(cache, conversations)
    fillPresence(cache)
  })()
  nextFactsVersion(cache)
  const write = conversationWriter(cache)
  for (let from = 1; from <= conversations; from += 50_000)
    cache.transaction(() => {
      const end = Math.min(from + 50_000, conversations + 1)
      for (let id = from; id < end; id += 1) write(factsOf(id, conversations))
    })()
  cache.exec('ANALYZE')
}

function fillPlaces(cache: WritableDb): void {
  cache.exec(
    `INSERT INTO sources(id, ref) VALUES (1, 'bench');
     INSERT INTO words(id, kind, text) VALUES (1, 'language', 'en'), (2, 'language', 'de'), (3, 'template', 'reminder')`,
  )
  const named = (table: string, count: number) => {
    const insert = cache.prepare(`INSERT INTO ${table}(id, source, rid, name) VALUES (?, 1, ?, ?)`)
    for (let id = 1; id <= count; id += 1) insert.run(id, `${table}-${id}`, `${table} ${id}`)
  }
  named('agents', agents)
  named('teams', teams)
  named('channels', channels)
  const insert = cache.prepare('INSERT INTO categories(id, name) VALUES (?, ?)')
  for (let id = 1; id <= categories; id += 1) insert.run(id, `Category ${id}`)
  cache.exec(`UPDATE agents SET active = 1, teams = '["teams-' || (1 + id % ${teams}) || '"]'`)
}

function fillContacts(cache: WritableDb, conversations: number): void {
  const insert = cache.prepare('INSERT INTO contacts(id, source, rid, name, phone) VALUES (?, 1, ?, ?, ?)')
  for (let id = 1; id <= Math.ceil(conversations / 2); id += 1)
    insert.run(
      id,
      `4917${String(id).padStart(8, '0')}`,
      `Customer ${id}`,
      `+4917${String(id).padStart(8, '0')}`,
    )
}

/** Nine days, one agent in five away at the moment. */
function fillPresence(cache: WritableDb): void {
  const insert = cache.prepare('INSERT INTO presence(source, agent, at, hash, state) VALUES (1, ?, ?, ?, ?)')
  for (let agent = 1; agent <= agents; agent += 1)
    for (let back = 9; back >= 0; back -= 1)
      for (const [hour, state] of [
        [7, 'online'],
        [11, 'away'],
        [12, 'online'],
        [14, agent % 5 === 0 ? 'away' : 'online'],
        [18, 'offline'],
      ] as const) {
        const at = Math.floor(now / day - back) * day + hour * 60 * minute
        if (at <= now) insert.run(agent, at + agent * 1000, 1, state)
      }
}

function conversationWriter(cache: WritableDb): (facts: ConversationFacts) => void {
  const conversation = cache.prepare(
    'INSERT INTO conversations(id, source, rid, contact, channel) VALUES (?, 1, ?, ?, ?)',
  )
  const packed = cache.prepare('INSERT INTO facts(conversation, version, data) VALUES (?, 1, ?)')
  const assignment = cache.prepare(
    `INSERT INTO assignments(conversation, at, hash, to_agent, by_type, source_of) VALUES (?, ?, 0, ?, 'system', 'stated')`,
  )
  const message = cache.prepare(
    'INSERT INTO messages(k, hash, source, rid, at, flags, agent, text) VALUES (?, ?, 1, ?, ?, ?, ?, ?)',
  )
  return (facts) => {
    const { head, conversation: id } = facts
    conversation.run(id, `conversation-${id}`, facts.contact, facts.channel)
    writePlainHead(cache, id, head)
    packed.run(id, packFacts(facts))
    for (const { at, to } of facts.assignments) assignment.run(id, at, to)
    if (head.state === 'open')
      for (const { k, at, direction, agent } of facts.messages)
        message.run(
          k,
          k,
          `m-${k}`,
          at,
          packFlags(direction, direction === 'in' ? 'contact' : 'agent', 'text'),
          orNull(agent),
          `Where is order ${k}? It should have been here by now.`,
        )
    if (facts.flags.length > 0) writeFlags(cache, id, facts.flags.map(flagCells))
  }
}

function factsOf(id: number, conversations: number): ConversationFacts {
  const random = randomFrom(id)
  const isOpen = id > conversations - open
  const startedAt = startOf(id, conversations, random)
  const agent = random() < 0.04 ? -1 : 1 + below(random, agents)
  const team = agent < 0 ? -1 : 1 + (agent % teams)
  const lasts = Math.round(15 * minute * logNormal(random, 1))
  const lastAt = isOpen ? now - 1000 - below(random, 20 * minute) : Math.min(now - minute, startedAt + lasts)
  const messages = messagesOf(id, random, startedAt, lastAt, agent, team)
  const last = messages.at(-1)
  const waitingSince = isOpen && last?.direction === 'in' ? last.at : null
  const category = random() < 0.1 ? -1 : 1 + below(random, categories)
  const closedAt = isOpen ? null : lastAt
  return {
    conversation: id,
    contact: 1 + below(random, Math.ceil(conversations / 2)),
    channel: 1 + below(random, channels),
    category,
    messages,
    episodes: [episodeOf(messages, startedAt, closedAt, agent, team, openers[below(random, 5)] ?? 'contact')],
    waits: [],
    personWaits: waitsOf(messages, closedAt),
    assignments:
      agent < 0
        ? []
        : [{ at: startedAt + 1000, from: -1, to: agent, team, source: 'stated', earliest: startedAt + 1000 }],
    inferred: [],
    ratings: [],
    surveys: [],
    flags: flagsOf(id, conversations, random, lastAt, agent, team),
    mood: {
      at: lastAt,
      message: messages[0]?.k ?? -1,
      sentiment: 'neutral',
      language: 1 + below(random, 2),
      agent,
      team,
      settledAt: null,
    },
    engagedFor: 0,
    head: {
      state: isOpen ? 'open' : 'closed',
      startedAt,
      lastAt,
      lastMessage: last?.k ?? -1,
      agent,
      team,
      category,
      waitingSince,
      firstResponse: 60,
      resolution: isOpen ? null : lasts / 1000,
      messages: messages.length,
    },
  }
}

/** In the order of their ids; those that are open began within the last two hours. */
function startOf(id: number, conversations: number, random: Random): number {
  if (id > conversations - open) return Math.round(now - 30 * minute - random() * 90 * minute)
  const recent = Math.min(busyDays * busy, conversations / 2)
  const share = random() * 0.01
  if (id > conversations - recent)
    return Math.round(
      now - busyDays * day * (1 - (id - conversations + recent) / (recent + 1)) - share * day - 20 * minute,
    )
  return Math.round(
    now - busyDays * day - (365 - busyDays) * day * (1 - id / (conversations - recent)) - share * day,
  )
}

function messagesOf(
  id: number,
  random: Random,
  from: number,
  to: number,
  agent: number,
  team: number,
): readonly Fact[] {
  const count = 3 + below(random, 12)
  return Array.from({ length: count }, (_, index): Fact => {
    const isOut = index % 2 === 1
    const isPerson = isOut && agent > 0
    return {
      k: id * 2 ** 20 + index,
      at: Math.round(from + ((to - from) * index) / (count - 1)),
      direction: isOut ? 'out' : 'in',
      counts: true,
      author: isPerson ? 'agent' : isOut ? 'bot' : 'contact',
      agent: isPerson ? agent : -1,
      assigned: agent,
      team,
      tracked: isOut,
      delivered: isOut,
      read: isOut,
      failed: isOut && random() < 0.004,
      errorCode: -1,
      inWindow: isOut ? true : null,
      format: null,
      template: isOut && index === 1 && random() < 0.1 ? 3 : -1,
      pricing: -1,
      billable: false,
    }
  })
}

function waitsOf(messages: readonly Fact[], closedAt: number | null): ConversationFacts['personWaits'] {
  return messages
    .flatMap(({ at, direction }, index) =>
      direction === 'out' ? [] : [{ episode: 0, from: at, to: messages[index + 1]?.at ?? closedAt }],
    )
    .filter(({ from, to }) => to === null || to > from)
}

function episodeOf(
  messages: readonly Fact[],
  startedAt: number,
  closedAt: number | null,
  agent: number,
  team: number,
  openedBy: ConversationFacts['episodes'][number]['openedBy'],
): ConversationFacts['episodes'][number] {
  const reply = messages.find(({ author }) => author === 'agent')
  return {
    ...plainEpisode({ startedAt, closedAt, agent, team }),
    openedBy,
    firstReplyAt: reply?.at ?? null,
    firstReplyAgent: reply?.agent ?? -1,
    firstReplyMessage: reply?.k ?? -1,
    firstInboundAt: startedAt,
    noFirstResponse: reply === undefined ? 'no_reply_yet' : null,
    firstAssignedAt: agent < 0 ? null : startedAt + 1000,
    personTookPart: agent > 0,
  }
}

const rules = ['waiting', 'message_failed', 'unresolved', 'personal_data', 'first_response'] as const

/** The newest conversations have those that hold: of some rules they hold longer than the chat is open. */
function flagsOf(
  id: number,
  conversations: number,
  random: Random,
  at: number,
  agent: number,
  team: number,
): readonly Flag[] {
  const holds = id > conversations - Math.min(openFlags, conversations / 2)
  if (!holds && random() >= flagged) return []
  const rule = rules[below(random, rules.length)] ?? 'waiting'
  const raisedAt = at - below(random, 10 * minute)
  return [
    {
      id: `${rule}:conversation-${id}:m-${id * 2 ** 20}`,
      rule,
      severity: random() < 0.3 ? 'danger' : 'warning',
      agent,
      team,
      from: raisedAt - 2 * minute,
      raisedAt,
      endedAt: holds ? null : raisedAt + below(random, 30 * minute),
      seconds: null,
      target: 120,
      code: null,
      text: null,
      message: null,
      messages: [`m-${id * 2 ** 20}`],
    },
  ]
}
