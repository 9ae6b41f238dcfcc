import { describe, expect, it } from 'vitest'
import { statementsIn } from '../../../src/main/consistency/statements.ts'

function values(text: string, language: string | null = null, kind?: string): readonly string[] {
  return statementsIn(text, language)
    .filter((one) => kind === undefined || one.kind === kind)
    .map(({ value }) => value)
}

describe('amounts', () => {
  it.each([
    ['It costs 4,90 €', ['4.90 EUR']],
    ['€ 4.90 or 5 EUR', ['4.90 EUR', '5 EUR']],
    ['1.299,00 Euro', ['1299 EUR']],
    ['$1,299.50', ['1299.50 $']],
    ['US$20', ['20 USD']],
    ['NT$1,200 元', ['1200 TWD']],
    ['CHF 1’200', ['1200 CHF']],
    ["CHF 1'200.-", ['1200 CHF']],
    ['1 299,90 €', ['1299.90 EUR']],
    ['運費 100 元', ['100 元']],
    ['20,- €', ['20 EUR']],
    ['order 4711, size 38', []],
    ['version 1.2.3 €5', ['5 EUR']],
    ['Shipping is free of charge', ['0']],
    ['Feel free to ask', []],
    ['Das ist nicht kostenlos', []],
  ])('of %s', (text, expected) => {
    expect(values(text, null, 'price')).toEqual(expected)
  })
})

describe('spans, times and dates', () => {
  it.each([
    ['within two weeks', ['14 d']],
    ['innerhalb von vierzehn (14) Tagen', ['14 d']],
    ['2–3 working days', ['2–3 wd']],
    ['de 2 à 3 jours ouvrés', ['2–3 wd']],
    ['48 hours', ['2 d']],
    ['两到三個工作天', ['2–3 wd']],
    ['十四天內', ['14 d']],
    ['2 años', ['24 mo']],
    ['de 9h à 18h', ['09:00', '18:00']],
    ['sous 24 h', ['1 d']],
    ['下午6點半', ['18:30']],
    ['9 am to 12 am', ['09:00', '00:00']],
    ['am 12.05.2026', ['2026-05-12']],
    ['2026-05-12', ['2026-05-12']],
    ['the third day', []],
    ['星期三', []],
    ['99.99.2026', []],
  ])('of %s', (text, expected) => {
    expect(values(text, null, 'deadline')).toEqual(expected)
  })
})

describe('policies and yes or no', () => {
  it('know a refusal by its clause, and take no question for a statement', () => {
    expect(values('No refund, but you can exchange it.', 'en', 'policy')).toEqual(['refund -', 'exchange +'])
    expect(values('Do you want a refund or an exchange?', 'en', 'policy')).toEqual([])
    expect(values('Refund? No problem, we refund it.', 'en', 'policy')).toEqual(['refund +'])
  })

  it('take the first of yes and no', () => {
    expect(values('Hello Ana, yes, no problem.', 'en', 'yes_no')).toEqual(['yes'])
    expect(values('Nein, leider nicht. Ja, schade.', 'de', 'yes_no')).toEqual(['no'])
    expect(values('We open at nine.', 'en', 'yes_no')).toEqual([])
  })

  it('say each thing once, of any text', () => {
    expect(values('14 days, 14 days, two weeks', 'en')).toEqual(['14 d'])
    for (const bomb of ['1', '1 ', '1,', '€', '€1', '一', '十', 'no ', 'not refund ', '1.000', '9:0', '退款'])
      expect(new Set(values(bomb.repeat(20_000), 'en')).size).toBe(values(bomb.repeat(20_000), 'en').length)
  })
})
