/** How messages are numbered and what their flags hold. The order of each list of values is the format: only append. */
import type { authors, contentTypes, directions } from '../../shared/records.ts'

export type Direction = (typeof directions)[number]
export type Author = (typeof authors)[number]
export type Content = (typeof contentTypes)[number]

/** Messages a conversation can hold: its k run from conversation × 2^20. */
export const messagesPerConversation = 2 ** 20

export function firstK(conversation: number): number {
  return conversation * messagesPerConversation
}

export function conversationOfK(k: number): number {
  return Math.floor(k / messagesPerConversation)
}

const directionBits: readonly Direction[] = ['in', 'out', 'internal', 'unknown']
const authorBits: readonly Author[] = [
  'contact',
  'agent',
  'bot',
  'automation',
  'campaign',
  'app',
  'system',
  'unknown',
]
const contentBits: readonly Content[] = [
  'text',
  'image',
  'audio',
  'video',
  'document',
  'sticker',
  'location',
  'contacts',
  'interactive',
  'template',
  'reaction',
  'order',
  'edit',
  'revoke',
  'system',
  'unsupported',
  'unknown',
]

/** No conversation is stated: placed by rule. */
export const looseBit = 1 << 13
/** Known only from a status: any record of the message itself replaces it. */
export const stubBit = 1 << 14
/** Came from a click-to-WhatsApp ad: opens a 72 h free entry point. */
export const freeEntryBit = 1 << 15
/** A call of the customer: a system line that opens the 24 h window as a message does. */
export const callBit = 1 << 16

export function packFlags(direction: Direction, author: Author, content: Content): number {
  return (
    directionBits.indexOf(direction) | (authorBits.indexOf(author) << 3) | (contentBits.indexOf(content) << 7)
  )
}

export function directionOf(flags: number): Direction {
  return directionBits[flags & 7] ?? 'unknown'
}

export function authorOf(flags: number): Author {
  return authorBits[(flags >> 3) & 15] ?? 'unknown'
}

export function contentOf(flags: number): Content {
  return contentBits[(flags >> 7) & 63] ?? 'unknown'
}

/** What reaches nobody anew: no message that counts, and nothing that opens the 24 h window. */
const echoes: ReadonlySet<Content> = new Set<Content>(['reaction', 'edit', 'revoke', 'system'])

/** Whether a message or call of the customer opens the 24 h window. */
export function opensWindow(flags: number): boolean {
  if (directionOf(flags) !== 'in') return false
  return (flags & callBit) !== 0 || (authorOf(flags) !== 'system' && !echoes.has(contentOf(flags)))
}
