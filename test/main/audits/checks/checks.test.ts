import { domainToUnicode } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLuhn } from '../../../../src/main/audits/checks/cards.ts'
import { checkIds } from '../../../../src/shared/audits.ts'
import { chat, run } from './chats.ts'

describe('every check', () => {
  it('does not apply to a chat in which no agent wrote', () => {
    const silent = chat(
      [
        ['customer', 'Thanks, that is all'],
        ['bot', 'Hello!'],
      ],
      { customer: 'Ana' },
    )
    for (const check of checkIds) {
      const { passed, messages } = run(check, silent, { phrases: { en: ['hello'] }, allowed: ['a.example'] })
      expect(passed, check).toBeNull()
      expect(messages).toEqual([])
    }
  })

  it('points at messages of the chat only and never throws, whatever is written', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({
        unit: fc.constantFrom(
          'a',
          'A',
          '!',
          '?',
          '4',
          '1',
          ' ',
          '-',
          '@',
          '.',
          '/',
          '您',
          '好',
          'ü',
          '\u202e',
          'ش',
        ),
        maxLength: 120,
      }),
      fc.constantFrom(
        'Hello',
        'https://a.example/x',
        'DE89370400440532013000',
        '4111111111111111',
        'Tschüss!',
      ),
    )
    const line = fc.tuple(fc.constantFrom('customer', 'agent', 'bot', 'automatic', 'other'), fc.option(text))
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 8 }),
        fc.option(text),
        fc.constantFrom(...checkIds),
        (lines, customer, check) => {
          const of = chat(lines, { customer })
          const finding = run(check, of, { phrases: { en: ['hello', '*', '!'] }, allowed: ['a.example', ''] })
          const ids = of.messages.map(({ id }) => id)
          expect(finding.messages.every((id) => ids.includes(id))).toBe(true)
          expect(new Set(finding.messages).size).toBe(finding.messages.length)
          expect(
            run(check, of, { phrases: { en: ['hello', '*', '!'] }, allowed: ['a.example', ''] }),
          ).toEqual(finding)
        },
      ),
    )
  })

  it('takes time in proportion to the text, however it is built', () => {
    const bombs = [
      '4',
      '4 ',
      'a',
      'a.',
      'A',
      'AB12',
      '@',
      'a@',
      'www.',
      'https://',
      '!',
      '! ',
      '您好',
      'x-',
      '1-',
      'é',
      '٤',
      '=?',
      '\u202e',
    ]
    for (const bomb of bombs) {
      const of = chat(
        [
          ['customer', bomb.repeat(50_000)],
          ['agent', bomb.repeat(50_000)],
        ],
        { customer: bomb.repeat(200) },
      )
      // A pattern that backtracks over such texts would not come to an end within the test's time.
      for (const check of checkIds)
        run(check, of, { phrases: { en: ['a a a a', 'b*'] }, allowed: ['a.example'] })
    }
  })
})

describe('greeting', () => {
  it('counts before the customer answers, and points at it', () => {
    expect(
      run(
        'greeting',
        chat([
          ['customer', 'hi'],
          ['agent', 'One moment'],
          ['agent', 'Hello Ana!'],
        ]),
      ),
    ).toEqual({
      passed: true,
      messages: ['m2'],
      because: { code: 'greeted', value: 'hello' },
    })
    const late = chat([
      ['agent', 'One moment'],
      ['customer', 'ok'],
      ['agent', 'Hello Ana!'],
    ])
    expect(run('greeting', late)).toEqual({
      passed: false,
      messages: ['m0'],
      because: { code: 'no_greeting', value: null },
    })
  })

  it('says nothing about a language it has no words for', () => {
    const korean = chat([['agent', '주문 번호를 알려 주시겠어요? 확인해 보겠습니다.']])
    expect(run('greeting', korean).because).toEqual({ code: 'language_unknown', value: 'ko' })
  })
})

describe('closing', () => {
  it('does not apply while the chat is open', () => {
    expect(run('closing', chat([['agent', 'ok']], { closedAt: [] })).because.code).toBe('not_closed')
  })
})

describe('response within target', () => {
  it('fails for the late ones, and leaves out those without a target', () => {
    const of = chat([
      ['customer', 'hi'],
      ['agent', 'hello'],
      ['customer', 'and?'],
      ['agent', 'yes'],
    ])
    const response = { kind: 'next' as const, message: 'm3', seconds: 300, inTarget: false }
    const first = { kind: 'first' as const, message: 'm1', seconds: 20, inTarget: true }
    expect(run('in_target', of, {}, { responses: () => [first, response] })).toEqual({
      passed: false,
      messages: ['m3'],
      because: { code: 'late', value: 300 },
    })
    expect(run('in_target', of, {}, { responses: () => [first, { ...response, inTarget: null }] })).toEqual({
      passed: true,
      messages: [],
      because: { code: 'in_target', value: 20 },
    })
    const untold = run('in_target', of, {}, { responses: () => [{ ...response, inTarget: null }] })
    expect(untold.because.code).toBe('no_target')
  })
})

describe('phrases', () => {
  const phrases = { en: ['die', 'no problem'], 'zh-Hant': ['不行'] }

  it('are looked for in the language of the message: "die" is harmless in German', () => {
    const german = chat([['agent', 'Ich habe die Bestellung gefunden, die Lieferung kommt morgen.']])
    expect(run('forbidden_phrase', german, { phrases }).because.code).toBe('no_phrases')
    const english = chat([['agent', 'The battery will die before the evening.']])
    expect(run('forbidden_phrase', english, { phrases })).toEqual({
      passed: false,
      messages: ['m0'],
      because: { code: 'forbidden_phrase', value: 'die' },
    })
  })

  it('are found in either Chinese script, and required ones once in any message', () => {
    expect(run('forbidden_phrase', chat([['agent', '这样不行，请重新上传文件。']]), { phrases }).passed).toBe(
      false,
    )
    const of = chat([
      ['agent', 'Let me have a look at your order.'],
      ['agent', 'That is no problem for us.'],
    ])
    expect(run('required_phrase', of, { phrases })).toMatchObject({ passed: true, messages: ['m1'] })
    expect(
      run('required_phrase', chat([['agent', 'Let me have a look at your order.']]), { phrases }).passed,
    ).toBe(false)
  })
})

describe('personal data', () => {
  it('is told masked', () => {
    const found = (text: string) => run('personal_data', chat([['agent', text]])).because
    expect(found('4111 1111 1111 1111')).toEqual({ code: 'card', value: '…1111' })
    expect(found('DE89 3704 0044 0532 0130 00')).toEqual({ code: 'iban', value: 'DE…3000' })
    expect(found('anna@mail.example')).toEqual({ code: 'email', value: 'a…@mail.example' })
  })

  it('finds every card number with one digit changed no longer, as Luhn promises', () => {
    const digits = '4111111111111111'
    expect(isLuhn(digits)).toBe(true)
    fc.assert(
      fc.property(fc.nat(15), fc.integer({ min: 1, max: 9 }), (place, add) => {
        const changed = Array.from(digits, (digit, at) =>
          at === place ? (Number(digit) + add) % 10 : digit,
        ).join('')
        expect(isLuhn(changed)).toBe(false)
      }),
    )
  })

  it('leaves addresses of the company and the customer’s own alone', () => {
    const of = chat([
      ['customer', 'I am Jo@x.example'],
      ['agent', 'jo@x.example and help@eu.acme.example'],
    ])
    expect(run('personal_data', of, {}, { ownHosts: ['acme.example'] }).passed).toBe(true)
    expect(run('personal_data', of).passed).toBe(false)
  })
})

describe('foreign links', () => {
  it('show the host as punycode: a look-alike does not read alike', () => {
    const of = chat([['agent', 'https://nоrdlicht.example/pay']])
    const { because } = run('foreign_link', of, { allowed: ['nordlicht.example'] })
    expect(because.code).toBe('foreign_link')
    expect(because.value).toMatch(/^xn--[\x21-\x7e]+$/)
    // With a Cyrillic o.
    expect(domainToUnicode(String(because.value))).toBe('nоrdlicht.example')
  })

  it('do not apply without a list, which may name hosts as people write them', () => {
    const of = chat([['agent', 'https://shop.acme.example/a']])
    expect(run('foreign_link', of).because.code).toBe('no_allow_list')
    for (const allowed of ['acme.example', 'https://www.acme.example/', '*.acme.example', 'ACME.example'])
      expect(run('foreign_link', of, { allowed: [allowed] }).passed, allowed).toBe(true)
    expect(run('foreign_link', of, { allowed: ['hop.acme.example'] }).passed).toBe(false)
  })
})

describe('left unanswered', () => {
  it('looks before each close, and takes no acknowledgement for an answer', () => {
    const reopened = chat(
      [
        ['customer', 'Where is it?'],
        ['automatic', 'We have got your message.'],
        ['customer', 'Is it waterproof?'],
        ['agent', 'Yes'],
      ],
      { closedAt: [1500, 9000] },
    )
    expect(run('left_unanswered', reopened)).toMatchObject({ passed: false, messages: ['m0'] })
  })

  it('takes a picture for an answer', () => {
    expect(
      run(
        'left_unanswered',
        chat([
          ['customer', 'How does it look?'],
          ['agent', null],
        ]),
      ).passed,
    ).toBe(true)
  })
})

describe('template outside the window', () => {
  it('fails for free text only', () => {
    const outside = { inWindow: false }
    const of = chat([
      ['agent', 'Hi', outside],
      ['agent', 'Your order', { ...outside, isTemplate: true }],
      ['agent', 'ok', { inWindow: null }],
    ])
    expect(run('template_outside_window', of)).toEqual({
      passed: false,
      messages: ['m0'],
      because: { code: 'free_text_outside', value: 1 },
    })
    expect(run('template_outside_window', chat([['agent', 'Hi']])).because.code).toBe('inside_window')
  })
})

describe('copied answer', () => {
  const answer = (name: string) =>
    `Dear ${name}, we are sorry for the delay of your order. Our warehouse had to close for two days because of the storm, and every parcel leaves as soon as the roads are open again. Thank you for your patience.`
  const elsewhere = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      conversation: `v${index}`,
      text: answer(`Customer${index}`),
    }))

  it('is one that went to three other customers, but for the name', () => {
    const of = chat([
      ['customer', 'Where is it?'],
      ['agent', answer('Ana')],
    ])
    const judged = (count: number) =>
      run('copied_answer', of, {}, { answersElsewhere: () => elsewhere(count) })
    expect(judged(3)).toEqual({ passed: false, messages: ['m1'], because: { code: 'copied', value: 3 } })
    expect(judged(2)).toEqual({ passed: true, messages: [], because: { code: 'not_copied', value: 2 } })
    const sameChat = elsewhere(9).map(({ text }) => ({ conversation: 'v1', text }))
    expect(run('copied_answer', of, {}, { answersElsewhere: () => sameChat }).passed).toBe(true)
  })

  it('is neither a short one nor a template', () => {
    const around = { answersElsewhere: () => elsewhere(9) }
    expect(run('copied_answer', chat([['agent', 'You are welcome!']]), {}, around).because.code).toBe(
      'no_long_answer',
    )
    const template = chat([['agent', answer('Ana'), { isTemplate: true }]])
    expect(run('copied_answer', template, {}, around).because.code).toBe('no_long_answer')
  })
})
