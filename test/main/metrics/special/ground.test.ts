/** The special metrics over any workspace: what is true of all of them, whatever happened. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Columns } from '../../../../src/main/metrics/columns.ts'
import type { SpecialMetric } from '../../../../src/main/metrics/special/catalogue.ts'
import { answerSpecials, explainSpecial, specials } from '../../../../src/main/metrics/special/catalogue.ts'
import { createGround } from '../../../../src/main/metrics/special/ground.ts'
import { noSide } from '../../../../src/main/metrics/special/side.ts'
import type { Dimension, Figure, Scope } from '../../../../src/shared/contract.ts'
import { defaultRules } from '../../../../src/shared/rules.ts'
import { at } from '../timelines.ts'
import { anyTimeline, columnsOf, dictionary, scopeOf } from '../workspaces.ts'

const anyColumns = fc
  .tuple(...[1, 2, 3, 4, 5].map((conversation) => anyTimeline(conversation)))
  .map((timelines) => columnsOf(...timelines))
const threeDays = { from: at('00:00'), to: at('+3d 00:00') }
const all = Object.keys(specials) as SpecialMetric[]

function groundOf(columns: Columns, by: readonly Dimension[], scope: Partial<Scope> = {}, now = '+9d 00:00') {
  const subject = { columns, dictionary, scope: scopeOf({ ...threeDays, ...scope }), now: at(now) }
  return createGround(subject, by, { rules: defaultRules, side: noSide })
}

function total(columns: Columns, metric: SpecialMetric, scope: Partial<Scope> = {}): Figure {
  return answerSpecials(groundOf(columns, [], scope), [metric]).figureOf(metric, [])
}

function parts(columns: Columns, metric: SpecialMetric, by: readonly Dimension[]): readonly Figure[] {
  const answer = answerSpecials(groundOf(columns, by), [metric])
  return answer.keys.map((keys) => answer.figureOf(metric, keys))
}

const valueOf = (figure: Figure) => ('count' in figure ? figure.count : (figure.value ?? 0))
const ofOf = (figure: Figure) => ('count' in figure ? figure.count : (figure.of ?? 0))
const sum = (numbers: readonly number[]) => numbers.reduce((whole, number) => whole + number, 0)

describe('special metrics of any workspace', () => {
  it('are the sum of their agents, where an agent has them', () => {
    fc.assert(
      fc.property(anyColumns, (columns) => {
        for (const metric of [
          'open_now',
          'waiting_now',
          'unassigned_now',
          'engaged_time',
          'handle_time',
        ] as const)
          expect(sum(parts(columns, metric, ['agent']).map(valueOf))).toBeCloseTo(
            valueOf(total(columns, metric)),
            6,
          )
        for (const metric of [
          'first_contact_resolution',
          'repeat_contacts',
          'occupancy',
          'concurrency',
        ] as const)
          expect(sum(parts(columns, metric, ['agent']).map(ofOf))).toBeCloseTo(
            ofOf(total(columns, metric)),
            6,
          )
      }),
      { numRuns: 60 },
    )
  })
  it('are the sum of their days, where time adds up', () => {
    fc.assert(
      fc.property(
        anyColumns,
        fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/New_York'),
        (columns, zone) => {
          for (const dimension of ['day', 'hour', 'weekday-hour'] as const) {
            const answer = answerSpecials(groundOf(columns, [dimension], { zone }), ['engaged_time'])
            const days = answer.keys.map((keys) => valueOf(answer.figureOf('engaged_time', keys)))
            expect(sum(days)).toBeCloseTo(valueOf(total(columns, 'engaged_time')), 6)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
  it('are of one state, however the period began', () => {
    fc.assert(
      fc.property(anyColumns, fc.integer({ min: 1, max: 3 * 24 * 60 - 1 }), (columns, minutes) => {
        const from = threeDays.from + minutes * 60_000
        for (const metric of ['open_now', 'waiting_now', 'longest_wait', 'unassigned_now'] as const)
          expect(total(columns, metric, { from })).toEqual(total(columns, metric))
      }),
      { numRuns: 60 },
    )
  })
  it('never count more than there is', () => {
    fc.assert(
      fc.property(anyColumns, (columns) => {
        const open = valueOf(total(columns, 'open_now'))
        expect(valueOf(total(columns, 'waiting_now'))).toBeLessThanOrEqual(open)
        expect(valueOf(total(columns, 'unassigned_now'))).toBeLessThanOrEqual(open)
        for (const metric of [
          'occupancy',
          'utilization',
          'first_contact_resolution',
          'repeat_contacts',
        ] as const)
          expect(valueOf(total(columns, metric))).toBeLessThanOrEqual(1)
      }),
      { numRuns: 60 },
    )
  })
  it('are made of their evidence', () => {
    fc.assert(
      fc.property(anyColumns, fc.constantFrom(...all), (columns, metric) => {
        const { figure, included, excluded } = explainSpecial(groundOf(columns, []), metric, [])
        expect(figure).toEqual(total(columns, metric))
        if ('count' in figure) expect(included).toHaveLength(figure.count)
        else if (metric === 'engaged_time')
          expect(sum(included.map(({ value }) => value ?? 0))).toBeCloseTo(figure.value ?? 0, 6)
        else if (specialRates.has(metric)) {
          expect(included).toHaveLength(figure.of ?? 0)
          expect(sum(included.map(({ value }) => value ?? 0))).toBeCloseTo(
            (figure.value ?? 0) * (figure.of ?? 0),
            6,
          )
        } else if (specialCounts.has(metric)) expect(included).toHaveLength(figure.value ?? 0)
        for (const row of excluded) expect(row.value).toBeNull()
      }),
      { numRuns: 200 },
    )
  })
})

const specialRates: ReadonlySet<SpecialMetric> = new Set([
  'first_contact_resolution',
  'repeat_contacts',
  'retention_rate',
  'responsiveness',
  'opt_in_coverage',
  'response_rate',
  'conversion_rate',
])
const specialCounts: ReadonlySet<SpecialMetric> = new Set([
  'open_now',
  'waiting_now',
  'unassigned_now',
  'drop_off',
  'contacts_added',
  'contacts_removed',
])
