import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ChatFilters,
  filterCount,
  listedMoods,
  listedRatings,
  listedStates,
  noFilters,
  readFilters,
  writeFilters,
} from '../../../src/renderer/chats/filters.ts'
import { conversationSorts } from '../../../src/shared/contract.ts'
import { flagRuleIds } from '../../../src/shared/flags.ts'
import { authors, openers } from '../../../src/shared/records.ts'

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const filters: fc.Arbitrary<ChatFilters> = fc.record({
  states: fc.subarray([...listedStates]),
  waiting: fc.boolean(),
  unassigned: fc.boolean(),
  flagged: fc.boolean(),
  flagRules: fc.subarray([...flagRuleIds]),
  failed: fc.boolean(),
  sentiments: fc.subarray([...listedMoods]),
  languages: fc.subarray(['de', 'zh', 'pt-BR']),
  reviewed: orNull(fc.boolean()),
  rated: orNull(fc.constantFrom(...listedRatings)),
  minMessages: orNull(fc.integer({ min: 1, max: 99_999 })),
  authors: fc.subarray([...authors]),
  openers: fc.subarray([...openers]),
  contact: fc.string({ unit: 'grapheme', maxLength: 40 }),
  sort: fc.constantFrom(...conversationSorts),
  ascending: fc.boolean(),
})

describe('filters in the address', () => {
  it('come back as they were chosen', () => {
    fc.assert(
      fc.property(filters, (chosen) => {
        expect(readFilters(writeFilters(chosen))).toEqual(chosen)
      }),
    )
  })

  it('are nothing while nothing is chosen', () => {
    expect(writeFilters(noFilters)).toBeNull()
    expect(readFilters(null)).toEqual(noFilters)
  })

  it('of a hostile link or another version are what is known of them', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readFilters(text)))
    expect(
      readFilters(
        'states=open&states=burnt&sort=colour&minMessages=-3&languages=<b>&reviewed=maybe&waiting=1',
      ),
    ).toEqual({ ...noFilters, states: ['open'] })
  })

  it('are counted by kind, the order aside', () => {
    expect(filterCount(noFilters)).toBe(0)
    expect(filterCount({ ...noFilters, sort: 'wait', ascending: true })).toBe(0)
    expect(filterCount({ ...noFilters, states: ['open', 'closed'], contact: 'Ana', sort: 'wait' })).toBe(2)
  })
})
