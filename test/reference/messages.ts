/** What can be counted of messages. */
import { ofEach, thing } from './conversations.ts'
import type { Question, Thing } from './question.ts'
import { senderOf, type History } from './replay.ts'
import { inWindow } from './waits.ts'
import type { Message } from './world.ts'

type Which = (message: Message, history: History, question: Question) => boolean

const hour = 3_600_000

/** Messages that count: received ones belong to whoever is assigned, sent ones to their sender. */
export function messages(
  which: Which,
  valueOf: Which = () => true,
  more: { readonly credit?: 'holder'; readonly role?: 'of' } = {},
): (question: Question) => readonly Thing[] {
  return ofEach((history, question) =>
    history.messages
      .filter((message) => which(message, history, question))
      .map((message) => {
        const held = history.holderAt(message.at)
        const isReceived = message.direction === 'in'
        return thing(history, {
          at: message.at,
          agent: isReceived || more.credit === 'holder' ? held.agent : senderOf(message),
          team: held.team,
          value: valueOf(message, history, question) ? 1 : 0,
          labels: {
            author: message.author,
            error: isFailed(message) && message.errorCode !== null ? String(message.errorCode) : null,
          },
          ...(more.role === undefined ? {} : { role: more.role }),
        })
      }),
  )
}

export const isReceived: Which = ({ direction }) => direction === 'in'
export const isSent: Which = ({ direction }) => direction === 'out'
export const isDelivered: Which = (message) => message.direction === 'out' && message.reachedAt !== null
export const isRead: Which = (message) => message.direction === 'out' && message.readAt !== null
/** Its source reports statuses: there is one on record. */
export const isTracked: Which = (message) =>
  message.direction === 'out' &&
  (message.sentAt !== null || message.failedAt !== null || message.reachedAt !== null)

/** Failed, with no later higher status. */
export function isFailed({ direction, failedAt, reachedAt }: Message): boolean {
  return direction === 'out' && failedAt !== null && (reachedAt === null || reachedAt < failedAt)
}

export function isInWindow(wanted: boolean): Which {
  return (message, history, { ledger }) => inWindow(message, history, ledger.world.inbound) === wanted
}

export const isOfAgent: Which = (message) => senderOf(message) >= 0

/** Campaign and template messages. */
export function campaigns(which: Which, valueOf: Which): (question: Question) => readonly Thing[] {
  return ofEach((history, question) =>
    history.messages
      .filter((message) => isCampaign(message) && which(message, history, question))
      .map((message) =>
        thing(history, {
          at: message.at,
          agent: senderOf(message),
          team: history.holderAt(message.at).team,
          value: valueOf(message, history, question) ? 1 : 0,
          labels: { author: message.author, template: message.template },
        }),
      ),
  )
}

function isCampaign(message: Message): boolean {
  return message.direction === 'out' && message.isCampaign
}

/** Whether the contact wrote within 72 h of a message of ours. */
export const isAnswered: Which = (message, history) => {
  const later = history.messages.slice(history.messages.indexOf(message) + 1)
  const next = later.find(({ direction }) => direction === 'in')
  return next !== undefined && next.at - message.at <= 72 * hour
}

/** Messages the cloud charges for. */
export const billed = ofEach((history) =>
  history.messages.flatMap((message) => {
    const { price } = message
    if (message.direction !== 'out' || price?.billable !== true) return []
    const labels = { author: message.author, pricing: price.category, country: price.country }
    const { team } = history.holderAt(message.at)
    return [thing(history, { at: message.at, agent: senderOf(message), team, labels })]
  }),
)

/** Our first message in a conversation whose contact had written nothing in it; 1 where they wrote back within 72 h. */
export const outreach = ofEach((history, question) => {
  const [first] = history.messages
  if (first?.direction !== 'out') return []
  const person = question.ledger.personOf.get(history.conversation.contact)
  return [
    thing(history, {
      at: first.at,
      agent: senderOf(first),
      team: history.holderAt(first.at).team,
      value: isAnswered(first, history, question) ? 1 : 0,
      labels: { author: first.author, 'added-by': person?.addedBy ?? null },
    }),
  ]
})
