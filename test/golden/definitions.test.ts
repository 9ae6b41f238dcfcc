/** Definitions by name, over one conversation whose figures under each are worked out by hand; and two side by side. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareDefinitions } from '../../src/main/metrics/compare.ts'
import type { Explained } from '../../src/main/metrics/compare.ts'
import { explainMetric } from '../../src/main/metrics/explain.ts'
import type { DefinedRules } from '../../src/shared/definitions.ts'
import { definitions, rulesOf, thresholds } from '../../src/shared/definitions.ts'
import type { MetricId } from '../../src/shared/metrics.ts'
import { metricIds } from '../../src/shared/metrics.ts'
import type { NumberRules } from '../../src/shared/rules.ts'
import { defaultRules, definitionNames } from '../../src/shared/rules.ts'
import { columnsOf, data, dictionary, scopeOf } from '../main/metrics/workspaces.ts'
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

// Zoe (a1) has it; a bot answers first and hands it over; Ana (a2) helps and closes. It rests from 09:40 to 09:50.
const columns = columnsOf(`
  09:00 opened by contact
  09:00 in
  09:01 out by bot
  09:02 bot_handoff by bot
  09:05 assigned 1
  09:10 out by agent 1
  09:20 in
  09:22 in
  09:30 out by agent 2
  09:40 pending by agent 1
  09:50 reopened by agent 1
  10:00 closed by agent 2
  12:00 in
  12:06 out by agent 1
  12:30 closed by agent 1`)

/** Minutes of each, shortest first, in the calendar. */
function lengths(name: (typeof definitionNames)[number], metric: MetricId, agents: readonly string[] = []) {
  const rules = { ...rulesOf(name, defaultRules), hours: null }
  const query = { metric, scope: scopeOf({ agents }) }
  const { included } = explainMetric(columns, dictionary, query, { ...data, rules })
  return included.map(({ value }) => (value ?? Number.NaN) / 60).toSorted((a, b) => a - b)
}

describe('one conversation under each definition', () => {
  it.each([
    // From the opening: 10 min, and 6 of the later episode.
    ['floorwalker', [6, 10]],
    // All is closed by now, so the same.
    ['respondio', [6, 10]],
    // One a conversation, from the hand-off at 09:02.
    ['chatwoot', [8]],
    ['trengo', [8]],
    // One a conversation, from the opening.
    ['zendesk', [10]],
    // From the assignment at 09:05; at noon it still was Zoe's.
    ['wati', [5, 6]],
  ] as const)('%s: first responses', (name, minutes) => {
    expect(lengths(name, 'first_response_time')).toEqual(minutes)
  })
  it.each([
    // 09:00–10:00 and 12:00–12:30.
    ['floorwalker', [30, 60]],
    ['respondio', [30, 60]],
    // The later close is 210 min from the first opening.
    ['chatwoot', [60, 210]],
    // Less the ten minutes it was pending.
    ['wati', [30, 50]],
    // Only the last close: both spans, or all from the first opening.
    ['trengo', [90]],
    ['zendesk', [210]],
  ] as const)('%s: resolutions', (name, minutes) => {
    expect(lengths(name, 'resolution_time')).toEqual(minutes)
  })
  it('credits whom each product credits', () => {
    // Assigned at both closes is Zoe; the first was closed by Ana.
    expect(lengths('floorwalker', 'resolution_time', ['a2'])).toEqual([])
    expect(lengths('respondio', 'resolution_time', ['a2'])).toEqual([60])
    expect(lengths('trengo', 'resolution_time', ['a1'])).toEqual([90])
  })
  it('asks from the first or last unanswered message', () => {
    // 09:20 to 09:30; no definition here counts from the last one at 09:22.
    for (const name of definitionNames) expect(lengths(name, 'next_response_time')).toEqual([10])
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
  it('has every choice', () => {
    const rows = new Map(page.split('\n').map((line) => [/^\| `(\w+)`/.exec(line)?.[1], line] as const))
    for (const rule of Object.keys(definitions.floorwalker.rules) as (keyof DefinedRules)[])
      expect(
        rows
          .get(rule)
          ?.split('|')
          .slice(2, -1)
          .map((cell) => cell.trim()),
      ).toEqual(definitionNames.map((name) => String(definitions[name].rules[rule] ?? 'as asked')))
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
  const compared = compareDefinitions(
    { metric: 'first_response_time', one: 'floorwalker', other: 'chatwoot' },
    defaultRules,
    explain,
  )
  it('give both figures', () => {
    // 30, 60, 600, 2400: 330. 30, 60, 100: 60.
    expect([compared.one, compared.other]).toMatchObject([{ median: 330 }, { median: 60 }])
  })
  it('say what each rule that can change the metric changes, the most first', () => {
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
    expect(
      compareDefinitions(
        { metric: 'first_response_time', one: 'wati', other: 'wati' },
        defaultRules,
        explain,
      ),
    ).toMatchObject({
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
    const { changed } = compareDefinitions(
      { metric: 'first_response_time', one: 'respondio', other: 'floorwalker' },
      defaultRules,
      only,
    )
    expect(changed).toEqual([{ conversation: 4, contact: 14, one: null, other: 1 }])
  })
  it('take their rows from the engine', () => {
    const real = compareDefinitions(
      { metric: 'first_response_time', one: 'floorwalker', other: 'chatwoot' },
      defaultRules,
      (rules) =>
        explainMetric(
          columns,
          dictionary,
          { metric: 'first_response_time', scope: scopeOf() },
          { ...data, rules },
        ),
    )
    // 10 and 6 min against 8. One a conversation: 10; from the hand-off: 8 and 6; the rule of the resolution is not looked at.
    expect([real.one, real.other]).toMatchObject([{ median: 480 }, { median: 480 }])
    expect(real.rules.map(({ rule, taken }) => [rule, (taken as { median: number }).median])).toEqual([
      ['firstResponsePer', 600],
      ['firstResponseClock', 420],
    ])
    // On the whole conversation's mean nothing changed, but it counts once instead of twice.
    expect(real.changed).toMatchObject([{ conversation: 1, one: 480, other: 480 }])
  })
})
