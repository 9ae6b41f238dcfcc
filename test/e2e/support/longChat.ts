/** One chat as long as asked for, its customer's messages answered two minutes later, and some short ones beside it. */

const start = Date.UTC(2026, 8, 1, 8)
const minute = 60_000
/** Minutes between two messages: a chat of twenty thousand takes eleven weeks. */
const every = 5

export interface LongChat {
  readonly messages: number
  /** Short conversations beside it. */
  readonly others: number
}

/** One JSON record a line. The long chat is `long`, its messages `long-0`, `long-1` …; the others are `short-0` … */
export function longChatRecords({ messages, others }: LongChat): string {
  const records = [
    { kind: 'workspace', id: 'w', name: 'Long', timezone: 'Europe/Berlin' },
    { kind: 'channel', id: 'c', platform: 'whatsapp', name: 'Support' },
    { kind: 'agent', id: 'a', name: 'Ana Keller', teams: [] },
    ...opening('long', 'Grace Long', start),
    ...Array.from({ length: messages }, (_, number) =>
      message('long', number, start + number * every * minute, longText(number)),
    ),
    ...Array.from({ length: others }, (_, number) => short(number)).flat(),
  ]
  return records.map((record) => JSON.stringify(record)).join('\n')
}

/** Every thousandth has a word of its own. */
function longText(number: number): string {
  const rare = number % 1000 === 500 ? ' with a sextant' : ''
  return `Message number ${number}${rare}`
}

function short(number: number): readonly object[] {
  const id = `short-${number}`
  const at = start + number * minute
  return [
    ...opening(id, `Customer ${String(number).padStart(4, '0')}`, at),
    message(id, 0, at, `Hello ${number}`),
  ]
}

function opening(id: string, name: string, at: number): readonly object[] {
  return [
    { kind: 'contact', id: `contact-${id}`, name, phone: null },
    {
      kind: 'conversation',
      id,
      contact: `contact-${id}`,
      channel: 'c',
      openedAt: new Date(at).toISOString(),
      openedBy: { type: 'contact' },
    },
  ]
}

function message(conversation: string, number: number, at: number, text: string): object {
  const inbound = number % 2 === 0
  return {
    kind: 'message',
    id: `${conversation}-${number}`,
    conversation,
    contact: `contact-${conversation}`,
    channel: 'c',
    at: new Date(at).toISOString(),
    direction: inbound ? 'in' : 'out',
    author: inbound ? { type: 'contact' } : { type: 'agent', id: 'a' },
    content: { type: 'text', text },
    ...(number > 0 && number % 10 === 1 ? { replyTo: `${conversation}-${number - 1}` } : {}),
  }
}
