/** A small company with every case a list can meet: equal names, no names, long silences, several openings, failed messages. */
import * as fc from 'fast-check'
import type { RecordInput } from '../../../src/shared/records.ts'

export const day = 24 * 3_600_000
export const start = Date.UTC(2026, 4, 4)
export const days = 12

export const agentNames = ['Zoë', 'zoe', 'Ana', 'Ábel', 'Item 10', 'Item 9'] as const
const contactNames = [
  'Müller',
  'muller',
  'Łukasz',
  '王芳',
  'محمد',
  'Contact 10',
  'Contact 9',
  null,
  '100 % _real_',
] as const
const texts = [
  'Where is it?',
  'This is terrible, I am very angry!',
  'Perfect, thank you so much!',
  '¿Dónde está mi pedido?',
]

export const company: readonly RecordInput[] = [
  { kind: 'workspace', id: 'w', name: 'W', timezone: 'UTC' },
  ...['Main', 'main', 'Second'].map((name, index): RecordInput => ({
    kind: 'channel',
    id: `c${index}`,
    name,
  })),
  ...['Billing', 'Ätna'].map((name, index): RecordInput => ({ kind: 'team', id: `t${index}`, name })),
  ...agentNames.map((name, index): RecordInput => ({
    kind: 'agent',
    id: `a${index}`,
    name,
    teams: index % 3 === 2 ? [] : [`t${index % 3}`],
  })),
  ...contactNames.map((name, index): RecordInput => ({
    kind: 'contact',
    id: `p${index}`,
    name,
    phone: index % 2 === 0 ? `+49 (176) 55-0${index}` : null,
  })),
]

const agent = fc.integer({ min: 0, max: agentNames.length - 1 }).map((index) => `a${index}`)
// Often the same moment, often days apart.
const moment = fc.oneof(
  fc.constantFrom(0, 0.5 * day, day, 5 * day, 9 * day),
  fc.integer({ min: 0, max: days * 24 * 60 }).map((minutes) => minutes * 60_000),
)

type Step = (conversation: string, id: string, at: number) => readonly RecordInput[]

const message = fc
  .record({
    author: fc.constantFrom(
      'contact',
      'contact',
      'contact',
      'agent',
      'agent',
      'bot',
      'automation',
      'campaign',
      'app',
    ),
    text: fc.constantFrom(...texts),
    by: agent,
    type: fc.constantFrom('text', 'text', 'text', 'reaction'),
    fails: fc.boolean(),
  })
  .map(({ author, text, by, type, fails }): Step => (conversation, id, at) => {
    const direction = author === 'contact' ? 'in' : 'out'
    const said: RecordInput = {
      kind: 'message',
      id,
      conversation,
      at,
      direction,
      author: { type: author, id: author === 'agent' ? by : null },
      content: { type, text },
    }
    if (!fails || direction === 'in') return [said]
    return [
      said,
      { kind: 'message_status', message: id, status: 'failed', at: at + 1000, error: { code: 131047 } },
    ]
  })
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: message },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.option(agent, { nil: null }), fc.constantFrom('t0', 't1', null))
      .map(([to, team]): Step => (conversation, _, at) => [
        { kind: 'assignment', conversation, at, to, team },
      ]),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom('closed', 'closed', 'reopened', 'pending', 'snoozed', 'categorised', 'bot_handoff'),
        fc.constantFrom('Order', 'refund', 'Änderung', null),
        fc.constantFrom('agent', 'contact', 'bot', 'system'),
      )
      .map(([event, category, type]): Step => (conversation, _, at) => [
        { kind: 'conversation_event', conversation, at, event, category, by: { type } },
      ]),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(1, 3, 5)
      .map((score): Step => (conversation, id, at) => [{ kind: 'rating', id, conversation, at, score }]),
  },
  {
    weight: 1,
    arbitrary: agent.map((by): Step => (conversation, id, at) => [
      { kind: 'comment', id, conversation, at, agent: by, text: 'Look', mentions: [by] },
    ]),
  },
)

const conversation = fc.record({
  contact: fc.integer({ min: 0, max: contactNames.length - 1 }),
  channel: fc.integer({ min: 0, max: 2 }),
  opened: fc.option(fc.tuple(moment, fc.constantFrom('contact', 'agent', 'campaign', 'bot')), { nil: null }),
  steps: fc.array(fc.tuple(moment, step), { minLength: 1, maxLength: 9 }),
})

/** What is told of each conversation: `told[0]` of the first, and so on. */
export const anyConversations = fc.array(conversation, { minLength: 1, maxLength: 18 }).map((all) =>
  all.map(({ contact, channel, opened, steps }, number): readonly RecordInput[] => [
    {
      kind: 'conversation',
      id: `v${number}`,
      contact: `p${contact}`,
      channel: `c${channel}`,
      openedAt: opened === null ? null : start + opened[0],
      openedBy: { type: opened?.[1] ?? 'unknown' },
    },
    ...steps.flatMap(([at, tell], index) => tell(`v${number}`, `v${number}.${index}`, start + at)),
  ]),
)
