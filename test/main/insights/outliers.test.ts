import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  outliersOf,
  thresholdOf,
  type AgentValue,
  type OutlierOptions,
} from '../../../src/main/insights/outliers.ts'
import { noiseOf } from './noise.ts'

const seconds: OutlierOptions = { better: 'lower', shape: 'duration' }
const rate: OutlierOptions = { better: 'higher', shape: 'rate' }
const counts: OutlierOptions = { better: null, shape: 'count' }

function team(values: readonly (number | null)[], count = 50): readonly AgentValue[] {
  return values.map((value, index) => ({ id: `a${String(index).padStart(3, '0')}`, value, count }))
}

const usual = [90, 95, 98, 100, 100, 102, 105, 110]

describe('outliers', () => {
  it('are told with their distance, their factor and whether that is good', () => {
    // Median of the nine 100; deviations of the logarithms from ln 100: 0 0 .020 .020 .049 .051 .095 .105 .875, the
    // middle one .0488 = ln 1.05; z = 0.6745 × ln 2.4 ÷ ln 1.05 = 0.6745 × 0.87547 ÷ 0.04879 = 12.10
    const [found, ...others] = outliersOf(team([...usual, 240]), seconds)
    expect(others).toEqual([])
    expect(found).toMatchObject({ id: 'a008', value: 240, median: 100, group: 9, times: 2.4 })
    expect(found).toMatchObject({ kind: 'slower', verdict: 'worse' })
    expect(found?.z).toBeCloseTo(12.1, 2)
  })

  it('are faster ones too, and the farthest come first', () => {
    const found = outliersOf(team([...usual, 300, 20]), seconds)
    expect(found.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['faster', 'better'],
      ['slower', 'worse'],
    ])
  })

  it('are found where more than half the team has one value', () => {
    // Half the deviations are 0. Their mean is (ln 3 + ln 1.05) ÷ 10 = 0.1147; z = 1.0986 ÷ (1.2533 × 0.1147) = 7.64.
    const found = outliersOf(team([100, 100, 100, 100, 100, 100, 100, 100, 105, 300]), seconds)
    expect(found.map(({ id }) => id)).toEqual(['a009'])
    expect(found[0]?.z).toBeCloseTo(7.64, 2)
  })

  it('need an effect worth a word, however alike the others are', () => {
    expect(outliersOf(team([100, 100, 100, 100, 100, 100, 100, 100, 100, 140]), seconds)).toEqual([])
    expect(
      outliersOf(team([4.5, 4.5, 4.5, 4.51, 4.5, 4.5, 4.5, 4.4, 4.5]), { ...rate, shape: 'mean' }),
    ).toEqual([])
    expect(outliersOf(team([0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.86], 5000), rate)).toEqual([])
  })

  it('need samples and a team', () => {
    expect(outliersOf(team([...usual, 900], 29), seconds)).toEqual([])
    expect(outliersOf(team([...usual, 900], 29), { ...seconds, minimumCount: 20 })).toHaveLength(1)
    expect(outliersOf(team([100, 100, 101, 9000]), seconds)).toEqual([])
    const few = team([...usual, 900]).map((agent, index) => (index === 8 ? { ...agent, count: 29 } : agent))
    expect(outliersOf(few, seconds)).toEqual([])
    expect(outliersOf(team([null, null, null, null, null, 5]), seconds)).toEqual([])
    expect(outliersOf([], { ...seconds, minimumGroup: 0 })).toEqual([])
  })

  it('are not made by the small sample of a rate', () => {
    // Of 30 ratings at 90 % the sampling error is √(.9 × .1 ÷ 30) = 5.5 points: 80 % is within three of them.
    const rates = [0.9, 0.9, 0.9, 0.9, 0.91, 0.89, 0.9, 0.9, 0.8]
    expect(outliersOf(team(rates, 30), rate)).toEqual([])
    expect(outliersOf(team(rates, 300), rate)).toMatchObject([
      { id: 'a008', kind: 'lower', verdict: 'worse' },
    ])
  })

  it('compare counts as counts', () => {
    // On the scale of roots, 2√(400 + 3/8) lies 19.9 above the 2√(100 + 3/8) of the median, 2√(3/8) lies 18.8 below.
    const found = outliersOf(team([100, 104, 96, 110, 92, 101, 99, 0, 400], 0), counts)
    expect(found.map(({ value, kind, verdict }) => [value, kind, verdict])).toEqual([
      [400, 'higher', 'neutral'],
      [0, 'lower', 'neutral'],
    ])
    expect(found.map(({ times }) => times)).toEqual([4, 0])
    // A team of a dozen each says nothing yet.
    expect(outliersOf(team([12, 12, 13, 11, 12, 12, 60], 0), counts)).toEqual([])
  })

  it('of a median of nothing have no factor', () => {
    const found = outliersOf(team([0, 0, 0, 0, 0, 0, 0.01, 0, 0.5], 400), { better: 'lower', shape: 'rate' })
    expect(found).toMatchObject([{ id: 'a008', median: 0, times: null, verdict: 'worse' }])
  })

  it('raise the bar in small teams only', () => {
    expect(thresholdOf(5)).toBeCloseTo(7.9, 1)
    expect(thresholdOf(300)).toBeLessThan(3.55)
  })

  const teams = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 0, maxLength: 30 })

  it('do not depend on the order of the team', () => {
    fc.assert(
      fc.property(teams, (values) => {
        const agents = team(values)
        expect(outliersOf(agents.toReversed(), seconds)).toEqual(outliersOf(agents, seconds))
      }),
    )
  })

  it('are the same people in any unit of time', () => {
    fc.assert(
      fc.property(teams, (values) => {
        const one = outliersOf(team(values), seconds)
        const other = outliersOf(team(values.map((value) => value * 64)), seconds)
        const idsOf = (found: typeof one) => found.map(({ id }) => id).toSorted()
        expect(idsOf(other)).toEqual(idsOf(one))
      }),
    )
  })

  it('never come from fewer than five people or samples too small', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { maxLength: 4 }), fc.array(fc.nat(5000)), (few, many) => {
        expect(outliersOf(team(few), seconds)).toEqual([])
        expect(outliersOf(team(many, 29), seconds)).toEqual([])
      }),
    )
  })

  it('show in at most one team in twenty where all are alike', () => {
    for (const size of [5, 8, 12, 20, 60]) {
      let teamsWithOne = 0
      for (let seed = 0; seed < 500; seed++) {
        const { normal } = noiseOf(seed * 97 + size)
        // A wide spread, so that the effect's size alone keeps nobody back.
        const values = Array.from({ length: size }, () => Math.exp(8 + normal()))
        if (outliersOf(team(values), seconds).length > 0) teamsWithOne += 1
      }
      expect(teamsWithOne).toBeLessThanOrEqual(40)
    }
  })
})
