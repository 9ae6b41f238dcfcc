import { describe, expect, it } from 'vitest'
import { suggestTopics } from '../../../src/main/text/topicSuggestions.ts'

const numbered = (texts: readonly string[]) => texts.map((text, index) => ({ id: `m${index}`, text }))

/** A made-up word of its own for every number: digits are no words. */
const spelled = (number: number) =>
  `qx${String(number)
    .split('')
    .map((digit) => 'bcdfghjklm'[Number(digit)])
    .join('')}`

describe('suggestTopics', () => {
  it('groups frequent questions, the largest first, with examples of different wording', () => {
    const { suggestions, sampled } = suggestTopics(
      numbered([
        'Do you have gift cards?',
        'I want to buy gift cards for my mother',
        'Do you have gift cards?',
        'gift cards please',
        'Can I bring my dog?',
        'Are dogs or a small dog allowed inside?',
        'My dog is friendly, may he come along?',
        'What about the weather',
      ]),
    )
    expect(sampled).toBe(8)
    expect(suggestions.map((suggestion) => [suggestion.keywords[0], suggestion.count])).toEqual([
      ['gift cards', 4],
      ['dog', 3],
    ])
    expect(suggestions[0]?.examples).toEqual(['m0', 'm1', 'm3'])
  })

  it('finds Chinese questions by neighbouring characters', () => {
    const { suggestions } = suggestTopics(
      numbered(['可以帶寵物嗎', '請問寵物可以進去嗎', '有寵物友善的位子嗎']),
    )
    expect(suggestions[0]).toMatchObject({ keywords: ['寵物'], count: 3 })
  })

  it('suggests nothing of what is rare', () => {
    expect(suggestTopics(numbered(['one apple', 'two bridges', 'three candles']))).toEqual({
      suggestions: [],
      sampled: 3,
    })
    expect(suggestTopics([])).toEqual({ suggestions: [], sampled: 0 })
  })

  it('counts a message in one group only, and gives the same answer twice', () => {
    const messages = numbered(
      Array.from(
        { length: 600 },
        (_, index) => `s${spelled(index % 7)} d${spelled(index % 11)} n${spelled(index % 13)}`,
      ),
    )
    const first = suggestTopics(messages)
    expect(first.suggestions.length).toBeGreaterThan(3)
    expect(first.suggestions.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(600)
    expect(suggestTopics(messages)).toEqual(first)
  })

  it('looks at an even sample of very many', () => {
    const { sampled, suggestions } = suggestTopics(
      numbered(
        Array.from({ length: 60_000 }, (_, index) => (index % 3 === 0 ? 'gift voucher' : spelled(index))),
      ),
    )
    expect(sampled).toBe(50_000)
    expect(suggestions[0]?.keywords[0]).toBe('gift voucher')
  })
})
