import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Chosen, fromHash, nothingChosen, places, toHash } from '../../src/renderer/hash.ts'
import { metricIds } from '../../src/shared/metrics.ts'
import { presets } from '../../src/shared/period.ts'

const names = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 3 })
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const text = fc.string({ unit: 'grapheme', minLength: 1 })
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10))

const drill = fc.record(
  {
    metric: fc.constantFrom(...metricIds),
    scope: fc.record({
      from: fc.integer(),
      to: fc.integer(),
      zone: fc.constant('Europe/Berlin'),
      agents: names,
      teams: names,
      channels: names,
      categories: names,
    }),
    key: fc.record({ agent: orNull(text) }),
    bucket: fc.integer({ min: 0, max: 6 }),
  },
  { requiredKeys: ['metric', 'scope'] },
)

const chosen: fc.Arbitrary<Chosen> = fc.record({
  place: fc.constantFrom(...places),
  period: fc.oneof(
    fc.record({ preset: fc.constantFrom(...presets) }),
    fc.tuple(date, date).map((days) => {
      const [from = '', to = ''] = days.toSorted()
      return { from, to }
    }),
  ),
  compare: fc.boolean(),
  teams: names,
  channels: names,
  agents: names,
  categories: names,
  zone: orNull(fc.constant('Asia/Taipei')),
  hours: fc.constantFrom('calendar', 'business'),
  section: orNull(text),
  conversation: orNull(text),
  message: orNull(text),
  list: orNull(text),
  search: orNull(text),
  audit: orNull(text),
  template: orNull(text),
  drill: orNull(drill),
  agentPage: orNull(text),
  asOf: orNull(fc.integer({ min: 0, max: 4_000_000_000_000 })),
})

describe('the address', () => {
  it('restores every choice', () => {
    fc.assert(
      fc.property(chosen, (choice) => {
        expect(fromHash(toHash(choice))).toEqual(JSON.parse(JSON.stringify(choice)))
      }),
    )
  })

  it('takes any text without breaking', () => {
    fc.assert(
      fc.property(fc.string(), (tail) => {
        expect(() => fromHash(tail)).not.toThrow()
        expect(() => fromHash(`#/chats?number=${encodeURIComponent(tail)}&period=${tail}`)).not.toThrow()
      }),
    )
  })

  it('names no place for the one-time code or another page', () => {
    expect(fromHash('#k=abc')).toBeNull()
    expect(fromHash('')).toBeNull()
    expect(fromHash('#/later')).toBeNull()
  })

  it('falls back where a part is not what it should be', () => {
    const read = (query: string) => fromHash(`#/overview?${query}`)
    expect(read('period=2026-13-45_2026-13-46')?.period).toEqual(nothingChosen.period)
    expect(read('period=2026-05-11_2026-05-01')?.period).toEqual(nothingChosen.period)
    expect(read('asof=yesterday')?.asOf).toBeNull()
    expect(read('number={"metric":"__proto__"}')?.drill).toBeNull()
    expect(read('number={"metric":"handled","scope":{"from":1}}')?.drill).toBeNull()
  })
})
