import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreSentiment } from '../../../src/main/text/sentiment.ts'

const sentimentOf = (text: string, language?: string) => scoreSentiment(text, language).sentiment

describe('scoreSentiment', () => {
  it.each([
    ['The service is good and helpful', 'positive', 'The service is not good', 'negative'],
    ['Das ist gut und hilfreich', 'positive', 'Das ist nicht gut', 'negative'],
    ['C’est bon et très agréable', 'positive', 'pas bon du tout', 'negative'],
    ['Está muy bien', 'positive', 'No está bien', 'negative'],
    ['服務很好', 'positive', '服務不好', 'negative'],
    ['我很满意', 'positive', '我不太满意', 'negative'],
    ['The food was very bad', 'negative', 'not bad at all', 'positive'],
  ])('negation turns "%s" (%s) into "%s" (%s)', (plain, before, negated, after) => {
    expect([sentimentOf(plain), sentimentOf(negated)]).toEqual([before, after])
  })

  it('hears a complaint where something expected did not happen', () => {
    expect(sentimentOf('My parcel has not arrived')).toBe('negative')
    expect(sentimentOf('我沒有收到包裹')).toBe('negative')
    expect(sentimentOf('Niemand antwortet mir')).toBe('negative')
  })

  it('lets weigh more what follows a but', () => {
    expect(sentimentOf('The delivery was late, but I love the dress')).toBe('positive')
    expect(sentimentOf('I love the dress, but the delivery was late and the box broken')).toBe('negative')
    expect(sentimentOf('外观不错，但是坏了')).toBe('negative')
  })

  it('asks no opinion of a question, except a reproach', () => {
    expect(sentimentOf('Is it good?')).toBe('neutral')
    expect(sentimentOf('What happens if it arrives broken?')).toBe('neutral')
    expect(sentimentOf('Still not delivered??')).toBe('negative')
  })

  it('does not take a complaint before a question for part of it', () => {
    expect(sentimentOf('The mug is broken, can you send a new one?')).toBe('negative')
  })

  it('reads irony marks', () => {
    expect(sentimentOf('Great service')).toBe('positive')
    expect(sentimentOf('Great service 🙄')).toBe('negative')
    expect(sentimentOf('Great service /s')).toBe('negative')
    expect(sentimentOf('Your “great” service')).toBe('negative')
    expect(sentimentOf('super 👍🏻 schon wieder kaputt')).toBe('negative')
    expect(sentimentOf('The technician never came. Bravo 👏')).toBe('negative')
  })

  it('tells thanks as a formula from thanks from the heart', () => {
    expect(sentimentOf('ok thanks')).toBe('neutral')
    expect(sentimentOf('Could you send the invoice? Thank you so much')).toBe('neutral')
    expect(sentimentOf('Thank you so much!')).toBe('positive')
    expect(sentimentOf('thanks for nothing')).toBe('negative')
  })

  it('scores emoji alone where they say something', () => {
    expect(sentimentOf('😍')).toBe('positive')
    expect(sentimentOf('👎🏿')).toBe('negative')
    expect(sentimentOf('👍')).toBe('neutral')
    expect(sentimentOf('⭐⭐⭐⭐⭐')).toBe('positive')
    expect(sentimentOf('⭐')).toBe('negative')
  })

  it('reads every language of a mixed message', () => {
    expect(sentimentOf('delivery 真的很慢，so bad')).toBe('negative')
  })

  it('does not score what it cannot read', () => {
    for (const text of ['', '48213', 'https://example.com', 'Gdzie jest moje zamówienie? Czekam już tydzień'])
      expect(scoreSentiment(text)).toEqual({ sentiment: null, score: 0, words: [] })
  })

  it('does not call neutral a statement in words no lexicon knows', () => {
    expect(sentimentOf('The plumber painted the wall green')).toBeNull()
  })

  it('does not decide a message that speaks both ways', () => {
    expect(sentimentOf('The room was wonderful. The breakfast was horrible.')).toBeNull()
  })

  it('takes the language of the source over its own guess', () => {
    expect(sentimentOf('super', 'de')).toBe('positive')
    expect(sentimentOf('muito bom', 'pt-BR')).toBe('positive')
  })

  it('says which words counted, where and for how much', () => {
    const { words, score } = scoreSentiment('The cake was not good')
    expect(words).toEqual([{ text: 'good', start: 17, end: 21, value: expect.closeTo(-1.2) }])
    expect(score).toBeLessThan(0)
  })

  it('takes case, accents and lengthened letters as they come', () => {
    expect(sentimentOf('ESTOY MUY DECEPCIONADA')).toBe('negative')
    expect(sentimentOf('soooo haaaappy')).toBe('positive')
    expect(sentimentOf('Wunderschön und tadellos')).toBe(sentimentOf('wunderschoen und tadellos'))
  })

  it('answers within bounds for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { score, words } = scoreSentiment(text)
        expect(Math.abs(score)).toBeLessThanOrEqual(1)
        for (const word of words) expect(text.slice(word.start, word.end)).toBe(word.text)
      }),
    )
  })

  it('is as quick with a text made to be slow', () => {
    for (const unit of ['not ', "'", '“', '🙄', '👨‍👩‍👧‍👦', 'a.b@', '不', '!?', ':('])
      expect(() => scoreSentiment(unit.repeat(20_000))).not.toThrow()
  })
})
