/** Records of a small company, by hand. */
import type {
  contentTypes,
  conversationEvents,
  presenceStates,
  RecordInput,
} from '../../../src/shared/records.ts'

export const company: readonly RecordInput[] = [
  { kind: 'workspace', id: 'w', name: 'W', timezone: 'UTC' },
  { kind: 'channel', id: 'main', name: 'Main' },
  { kind: 'channel', id: 'second', name: 'Second' },
  { kind: 'team', id: 'sales', name: 'Sales' },
  { kind: 'team', id: 'billing', name: 'Billing' },
  { kind: 'agent', id: 'ana', name: 'Ana', teams: ['sales'] },
  { kind: 'agent', id: 'ben', name: 'Ben', teams: ['sales'] },
  { kind: 'agent', id: 'cem', name: 'Cem', teams: ['billing'] },
  { kind: 'agent', id: 'dora', name: 'Dora', teams: ['billing'] },
]

/** The conversation `v1` is that of `p1`. */
export function chat(id: string, openedAt: number, channel = 'main'): readonly RecordInput[] {
  const contact = `p${id.slice(1)}`
  return [
    { kind: 'contact', id: contact, name: `Person ${id.slice(1)}` },
    { kind: 'conversation', id, contact, channel, openedAt, openedBy: { type: 'contact' } },
  ]
}

export function says(
  conversation: string,
  at: number,
  text: string | null,
  type: (typeof contentTypes)[number] = 'text',
): RecordInput {
  return {
    kind: 'message',
    id: `${conversation}.${at}`,
    conversation,
    at,
    direction: 'in',
    author: { type: 'contact' },
    content: { type, text },
  }
}

export function answers(conversation: string, at: number, agent: string): RecordInput {
  return {
    kind: 'message',
    id: `${conversation}.${at}`,
    conversation,
    at,
    direction: 'out',
    author: { type: 'agent', id: agent },
    content: { type: 'text', text: 'I will look into it.' },
  }
}

export function given(
  conversation: string,
  at: number,
  to: string | null,
  team: string | null = null,
): RecordInput {
  return { kind: 'assignment', conversation, at, to, team }
}

export function event(
  conversation: string,
  at: number,
  name: (typeof conversationEvents)[number],
  category: string | null = null,
): RecordInput {
  return { kind: 'conversation_event', conversation, at, event: name, category }
}

export function present(agent: string, at: number, state: (typeof presenceStates)[number]): RecordInput {
  return { kind: 'presence', agent, at, state }
}
