/** What a message says: one reader per type of the cloud, each giving the content of a record and what else it states. */
import type { RecordInput } from '../../../shared/records.ts'
import { at, fieldsOf, filled, listOf, numberOf, textOf, type Fields } from './value.ts'

type MessageInput = Extract<RecordInput, { kind: 'message' }>

export interface Content {
  readonly content: MessageInput['content']
  /** The message this one reacts to, changes or takes back; stronger than a quoted one. */
  readonly target?: string | null
  readonly extra?: Record<string, unknown> | undefined
}

type Reader = (body: Fields, message: Fields) => Content

/** Reads the content of a message of any type. A type this version does not know is kept whole in `extra`. */
export function contentOf(message: Fields): Content {
  const type = textOf(message['type']) ?? typeByKey(message)
  const reader = type !== null && Object.hasOwn(readers, type) ? readers[type] : undefined
  if (type === null || reader === undefined) return unknownContent(type, message)
  return reader(fieldsOf(message[type]) ?? {}, message)
}

/** Types this version reads. */
export function isKnownType(type: string | null): boolean {
  return type !== null && Object.hasOwn(readers, type)
}

const readers: Readonly<Record<string, Reader>> = {
  text: (body) => ({ content: { type: 'text', text: textOf(body['body']) } }),
  image: media('image'),
  audio: media('audio'),
  voice: media('audio'),
  video: media('video'),
  document: media('document'),
  sticker: media('sticker'),
  // History names a medium first and sends it later under the same id; until then its type is not known.
  media_placeholder: () => ({ content: { type: 'unknown' }, extra: { placeholder: true } }),
  interactive,
  button: (body) => ({
    content: { type: 'interactive', text: textOf(body['text']) },
    extra: filled({ button: textOf(body['payload']) }),
  }),
  template: (body) => ({ content: { type: 'template', ...templateOf(body) }, extra: { template: body } }),
  reaction: (body) => {
    // A reaction is taken back by one without an emoji, or with an empty one.
    const emoji = textOf(body['emoji'])
    return {
      content: { type: 'reaction', text: emoji },
      target: textOf(body['message_id']),
      extra: emoji === null ? { removed: true } : undefined,
    }
  },
  location: (body) => ({
    content: {
      type: 'location',
      text: joinTexts([body['name'], body['address']], ', ') ?? coordinates(body),
    },
    extra: { location: body },
  }),
  contacts: (_body, message) => {
    const cards = listOf(message['contacts'])
    return {
      content: { type: 'contacts', text: joinTexts(cards.map(cardText), '\n') },
      extra: { contacts: cards },
    }
  },
  order: (body) => ({
    content: {
      type: 'order',
      text: textOf(body['text']) ?? joinTexts(listOf(body['product_items']).map(itemText), '\n'),
    },
    extra: { order: body },
  }),
  system: (body, message) => ({
    content: { type: 'system', text: textOf(body['body']) },
    extra: filled({ system: body, identity: message['identity'] }),
  }),
  request_welcome: () => ({
    content: { type: 'system', text: 'Opened the chat for the first time' },
    extra: { welcome: true },
  }),
  unsupported: (body, message) => ({
    content: { type: 'unsupported' },
    extra: filled({ unsupported: textOf(body['type']), errors: message['errors'] }),
  }),
  // The same under the name older versions used.
  unknown: (_body, message) => ({
    content: { type: 'unsupported' },
    extra: filled({ unsupported: 'unknown', errors: message['errors'] }),
  }),
  edit: (body) => {
    const inner = contentOf(fieldsOf(body['message']) ?? {})
    return {
      content: { ...inner.content, type: 'edit' },
      target: textOf(body['original_message_id']),
      extra: { ...inner.extra, edited: inner.content.type },
    }
  },
  revoke: (body) => ({ content: { type: 'revoke' }, target: textOf(body['original_message_id']) }),
}

function media(type: 'image' | 'audio' | 'video' | 'document' | 'sticker'): Reader {
  return (body) => {
    const bytes = numberOf(body['file_size'])
    return {
      content: {
        type,
        caption: textOf(body['caption']),
        media: {
          mime: textOf(body['mime_type']),
          name: textOf(body['filename']),
          bytes: bytes !== null && Number.isSafeInteger(bytes) && bytes >= 0 ? bytes : null,
          sha256: hexDigest(textOf(body['sha256'])),
        },
      },
      // The address in `url` lives five minutes and is not worth keeping.
      extra: filled({ mediaId: textOf(body['id']), voice: body['voice'], animated: body['animated'] }),
    }
  }
}

/** The cloud writes a file's SHA-256 as base64 or as hex; the collector names files by hex. */
function hexDigest(digest: string | null): string | null {
  if (digest === null || !/^[A-Za-z0-9+/]{43}=$/.test(digest)) return digest
  return Buffer.from(digest, 'base64').toString('hex')
}

function interactive(body: Fields): Content {
  const type = textOf(body['type'])
  const reply = fieldsOf(type === null ? undefined : body[type]) ?? {}
  const text =
    joinTexts([reply['title'], reply['description']], '\n') ??
    textOf(reply['body']) ??
    textOf(reply['response']) ??
    textOf(at(body, 'body', 'text')) ??
    textOf(at(body, 'header', 'text'))
  return {
    content: { type: 'interactive', text },
    extra: filled({ interactive: Object.keys(body).length > 0 ? body : null, form: formOf(reply) }),
  }
}

/** The answers of a completed form, which travel as JSON inside a text. */
function formOf(reply: Fields): unknown {
  const text = textOf(reply['response_json'])
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function templateOf(body: Fields): Pick<MessageInput['content'], 'text' | 'template'> {
  const name = textOf(body['name'])
  const bodies = listOf(body['components']).filter((part) => /^body$/i.test(textOf(at(part, 'type')) ?? ''))
  return {
    text: joinTexts(
      bodies.map((part) => at(part, 'text')),
      '\n',
    ),
    template:
      name === null
        ? null
        : { name, language: textOf(at(body, 'language', 'code')) ?? textOf(body['language']) },
  }
}

function unknownContent(type: string | null, message: Fields): Content {
  const body = type === null ? undefined : message[type]
  const text = textOf(at(body, 'body')) ?? textOf(at(body, 'text')) ?? textOf(at(body, 'caption'))
  return {
    content: { type: 'unknown', text },
    extra: filled({ 'content.type': type, content: body, errors: message['errors'] }),
  }
}

/** A message without `type` still says what it is by the one key it has. */
function typeByKey(message: Fields): string | null {
  return Object.keys(readers).find((type) => fieldsOf(message[type]) !== null) ?? null
}

function cardText(card: unknown): string | null {
  const name = textOf(at(card, 'name', 'formatted_name')) ?? textOf(at(card, 'name', 'first_name'))
  const phones = listOf(at(card, 'phones')).map((entry) => at(entry, 'phone') ?? at(entry, 'wa_id'))
  return joinTexts([name, joinTexts(phones, ', ')], ' · ')
}

function itemText(item: unknown): string | null {
  const product = textOf(at(item, 'product_retailer_id'))
  const quantity = numberOf(at(item, 'quantity'))
  return product === null ? null : `${quantity ?? 1} × ${product}`
}

function coordinates(body: Fields): string | null {
  const latitude = numberOf(body['latitude'])
  const longitude = numberOf(body['longitude'])
  return latitude === null || longitude === null ? null : `${latitude}, ${longitude}`
}

function joinTexts(values: readonly unknown[], separator: string): string | null {
  const texts = values.flatMap((value) => textOf(value) ?? [])
  return texts.length === 0 ? null : texts.join(separator)
}
