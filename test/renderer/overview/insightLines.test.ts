import { describe, expect, it } from 'vitest'
import { insightLines } from '../../../src/renderer/overview/insightLines.ts'
import { insightsFor } from '../fake/findings.ts'
import { scope } from './answers.ts'

const insights = insightsFor(scope, scope.to)

describe('what stands out, in lines', () => {
  it('begins with who does not cope, and leaves out who does', () => {
    const kinds = insightLines(insights, scope).map((line) =>
      line.kind === 'coping' ? line.found.verdict : line.kind,
    )
    expect(kinds).toEqual(['falling_behind', 'stretched', 'trend', 'trend', 'outlier', 'anomaly', 'anomaly'])
  })

  it('has nothing to say of nothing', () => {
    expect(insightLines({ trends: [], outliers: [], anomalies: [], coping: [] }, scope)).toEqual([])
  })

  it('opens the weeks of a trend, the agent of an outlier, the hour of an anomaly', () => {
    const lines = insightLines(insights, scope)
    const queryOf = (kind: string, nth = 0) => {
      const line = lines.filter((one) => one.kind === kind)[nth]
      return line === undefined || line.kind === 'coping' ? null : line.query
    }
    // Eight whole weeks before the one the period ends in, a Monday in Berlin.
    expect(queryOf('trend')?.scope.from).toBe(Date.parse('2026-03-09T00:00:00+01:00'))
    expect(queryOf('trend', 1)?.key).toEqual({ agent: 'agent-3' })
    expect(queryOf('outlier')).toEqual({ metric: 'resolution_time', scope, key: { agent: 'agent-1' } })
    const hour = queryOf('anomaly')?.scope
    expect((hour?.to ?? 0) - (hour?.from ?? 0)).toBe(3_600_000)
  })

  it('puts a trend that is no worse last', () => {
    const better = insights.trends.map((trend) => ({ ...trend, verdict: 'better' as const }))
    const kinds = insightLines({ ...insights, trends: better }, scope).map(({ kind }) => kind)
    expect(kinds.slice(-2)).toEqual(['trend', 'trend'])
  })
})
