import { describe, expect, it } from 'vitest'
import type { Insights } from '../../../src/shared/contract.ts'
import {
  copingRank,
  findingsByAgent,
  standsOut,
  warnFromBucket,
  worseOutliers,
} from '../../../src/renderer/agents/findings.ts'

const outlier = { agent: 'jonas', team: 't1', of: 6, value: 0, median: 100 } as const
const trend = { agent: 'jonas', weeks: 8, direction: 'rising', from: 60, to: 90 } as const

const insights: Insights = {
  anomalies: [],
  coping: [{ agent: 'priya', verdict: 'unknown', because: [] }],
  outliers: [
    { ...outlier, metric: 'first_response_time', times: 0.2, value: 20 },
    { ...outlier, metric: 'resolution_time', times: 2, value: 200 },
    { ...outlier, metric: 'csat_score', times: 0.4, value: 40 },
  ],
  trends: [
    { ...trend, metric: 'first_response_time', verdict: 'better', relative: 0.5 },
    { ...trend, metric: 'resolution_time', verdict: 'worse', relative: 0.02 },
    { ...trend, metric: 'csat_score', verdict: 'worse', relative: -0.05 },
    { ...trend, metric: 'first_response_time', verdict: 'worse', relative: 0.9, agent: null },
  ],
}

describe('the findings of an agent', () => {
  const jonas = findingsByAgent(insights).get('jonas')

  it('say whether far is better or worse by the metric’s own direction, worse first, the farthest first', () => {
    expect(jonas?.outliers.map(({ metric, verdict }) => [metric, verdict])).toEqual([
      ['csat_score', 'worse'],
      ['resolution_time', 'worse'],
      ['first_response_time', 'better'],
    ])
    expect(worseOutliers(jonas!)).toHaveLength(2)
  })

  it('take only the agent’s own trends, worse first, the steepest first', () => {
    expect(jonas?.trends.map(({ metric }) => metric)).toEqual([
      'csat_score',
      'resolution_time',
      'first_response_time',
    ])
  })

  it('hold nothing of whom nothing was said, and nothing before it is known', () => {
    expect(findingsByAgent(insights).has('anna')).toBe(false)
    expect(findingsByAgent(undefined).size).toBe(0)
  })

  it('make nobody stand out of whom too little is known', () => {
    const priya = findingsByAgent(insights).get('priya')!
    expect(standsOut(priya)).toBe(false)
    expect(copingRank(priya.coping)).toBeNull()
    expect(copingRank(null)).toBeNull()
  })
})

describe('the spread of an outlier', () => {
  it('warns from the first span that lies wholly at or past twice the median', () => {
    // Twice 70 s is 140 s: the first span past it begins at five minutes.
    expect(warnFromBucket({ median: 70, times: 3.6 })).toBe(3)
    expect(warnFromBucket({ median: 15, times: 2 })).toBe(1)
  })

  it('warns earlier where the outlier itself is nearer', () => {
    expect(warnFromBucket({ median: 80, times: 1.5 })).toBe(2)
  })

  it('warns of the last span where the median is beyond all bounds', () => {
    expect(warnFromBucket({ median: 90_000, times: 2 })).toBe(6)
  })
})
