/** A chat as it is printed: every text as it will stand there, customers' names already hidden where they are to be. */
import { assertNever } from '../../shared/assertNever.ts'
import type { Conversation, TimelineItem } from '../../shared/contract.ts'
import type { Format } from '../../shared/numbers.ts'
import { dayKey } from '../../shared/period.ts'
import type { Words } from '../print/words.ts'

export interface PrintedChat {
  readonly title: string
  readonly subtitle: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly days: readonly { readonly day: string; readonly lines: readonly PrintedLine[] }[]
}

export type PrintedLine =
  | {
      readonly kind: 'message'
      readonly side: 'in' | 'out'
      readonly machine: boolean
      readonly failed: boolean
      readonly time: string
      readonly author: string
      readonly quote: string | null
      /** Of what it is when it is more than text. */
      readonly media: string | null
      readonly text: string
      /** Edited, failed, outside the window, reactions … */
      readonly marks: readonly string[]
    }
  | { readonly kind: 'event'; readonly time: string; readonly text: string }

export interface ChatContext {
  readonly words: Words
  readonly format: Format
  readonly zone: string
  readonly agent: (id: string) => string
  readonly team: (id: string) => string
  /** What the customer is called. */
  readonly customer: string
  /** A text from the chat as it may be shown. */
  readonly shown: (text: string) => string
}

type Message = Extract<TimelineItem, { kind: 'message' }>
type Happening = Exclude<TimelineItem, Message>

/** Of a conversation that was read whole. */
export function printedChat({ row, contact, timeline }: Conversation, context: ChatContext): PrintedChat {
  const { words, format, zone } = context
  const phone = contact.phone === null ? null : context.shown(contact.phone)
  const channel = [row.channel.name, phone].filter((part) => part !== null).join(', ')
  const period = format.period(row.openedAt, row.lastAt + 1)
  const messages = new Map(timeline.flatMap((item) => (item.kind === 'message' ? [[item.id, item]] : [])))
  return {
    title: context.customer,
    subtitle: words('transcript.subtitle', { channel, period, zone }),
    facts: factsOf(row, context),
    days: byDay(timeline, zone).map(([at, items]) => ({
      day: format.date(at),
      lines: items.map((item) =>
        item.kind === 'message'
          ? messageLine(item, item.replyTo === null ? undefined : messages.get(item.replyTo), context)
          : { kind: 'event', time: format.time(item.at), text: sentence(item, context) },
      ),
    })),
  }
}

function factsOf(
  row: Conversation['row'],
  { words, format, agent, team, shown }: ChatContext,
): PrintedChat['facts'] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['agent', row.agent === null ? null : agent(row.agent)],
    ['team', row.team === null ? null : team(row.team)],
    ['category', row.category],
    ['stateLabel', words(`state.${row.state}`)],
    ['first', row.firstResponse === null ? null : format.duration(row.firstResponse)],
    ['resolution', row.resolution === null ? null : format.duration(row.resolution)],
    ['messages', format.count(row.messages)],
    // Some sources call a chat by its customer's number.
    ['id', shown(row.id)],
  ]
  return facts.flatMap(([key, value]) =>
    value === null ? [] : [{ label: words(`transcript.${key}`), value }],
  )
}

function byDay(
  timeline: readonly TimelineItem[],
  zone: string,
): readonly (readonly [at: number, items: readonly TimelineItem[]])[] {
  const days: [number, TimelineItem[]][] = []
  let last = ''
  for (const item of timeline) {
    const day = dayKey(item.at, zone)
    if (day !== last) days.push([item.at, []])
    last = day
    days.at(-1)?.[1].push(item)
  }
  return days
}

// ── messages ───────────────────────────────────────────────────────────────────────────────────────────────────

function messageLine(message: Message, quoted: Message | undefined, context: ChatContext): PrintedLine {
  const { words, format, shown } = context
  return {
    kind: 'message',
    side: message.direction === 'in' ? 'in' : 'out',
    machine: message.direction !== 'in' && (message.template !== null || isMachine(message)),
    failed: hasFailed(message),
    time: format.time(message.at),
    author: authorName(message, context),
    quote:
      message.replyTo === null
        ? null
        : quoted === undefined
          ? words('message.replyGone')
          : `${words('message.reply', { who: authorName(quoted, context) })}: ${excerpt(shown(textOf(quoted, words)))}`,
    media: mediaOf(message, context),
    text: message.revoked ? words('message.revoked') : shown(message.text ?? message.caption ?? ''),
    marks: marksOf(message, context),
  }
}

function isMachine({ author }: Message): boolean {
  return ['bot', 'automation', 'campaign', 'system'].includes(author.type)
}

function hasFailed({ status, error }: Message): boolean {
  return status === null ? error !== null : status.name === 'failed'
}

function authorName({ author, direction }: Message, { words, agent, customer }: ChatContext): string {
  if (author.agent !== null) return agent(author.agent)
  return direction === 'in' && author.type === 'contact' ? customer : words(`message.author.${author.type}`)
}

function textOf(message: Message, words: Words): string {
  if (message.revoked) return words('message.revoked')
  return message.text ?? message.caption ?? message.media?.name ?? words(`message.type.${message.type}`)
}

const longestExcerpt = 120

function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length <= longestExcerpt ? line : `${line.slice(0, longestExcerpt).toWellFormed()}…`
}

function mediaOf(message: Message, { words, format, shown }: ChatContext): string | null {
  const { media, type } = message
  if (message.revoked) return null
  if (media !== null) {
    const name = media.name === null ? words(`message.type.${type}`) : shown(media.name)
    return media.bytes === null ? name : `${name}, ${format.bytes(media.bytes)}`
  }
  if (type !== 'text' && type !== 'template') return words(`message.type.${type}`)
  return message.text === null && message.caption === null ? words('message.nothing') : null
}

function marksOf(message: Message, { words }: ChatContext): readonly string[] {
  const { template, status, error } = message
  const marks: (string | null)[] = [
    template === null ? null : words('message.template', { name: template }),
    message.direction === 'internal' ? words('message.internal') : null,
    message.inWindow === false && message.direction === 'out' ? words('message.outside') : null,
    message.edited ? words('message.edited') : null,
    ...message.reactions.map(({ emoji, by }) =>
      words(by === 'in' ? 'message.reactionIn' : 'message.reactionOut', { emoji }),
    ),
  ]
  if (hasFailed(message)) marks.push(failureOf(error, words))
  else if (status !== null && message.direction !== 'in') marks.push(words(`message.status.${status.name}`))
  return marks.filter((mark) => mark !== null)
}

function failureOf(error: Message['error'], words: Words): string {
  if (error === null) return words('message.failedPlain')
  const { code, title } = error
  return title === null ? words('message.failedCode', { code }) : words('message.failed', { code, title })
}

// ── what else happened ─────────────────────────────────────────────────────────────────────────────────────────

function sentence(item: Happening, context: ChatContext): string {
  const { words, shown, agent } = context
  switch (item.kind) {
    case 'comment': {
      const by = item.agent === null ? null : agent(item.agent)
      return `${shown(item.text)} (${phrase(words(by === null ? 'event.comment' : 'event.commentBy'), { by })})`
    }
    case 'survey':
      return words('event.survey')
    case 'rating':
      return [
        words('event.rating', { score: item.score, max: item.max }),
        item.comment && shown(item.comment),
      ]
        .filter(Boolean)
        .join(': ')
    case 'event':
      return eventSentence(item, context)
    case 'assignment':
      return assignmentSentence(item, context)
    default:
      return assertNever(item)
  }
}

function eventSentence(item: Extract<Happening, { kind: 'event' }>, context: ChatContext): string {
  const by = doer(item, context)
  const text = context.words(`event.${item.event}${by === null ? '' : 'By'}`)
  const said = phrase(text, { by, category: item.category })
  return item.note === null ? said : `${said}: ${context.shown(item.note)}`
}

function assignmentSentence(item: Extract<Happening, { kind: 'assignment' }>, context: ChatContext): string {
  const { words, format, agent, team } = context
  const named = item.by === null && item.byType === 'automation' && item.note !== null
  const by = named ? words('by.automationNamed', { note: item.note ?? '' }) : doer(item, context)
  const shape =
    item.to === null ? (item.from === null ? 'team' : 'taken') : item.from === null ? 'to' : 'change'
  const said = phrase(words(`assignment.${shape}${by === null ? '' : 'By'}`), {
    by,
    from: item.from && agent(item.from),
    to: item.to && agent(item.to),
    team: item.team && team(item.team),
  })
  return item.heldBefore === null
    ? said
    : `${said}, ${words('assignment.after', { held: format.duration(item.heldBefore) })}`
}

/** Who did it; null when the source does not say. */
function doer(
  item: { readonly by: string | null; readonly byType: string },
  { words, agent }: ChatContext,
): string | null {
  if (item.by !== null) return agent(item.by)
  return item.byType === 'unknown' ? null : words(`by.${item.byType}`)
}

/** The sentence with `<name/>` filled in. */
function phrase(text: string, parts: Readonly<Record<string, string | null>>): string {
  return text.replaceAll(/<(\w+)\/>/g, (_, name: string) => parts[name] ?? '–')
}
