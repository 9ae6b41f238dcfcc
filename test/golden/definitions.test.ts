/** Definitions by name, over one conversation whose figures under each are worked out by hand; and two side by side. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareDefinitions } from '../../src/main/metrics/compare.ts'
import type { Explained } from '../../src/main/metrics/compare.ts'
import { definitions, rulesOf, thresholds } from '../../src/shared/definitions.ts'
import { metricIds } from '../../src/shared/metrics.ts'
import type { NumberRules } from '../../src/shared/rules.ts'
import { defaultRules, definitionNames } from '../../src/shared/rules.ts'
import { cases, leftOut } from './chatwootCases.ts'

describe('definitions by name', () => {
  it('choose everything but the limits a team sets for itself', () => {
    const own: NumberRules = { ...defaultRules, engagedMinutes: 9, followUpDays: 3, abandonedAfter: 60 }
    for (const name of definitionNames) {
      const rules = rulesOf(name, own)
      expect(Object.keys(rules).toSorted()).toEqual(Object.keys(defaultRules).toSorted())
      for (const threshold of thresholds) expect(rules[threshold]).toBe(own[threshold])
    }
  })
  it('are the same object for the same question', () => {
    expect(rulesOf('zendesk', defaultRules)).toBe(rulesOf('zendesk', defaultRules))
    expect(rulesOf(undefined, defaultRules)).toBe(defaultRules)
  })
  it('of our own name are the defaults, whatever the workspace chose', () => {
    expect(rulesOf('floorwalker', { ...defaultRules, unanswered: 'last', hours: 'business' })).toEqual(
      defaultRules,
    )
  })
  it('speak of metrics that exist', () => {
    for (const name of definitionNames)
      for (const metric of Object.keys(definitions[name].notes)) expect(metricIds).toContain(metric)
  })
})

describe('the page about definitions', () => {
  const page = readFileSync(new URL('../../docs/definitions.md', import.meta.url), 'utf8')
  it('has every note and every source', () => {
    for (const name of definitionNames) {
      const { about, notes, sources } = definitions[name]
      for (const sentence of [...about, ...Object.values(notes), ...sources]) expect(page).toContain(sentence)
    }
  })
  it('names every golden case that is left out, with its reason', () => {
    for (const id of Object.keys(leftOut)) expect(page).toMatch(new RegExp(`\\| .*\\b${id}\\b.* \\| `))
    for (const reason of new Set(Object.values(leftOut))) expect(page).toContain(reason)
    expect(page).toContain(`${cases.length - Object.keys(leftOut).length} of ${cases.length}`)
  })
})

describe('two definitions side by side', () => {
  const row = (conversation: number, value: number) => ({
    conversation,
    k: -1,
    agent: 1,
    contact: conversation + 10,
    at: 0,
    value,
  })
  // Under each rule: which conversations have a first response, after how many seconds.
  const explain = ({ firstResponsePer, firstResponseClock }: NumberRules): Explained => {
    const all =
      firstResponseClock === 'opening'
        ? [row(1, 60), row(1, 2400), row(2, 600), row(3, 30)]
        : [row(1, 60), row(1, 2400), row(2, 100), row(3, 30)]
    const included = firstResponsePer === 'episode' ? all : all.filter((_, index) => index !== 1)
    const values = included.map(({ value }) => value).sort((a, b) => a - b)
    const middle = values.length / 2
    const median =
      values.length % 2 === 1 ? values[Math.floor(middle)]! : (values[middle - 1]! + values[middle]!) / 2
    return {
      figure: { count: values.length, mean: null, median, p90: null, min: null, max: null, buckets: [] },
      included,
    }
  }
  const compared = compareDefinitions({ one: 'floorwalker', other: 'chatwoot' }, defaultRules, explain)
  it('give both figures', () => {
    // 30, 60, 600, 2400: 330. 30, 60, 100: 60.
    expect([compared.one, compared.other]).toMatchObject([{ median: 330 }, { median: 60 }])
  })
  it('say what each rule changes, the most first', () => {
    // One a conversation: 30, 60, 600 → 60, 270 less. From the hand-off: 30, 60, 100, 2400 → 80, 250 less.
    expect(
      compared.rules.map(({ rule, one, other, taken }) => [
        rule,
        one,
        other,
        (taken as { median: number }).median,
      ]),
    ).toEqual([
      ['firstResponsePer', 'episode', 'conversation', 60],
      ['firstResponseClock', 'opening', 'bot_handoff', 80],
      ['resolution', 'episode', 'first_opening', 330],
    ])
  })
  it('show the conversations that changed, the most first', () => {
    // 1: the mean of 60 and 2400 becomes 60. 2: 600 becomes 100. 3 is as it was.
    expect(compared.changed).toEqual([
      { conversation: 1, contact: 11, one: 1230, other: 60 },
      { conversation: 2, contact: 12, one: 600, other: 100 },
    ])
    expect(compared.changedTotal).toBe(2)
  })
  it('of one name with itself change nothing', () => {
    expect(compareDefinitions({ one: 'wati', other: 'wati' }, defaultRules, explain)).toMatchObject({
      rules: [],
      changed: [],
      changedTotal: 0,
    })
  })
  it('show a conversation that counts in one alone', () => {
    const only = (rules: NumberRules): Explained => ({
      figure: { value: rules.closedOnly ? 0 : 1 },
      included: rules.closedOnly ? [] : [row(4, 1)],
    })
    const { changed } = compareDefinitions({ one: 'respondio', other: 'floorwalker' }, defaultRules, only)
    expect(changed).toEqual([{ conversation: 4, contact: 14, one: null, other: 1 }])
  })
})
