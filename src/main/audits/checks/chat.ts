/** A conversation as the checks look at it: who wrote what when, and nothing else. */
import type { Token } from '../../text/tokens.ts'
import { tokenize } from '../../text/tokens.ts'

export interface ChatMessage {
  readonly id: string
  /** Epoch milliseconds. */
  readonly at: number
  /** `agent`: a person of the team; `bot` answers, `automatic` only acknowledges or sends to many. */
  readonly from: 'customer' | 'agent' | 'bot' | 'automatic' | 'other'
  /** Which agent; null: not an agent, or nobody says. */
  readonly agent: string | null
  /** Text or caption; null: there is none, or it was taken back. */
  readonly text: string | null
  readonly isTemplate: boolean
  /** Sent within 24 hours of the customer's last message; null: not known, or not ours. */
  readonly inWindow: boolean | null
}

/** The messages are in order. */
export interface Chat {
  /** What the customer writes in, ISO 639-1; null: not known. */
  readonly language: string | null
  /** The customer's name; null: nobody knows it. */
  readonly customer: string | null
  readonly messages: readonly ChatMessage[]
  /** When it was closed, each time; empty: it is still open. */
  readonly closedAt: readonly number[]
}

export type Written = ChatMessage & { readonly text: string }

/** What people of the team wrote, in order. */
export function writtenByAgents(chat: Chat): readonly Written[] {
  return chat.messages.filter((message): message is Written => message.from === 'agent' && hasText(message))
}

/** The same without templates, whose words nobody chose in this chat. */
export function typedByAgents(chat: Chat): readonly Written[] {
  return writtenByAgents(chat).filter((message) => !message.isTemplate)
}

/** What the customer wrote, in order. */
export function writtenByCustomer(chat: Chat): readonly Written[] {
  return chat.messages.filter(
    (message): message is Written => message.from === 'customer' && hasText(message),
  )
}

export function hasText(message: ChatMessage): message is Written {
  return message.text !== null && message.text.trim() !== ''
}

/** A name's words as `tokenize` has them, without what is no word. */
export function nameTokens(name: string | null): readonly Token[] {
  return name === null ? [] : tokenize(name).filter((token) => token.kind === 'word' || token.kind === 'han')
}
