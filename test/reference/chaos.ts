/**
 * Small workspaces in which anything may have happened: conversations stated or not, reopened, handed over, rated, in
 * coarse times so that many things share an instant. The same seed always gives the same records.
 */
import { randomFor, type Random } from '../../src/shared/random.ts'
import type { RecordInput } from '../../src/shared/records.ts'

const minute = 60_000
/** In minutes: two weeks over the night in which the zone changes its clocks. */
const span = 14 * 24 * 60

/** Where clocks change by an hour or half of one, at midnight, or never; and when the records begin. */
const places = [
  { zone: 'Europe/Berlin', start: Date.UTC(2026, 2, 20) },
  { zone: 'Europe/Berlin', start: Date.UTC(2025, 9, 18) },
  { zone: 'America/New_York', start: Date.UTC(2026, 2, 1) },
  { zone: 'Australia/Lord_Howe', start: Date.UTC(2026, 2, 28) },
  { zone: 'Asia/Kathmandu', start: Date.UTC(2026, 0, 25) },
  { zone: 'America/Sao_Paulo', start: Date.UTC(2018, 9, 28) },
] as const

/** Chance, from some moment on. */
type Draw = Random & { readonly start: number }

const agents = ['a1', 'a2', 'a3', 'a4'] as const
const channels = ['c1', 'c2'] as const
const contacts = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6'] as const
const categories = ['refund', 'delivery', null] as const
const texts = [
  'Where is my order?',
  'This is terrible, still broken',
  'Thank you, great service!',
  'Can I speak to your manager?',
  'You idiots',
  'My card is 4111 1111 1111 1111',
  'I will call you tomorrow',
  'ok',
  '👍',
  '',
] as const

/** The records of one workspace, in random order. */
export function chaoticRecords(seed: number): readonly RecordInput[] {
  const chance = randomFor('chaos', seed)
  const place = chance.pick(places)
  const random: Draw = { ...chance, start: place.start }
  const records: RecordInput[] = [
    { kind: 'workspace', id: 'w', name: 'Chaos', timezone: place.zone },
    ...channels.map((id): RecordInput => ({ kind: 'channel', id, platform: 'whatsapp', name: id })),
    { kind: 'team', id: 't1', name: 'Billing' },
    { kind: 'team', id: 't2', name: 'Sales' },
    { kind: 'agent', id: 'a1', name: 'Ana', teams: ['t1'] },
    { kind: 'agent', id: 'a2', name: 'Ben', teams: ['t2', 't1'] },
    { kind: 'agent', id: 'a3', name: 'Cem' },
    { kind: 'agent', id: 'a4', name: 'Dee', teams: ['t2'], active: false },
    ...contacts.map((id): RecordInput => ({
      kind: 'contact',
      id,
      name: id,
      addedAt: iso(random, 0, span),
      addedBy: random.pick(['first_message', 'agent', 'import']),
      optedInAt: random.chance(0.5) ? iso(random, 0, span) : null,
      optedOutAt: random.chance(0.2) ? iso(random, 0, span) : null,
      deletedAt: random.chance(0.1) ? iso(random, 0, span) : null,
    })),
    ...workingTime(random, place.zone),
  ]
  const conversations = random.whole(3, 14)
  for (let number = 1; number <= conversations; number++)
    records.push(...conversationRecords(random, `v${number}`))
  for (let left = records.length - 1; left > 0; left--) {
    const other = random.whole(0, left + 1)
    ;[records[left], records[other]] = [records[other]!, records[left]!]
  }
  return records
}

function conversationRecords(random: Draw, id: string): readonly RecordInput[] {
  const contact = random.pick(contacts)
  const channel = random.pick(channels)
  const begin = random.whole(0, span)
  // Short conversations put many things into one minute, long ones leave the window.
  const length = random.pick([20, 300, 5000])
  const at = () => iso(random, begin, begin + length)
  const records: RecordInput[] = []
  if (random.chance(0.8))
    records.push({
      kind: 'conversation',
      id,
      contact,
      channel,
      openedAt: random.chance(0.8) ? iso(random, begin, begin + 1) : null,
      openedBy: {
        type: random.pick(['contact', 'contact', 'agent', 'bot', 'automation', 'campaign', 'api', 'unknown']),
        id: random.chance(0.3) ? random.pick(agents) : null,
      },
    })
  for (let left = random.whole(0, 14); left > 0; left--)
    records.push(...message(random, `${id}-m${left}`, id, contact, channel, at()))
  for (let left = random.whole(0, 5); left > 0; left--)
    records.push({
      kind: 'conversation_event',
      conversation: id,
      at: at(),
      event: random.pick([
        'closed',
        'closed',
        'reopened',
        'pending',
        'snoozed',
        'bot_handoff',
        'bot_resolved',
        'categorised',
      ]),
      by: {
        type: random.pick(['agent', 'bot', 'automation', 'system']),
        id: random.chance(0.5) ? random.pick(agents) : null,
      },
      category: random.pick(categories),
    })
  for (let left = random.whole(0, 4); left > 0; left--) {
    const when = at()
    records.push({
      kind: 'assignment',
      conversation: id,
      at: when,
      from: random.chance(0.5) ? random.pick(agents) : null,
      to: random.chance(0.85) ? random.pick(agents) : null,
      team: random.chance(0.3) ? random.pick(['t1', 't2']) : null,
      by: { type: 'automation', id: null },
      source: random.pick(['stated', 'stated', 'diffed', 'diffed', 'inferred', 'unknown']),
      // A look some minutes or hours before; now and then looks in the wrong order.
      notBefore: random.chance(0.5)
        ? new Date(Date.parse(when) - random.whole(-2, length) * 60_000).toISOString()
        : null,
    })
  }
  if (random.chance(0.4)) records.push({ kind: 'survey', id: `${id}-s`, conversation: id, at: at() })
  if (random.chance(0.4))
    records.push({
      kind: 'rating',
      id: `${id}-r`,
      conversation: id,
      at: at(),
      ...random.pick([
        { score: 5, scale: { min: 1, max: 5 } },
        { score: 2, scale: { min: 1, max: 5 } },
        { score: 9, scale: { min: 0, max: 10 } },
        { score: 3, scale: { min: 0, max: 10 } },
        { score: 1, scale: { min: 0, max: 1 } },
      ]),
    })
  if (random.chance(0.2))
    records.push({
      kind: 'conversion',
      id: `${id}-g`,
      contact,
      conversation: random.chance(0.8) ? id : null,
      at: at(),
      goal: random.pick(['purchase', 'sign-up']),
      value: random.chance(0.8) ? 12.5 : null,
      currency: random.pick(['EUR', 'EUR', 'EUR', 'USD', null]),
    })
  if (random.chance(0.2))
    records.push({
      kind: 'comment',
      id: `${id}-n`,
      conversation: id,
      at: at(),
      agent: random.pick(agents),
      text: 'Have a look',
      mentions: [random.pick(agents), random.pick(agents)],
    })
  return records
}

function message(
  random: Draw,
  id: string,
  conversation: string,
  contact: string,
  channel: string,
  at: string,
): readonly RecordInput[] {
  const inbound = random.chance(0.5)
  const author = random.pick([
    'agent',
    'agent',
    'agent',
    'bot',
    'automation',
    'campaign',
    'app',
    'system',
  ] as const)
  const type = random.pick(['text', 'text', 'text', 'image', 'template', 'reaction', 'system'] as const)
  const records: RecordInput[] = [
    {
      kind: 'message',
      id,
      conversation: random.chance(0.95) ? conversation : null,
      contact,
      channel,
      at,
      direction: inbound ? 'in' : random.chance(0.9) ? 'out' : 'internal',
      author: inbound
        ? { type: 'contact', id: null }
        : { type: author, id: author === 'agent' && random.chance(0.95) ? random.pick(agents) : null },
      content: {
        type,
        text: random.pick(texts),
        template:
          type === 'template'
            ? { name: random.pick(['offer', 'reminder']), category: 'marketing', language: 'en' }
            : null,
      },
      // A call is a system line that opens the window.
      ...(inbound && type === 'system' && random.chance(0.5) ? { extra: { call: true } } : {}),
    },
  ]
  if (!inbound)
    for (const status of ['sent', 'delivered', 'read', 'played', 'failed'] as const)
      if (random.chance(status === 'failed' || status === 'played' ? 0.1 : 0.5))
        records.push({
          kind: 'message_status',
          message: id,
          status,
          at: new Date(Date.parse(at) + random.whole(0, 10) * 1000).toISOString(),
          error: status === 'failed' ? { code: 131026 + random.whole(0, 2), title: null } : null,
          pricing:
            status === 'sent' && random.chance(0.5)
              ? {
                  billable: random.chance(0.7),
                  category: random.pick(['marketing', 'service']),
                  country: random.pick(['DE', 'br', null]),
                }
              : null,
        })
  return records
}

/** Presence, shifts and hours of some agents on some days. */
function workingTime(random: Draw, zone: string): readonly RecordInput[] {
  const records: RecordInput[] = []
  if (random.chance(0.7))
    records.push({
      kind: 'working_hours',
      scope: {},
      zone,
      week: {
        mon: [
          ['09:00', '12:30'],
          ['13:30', '18:00'],
        ],
        wed: [['08:00', '20:00']],
        fri: [['22:00', '06:00']],
        sat: [['00:00', '06:00']],
      },
      exceptions: [
        { date: new Date(random.start + 5 * 24 * 60 * minute).toISOString().slice(0, 10), ranges: [] },
      ],
    })
  for (const scope of [{ team: 't1' }, { channel: 'c2' }, { team: 't2', channel: 'c1' }])
    if (random.chance(0.25))
      records.push({
        kind: 'working_hours',
        scope,
        zone: random.pick(places).zone,
        // Through the hours in which clocks are changed.
        week: { sun: [['01:00', '02:30']], tue: [['00:00', '24:00']], thu: [['20:00', '04:15']] },
      })
  for (const agent of agents)
    for (let left = random.whole(0, 4); left > 0; left--) {
      const from = random.whole(0, span)
      records.push({
        kind: 'presence',
        agent,
        at: iso(random, from, from + 1),
        state: random.pick(['online', 'busy', 'away', 'offline']),
      })
      if (random.chance(0.5))
        records.push({
          kind: 'shift',
          agent,
          from: iso(random, from, from + 1),
          to: iso(random, from + 60, from + 600),
        })
    }
  return records
}

/** A whole minute, or now and then an odd millisecond, in [from, to) minutes after the start. */
function iso(random: Draw, from: number, to: number): string {
  const odd = random.chance(0.2) ? random.whole(0, minute) : 0
  return new Date(random.start + random.whole(from, to) * minute + odd).toISOString()
}
