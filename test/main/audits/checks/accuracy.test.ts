import { describe, expect, it } from 'vitest'
import { allCases, measure } from './measure.ts'

/**
 * What was reached on the held-out halves: chats in which it is there, found, and found rightly. Rightly may rise and the
 * others may not come nearer to wrong; what they mean stands in docs/checks.md. Where nothing is named all was right.
 */
const missed: Readonly<Record<string, number>> = {
  'closing en': 1,
  'left_unanswered en': 1,
  'greeting de': 1,
  'closing de': 1,
  'left_unanswered de': 1,
  'greeting fr': 1,
  'closing fr': 1,
  'left_unanswered fr': 3,
  'closing es': 1,
  'forbidden_phrase es': 1,
  'left_unanswered es': 1,
}
const wrong: Readonly<Record<string, number>> = {
  'left_unanswered fr': 1,
  'name_used es': 1,
  'left_unanswered es': 2,
}
const tunedMissed: Readonly<Record<string, number>> = { 'closing es': 1 }
const tunedWrong: Readonly<Record<string, number>> = { 'forbidden_phrase de': 1 }

const groups = [...Map.groupBy(allCases, ({ check, language }) => `${check} ${language}`)]

describe('the labelled chats', () => {
  it.each(groups)('are judged at least as well as before: %s', (name, cases) => {
    for (const heldOut of [false, true]) {
      const { there, found, right } = measure(cases.filter((one) => one.heldOut === heldOut))
      expect(there - right, 'missed').toBeLessThanOrEqual((heldOut ? missed : tunedMissed)[name] ?? 0)
      expect(found - right, 'wrong').toBeLessThanOrEqual((heldOut ? wrong : tunedWrong)[name] ?? 0)
    }
  })

  it('are forty and more for each check that reads text in each language of the product', () => {
    for (const [name, cases] of groups) {
      const [, language = ''] = name.split(' ')
      if (['en', 'de', 'fr', 'es', 'zh', 'any'].includes(language))
        expect(cases.length, name).toBeGreaterThanOrEqual(40)
    }
  })
})
