import type { RecordOf } from '../../../shared/records.ts'
import { dayLength } from './berlin.ts'
import { channelOf } from './company.ts'
import type { Person } from './contacts.ts'
import type { Attachment, Line } from './phrases/phrasebook.ts'
import type { Random } from '../../../shared/random.ts'
import { failureOf, statusesOf } from './statuses.ts'
import type { Sent } from './statuses.ts'
import type { Timed } from './timed.ts'

type Message = RecordOf<'message'>
type Content = Message['content']
export type Author = Message['author']
type By = RecordOf<'conversation_event'>['by']

interface Outgoing {
  readonly id: string
  readonly arrives: boolean
}

/** Writes down what happens in one conversation. Statuses follow on their own; `finish` gives everything. */
export interface Thread {
  readonly id: string
  readonly channel: string
  readonly openedBy: RecordOf<'conversation'>['openedBy']
  /** The contact writes; everything sent before was seen by then. Returns the message's id. */
  readonly receive: (at: number, content: Content, replyTo?: string) => string
  /** Nordlicht writes. Says whether it will arrive. */
  readonly send: (at: number, author: Author, content: Content, replyTo?: string) => Outgoing
  readonly event: (
    at: number,
    event: RecordOf<'conversation_event'>['event'],
    by: By,
    category?: string,
  ) => void
  readonly assign: (
    at: number,
    change: Pick<RecordOf<'assignment'>, 'from' | 'to' | 'team' | 'by' | 'source'>,
  ) => void
  readonly comment: (at: number, agent: string, text: string, mentions: readonly string[]) => void
  readonly note: (at: number, record: Timed['record']) => void
  /** The contact's last inbound message is less than a day old. */
  readonly inWindow: (at: number) => boolean
  readonly lastReceived: () => string | null
  readonly lastSent: () => string | null
  readonly finish: () => readonly Timed[]
}

export function openThread(
  id: string,
  person: Person,
  openedAt: number,
  openedBy: RecordOf<'conversation'>['openedBy'],
  random: Random,
): Thread {
  const channel = channelOf(person.language)
  const entries: Timed[] = [
    { at: openedAt, record: person.record },
    {
      at: openedAt,
      record: { kind: 'conversation', id, updatedAt: null, contact: person.id, channel, openedAt, openedBy },
    },
  ]
  let count = 0
  let lastInbound = -Infinity
  let lastReceived: string | null = null
  let lastSent: string | null = null
  let unseen: Sent[] = []

  function note(at: number, record: Timed['record']): void {
    entries.push({ at, record })
  }

  function message(
    at: number,
    direction: 'in' | 'out',
    author: Author,
    content: Content,
    replyTo?: string,
  ): string {
    const messageId = `${id}.${++count}`
    note(at, {
      kind: 'message',
      id: messageId,
      conversation: id,
      contact: person.id,
      channel,
      at,
      direction,
      author,
      content,
      replyTo: replyTo ?? null,
    })
    return messageId
  }

  function settle(readBy: number | null): void {
    for (const sent of unseen) entries.push(...statusesOf(sent, readBy, random))
    unseen = []
  }

  function receive(at: number, content: Content, replyTo?: string): string {
    settle(at)
    lastInbound = at
    lastReceived = message(at, 'in', { type: 'contact', id: person.id }, content, replyTo)
    return lastReceived
  }

  function send(at: number, author: Author, content: Content, replyTo?: string): Outgoing {
    lastSent = message(at, 'out', author, content, replyTo)
    const category = content.template?.category
    const sent = {
      id: lastSent,
      at,
      channel,
      category: category === 'marketing' || category === 'utility' ? category : 'service',
      hasMedia: content.media !== null,
      inWindow: inWindow(at),
    } as const
    const failure = failureOf(sent, random)
    unseen.push({ ...sent, failure })
    return { id: lastSent, arrives: failure === null }
  }

  function inWindow(at: number): boolean {
    return at - lastInbound < dayLength
  }

  return {
    id,
    channel,
    openedBy,
    receive,
    send,
    note,
    inWindow,
    event: (at, event, by, category) =>
      note(at, {
        kind: 'conversation_event',
        conversation: id,
        at,
        event,
        by,
        category: category ?? null,
        note: null,
      }),
    assign: (at, change) =>
      note(at, { kind: 'assignment', conversation: id, at, notBefore: null, ...change }),
    comment: (at, agent, text, mentions) =>
      note(at, {
        kind: 'comment',
        id: `${id}/n${++count}`,
        conversation: id,
        at,
        agent,
        text,
        mentions: [...mentions],
      }),
    lastReceived: () => lastReceived,
    lastSent: () => lastSent,
    finish: () => {
      settle(null)
      return entries
    },
  }
}

export function textContent(
  text: string,
  type: 'text' | 'reaction' | 'edit' | 'revoke' | 'interactive' = 'text',
): Content {
  return { type, text: type === 'revoke' ? null : text, caption: null, template: null, media: null }
}

export function templateContent(
  text: string,
  template: { readonly name: string; readonly category: 'marketing' | 'utility'; readonly language: string },
): Content {
  return { type: 'template', text, caption: null, template: { ...template }, media: null }
}

/** What a script's line puts into the chat, its texts already filled in. */
export function lineContent(line: Line, text: string, name: string, random: Random): Content {
  if (line.attachment === null) return textContent(text)
  const { type } = line.attachment
  const bytes = Math.floor(random.around(typicalBytes[type], 0.6))
  const mime = name.endsWith('.png') ? 'image/png' : mimes[type]
  return {
    type,
    text: null,
    caption: text === '' ? null : text,
    template: null,
    media: { mime, name, bytes, sha256: null },
  }
}

const typicalBytes: Readonly<Record<Attachment, number>> = {
  image: 240_000,
  audio: 38_000,
  video: 2_400_000,
  document: 96_000,
  sticker: 24_000,
  location: 0,
}

const mimes: Readonly<Record<Attachment, string | null>> = {
  image: 'image/jpeg',
  audio: 'audio/ogg; codecs=opus',
  video: 'video/mp4',
  document: 'application/pdf',
  sticker: 'image/webp',
  location: null,
}
