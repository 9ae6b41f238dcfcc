import { describe, expect, it } from 'vitest'
import type { DurationFigure, Figures, MetricsRow } from '../../../src/shared/contract.ts'
import { handledByMeanAgent, loadByHour } from '../../../src/renderer/agents/load.ts'
import { groupRuns, metricsOf, usualColumns } from '../../../src/renderer/agents/columns.ts'
import { endShift, timeAxis } from '../../../src/renderer/agents/trendOption.ts'
import { verdictOf } from '../../../src/renderer/agents/verdict.ts'

function first(median: number | null, count = 100): Figures {
  const figure: DurationFigure = {
    count,
    mean: median,
    median,
    p90: median,
    min: median,
    max: median,
    buckets: [count, 0, 0, 0, 0, 0, 0],
  }
  return { first_response_time: figure }
}

describe('the verdict', () => {
  const outlier = { metric: 'first_response_time', ratio: 3.6, median: 251, teamMedian: 70 } as const

  it('says nothing about nothing, and little about little', () => {
    expect(verdictOf({}, first(70), [], null)).toEqual({ kind: 'nothing' })
    expect(verdictOf(first(900, 29), first(70), [], null)).toEqual({ kind: 'few', responses: 29 })
  })

  it('names an outlier before a trend, and a trend before a comparison', () => {
    const slowing = { weeks: 4, by: 180 }
    expect(verdictOf(first(251), first(70), [outlier], slowing)).toEqual({
      kind: 'slow',
      outliers: [outlier],
      slowing,
    })
    expect(verdictOf(first(80), first(70), [], slowing)).toEqual({
      kind: 'slowing',
      slowing,
      own: 80,
      team: 70,
    })
  })

  it('calls medians within fifteen per cent alike', () => {
    const direction = (own: number): unknown => verdictOf(first(own), first(100), [], null)
    expect(direction(115)).toMatchObject({ direction: 'alike' })
    expect(direction(116)).toMatchObject({ direction: 'slower' })
    expect(direction(84)).toMatchObject({ direction: 'faster' })
    expect(verdictOf(first(50), null, [], null)).toEqual({ kind: 'alone', own: 50 })
  })
})

function sent(key: MetricsRow['key'], count: number, handled = 0): MetricsRow {
  return { key, metrics: { messages_sent: { value: count }, handled: { value: handled } } }
}

describe('load by hour', () => {
  it('divides by the days on which anybody wrote, not by the days of the period', () => {
    const hours = loadByHour({
      agent: 'jonas',
      own: [sent({ hour: '09' }, 30)],
      team: [sent({ hour: '09' }, 60), sent({ hour: '11' }, 9)],
      days: [
        sent({ agent: 'jonas', day: '2026-05-10' }, 20),
        sent({ agent: 'jonas', day: '2026-05-11' }, 10),
        sent({ agent: 'jonas', day: '2026-05-12' }, 0),
        sent({ agent: 'priya', day: '2026-05-10' }, 39),
        sent({ agent: null, day: '2026-05-10' }, 39),
      ],
    })
    expect(hours).toEqual([
      { hour: '09', own: 15, team: 20 },
      { hour: '10', own: 0, team: 0 },
      { hour: '11', own: 0, team: 3 },
    ])
  })

  it('is empty when nobody wrote', () => {
    expect(loadByHour({ agent: 'jonas', own: [], team: [], days: [] })).toEqual([])
  })

  it('takes the mean over those who handled anything that day', () => {
    const rows = [
      sent({ agent: 'a', day: '2026-05-10' }, 0, 10),
      sent({ agent: 'b', day: '2026-05-10' }, 0, 20),
      sent({ agent: 'c', day: '2026-05-10' }, 0, 0),
    ]
    expect(handledByMeanAgent(['2026-05-10', '2026-05-11'], rows)).toEqual([15, null])
  })
})

describe('the columns', () => {
  it('ask each metric once, and always those an outlier needs', () => {
    expect(metricsOf([])).toEqual(['first_response_time', 'resolution_time', 'handled'])
    const asked = metricsOf(usualColumns)
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('gather neighbours of one group', () => {
    expect(groupRuns(['assigned', 'handled', 'messages'])).toEqual([
      { group: 'load', span: 2 },
      { group: 'writing', span: 1 },
    ])
  })
})

describe('the names at the end of two lines', () => {
  it('move apart when the lines end close together, the upper one up', () => {
    expect(endShift(20, 20, 30)).toBe(-6.5)
    expect(endShift(21, 20, 30)).toBeLessThan(0)
    expect(endShift(20, 21, 30)).toBeGreaterThan(0)
  })

  it('stay where they are otherwise', () => {
    expect(endShift(10, 30, 30)).toBe(0)
    expect(endShift(null, 30, 30)).toBe(0)
    expect(endShift(0, 0, 0)).toBe(0)
  })
})

describe('the axis of a time', () => {
  it('counts minutes, and hours once a median passes three', () => {
    expect(timeAxis([[60, null, 10_800], []])).toBe(60)
    expect(timeAxis([[60], [null, 10_801]])).toBe(3600)
    expect(timeAxis([[], []])).toBe(60)
  })
})
