import { describe, expect, it } from 'vitest'
import { noTargets } from '../fake/world.ts'
import type { DurationFigure, Targets } from '../../../src/shared/contract.ts'
import {
  casesOf,
  figuresFor,
  isSmall,
  manyMoreFlags,
  standingOf,
  targetOf,
  valueOf,
} from '../../../src/renderer/overview/figures.ts'

const targets: Targets = { ...noTargets, firstResponse: 60, resolution: 1800, csat: 0.85, failureRate: 0.015 }

function duration(median: number | null, count = 100): DurationFigure {
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

describe('the value of a figure', () => {
  it('is the median of a duration and the value of everything else', () => {
    expect(valueOf(duration(45))).toBe(45)
    expect(valueOf({ value: 0.88, of: 1214 })).toBe(0.88)
    expect(valueOf(undefined)).toBeNull()
    expect(valueOf(duration(null, 0))).toBeNull()
  })

  it('rests on responses, on a denominator, or on nothing for a count', () => {
    expect(casesOf(duration(45, 12))).toBe(12)
    expect(casesOf({ value: 0.5, of: 8 })).toBe(8)
    expect(casesOf({ value: 8 })).toBeNull()
  })

  it('is small below thirty cases of a rate, never for a count or a duration', () => {
    expect(isSmall({ value: 0.5, of: 29 })).toBe(true)
    expect(isSmall({ value: 0.5, of: 30 })).toBe(false)
    expect(isSmall({ value: 3 })).toBe(false)
    expect(isSmall(duration(45, 2))).toBe(false)
  })
})

describe('the standing of a figure', () => {
  it('alarms only when it is worse and misses its target', () => {
    const alarms = (now: number, before: number): boolean =>
      standingOf('first_response_time', duration(now), duration(before), 60).alarm
    expect(alarms(108, 91)).toBe(true)
    expect(alarms(108, 120)).toBe(false)
    expect(alarms(50, 40)).toBe(false)
  })

  it('turns round for metrics where more is better', () => {
    expect(standingOf('csat_score', { value: 0.8, of: 90 }, { value: 0.9, of: 90 }, 0.85).alarm).toBe(true)
    expect(standingOf('csat_score', { value: 0.9, of: 90 }, { value: 0.8, of: 90 }, 0.85).alarm).toBe(false)
  })

  it('never alarms over a small denominator, without a target, or with nothing to compare', () => {
    expect(standingOf('csat_score', { value: 0.2, of: 5 }, { value: 0.9, of: 90 }, 0.85).alarm).toBe(false)
    expect(standingOf('first_response_time', duration(108), duration(91), null).alarm).toBe(false)
    expect(standingOf('first_response_time', duration(108), undefined, 60).alarm).toBe(false)
    expect(standingOf('first_response_time', duration(null, 0), duration(91), 60).missed).toBe(false)
  })

  it('takes a tenth more flags seriously while some are open', () => {
    expect(manyMoreFlags({ value: 112 }, { value: 100 }, 3)).toBe(true)
    expect(manyMoreFlags({ value: 110 }, { value: 100 }, 3)).toBe(false)
    expect(manyMoreFlags({ value: 200 }, { value: 100 }, 0)).toBe(false)
    expect(manyMoreFlags({ value: 200 }, undefined, 3)).toBe(false)
  })

  it('does not judge a volume', () => {
    expect(standingOf('conversations_opened', { value: 1 }, { value: 900 }, null).worse).toBe(false)
  })
})

describe('targets and rows', () => {
  it('knows the target of a metric that has one', () => {
    expect(targetOf('failure_rate', targets)).toBe(0.015)
    expect(targetOf('next_response_time', targets)).toBeNull()
    expect(targetOf('handled', targets)).toBeNull()
    expect(targetOf('csat_score', undefined)).toBeNull()
  })

  it('finds the row of nobody, and an empty one for a stranger', () => {
    const rows = [{ key: { agent: null }, metrics: { handled: { value: 3 } } }]
    expect(figuresFor(rows, 'agent', null).handled).toEqual({ value: 3 })
    expect(figuresFor(rows, 'agent', 'a9')).toEqual({})
  })
})
