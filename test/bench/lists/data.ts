/** A cache with as many conversations as wanted, written straight into its tables: made in seconds, the same every time. */
import type { ConversationFacts } from '../../../src/main/metrics/facts.ts'
import { packFacts } from '../../../src/main/metrics/pack.ts'
import type { WritableDb } from '../../../src/main/store/database.ts'
import { flagCells, writeFlags } from '../../../src/main/store/flagRows.ts'
import { authors, openers } from '../../../src/shared/records.ts'
import { plainEpisode, writePlainHead } from '../facts.ts'
import { below, logNormal, randomFrom, type Random } from '../metrics/random.ts'

export const agents = 100
export const teams = 8
export const channels = 8
export const categories = 20
const messagesEach = 8
const day = 24 * 3_600_000
/** The conversations begin within two years before it. */
export const until = Date.UTC(2026, 10, 16)

const firstNames = [
  'Ana',
  'Zoë',
  'Müller',
  'Łukasz',
  '王芳',
  'محمد',
  'Søren',
  'İpek',
  'आर्या',
  'Ольга',
  'Émile',
  'Chloe',
]

export function fillCache(cache: WritableDb, conversations: number): void {
  cache.pragma('synchronous = OFF')
  cache.transaction(() => {
    fillDictionary(cache)
    fillContacts(cache, conversations)
  })()
  for (let from = 1; from <= conversations; from += 50_000)
    cache.transaction(() => {
      for (let id = from; id < from + 50_000 && id <= conversations; id += 1)
        fillConversation(cache, id, conversations)
    })()
  cache.exec('ANALYZE')
}

function fillDictionary(cache: WritableDb): void {
  const named = (table: string, count: number) => {
    const insert = cache.prepare(`INSERT INTO ${table}(id, source, rid, name) VALUES (?, 1, ?, ?)`)
    for (let id = 1; id <= count; id += 1) insert.run(id, `${table}-${id}`, `${firstNames[id % 12]} ${id}`)
  }
  cache.exec(
    `INSERT INTO sources(id, ref) VALUES (1, 'bench'); INSERT INTO words(id, kind, text) VALUES (1, 'language', 'en'), (2, 'language', 'de')`,
  )
  named('agents', agents)
  named('teams', teams)
  named('channels', channels)
  const insert = cache.prepare('INSERT INTO categories(id, name) VALUES (?, ?)')
  for (let id = 1; id <= categories; id += 1) insert.run(id, `Category ${id}`)
  cache.exec(`UPDATE agents SET teams = '["teams-' || (1 + id % ${teams}) || '"]'`)
}

function fillContacts(cache: WritableDb, conversations: number): void {
  const insert = cache.prepare('INSERT INTO contacts(id, source, rid, name, phone) VALUES (?, 1, ?, ?, ?)')
  for (let id = 1; id <= Math.ceil(conversations / 2); id += 1) {
    const random = randomFrom(-id)
    const name = `${firstNames[below(random, 12)]} ${firstNames[below(random, 12)]} ${below(random, 90_000)}`
    insert.run(id, `4917${String(id).padStart(8, '0')}`, name, `+49 17 ${String(id).padStart(8, '0')}`)
  }
}

function fillConversation(cache: WritableDb, id: number, conversations: number): void {
  const facts = factsOf(id, conversations)
  cache
    .prepare('INSERT INTO conversations(id, source, rid, contact, channel) VALUES (?, 1, ?, ?, ?)')
    .run(id, `conversation-${id}`, facts.contact, facts.channel)
  writePlainHead(cache, id, facts.head)
  cache.prepare('INSERT INTO facts(conversation, version, data) VALUES (?, 0, ?)').run(id, packFacts(facts))
  for (const { at, to } of facts.assignments)
    cache
      .prepare(
        `INSERT INTO assignments(conversation, at, hash, to_agent, by_type, source_of) VALUES (?, ?, 0, ?, 'system', 'stated')`,
      )
      .run(id, at, to)
  writeFlags(cache, id, facts.flags.map(flagCells))
}

function factsOf(id: number, conversations: number): ConversationFacts {
  const random = randomFrom(id)
  const startedAt = Math.round(until - 2 * 365 * day + (id / conversations) * 2 * 365 * day + random() * day)
  const agent = random() < 0.04 ? -1 : 1 + below(random, agents)
  const team = agent < 0 ? -1 : 1 + (agent % teams)
  const isOpen = until - startedAt < 30 * day && random() < 0.1
  // Some go on for weeks: those a period can lie within.
  const lasts = Math.round(random() < 0.05 ? random() * 20 * day : 1000 * 900 * logNormal(random, 1))
  const lastAt = startedAt + lasts
  const messages = messagesOf(id, random, startedAt, lastAt, agent, team)
  const waitingSince = isOpen && random() < 0.5 ? lastAt : null
  const category = random() < 0.1 ? -1 : 1 + below(random, categories)
  return {
    conversation: id,
    contact: 1 + below(random, Math.ceil(conversations / 2)),
    channel: 1 + below(random, channels),
    category,
    messages,
    episodes: [
      {
        ...plainEpisode({ startedAt, closedAt: isOpen ? null : lastAt, agent, team }),
        openedBy: openers[below(random, 5)] ?? 'contact',
      },
    ],
    waits: [],
    personWaits: [],
    assignments:
      agent < 0
        ? []
        : [
            {
              at: startedAt + 1000,
              from: -1,
              to: agent,
              team,
              source: 'stated',
              earliest: startedAt + 1000,
            },
          ],
    inferred: [],
    ratings:
      random() < 0.15 ? [{ at: lastAt, score: 1 + below(random, 5), min: 1, max: 5, agent, team }] : [],
    surveys: [],
    flags: waitingSince === null ? [] : [flagOf(id, lastAt, agent, team)],
    mood: moodOf(random, lastAt, messages[0]?.k ?? -1, agent, team),
    engagedFor: 0,
    head: {
      state: isOpen ? (random() < 0.2 ? 'pending' : 'open') : 'closed',
      startedAt,
      lastAt,
      lastMessage: messages.at(-1)?.k ?? -1,
      agent,
      team,
      category,
      waitingSince,
      firstResponse: random() < 0.1 ? null : Math.round(120 * logNormal(random, 1)),
      resolution: isOpen ? null : lasts / 1000,
      messages: messages.length,
    },
  }
}

function messagesOf(
  id: number,
  random: Random,
  from: number,
  to: number,
  agent: number,
  team: number,
): ConversationFacts['messages'] {
  const count = 2 + below(random, messagesEach * 2 - 4)
  return Array.from({ length: count }, (_, index) => {
    const isOut = index % 2 === 1
    return {
      k: id * 2 ** 20 + index,
      at: Math.round(from + ((to - from) * index) / Math.max(1, count - 1)),
      direction: isOut ? 'out' : 'in',
      counts: true,
      author: isOut ? (authors[1 + below(random, 5)] ?? 'agent') : 'contact',
      agent: isOut ? agent : -1,
      assigned: agent,
      team,
      tracked: isOut,
      delivered: isOut,
      read: isOut,
      failed: isOut && random() < 0.004,
      errorCode: -1,
      inWindow: isOut ? true : null,
      format: null,
      template: -1,
      pricing: -1,
      billable: false,
    } as const
  })
}

function moodOf(
  random: Random,
  at: number,
  message: number,
  agent: number,
  team: number,
): ConversationFacts['mood'] {
  if (random() < 0.1) return null
  const sentiment = (['negative', 'neutral', 'neutral', 'positive', null] as const)[below(random, 5)] ?? null
  return { at, message, sentiment, language: 1 + below(random, 2), agent, team, settledAt: null }
}

function flagOf(
  id: number,
  raisedAt: number,
  agent: number,
  team: number,
): ConversationFacts['flags'][number] {
  return {
    id: `unresolved:${id}`,
    rule: 'unresolved',
    severity: 'danger',
    agent,
    team,
    from: raisedAt,
    raisedAt,
    endedAt: null,
    seconds: null,
    target: 300,
    code: null,
    text: null,
    message: null,
    messages: [],
  }
}
