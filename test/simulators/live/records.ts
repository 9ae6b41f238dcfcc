/** Stories as the records an inbox tool would post, each at its moment. */
import type { RecordInput } from '../../../src/shared/records.ts'
import { agentName, teamNames, teamOfAgent, type Day, type Moment, type Story } from './stories.ts'

export interface Timed {
  readonly at: number
  readonly records: readonly RecordInput[]
}

const questions = [
  'Where is order 4812 at the moment?',
  'Is the tent in size M in stock?',
  'Which colour does the rain jacket come in?',
  'Wo ist das Paket 55120 gerade?',
  'Gibt es die Schuhe in Größe 43?',
  '請問訂單 7731 到哪裡了？',
] as const
const answers = [
  'It left the warehouse this morning.',
  'It is in stock in Hamburg.',
  'It comes in green and in grey.',
  'Es liegt im Depot in Leipzig.',
  'In Größe 43 sind drei Paare da.',
  '目前在台中的倉庫。',
] as const

/** Who is there before the day begins. */
export function companyOf({ agents, from }: Day): RecordInput[] {
  const since = time(from - 90 * 24 * 3600 * 1000)
  const numbers = Array.from({ length: agents }, (_, number) => number)
  return [
    { kind: 'workspace', id: 'w', name: 'Nordlicht', timezone: 'Europe/Berlin' },
    { kind: 'channel', id: 'line', platform: 'whatsapp', name: 'Support', phone: '+49301234567' },
    ...teamNames.map((id) => ({ kind: 'team', id, name: `Team ${id.slice(-1)}` }) satisfies RecordInput),
    ...numbers.map(
      (number) =>
        ({
          kind: 'agent',
          id: agentName(number),
          name: `Agent ${number}`,
          teams: [teamOfAgent(number)],
          role: 'agent',
          active: true,
        }) satisfies RecordInput,
    ),
    ...numbers.map(
      (number) => ({ kind: 'presence', agent: agentName(number), at: since, state: 'online' }) as const,
    ),
  ]
}

/** Everything that happens in a story, by time. */
export function recordsOf(story: Story): readonly Timed[] {
  const place = Number(story.id.slice(story.id.lastIndexOf('-') + 1))
  const contact = `customer-${story.id}`
  const opening: RecordInput[] = [
    {
      kind: 'contact',
      id: contact,
      name: `Customer ${place}`,
      phone: `+49151${String(10_000_000 + place)}`,
      addedAt: time(story.openedAt),
      addedBy: 'first_message',
      optedInAt: time(story.openedAt - 1000),
    },
    {
      kind: 'conversation',
      id: story.id,
      contact,
      channel: 'line',
      openedAt: time(story.openedAt),
      openedBy: { type: 'contact', id: null },
    },
  ]
  return story.moments.map((moment, index) => ({
    at: moment.at,
    records: [...(index === 0 ? opening : []), recordOf(story, contact, moment, index, place)],
  }))
}

function recordOf(story: Story, contact: string, moment: Moment, index: number, place: number): RecordInput {
  const conversation = story.id
  const at = time(moment.at)
  const message = { kind: 'message', conversation, contact, channel: 'line', at } as const
  switch (moment.kind) {
    case 'asks':
      return {
        ...message,
        id: `${conversation}-in-${index}`,
        direction: 'in',
        author: { type: 'contact', id: null },
        content: { type: 'text', text: questions[(place + index) % questions.length] ?? questions[0] },
      }
    case 'answers':
      return {
        ...message,
        id: `${conversation}-out-${moment.number}`,
        direction: 'out',
        author: { type: 'agent', id: moment.agent },
        content: { type: 'text', text: answers[(place + index) % answers.length] ?? answers[0] },
      }
    case 'status':
      return {
        kind: 'message_status',
        message: `${conversation}-out-${moment.number}`,
        status: moment.status,
        at,
        ...(moment.status === 'failed' ? { error: { code: 131026, title: 'Message undeliverable' } } : {}),
      }
    case 'given':
      return {
        kind: 'assignment',
        conversation,
        at,
        from: moment.from,
        to: moment.to,
        team: story.team,
        by: { type: 'automation', id: null },
        source: 'stated',
      }
    case 'mentions':
      return {
        kind: 'comment',
        id: `${conversation}-comment-${index}`,
        conversation,
        at,
        agent: moment.by,
        text: 'Have a look at this one, please.',
        mentions: [moment.agent],
      }
    case 'closes':
      return {
        kind: 'conversation_event',
        conversation,
        at,
        event: 'closed',
        by: { type: 'agent', id: moment.agent },
        category: 'Delivery',
      }
    case 'rates':
      return {
        kind: 'rating',
        id: `${conversation}-rating`,
        conversation,
        at,
        score: moment.score,
        scale: { min: 1, max: 5 },
      }
  }
}

function time(at: number): string {
  return new Date(at).toISOString()
}
