/** Several conversations loaded into columns, with a dictionary that names their rows `a1`, `t1`, `c1`, `k1`. */
import * as fc from 'fast-check'
import type { Dimension, MetricsQuery, Scope } from '../../../src/shared/contract.ts'
import type { MetricId } from '../../../src/shared/metrics.ts'
import { metricIds } from '../../../src/shared/metrics.ts'
import type { NumberRules } from '../../../src/shared/rules.ts'
import { defaultRules } from '../../../src/shared/rules.ts'
import type { AnswerData } from '../../../src/main/metrics/answer.ts'
import { answerMetrics } from '../../../src/main/metrics/answer.ts'
import type { Columns } from '../../../src/main/metrics/columns.ts'
import { createColumns } from '../../../src/main/metrics/columns.ts'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import type { Dictionary } from '../../../src/main/metrics/dictionary.ts'
import { planOf } from '../../../src/main/metrics/plans.ts'
import { packFacts } from '../../../src/main/metrics/pack.ts'
import type { Timeline } from '../../../src/main/metrics/timeline.ts'
import { allFlags, at, factSettings, monday, targets, timelineOf } from './timelines.ts'

/** Metrics counted from rows alone; the others are special. */
export const countedMetrics = metricIds.filter((id) => planOf(id, defaultRules).shape !== 'special')

export const dictionary: Dictionary = {
  agents: [
    { row: 1, id: 'a1', name: 'Zoe', teams: [1], active: true, role: 'agent' },
    { row: 2, id: 'a2', name: 'Ana', teams: [2, 1], active: true, role: 'agent' },
    { row: 3, id: 'a3', name: 'Max', teams: [], active: true, role: null },
  ],
  teams: [
    { row: 1, id: 't1', name: 'Billing' },
    { row: 2, id: 't2', name: 'Sales' },
  ],
  channels: [
    { row: 1, id: 'c1', name: 'Main', phone: null },
    { row: 2, id: 'c2', name: 'Second', phone: null },
  ],
  categories: [
    { row: 1, name: 'order' },
    { row: 2, name: 'refund' },
  ],
}

export const data: AnswerData = { completeTo: null, quarantined: 0, now: at('+9d 00:00'), targets }

export function scopeOf(more: Partial<Scope> = {}): Scope {
  return {
    from: monday,
    to: at('+1d 00:00'),
    zone: 'UTC',
    agents: [],
    teams: [],
    channels: [],
    categories: [],
    ...more,
  }
}

export function packedOf(timeline: Timeline): Uint8Array {
  return packFacts(deriveFacts(timeline, factSettings(allFlags)))
}

export function columnsOf(...timelines: readonly (Timeline | string)[]): Columns {
  const columns = createColumns()
  for (const [index, entry] of timelines.entries()) {
    const timeline = typeof entry === 'string' ? timelineOf(entry, { conversation: index + 1 }) : entry
    columns.replace(timeline.conversation, packedOf(timeline))
  }
  return columns
}

/** The figure of one metric: total, and by key (`a1`, `a1/2026-05-11`, `-` for none). */
export function ask(
  columns: Columns,
  metric: MetricId,
  by: readonly Dimension[] = [],
  scope: Partial<Scope> = {},
  more: Partial<AnswerData> = {},
) {
  const query: MetricsQuery = { scope: scopeOf(scope), by, metrics: [metric] }
  const answer = answerMetrics(columns, dictionary, query, { ...data, ...more })
  return {
    total: answer.total.metrics[metric]!,
    rows: answer.rows.map(
      (row) => [by.map((dimension) => row.key[dimension] ?? '-').join('/'), row.metrics[metric]!] as const,
    ),
  }
}

// ── any workspace ────────────────────────────────────────────────────────────────────────────────────────────────

// Often one of few, so that things happen at one instant.
const minute = fc
  .oneof(fc.constantFrom(540, 541, 600, 2000), fc.integer({ min: 0, max: 3 * 24 * 60 }))
  .map((minutes) => monday + minutes * 60_000)
const agent = fc.constantFrom(1, 2, 3)
const stepLine = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      'in',
      'in negative language 1',
      'in positive',
      'in neutral',
      'in reaction',
      'in call',
    ),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.constantFrom('agent 1', 'agent 2', 'agent 3', 'bot', 'app', 'campaign', 'unknown'),
        fc.constantFrom(
          '',
          'sent',
          'delivered',
          'read',
          'failed 131047',
          'failed',
          'reaction',
          'read template 5 billable 7',
          'sent template unbilled 8',
        ),
      )
      .map(([author, status]) => `out by ${author} ${status}`),
  },
  fc
    .tuple(fc.constantFrom('1', '2', '3', 'nobody'), fc.constantFrom('', 'team 1', 'team 2'))
    .map(([to, team]) => `assigned ${to} ${team}`),
  fc
    .tuple(agent, fc.constantFrom('', 'category 1', 'category 2'))
    .map(([by, category]) => `closed by agent ${by} ${category}`),
  fc.constantFrom(
    'reopened by agent 1',
    'reopened by contact',
    'bot_handoff',
    'bot_resolved',
    'snoozed',
    'pending',
    'surveyed',
    'rated 5',
    'rated 2',
    'rated 9 of 0 10',
    'comment by agent 1 mentions 2 3',
  ),
)

/** Any conversation of those rows: its opening, then steps in any order, many in one minute. */
export function anyTimeline(conversation: number): fc.Arbitrary<Timeline> {
  return fc
    .record({
      opening: fc.option(
        fc.tuple(minute, fc.constantFrom('contact', 'agent', 'campaign', 'bot', 'unknown')),
        {
          nil: null,
        },
      ),
      steps: fc.array(fc.tuple(minute, stepLine), { maxLength: 14 }),
      contact: fc.integer({ min: 1, max: 4 }),
      channel: fc.integer({ min: 1, max: 2 }),
    })
    .map(({ opening, steps, contact, channel }) => {
      const lines = steps.map(([time, line]) => `${clockOf(time)} ${line}`)
      if (opening !== null) lines.unshift(`${clockOf(opening[0])} opened by ${opening[1]}`)
      return timelineOf(lines.join('\n'), { conversation, contact, channel })
    })
}

export const anyWorkspace = fc
  .integer({ min: 1, max: 7 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => anyTimeline(index + 1))))

export const anyRules: fc.Arbitrary<NumberRules> = fc.record({
  firstResponseClock: fc.constantFrom('opening', 'first_inbound', 'first_assignment', 'bot_handoff'),
  firstResponsePer: fc.constantFrom('episode', 'conversation'),
  unanswered: fc.constantFrom('first', 'last'),
  resolution: fc.constantFrom('episode', 'first_opening', 'first_to_last', 'open_spans'),
  withoutRest: fc.boolean(),
  firstResponseCredit: fc.constantFrom('sender', 'current'),
  resolutionCredit: fc.constantFrom('assigned', 'closer', 'current'),
  closedOnly: fc.boolean(),
  hours: fc.constant(null),
  engagedMinutes: fc.constantFrom(1, 3, 30),
  followUpDays: fc.constantFrom(1, 7),
  abandonedAfter: fc.constantFrom(1, 120, 7200),
})

function clockOf(ms: number): string {
  const minutes = (ms - monday) / 60_000
  const two = (value: number) => String(value).padStart(2, '0')
  return `+${Math.floor(minutes / 1440)}d ${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
}
