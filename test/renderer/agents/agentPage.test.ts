import { describe, expect, it } from 'vitest'
import type { DurationFigure, Figures, MetricsRow } from '../../../src/shared/contract.ts'
import { noFindings } from '../../../src/renderer/agents/findings.ts'
import { handledByMeanAgent, loadByHour } from '../../../src/renderer/agents/load.ts'
import { agentTarget } from '../../../src/renderer/agents/targets.ts'
import { teamValue } from '../../../src/renderer/agents/teamValue.ts'
import { endShift, timeAxis } from '../../../src/renderer/agents/trendOption.ts'
import { verdictOf } from '../../../src/renderer/agents/verdict.ts'
import { weeksOf } from '../../../src/renderer/agents/weeks.ts'
import { benchmarkTargets } from '../../../src/shared/targets.ts'

function first(median: number | null, count = 100): DurationFigure {
  return {
    count,
    mean: median,
    median,
    p90: median,
    min: median,
    max: median,
    buckets: [count, 0, 0, 0, 0, 0, 0],
  }
}

describe('the verdict', () => {
  const own: Figures = { handled: { value: 100 }, first_response_time: first(251) }
  const team: Figures = { first_response_time: first(70) }
  const outlier = {
    metric: 'resolution_time',
    agent: 'jonas',
    team: 't1',
    times: 2.4,
    value: 2400,
    median: 1000,
    of: 6,
    verdict: 'worse',
  } as const
  const trend = {
    metric: 'csat_score',
    agent: 'jonas',
    direction: 'falling',
    verdict: 'worse',
    relative: -0.02,
    weeks: 8,
    from: 0.9,
    to: 0.8,
  } as const
  const coping = (verdict: 'coping' | 'stretched' | 'falling_behind' | 'unknown') => ({
    agent: 'jonas',
    verdict,
    because: [{ code: 'backlog_growing', value: 14, before: 6 }],
  })

  it('says that nothing was done, whatever is found', () => {
    expect(verdictOf({}, team, { ...noFindings, coping: coping('unknown') }).kind).toBe('nothing')
    expect(verdictOf({ handled: { value: 0 }, assigned: { value: null } }, team, null).kind).toBe('nothing')
    expect(verdictOf({ assigned: { value: 1 } }, team, null).kind).toBe('plain')
  })

  it('names the load before an outlier, an outlier before a trend, and a trend before “coping”', () => {
    const kind = (load: Parameters<typeof coping>[0], outliers: boolean, trends: boolean) =>
      verdictOf(own, team, {
        coping: coping(load),
        outliers: outliers ? [outlier] : [],
        trends: trends ? [trend] : [],
      }).kind
    expect(kind('falling_behind', true, true)).toBe('falling_behind')
    expect(kind('stretched', true, true)).toBe('stretched')
    expect(kind('coping', true, true)).toBe('far')
    expect(kind('coping', false, true)).toBe('worsening')
    expect(kind('coping', false, false)).toBe('coping')
    expect(kind('unknown', false, false)).toBe('few')
  })

  it('gives the reasons only of a verdict that rests on them, and every outlier and trend', () => {
    const far = verdictOf(own, team, { coping: coping('coping'), outliers: [outlier], trends: [trend] })
    expect(far).toMatchObject({ coping: null, outliers: [outlier], trends: [trend], compared: null })
    expect(verdictOf(own, team, { ...noFindings, coping: coping('stretched') }).coping).not.toBeNull()
  })

  it('compares the medians where there is little else to say', () => {
    expect(verdictOf(own, team, noFindings).compared).toEqual({ own: 251, team: 70 })
    expect(verdictOf(own, null, noFindings).compared).toEqual({ own: 251, team: null })
    expect(verdictOf({ handled: { value: 3 } }, team, null).compared).toBeNull()
  })
})

function engaged(key: MetricsRow['key'], seconds: number | null, atOnce: number | null = null): MetricsRow {
  return { key, metrics: { engaged_time: { value: seconds }, concurrency: { value: atOnce } } }
}

describe('load by hour', () => {
  it('divides by the days on which anything was done, not by the days of the period', () => {
    const hours = loadByHour({
      own: [engaged({ hour: '09' }, 3000, 2.5)],
      ownDays: [
        engaged({ day: '2026-05-10' }, 2000),
        engaged({ day: '2026-05-11' }, 1000),
        engaged({ day: '2026-05-12' }, 0),
      ],
      team: [engaged({ hour: '09' }, 6000, 3), engaged({ hour: '11' }, 900, 1)],
      teamDays: [
        engaged({ agent: 'jonas', day: '2026-05-10' }, 2000),
        engaged({ agent: 'jonas', day: '2026-05-11' }, 1000),
        engaged({ agent: 'priya', day: '2026-05-10' }, 3900),
        engaged({ agent: null, day: '2026-05-10' }, 3900),
      ],
    })
    expect(hours).toEqual([
      { hour: '09', own: { atOnce: 2.5, engaged: 1500 }, team: { atOnce: 3, engaged: 2000 } },
      { hour: '10', own: { atOnce: null, engaged: 0 }, team: { atOnce: null, engaged: 0 } },
      { hour: '11', own: { atOnce: null, engaged: 0 }, team: { atOnce: 1, engaged: 300 } },
    ])
  })

  it('is empty when nobody was engaged', () => {
    expect(loadByHour({ own: [engaged({ hour: '09' }, 0)], ownDays: [], team: [], teamDays: [] })).toEqual([])
  })

  it('takes the mean over those who handled anything that week', () => {
    const handled = (who: string, value: number): MetricsRow => ({
      key: { agent: who, week: '2026-W19' },
      metrics: { handled: { value } },
    })
    const rows = [handled('a', 10), handled('b', 20), handled('c', 0)]
    expect(handledByMeanAgent(['2026-W19', '2026-W20'], rows)).toEqual([15, null])
  })
})

describe('the weeks of a trend', () => {
  const zone = 'Europe/Berlin'
  const rows = ['2026-W12', '2026-W13', '2026-W14', '2026-W15'].map((week) => ({
    key: { week },
    metrics: {},
  }))
  /** Thursday of week 14, and the Wednesday of week 13 on which the period begins. */
  const now = Date.parse('2026-04-02T10:00:00+02:00')
  const from = Date.parse('2026-03-25T00:00:00+01:00')
  const weeks = weeksOf(rows, { from, to: Date.parse('2026-04-06T00:00:00+02:00'), zone }, now)

  it('begin on Mondays of the zone, through the change of the clocks, and end with the one that has begun', () => {
    expect(weeks.map((week) => new Date(week.from).toISOString())).toEqual([
      '2026-03-15T23:00:00.000Z',
      '2026-03-22T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ])
  })

  it('know which is not over and which belong to the period', () => {
    expect(weeks.map((week) => [week.unfinished, week.chosen])).toEqual([
      [false, false],
      [false, true],
      [true, true],
    ])
  })

  it('take a week cut off by the end of the question for unfinished, though it is long over', () => {
    const cut = weeksOf(rows.slice(0, 1), { from, to: Date.parse('2026-03-18T00:00:00+01:00'), zone }, now)
    expect(cut[0]?.unfinished).toBe(true)
  })
})

describe('what an agent is held against', () => {
  const rows: readonly MetricsRow[] = [
    { key: { agent: 'a' }, metrics: { handled: { value: 10 }, csat_score: { value: 0.5, of: 10 } } },
    { key: { agent: 'b' }, metrics: { handled: { value: 20 }, csat_score: { value: 1, of: 30 } } },
    { key: { agent: 'other team' }, metrics: { handled: { value: 900 } } },
  ]
  const team: Figures = { handled: { value: 30 }, csat_score: { value: 0.875, of: 40 } }

  it('is the team’s own rate, and of a count what its mean agent has', () => {
    const mates = new Set(['a', 'b', 'c'])
    expect(teamValue('csat_score', team, rows, mates)).toBe(0.875)
    expect(teamValue('handled', team, rows, mates)).toBe(15)
    expect(teamValue('handled', team, rows, new Set())).toBeNull()
  })

  it('is the target of the team where one is set, else the workspace’s, a benchmark as long as nobody chose', () => {
    const overridden = {
      targets: benchmarkTargets,
      targetOverrides: [
        { team: null, channel: 'c1', targets: { firstResponse: 5 } },
        { team: 't1', channel: null, targets: { firstResponse: 30 } },
      ],
    }
    expect(agentTarget('first_response_time', overridden, 't1')).toEqual({ value: 30, origin: 'team' })
    expect(agentTarget('first_response_time', overridden, 't2')?.origin).toBe('benchmark')
    expect(agentTarget('first_response_time', overridden, null)?.origin).toBe('benchmark')
    const chosen = {
      targetOverrides: [],
      targets: { ...benchmarkTargets, firstResponse: 77, csat: null },
    }
    expect(agentTarget('first_response_time', chosen, 't1')).toEqual({ value: 77, origin: 'workspace' })
    expect(agentTarget('csat_score', chosen, 't1')).toBeNull()
    expect(agentTarget('csat_score', undefined, 't1')).toBeNull()
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
