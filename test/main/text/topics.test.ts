import { describe, expect, it } from 'vitest'
import { defaultTopicRules } from '../../../src/main/text/defaultTopicRules.ts'
import { topicOf } from '../../../src/main/text/topics.ts'
import type { TopicRule } from '../../../src/main/text/topics.ts'

const rule = (id: string, ...keywords: readonly string[]): TopicRule => ({
  id,
  name: id,
  keywords: { en: keywords },
})

describe('topicOf', () => {
  it.each([
    ['Wann kommt mein Paket an?', 'delivery'],
    ['我想退款', 'refund'],
    ['Me cobraron dos veces con la tarjeta', 'payment'],
    ['L’écran est fissuré', 'damaged'],
    ['I need to cancel my order', 'order_change'],
    ['Habt ihr am Sonntag offen?', 'opening_hours'],
    ['我忘記密碼', 'account'],
    ['Quiero poner una queja', 'complaint'],
    ['Est-ce disponible en taille M ?', 'product'],
  ])('%s is about %s', (text, topic) => {
    expect(topicOf([text], defaultTopicRules)?.topic).toBe(topic)
  })

  it('finds nothing where no keyword is', () => {
    expect(topicOf(['hello there'], defaultTopicRules)).toBeNull()
    expect(topicOf([], defaultTopicRules)).toBeNull()
    expect(topicOf(['refund'], [])).toBeNull()
  })

  it('says because of which keywords, as the rule has them', () => {
    const rules = [rule('money', 'Refund*', 'money back')]
    expect(topicOf(['Please refunded me', 'I want my MONEY BACK'], rules)).toEqual({
      topic: 'money',
      because: ['Refund*', 'money back'],
    })
  })

  it('a star stands for an ending, without it the whole word counts', () => {
    expect(topicOf(['refunding'], [rule('a', 'refund')])).toBeNull()
    expect(topicOf(['refunding'], [rule('a', 'refund*')])?.topic).toBe('a')
    expect(topicOf(['prerefund'], [rule('a', 'refund*')])).toBeNull()
  })

  it('accents and the script of Chinese do not matter', () => {
    expect(topicOf(['cuanto cuesta el envio'], [rule('a', 'envío')])?.topic).toBe('a')
    expect(topicOf(['我要退貨'], [rule('a', '退货')])?.topic).toBe('a')
  })

  it('more keywords win, a phrase counts its words, a repetition nothing', () => {
    const rules = [rule('a', 'invoice'), rule('b', 'cancel my order')]
    expect(topicOf(['invoice invoice invoice, cancel my order'], rules)?.topic).toBe('b')
  })

  it('of equals the first mentioned wins, then the first rule', () => {
    const rules = [rule('a', 'invoice'), rule('b', 'parcel'), rule('c', 'parcel')]
    expect(topicOf(['parcel and invoice'], rules)?.topic).toBe('b')
  })

  it('no phrase reaches from one message into the next', () => {
    expect(topicOf(['money', 'back'], [rule('a', 'money back')])).toBeNull()
  })

  it('an empty keyword matches nothing', () => {
    expect(topicOf(['anything * at all'], [rule('a', '', '*', ' ')])).toBeNull()
  })
})
