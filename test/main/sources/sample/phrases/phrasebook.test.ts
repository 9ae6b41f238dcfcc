import { describe, expect, it } from 'vitest'
import { categories, fill, languages } from '../../../../../src/main/sources/sample/phrases/phrasebook.ts'
import type { Facts } from '../../../../../src/main/sources/sample/phrases/phrasebook.ts'
import { randomFor } from '../../../../../src/shared/random.ts'
import { readSignals, signal } from '../../../../../src/main/text/signals.ts'
import { phrasebooks } from '../../../../../src/main/sources/sample/topic.ts'

const facts: Facts = {
  order: 'NL-40917',
  gear: 'Tinden 2',
  pack: 'Fjell 65',
  tent: 'Tinden 2',
  wear: 'Saga Down',
  size: 'M',
  other: 'L',
  boot: 'EU 42',
  otherBoot: 'EU 43',
  city: 'Leipzig',
  day: 'Freitag',
  past: 'Montag',
  amount: '89,90 €',
  name: 'Karin',
  agent: 'Anna',
  number: '318',
}

describe('the phrasebooks', () => {
  it.each(languages)('say enough in %s, about everything customers ask', (language) => {
    const { scripts } = phrasebooks[language]
    expect(scripts.length).toBeGreaterThanOrEqual(12)
    expect(new Set(scripts.map((one) => one.category))).toEqual(new Set(categories))
    for (const one of scripts) expect(one.lines[0].side).toBe('customer')
    for (const one of scripts) expect(one.lines.some((line) => line.side === 'agent')).toBe(true)
  })

  it.each(languages)('leave no place unfilled in %s', (language) => {
    const texts = textsIn(phrasebooks[language])
    expect(texts.length).toBeGreaterThan(80)
    for (const text of texts)
      for (let seed = 0; seed < 6; seed++)
        expect(fill(text, facts, randomFor(seed))).not.toMatch(/[{}[\]|]|undefined/u)
  })

  it.each(languages)('name in %s what the rules for abuse and personal data look for', (language) => {
    const { insult, account, nudge, thanks } = phrasebooks[language]
    const signalsOf = (text: string) => readSignals(text, language, 'in').bits
    for (const text of insult) expect(signalsOf(text), text).toBe(signal.abuse)
    expect([signal.iban, signal.card]).toContain(signalsOf(account))
    for (const text of [...nudge, ...thanks]) expect(signalsOf(text) & signal.abuse, text).toBe(0)
  })

  it('take one of the choices, and fill the facts inside it', () => {
    const said = new Set(
      [...Array(40).keys()].map((seed) => fill('[Hallo|Moin {name}]!', facts, randomFor(seed))),
    )
    expect(said).toEqual(new Set(['Hallo!', 'Moin Karin!']))
  })
})

/** Every text of a phrasebook that is filled in before it is said. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
