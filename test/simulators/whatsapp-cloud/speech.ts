/** What customers send: one body for each type of message, with the type and text a console must read in it. */
import type { OracleMessage } from './oracle.ts'
import type { Random } from './random.ts'

export interface Utterance {
  /** The message's own fields, without sender, id and time. */
  readonly body: Readonly<Record<string, unknown>>
  readonly type: OracleMessage['type']
  readonly text: string | null
}

const questions = [
  'Where is my order?',
  'Wann wird geliefert?',
  '¿Puedo cambiar la talla?',
  'Je voudrais annuler ma commande',
  'طلبي لم يصل بعد',
  '注文はいつ届きますか',
  '<b>Is this shown as text?</b>',
  '=SUM(A1:A9)',
  'Café ☕️ and cafe\u0301 👩‍👩‍👧',
] as const
const answers = [
  'It is on its way.',
  'Kommt morgen an!',
  'Claro, dígame la talla.',
  'C’est annulé.',
  'تم شحن الطلب',
] as const

export function answer(random: Random): string {
  return random.pick(answers)
}

export function say(text: string): Utterance {
  return { body: { type: 'text', text: { body: text } }, type: 'text', text }
}

type Speaker = (random: Random, target: string) => Utterance

function medium(type: 'image' | 'video' | 'document' | 'sticker' | 'audio', rest: object): Speaker {
  return (random) => ({
    body: {
      type,
      [type]: {
        id: String(random.integer(1e9, 2e9)),
        mime_type: `${type}/test`,
        sha256: random.hex(64),
        ...rest,
      },
    },
    type,
    text: null,
  })
}

function interactive(type: string, reply: object, text: string): Speaker {
  return (_random, target) => ({
    body: { type: 'interactive', interactive: { type, [type]: reply }, context: { id: target } },
    type: 'interactive',
    text,
  })
}

/** The types that need an earlier message to speak of. */
const referring: readonly Speaker[] = [
  interactive('button_reply', { id: 'yes', title: 'Yes, please' }, 'Yes, please'),
  interactive('list_reply', { id: '2', title: 'Tuesday', description: 'morning' }, 'Tuesday\nmorning'),
  interactive('nfm_reply', { response_json: '{"stars":"5"}', body: 'Sent', name: 'flow' }, 'Sent'),
  (_random, target) => ({
    body: { type: 'button', button: { payload: 'MORE', text: 'Tell me more' }, context: { id: target } },
    type: 'interactive',
    text: 'Tell me more',
  }),
  (_random, target) => ({
    body: { type: 'reaction', reaction: { message_id: target, emoji: '❤️' } },
    type: 'reaction',
    text: '❤️',
  }),
  (random, target) => ({
    body: {
      type: 'reaction',
      reaction: { message_id: target, ...(random.chance(0.5) ? { emoji: '' } : {}) },
    },
    type: 'reaction',
    text: null,
  }),
  (_random, target) => ({
    body: {
      type: 'edit',
      edit: { original_message_id: target, message: { type: 'text', text: { body: 'I meant blue' } } },
    },
    type: 'edit',
    text: 'I meant blue',
  }),
  (_random, target) => ({
    body: { type: 'revoke', revoke: { original_message_id: target } },
    type: 'revoke',
    text: null,
  }),
]

const free: readonly Speaker[] = [
  medium('image', { caption: 'Look' }),
  medium('video', {}),
  medium('document', { filename: 'invoice.pdf' }),
  medium('sticker', { animated: true }),
  medium('audio', { voice: true }),
  () => ({
    body: { type: 'location', location: { latitude: 52.5, longitude: 13.25 } },
    type: 'location',
    text: '52.5, 13.25',
  }),
  () => ({
    body: {
      type: 'contacts',
      contacts: [{ name: { formatted_name: 'Ana B.' }, phones: [{ phone: '+49 1' }] }],
    },
    type: 'contacts',
    text: 'Ana B. · +49 1',
  }),
  () => ({
    body: {
      type: 'order',
      order: { catalog_id: '1', text: '', product_items: [{ product_retailer_id: 'tea', quantity: 2 }] },
    },
    type: 'order',
    text: '2 × tea',
  }),
  () => ({
    body: {
      type: 'unsupported',
      unsupported: { type: 'poll' },
      errors: [{ code: 131051, title: 'Message type unknown' }],
    },
    type: 'unsupported',
    text: null,
  }),
]

const future: Speaker = () => ({
  body: { type: 'hologram', hologram: { body: 'From afar' } },
  type: 'unknown',
  text: 'From afar',
})

/** What a customer sends next: mostly text, sometimes anything else. `target` is an earlier message, where there is one. */
export function speak(random: Random, target: string | null, unknownThings: boolean): Utterance {
  if (unknownThings && random.chance(0.05)) return future(random, target ?? '')
  if (target !== null && random.chance(0.15)) return random.pick(referring)(random, target)
  if (random.chance(0.15)) return random.pick(free)(random, target ?? '')
  return say(random.pick(questions))
}
