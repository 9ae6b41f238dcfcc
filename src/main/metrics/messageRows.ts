/** The rows of a conversation's messages: all that count, and apart those of campaigns, those with a price, and our first. */
import { authors } from '../../shared/records.ts'
import { authorBits, billable, errorOf, formatBits, messageBits, storedWord, unprompted } from './bits.ts'
import type { Emit } from './emit.ts'
import type { ConversationFacts, MessageFact } from './facts.ts'
import type { Row } from './streams.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** A received message belongs to whoever is assigned, a sent one to its sender; `other` is who is assigned in both. */
export function messageRows({ messages }: ConversationFacts, opener: number, emit: Emit): void {
  // One row for all of them: messages are most of what there is.
  const row: Writable<Row> = {
    at: 0,
    agent: -1,
    other: -1,
    team: -1,
    opener,
    bits: 0,
    word: 0,
    k: -1,
    values: none,
    pauses: none,
  }
  const answers = new Answers(messages)
  let heard = false
  let wrote = false
  for (let index = 0; index < messages.length; index++) {
    const message = messages[index]
    if (message === undefined || !message.counts) continue
    const inbound = message.direction === 'in'
    row.at = message.at
    row.agent = inbound ? message.assigned : message.agent
    row.other = message.assigned
    row.team = message.team
    row.bits = bitsOf(message)
    row.word = message.failed ? errorOf(message.errorCode) : 0
    row.k = message.k
    emit('messages', row)
    if (inbound) {
      heard = true
      continue
    }
    if (message.format !== null) {
      const bits = row.bits | formatBits(message.format)
      const values = [answers.after(index)]
      emit('campaigns', { ...row, bits, word: storedWord(message.template), values })
    }
    if (message.pricing >= 0)
      emit('billing', {
        ...row,
        bits: row.bits | (message.billable ? billable : 0),
        word: storedWord(message.pricing),
      })
    if (!wrote) {
      const bits = row.bits | (heard ? 0 : unprompted)
      emit('outreach', { ...row, bits, word: 0, values: [answers.after(index)] })
    }
    wrote = true
  }
}

const none: readonly never[] = []

/** When the contact wrote next, asked of one message after the other. */
class Answers {
  readonly #messages: readonly MessageFact[]
  #next = 0

  constructor(messages: readonly MessageFact[]) {
    this.#messages = messages
  }

  /** Milliseconds from a message to the contact's next one; null: none came. */
  after(index: number): number | null {
    let message = this.#messages[this.#next]
    while (message !== undefined && !(this.#next > index && message.direction === 'in' && message.counts))
      message = this.#messages[++this.#next]
    return message === undefined ? null : message.at - (this.#messages[index]?.at ?? 0)
  }
}

const bitsByAuthor = Object.fromEntries(authors.map((author) => [author, authorBits(author)])) as Readonly<
  Record<(typeof authors)[number], number>
>

function bitsOf(message: MessageFact): number {
  if (message.direction === 'in') return messageBits.inbound | bitsByAuthor[message.author]
  return (
    messageBits.outbound |
    bitsByAuthor[message.author] |
    (message.tracked ? messageBits.tracked : 0) |
    (message.delivered ? messageBits.delivered : 0) |
    (message.read ? messageBits.read : 0) |
    (message.failed ? messageBits.failed : 0) |
    (message.inWindow === null ? 0 : message.inWindow ? messageBits.inWindow : messageBits.outsideWindow) |
    (message.author === 'agent' ? messageBits.byAgent : 0)
  )
}
