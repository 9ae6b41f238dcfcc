import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapEvent, type CollectorEvent } from '../../../../src/main/sources/whatsapp-cloud/map.ts'
import {
  event,
  inbound,
  line,
  mapped,
  messageOf,
  messages,
  milliseconds,
  receivedAt,
  recordsOf,
  seconds,
  status,
} from './payloads.ts'

describe('who a message is from', () => {
  it('names a contact by phone and lists every other name', () => {
    const given = messages({
      contacts: [
        {
          profile: { name: 'Li', username: '@li' },
          wa_id: '886912',
          user_id: 'TW.1a',
          parent_user_id: 'TW.ENT.9',
        },
      ],
      messages: [
        {
          from: '886912',
          from_user_id: 'TW.1a',
          id: 'wamid.A',
          timestamp: seconds,
          type: 'text',
          text: { body: 'Hi' },
        },
      ],
    })
    expect(recordsOf(mapped(given), 'contact')).toMatchObject([
      {
        id: 'wa:886912',
        name: 'Li',
        phone: '+886912',
        updatedAt: milliseconds,
        aliases: [
          { type: 'wa_id', value: '886912' },
          { type: 'phone', value: '+886912' },
          { type: 'bsuid', value: 'TW.1a' },
          { type: 'bsuid', value: 'TW.ENT.9' },
          { type: 'username', value: 'li' },
        ],
      },
    ])
    expect(messageOf(given).contact).toBe('wa:886912')
  })

  it('names a contact by user id where the number is hidden, even when the two lists spell it differently', () => {
    const given = messages({
      contacts: [{ profile: { name: 'Li' }, user_id: 'uTW.1a', parent_user_id: 'TW.9' }],
      messages: [
        {
          from_user_id: 'TW.1a',
          from_parent_user_id: 'TW.9',
          id: 'wamid.A',
          timestamp: seconds,
          type: 'text',
          text: { body: 'Hi' },
        },
      ],
    })
    const [contact] = recordsOf(mapped(given), 'contact')
    expect(contact).toMatchObject({ id: 'bsuid:TW.1a', name: 'Li', phone: null })
    expect(contact?.aliases.map((alias) => alias.value)).toEqual(['TW.1a', 'TW.9', 'uTW.1a'])
  })

  it('recognises a user id where a number should stand', () => {
    const given = messages({
      contacts: [{ wa_id: 'TW.1a' }],
      messages: [{ from: 'TW.1a', id: 'wamid.A', timestamp: seconds, type: 'text', text: { body: 'Hi' } }],
    })
    expect(messageOf(given).contact).toBe('bsuid:TW.1a')
  })

  it('takes the one listed contact when the message names nobody', () => {
    const given = messages({
      contacts: [{ wa_id: '886912' }],
      messages: [{ id: 'wamid.A', timestamp: seconds, type: 'text', text: { body: 'Hi' } }],
    })
    expect(messageOf(given).contact).toBe('wa:886912')
  })

  it('joins the old and the new number', () => {
    const given = messages({
      messages: [
        {
          from: '111',
          id: 'wamid.S',
          timestamp: seconds,
          type: 'system',
          system: { body: 'changed', wa_id: '222', type: 'user_changed_number' },
        },
      ],
    })
    const result = mapped(given)
    expect(recordsOf(result, 'contact')[0]).toMatchObject({ id: 'wa:222', phone: '+222' })
    expect(recordsOf(result, 'contact')[0]?.aliases).toContainEqual({ type: 'wa_id', value: '111' })
    expect(messageOf(given)).toMatchObject({
      contact: 'wa:222',
      author: { type: 'system' },
      content: { type: 'system' },
    })
  })

  it('joins the old and the new user id, told either way', () => {
    const bySystem = messages({
      messages: [
        {
          from: '111',
          from_user_id: 'TW.old',
          id: 'w',
          timestamp: seconds,
          type: 'system',
          system: { type: 'user_changed_user_id', user_id: 'TW.new' },
        },
      ],
    })
    const byUpdate = event('user_id_update', {
      metadata: line,
      contacts: [{ profile: { name: 'Li' }, wa_id: '111' }],
      user_id_update: [
        { wa_id: '111', user_id: { previous: 'TW.old', current: 'TW.new' }, timestamp: Number(seconds) },
      ],
    })
    for (const given of [bySystem, byUpdate]) {
      const [contact] = recordsOf(mapped(given), 'contact')
      expect(contact?.id).toBe('wa:111')
      expect(
        contact?.aliases
          .filter((alias) => alias.type === 'bsuid')
          .map((alias) => alias.value)
          .sort(),
      ).toEqual(['TW.new', 'TW.old'])
    }
  })

  it('keeps the sender of a group message, and the group beside it', () => {
    expect(messageOf(inbound({ type: 'text', text: { body: 'all?' }, group_id: 'G1' }))).toMatchObject({
      contact: 'wa:886912',
      extra: { group: 'G1' },
    })
  })
})

describe('statuses', () => {
  it('say what became of a message, and that there was one', () => {
    const result = mapped(
      status({
        pricing: { category: 'general_purpose_ai', type: 'free_something' },
        biz_opaque_callback_data: 'camp-7',
      }),
    )
    expect(recordsOf(result, 'message_status')).toMatchObject([
      {
        message: 'wamid.O',
        status: 'sent',
        at: milliseconds,
        pricing: { category: 'general_purpose_ai' },
        extra: { tag: 'camp-7' },
      },
    ])
    expect(recordsOf(result, 'message')).toMatchObject([
      {
        id: 'wamid.O',
        contact: 'wa:886912',
        channel: 'line-1',
        direction: 'out',
        author: { type: 'unknown' },
        content: { type: 'unknown' },
        extra: { fromStatus: true, tag: 'camp-7' },
      },
    ])
  })

  it.each(['sent', 'delivered', 'read', 'played', 'failed'])(
    '%s proves that the message was sent',
    (name) => {
      expect(recordsOf(mapped(status({ status: name })), 'message')).toHaveLength(1)
    },
  )

  it.each([
    ['deleted', 'deleted', undefined],
    ['READ', 'read', undefined],
    ['teleported', 'unknown', 'teleported'],
  ])('reads %s as %s', (given, expected, original) => {
    const [record] = recordsOf(mapped(status({ status: given })), 'message_status')
    expect(record?.status).toBe(expected)
    expect(record?.extra?.['status']).toBe(original)
  })

  it('keep the first error and its code, and all errors beside it', () => {
    const errors = [
      { code: 131049, title: 'Not delivered' },
      { code: 1, title: 'Other' },
    ]
    expect(recordsOf(mapped(status({ status: 'failed', errors })), 'message_status')[0]).toMatchObject({
      error: { code: 131049, title: 'Not delivered' },
      extra: { errors },
    })
  })

  it.each(['parent_recipient_user_id', 'parent_user_id', 'recipient_parent_user_id'])(
    'know a hidden receiver, the parent id under %s',
    (name) => {
      const given = status({ recipient_id: undefined, recipient_user_id: 'TW.1a', [name]: 'TW.9' })
      expect(recordsOf(mapped(given), 'contact')[0]).toMatchObject({
        id: 'bsuid:TW.1a',
        aliases: [{ value: 'TW.1a' }, { value: 'TW.9' }],
      })
    },
  )

  it.each(['recipient_participant_id', 'participant_recipient_id'])('of a group name who (%s)', (name) => {
    const result = mapped(
      status({ status: 'read', recipient_id: 'G1', recipient_type: 'group', [name]: '886912' }),
    )
    expect(recordsOf(result, 'message_status')[0]?.extra).toMatchObject({
      group: 'G1',
      participant: '886912',
    })
    expect(recordsOf(result, 'message')[0]).toMatchObject({ contact: 'group:G1', extra: { group: 'G1' } })
  })

  it('find pricing inside the conversation', () => {
    const given = status({ conversation: { id: 'c', pricing: { category: 'group_service' } } })
    expect(recordsOf(mapped(given), 'message_status')[0]?.pricing).toEqual({ category: 'group_service' })
  })
})

describe('the phone app', () => {
  const echo = { id: 'wamid.E', timestamp: seconds, type: 'text', text: { body: 'From the shop' } }

  it.each([
    ['as documented', { from: '49301234', to: '886912' }],
    ['with the sides exchanged', { from: '886912', to: '49301234' }],
    ['to a hidden number', { from: '49301234', to_user_id: 'TW.1a' }],
  ])('echoes are outbound, %s', (_name, sides) => {
    const record = messageOf(
      event('smb_message_echoes', { metadata: line, message_echoes: [{ ...echo, ...sides }] }),
    )
    expect(record).toMatchObject({
      direction: 'out',
      author: { type: 'app' },
      content: { text: 'From the shop' },
    })
    expect(record.contact).toBe('to_user_id' in sides ? 'bsuid:TW.1a' : 'wa:886912')
  })

  it('history gives both sides, final statuses without their times, and placeholders', () => {
    const result = mapped(
      event('history', {
        metadata: line,
        history: [
          {
            metadata: { phase: 2, chunk_order: 3, progress: 100 },
            threads: [
              {
                id: '886912',
                context: { wa_id: '886912', user_id: 'TW.1a', username: 'li' },
                messages: [
                  { ...echo, from: '49301234', history_context: { status: 'READ' } },
                  {
                    from: '886912',
                    id: 'wamid.I',
                    timestamp: seconds,
                    type: 'media_placeholder',
                    history_context: { status: 'READ' },
                  },
                  { ...echo, id: 'wamid.P', from: '49301234', history_context: { status: 'PENDING' } },
                  { ...echo, id: 'wamid.F', from: '49301234', history_context: { status: 'ERROR' } },
                ],
              },
            ],
          },
        ],
      }),
    )
    expect(
      recordsOf(result, 'message').map((record) => [record.id, record.direction, record.author.type]),
    ).toEqual([
      ['wamid.E', 'out', 'app'],
      ['wamid.I', 'in', 'contact'],
      ['wamid.P', 'out', 'app'],
      ['wamid.F', 'out', 'app'],
    ])
    expect(recordsOf(result, 'message')[1]).toMatchObject({
      content: { type: 'unknown' },
      extra: { placeholder: true },
    })
    expect(
      recordsOf(result, 'message_status').map((record) => [
        record.message,
        record.status,
        record.extra?.['timeUnknown'],
      ]),
    ).toEqual([
      ['wamid.E', 'read', true],
      ['wamid.P', 'unknown', true],
      ['wamid.F', 'failed', true],
    ])
    expect(result.notices).toMatchObject([{ kind: 'history_complete' }])
    expect(recordsOf(result, 'contact')[0]?.aliases.map((alias) => alias.value)).toEqual([
      '886912',
      '+886912',
      'TW.1a',
      'li',
    ])
    expect(new Set(recordsOf(result, 'message').map((record) => record.contact))).toEqual(
      new Set(['wa:886912']),
    )
  })

  it('late media arrives under the id of its placeholder, from either side', () => {
    const image = { id: 'wamid.I', timestamp: seconds, type: 'image', image: { id: '5' } }
    const late = (parts: object) => messageOf(event('history', { metadata: line, ...parts }))
    expect(late({ messages: [{ ...image, from: '886912' }] })).toMatchObject({
      direction: 'in',
      content: { type: 'image' },
    })
    expect(late({ messages: [{ ...image, from: '49301234', to: '886912' }] })).toMatchObject({
      direction: 'out',
      contact: 'wa:886912',
    })
    expect(late({ message_echoes: [{ ...image, from: '49301234', to: '886912' }] })).toMatchObject({
      direction: 'out',
    })
  })

  it('a refused history is a notice, with or without its envelope', () => {
    const value = { metadata: line, history: [{ errors: [{ code: 2593109, title: 'off' }] }] }
    const bare: CollectorEvent = {
      seq: 1,
      receivedAt,
      kind: 'unreadable',
      payload: { reason: 'is no WhatsApp webhook', body: JSON.stringify(value) },
    }
    for (const given of [event('history', value), bare])
      expect(mapped(given)).toMatchObject({
        rejects: [],
        notices: [{ kind: 'history_declined', severity: 'warning' }],
      })
  })

  it('its address book names, adds and removes contacts', () => {
    const sync = (fields: object) =>
      recordsOf(
        mapped(
          event('smb_app_state_sync', {
            metadata: line,
            state_sync: [{ type: 'contact', metadata: { timestamp: seconds }, ...fields }],
          }),
        ),
        'contact',
      )[0]
    expect(sync({ action: 'add', contact: { full_name: 'Li Wu', phone_number: '886912' } })).toMatchObject({
      id: 'wa:886912',
      name: 'Li Wu',
      addedAt: milliseconds,
      addedBy: 'agent',
    })
    expect(sync({ action: 'remove', contact: { phone_number: '886912' } })).toMatchObject({
      deletedAt: milliseconds,
      name: null,
    })
  })
})

describe('everything else', () => {
  it('a call of the customer is a line of the chat; one of ours is outbound', () => {
    const call = (fields: object) =>
      messageOf(
        event('calls', {
          metadata: line,
          contacts: [{ wa_id: '886912' }],
          calls: [{ id: 'wacid.1', timestamp: seconds, ...fields }],
        }),
      )
    expect(call({ event: 'connect', direction: 'USER_INITIATED', from: '886912' })).toMatchObject({
      id: 'wacid.1:connect',
      direction: 'in',
      contact: 'wa:886912',
      content: { type: 'system' },
      extra: { call: { id: 'wacid.1' } },
    })
    expect(
      call({ event: 'terminate', direction: 'BUSINESS_INITIATED', status: 'COMPLETED', duration: 12 }),
    ).toMatchObject({
      id: 'wacid.1:terminate',
      direction: 'out',
      content: { text: 'Call to the customer: terminate (completed, 12 s)' },
    })
  })

  it('statuses of calls are no statuses of messages', () => {
    const result = mapped(
      event('calls', {
        metadata: line,
        statuses: [
          { id: 'wacid.1', type: 'call', status: 'RINGING', timestamp: seconds, recipient_id: '886912' },
        ],
      }),
    )
    expect(recordsOf(result, 'message_status')).toEqual([])
    expect(recordsOf(result, 'message')).toMatchObject([{ id: 'wacid.1:ringing', contact: 'wa:886912' }])
  })

  it('opting out and in are facts of the contact', () => {
    const wish = (value: string) =>
      mapped(
        event('user_preferences', {
          metadata: line,
          contacts: [{ wa_id: '886912' }],
          user_preferences: [
            { wa_id: '886912', category: 'marketing_messages', value, timestamp: Number(seconds) },
          ],
        }),
      )
    expect(recordsOf(wish('stop'), 'contact')[0]).toMatchObject({ optedOutAt: milliseconds, optedInAt: null })
    expect(recordsOf(wish('resume'), 'contact')[0]).toMatchObject({
      optedOutAt: null,
      optedInAt: milliseconds,
    })
    expect(wish('ponder').rejects).toHaveLength(1)
  })

  it.each([
    ['account_update', { event: 'ACCOUNT_OFFBOARDED' }, 'danger', 'account_update'],
    [
      'account_update',
      { event: 'PARTNER_REMOVED', disconnection_info: { reason: 'PRIMARY_INACTIVITY' } },
      'danger',
      'account_update',
    ],
    [
      'account_update',
      { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } },
      'info',
      'account_update',
    ],
    ['account_update', { event: 'SOMETHING_NEW', detail: 'x' }, 'info', 'account_update'],
    [
      'phone_number_quality_update',
      { display_phone_number: '4930', event: 'FLAGGED' },
      'warning',
      'phone_number_quality_update',
    ],
    [
      'message_template_status_update',
      { event: 'PAUSED', message_template_name: 'offer' },
      'warning',
      'template_status',
    ],
    [
      'message_template_status_update',
      { previous_quality_score: 'GREEN', new_quality_score: 'RED', message_template_name: 'offer' },
      'warning',
      'template_quality',
    ],
    [
      'template_category_update',
      { message_template_name: 'offer', new_category: 'UTILITY', correct_category: 'MARKETING' },
      'warning',
      'template_category',
    ],
    [
      'business_capability_update',
      { max_daily_conversations_per_business: 2000 },
      'info',
      'business_capability_update',
    ],
    ['security', { display_phone_number: '4930', event: 'PIN_CHANGED' }, 'warning', 'security'],
  ])('%s becomes a notice', (field, value, severity, kind) => {
    const given = event(field, value, { id: 'account-1', time: Number(seconds) })
    const { notices, rejects } = mapped(given)
    expect(rejects).toEqual([])
    expect(notices).toMatchObject([{ severity, kind, at: milliseconds }])
    expect(notices[0]?.text).not.toMatch(/undefined|null|\[object/)
    expect(mapped({ ...given, seq: 99, receivedAt: receivedAt + 5 }).notices).toEqual(notices)
  })

  it('errors of the account are one notice a day', () => {
    const given = messages({
      errors: [{ code: 130429, title: 'Rate limit hit', error_data: { details: 'Too many' } }],
    })
    expect(mapped(given).notices).toMatchObject([
      { kind: 'cloud_error', text: 'The cloud reports: Rate limit hit (130429): Too many' },
    ])
    expect(mapped({ ...given, receivedAt: receivedAt + 1000 }).notices[0]?.id).toBe(
      mapped(given).notices[0]?.id,
    )
  })

  it('groups tell their life in notices', () => {
    const given = event('group_lifecycle_update', {
      metadata: line,
      groups: [
        {
          group_id: 'G1',
          timestamp: seconds,
          type: 'group_create',
          subject: 'Fans',
          added_participants: [{ wa_id: 1 }],
        },
      ],
    })
    expect(mapped(given)).toMatchObject({ rejects: [], notices: [{ kind: 'group' }] })
    expect(recordsOf(mapped(given), 'contact')[0]).toMatchObject({ id: 'group:G1', name: 'Fans' })
  })

  it('records of the inbox tool pass through, and unreadable lines are kept', () => {
    const posted = (payload: unknown): CollectorEvent => ({ seq: 1, receivedAt, kind: 'records', payload })
    expect(mapped(posted({ kind: 'agent', id: 'a1', name: 'Ana' })).records).toMatchObject([
      { kind: 'agent', id: 'a1' },
    ])
    expect(mapped(posted({ unreadable: 'oops' })).rejects).toMatchObject([{ raw: 'oops' }])
    expect(mapped(posted({ kind: 'message', id: 'x' })).rejects[0]?.reason).toMatch(/^message: /)
  })

  it.each([
    ['a message without an id', messages({ messages: [{ from: '1', timestamp: seconds, type: 'text' }] })],
    ['a message without a time', messages({ messages: [{ from: '1', id: 'w', type: 'text' }] })],
    ['a message that is a number', messages({ messages: [7] })],
    ['a status without a name', messages({ statuses: [{ id: 'w', timestamp: seconds }] })],
    [
      'an id with half a character',
      messages({ messages: [{ from: '1', id: 'w\ud800', timestamp: seconds, type: 'text' }] }),
    ],
    ['a field of the future', event('dreams', { metadata: line, dreams: [{ at: 1 }] })],
    ['a new part beside messages', messages({ messages: [], wishes: [1] })],
    ['an empty value', event('messages', {})],
    [
      'a value that is a text',
      { ...event('messages', {}), payload: { field: 'messages', value: 'x', entry: {} } },
    ],
    ['no payload', { ...event('messages', {}), payload: null }],
    ['a kind of the future', { ...event('messages', {}), kind: 'dream' }],
    [
      'an unreadable body',
      { ...event('messages', {}), kind: 'unreadable', payload: { reason: 'is no JSON', body: '{"a' } },
    ],
  ])('%s is kept with its reason', (_name, given) => {
    const { rejects } = mapped(given)
    expect(rejects).toHaveLength(1)
    expect(rejects[0]?.reason.length).toBeGreaterThan(10)
  })

  it('one broken item stops no other', () => {
    const result = mapped(
      messages({
        messages: [
          { id: 'w' },
          { from: '1', id: 'w2', timestamp: Number(seconds), type: 'text', text: { body: 'ok' } },
        ],
      }),
    )
    expect(result.rejects).toHaveLength(1)
    expect(recordsOf(result, 'message')).toMatchObject([{ id: 'w2', at: milliseconds }])
  })

  it('an event nested deeper than the stack is set aside', () => {
    const deep = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) as unknown
    expect(mapped(inbound({ type: 'deep', deep })).rejects).toHaveLength(1)
    expect(mapped(event('account_alerts', { deep })).rejects).toHaveLength(1)
  })

  it('never throws, and never loses an event, whatever arrives', () => {
    const kinds = fc.constantFrom('webhook', 'records', 'media', 'unreadable', 'other')
    const lists = fc.constantFrom(
      'messages',
      'statuses',
      'history',
      'calls',
      'groups',
      'state_sync',
      'user_preferences',
      'user_id_update',
      'message_echoes',
    )
    const values = fc.oneof(
      fc.json().map((text) => JSON.parse(text) as unknown),
      fc
        .tuple(lists, fc.array(fc.jsonValue(), { minLength: 1, maxLength: 3 }))
        .map(([name, items]) => ({ metadata: line, [name]: items })),
    )
    fc.assert(
      fc.property(kinds, values, fc.string(), (kind, value, field) => {
        const result = mapEvent({
          seq: 1,
          receivedAt,
          kind,
          payload: kind === 'webhook' ? { field, value, entry: {} } : value,
        })
        const made = result.records.length + result.rejects.length + result.notices.length
        if (kind === 'webhook') expect(made).toBeGreaterThan(0)
      }),
      { numRuns: 300 },
    )
  })
})
