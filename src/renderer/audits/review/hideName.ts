/** Hides a customer's name from a reviewer: in the head and in what was written. */
import type { Conversation, TimelineItem } from '../../../shared/contract.ts'
import { hideNames, type Person } from '../../../shared/hideNames.ts'

const block = '█████'

/** The conversation with blocks where the customer is named, by themselves or by others. */
export function hideName(conversation: Conversation): Conversation {
  const { name, phone } = conversation.contact
  const person: Person = { names: [name], phones: phone === null ? [] : [phone] }
  const contact = { id: conversation.contact.id, name: block }
  return {
    ...conversation,
    row: { ...conversation.row, contact, lastText: hideNames(conversation.row.lastText, person) },
    contact: { ...conversation.contact, ...contact, phone: null },
    timeline: conversation.timeline.map((item) => hiddenIn(item, person)),
    quoted: conversation.quoted.map((message) => hiddenIn(message, person)),
  }
}

function hiddenIn<T extends TimelineItem>(item: T, person: Person): T {
  if (item.kind === 'message') {
    const { text, caption } = item
    return { ...item, text: text && hideNames(text, person), caption: caption && hideNames(caption, person) }
  }
  if (item.kind === 'comment') return { ...item, text: hideNames(item.text, person) }
  return item
}
