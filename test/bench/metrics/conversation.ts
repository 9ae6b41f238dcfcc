/** One made-up conversation as records: who wrote what when, and what became of it. */
import { hourMs } from '../../../src/shared/period.ts'
import type { RecordOf, SourceRecord } from '../../../src/shared/records.ts'
import { around, below, type Random } from './random.ts'

/** As many as `companyRecords` in synthetic.ts makes up: the people of the one write in the conversations of the other. */
export const company = { agents: 100, teams: 8, channels: 8, categories: 20 } as const

export interface Beginning {
  readonly number: number
  readonly contact: number
  /** Epoch milliseconds. */
  readonly startedAt: number
  readonly random: Random
}

/** The conversation as far as it is told; `at` is now. */
interface Story {
  readonly id: string
  readonly contact: string
  readonly channel: string
  readonly random: Random
  readonly into: SourceRecord[]
  at: number
  messages: number
  agent: string | null
}

type Author = RecordOf<'message'>['author']['type']

/** Chances of what may happen. */
const chance = {
  agentOpened: 0.03,
  campaignOpened: 0.02,
  bot: 0.25,
  contained: 0.3,
  unanswered: 0.02,
  transfer: 0.08,
  leftOpen: 0.02,
  reopened: 0.06,
  surveyed: 0.4,
  rated: 0.5,
  failed: 0.013,
  delivered: 0.97,
  read: 0.74,
} as const

/** Appends the records of a conversation. */
export function conversationRecords(beginning: Beginning, into: SourceRecord[]): void {
  const { number, random, startedAt } = beginning
  const story: Story = {
    id: `conversation-${number}`,
    contact: `contact-${beginning.contact}`,
    channel: `channel-${below(random, company.channels)}`,
    random,
    into,
    at: startedAt,
    messages: 0,
    agent: null,
  }
  const opener = openerOf(random)
  into.push({
    kind: 'conversation',
    id: story.id,
    updatedAt: null,
    contact: story.contact,
    channel: story.channel,
    openedAt: startedAt,
    openedBy: { type: opener, id: opener === 'agent' ? anAgent(random) : null },
  })
  if (opener === 'campaign') write(story, 'campaign')
  const contained = opener === 'contact' && random() < chance.bot && tellBot(story)
  if (!contained) tellPeople(story, opener === 'agent')
  if (random() < chance.leftOpen) return
  close(story)
  if (random() < chance.reopened) tellReturn(story)
}

function openerOf(random: Random): 'contact' | 'agent' | 'campaign' {
  const draw = random()
  if (draw < chance.agentOpened) return 'agent'
  return draw < chance.agentOpened + chance.campaignOpened ? 'campaign' : 'contact'
}

function anAgent(random: Random): string {
  return `agent-${below(random, company.agents)}`
}

// ── what happens ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The bot's part; true: nobody else was needed. */
function tellBot(story: Story): boolean {
  const turns = 1 + below(story.random, 3)
  for (let turn = 0; turn < turns; turn += 1) {
    write(story, 'contact')
    pass(story, 2, 0.3)
    write(story, 'bot')
    pass(story, 30, 0.8)
  }
  if (story.random() < chance.contained) return true
  event(story, 'bot_handoff', { type: 'bot', id: null }, null)
  return false
}

/** The people's part: an agent gets it, and both write in turns. */
function tellPeople(story: Story, agentBegins: boolean): void {
  const { random } = story
  if (!agentBegins) write(story, 'contact')
  assign(story, anAgent(random), agentBegins ? 0 : around(random, 15, 0.8))
  if (agentBegins) write(story, 'agent')
  if (random() < chance.unanswered) return pass(story, 3600, 0.7)
  const turns = 2 + below(random, 6)
  for (let turn = 0; turn < turns; turn += 1) {
    if (turn > 0 || agentBegins) write(story, 'contact')
    if (random() < 0.3) {
      pass(story, 12, 0.6)
      write(story, 'contact')
    }
    if (turn === 1 && random() < chance.transfer) assign(story, anAgent(random), around(random, 40, 0.8))
    pass(story, turn === 0 ? 70 : 45, 1.1)
    write(story, 'agent')
    if (random() < 0.3) {
      pass(story, 20, 0.6)
      write(story, 'agent')
    }
    pass(story, 60, 0.9)
  }
}

/** The contact writes again after the close; mostly somebody answers, and it is closed again. */
function tellReturn(story: Story): void {
  pass(story, 6 * 3600, 1)
  write(story, 'contact')
  pass(story, 120, 1.1)
  write(story, 'agent')
  pass(story, 60, 0.9)
  close(story)
}

function close(story: Story): void {
  const { random, id, into } = story
  pass(story, 40, 0.7)
  if (random() < chance.surveyed) {
    into.push({ kind: 'survey', id: `survey-${id}-${story.messages}`, conversation: id, at: story.at })
    if (random() < chance.rated) rate(story, story.at + around(random, 20, 0.6))
  }
  pass(story, 30, 0.7)
  const by = story.agent === null ? ('bot' as const) : ('agent' as const)
  const category = `category ${Math.floor(company.categories * random() ** 2)}`
  event(story, 'closed', { type: by, id: story.agent }, category)
}

function rate({ random, id, into, messages }: Story, at: number): void {
  const score = [5, 5, 5, 4, 4, 4, 3, 2, 1, 5][below(random, 10)] ?? 5
  const scale = { min: 1, max: 5 }
  into.push({
    kind: 'rating',
    id: `rating-${id}-${messages}`,
    conversation: id,
    at,
    score,
    scale,
    comment: null,
  })
}

// ── records ──────────────────────────────────────────────────────────────────────────────────────────────────────

function pass(story: Story, seconds: number, spread: number): void {
  // Nobody in the made-up company lets anything lie for more than half a day.
  story.at += Math.min(12 * hourMs, 1 + around(story.random, seconds, spread))
}

function assign(story: Story, to: string, after: number): void {
  story.into.push({
    kind: 'assignment',
    conversation: story.id,
    at: story.at + after,
    from: story.agent,
    to,
    team: `team-${Number(to.slice('agent-'.length)) % company.teams}`,
    by: { type: 'automation', id: null },
    source: 'stated',
    notBefore: null,
  })
  story.at += after
  story.agent = to
}

function event(
  story: Story,
  name: 'closed' | 'bot_handoff',
  by: RecordOf<'conversation_event'>['by'],
  category: string | null,
): void {
  story.into.push({
    kind: 'conversation_event',
    conversation: story.id,
    at: story.at,
    event: name,
    by,
    category,
    note: null,
  })
}

function write(story: Story, author: Extract<Author, 'contact' | 'agent' | 'bot' | 'campaign'>): void {
  const { random, into, at } = story
  const id = `wamid.${story.id}.${story.messages}`
  const inbound = author === 'contact'
  into.push({
    kind: 'message',
    id,
    conversation: story.id,
    contact: story.contact,
    channel: story.channel,
    at,
    direction: inbound ? 'in' : 'out',
    author: { type: author, id: author === 'agent' ? story.agent : null },
    content: { type: 'text', text: textOf(random), caption: null, template: null, media: null },
    replyTo: null,
  })
  story.messages += 1
  if (!inbound) become(into, id, at, random)
}

/** The last status is enough: who reads it got it, and merging is not what is measured here. */
function become(into: SourceRecord[], message: string, at: number, random: Random): void {
  const draw = random()
  if (draw < chance.failed) {
    const error = { code: 131_026, title: 'Message undeliverable' }
    into.push({ kind: 'message_status', message, status: 'failed', at: at + 900, error, pricing: null })
    return
  }
  const status = draw < chance.read ? 'read' : draw < chance.delivered ? 'delivered' : 'sent'
  into.push({ kind: 'message_status', message, status, at: at + 1500, error: null, pricing: null })
}

const words =
  'order tent delivery when please thanks tomorrow refund size blue stove invoice number arrived broken again help link pay card store open late gift return'.split(
    ' ',
  )

/** About fifty bytes. */
function textOf(random: Random): string {
  let text = words[below(random, words.length)] ?? ''
  for (let word = 1; word < 8; word += 1) text += ` ${words[below(random, words.length)] ?? ''}`
  return text
}
