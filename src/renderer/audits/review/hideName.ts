/** Hides a customer's name from a reviewer: in the head and in what was written. */
import { assertNever } from '../../../shared/assertNever.ts'
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
    flags: conversation.flags.map((flag) => ({
      ...flag,
      contact,
      // A conversation is named after its contact.
      subject: { ...flag.subject, name: block },
      text: hidden(flag.text, person),
      reason: hidden(flag.reason, person),
    })),
  }
}

function hiddenIn<T extends TimelineItem>(item: T, person: Person): T {
  switch (item.kind) {
    case 'message': {
      const { text, caption, media } = item
      const file = media && { ...media, name: hidden(media.name, person) }
      return { ...item, text: hidden(text, person), caption: hidden(caption, person), media: file }
    }
    case 'comment':
      return { ...item, text: hideNames(item.text, person) }
    case 'rating':
      return { ...item, comment: hidden(item.comment, person) }
    case 'event':
    case 'assignment':
      return { ...item, note: hidden(item.note, person) }
    case 'survey':
      return item
    default:
      return assertNever(item)
  }
}

function hidden(text: string | null, person: Person): string | null {
  return text === null ? null : hideNames(text, person)
}
