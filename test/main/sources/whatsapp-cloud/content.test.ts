import { describe, expect, it } from 'vitest'
import { inbound, mapped, messageOf, messages, seconds } from './payloads.ts'

const digest = 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg='
const digestInHex = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

/** Each row: what arrives, and what of the message record must come of it. */
const rows: readonly [name: string, message: object, expected: object][] = [
  ['text', { type: 'text', text: { body: 'Hi' } }, { content: { type: 'text', text: 'Hi' } }],
  [
    'a swipe reply',
    { type: 'text', text: { body: 'Yes' }, context: { from: '49301234', id: 'wamid.Q' } },
    { replyTo: 'wamid.Q' },
  ],
  [
    'a forwarded text',
    { type: 'text', text: { body: 'Look' }, context: { frequently_forwarded: true } },
    { replyTo: null, extra: { frequentlyForwarded: true } },
  ],
  [
    'an answer to an ad',
    { type: 'text', text: { body: 'Price?' }, referral: { source_type: 'ad', source_id: '7' } },
    { extra: { referral: { source_type: 'ad', source_id: '7' } } },
  ],
  [
    'an image, its digest in the form the collector names files by',
    {
      type: 'image',
      image: { caption: 'Sofa', mime_type: 'image/jpeg', sha256: digest, id: '55', url: 'https://x/y' },
    },
    {
      content: { type: 'image', caption: 'Sofa', media: { mime: 'image/jpeg', sha256: digestInHex } },
      extra: { mediaId: '55' },
    },
  ],
  [
    'a document',
    {
      type: 'document',
      document: { filename: 'bill.pdf', mime_type: 'application/pdf', sha256: digestInHex, id: '5' },
    },
    { content: { type: 'document', media: { name: 'bill.pdf', sha256: digestInHex } } },
  ],
  [
    'a voice note',
    { type: 'audio', audio: { mime_type: 'audio/ogg; codecs=opus', id: '5', voice: true } },
    { content: { type: 'audio' }, extra: { voice: true } },
  ],
  [
    'a sticker',
    { type: 'sticker', sticker: { id: '5', animated: false } },
    { content: { type: 'sticker' }, extra: { animated: false } },
  ],
  [
    'a list answer',
    {
      type: 'interactive',
      interactive: { type: 'list_reply', list_reply: { id: 'x', title: 'Tuesday', description: '9 to 12' } },
    },
    { content: { type: 'interactive', text: 'Tuesday\n9 to 12' } },
  ],
  [
    'a button answer',
    {
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'no', title: 'Cancel it' } },
    },
    { content: { type: 'interactive', text: 'Cancel it' } },
  ],
  [
    'a completed form',
    {
      type: 'interactive',
      interactive: {
        type: 'nfm_reply',
        nfm_reply: { response_json: '{"stars":"4"}', body: 'Sent', name: 'flow' },
      },
    },
    { content: { type: 'interactive', text: 'Sent' }, extra: { form: { stars: '4' } } },
  ],
  [
    'a form whose JSON is broken stays text',
    {
      type: 'interactive',
      interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{"stars"', body: 'Sent' } },
    },
    { extra: { form: '{"stars"' } },
  ],
  [
    'a permission to call',
    {
      type: 'interactive',
      interactive: { type: 'call_permission_reply', call_permission_reply: { response: 'accept' } },
    },
    { content: { type: 'interactive', text: 'accept' } },
  ],
  [
    'a button of a template',
    { type: 'button', button: { payload: 'STOP', text: 'Stop' }, context: { id: 'wamid.T' } },
    { content: { type: 'interactive', text: 'Stop' }, replyTo: 'wamid.T', extra: { button: 'STOP' } },
  ],
  [
    'a reaction',
    { type: 'reaction', reaction: { message_id: 'wamid.T', emoji: '👍' } },
    { content: { type: 'reaction', text: '👍' }, replyTo: 'wamid.T' },
  ],
  [
    'a reaction taken back by leaving the emoji out',
    { type: 'reaction', reaction: { message_id: 'wamid.T' } },
    { content: { type: 'reaction', text: null }, replyTo: 'wamid.T', extra: { removed: true } },
  ],
  [
    'a reaction taken back by an empty emoji',
    { type: 'reaction', reaction: { message_id: 'wamid.T', emoji: '' } },
    { content: { type: 'reaction', text: null }, extra: { removed: true } },
  ],
  [
    'a live position',
    { type: 'location', location: { latitude: 52.5, longitude: 13.4 } },
    { content: { type: 'location', text: '52.5, 13.4' } },
  ],
  [
    'contacts',
    {
      type: 'contacts',
      contacts: [
        { name: { formatted_name: 'Ana B.' }, phones: [{ phone: '+49 30 1' }, { phone: '+49 30 2' }] },
        { name: { formatted_name: 'Bo' } },
      ],
    },
    { content: { type: 'contacts', text: 'Ana B. · +49 30 1, +49 30 2\nBo' } },
  ],
  [
    'an order',
    { type: 'order', order: { text: '', product_items: [{ product_retailer_id: 'tea', quantity: '2' }] } },
    { content: { type: 'order', text: '2 × tea' } },
  ],
  [
    'a message the cloud cannot show',
    { type: 'unsupported', errors: [{ code: 131051 }], unsupported: { type: 'poll' } },
    {
      content: { type: 'unsupported' },
      author: { type: 'contact' },
      extra: { unsupported: 'poll', errors: [{ code: 131051 }] },
    },
  ],
  [
    'an edit, with the new text and the message it changes',
    {
      type: 'edit',
      edit: {
        original_message_id: 'wamid.T',
        message: { type: 'text', text: { body: 'Better' }, context: { id: 'M0' } },
      },
    },
    { content: { type: 'edit', text: 'Better' }, replyTo: 'wamid.T', extra: { edited: 'text' } },
  ],
  [
    'a revoke',
    { type: 'revoke', revoke: { original_message_id: 'wamid.T' } },
    { content: { type: 'revoke' }, replyTo: 'wamid.T' },
  ],
  [
    'a first opening of the chat',
    { type: 'request_welcome' },
    { content: { type: 'system' }, author: { type: 'contact' } },
  ],
  [
    'an interactive message without its body, the error beside it',
    { type: 'interactive' },
    { content: { type: 'interactive', text: null } },
  ],
  ['a text without its body', { type: 'text' }, { content: { type: 'text', text: null } }],
  ['a message without a type', { text: { body: 'Hi' } }, { content: { type: 'text', text: 'Hi' } }],
  [
    'a type of the future, kept whole',
    { type: 'hologram', hologram: { body: 'Wow', depth: 3 }, mood: 'blue' },
    {
      content: { type: 'unknown', text: 'Wow' },
      extra: { 'content.type': 'hologram', content: { body: 'Wow', depth: 3 }, mood: 'blue' },
    },
  ],
]

describe('content of messages', () => {
  it.each(rows)('reads %s', (_name, message, expected) => {
    const record = messageOf(inbound(message))
    expect(record).toMatchObject({
      id: 'wamid.A',
      contact: 'wa:886912',
      channel: 'line-1',
      conversation: null,
      direction: 'in',
      at: Number(seconds) * 1000,
      ...expected,
    })
    expect(mapped(inbound(message)).rejects).toEqual([])
  })

  it('says once that a type is not known', () => {
    const { notices } = mapped(inbound({ type: 'hologram' }))
    expect(notices).toMatchObject([{ id: 'message_type:hologram', kind: 'unknown_message_type' }])
  })

  it('keeps an error that stands beside one broken message with that message', () => {
    const value = messages({
      messages: [{ from: '886912', id: 'wamid.A', timestamp: seconds, type: 'interactive' }],
      errors: [{ code: 131000, title: 'Unsupported webhook payload' }],
    })
    expect(messageOf(value).extra).toMatchObject({ errors: [{ code: 131000 }] })
    expect(mapped(value).notices).toMatchObject([{ kind: 'cloud_error' }])
  })

  it('does not read inherited names as types', () => {
    for (const type of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(messageOf(inbound({ type })).content.type).toBe('unknown')
  })
})
