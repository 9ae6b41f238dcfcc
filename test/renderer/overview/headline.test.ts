import { describe, expect, it } from 'vitest'
import { noTargets } from '../fake/world.ts'
import type { DurationFigure, Figures, Targets } from '../../../src/shared/contract.ts'
import { headlineOf } from '../../../src/renderer/overview/headline.ts'

const targets: Targets = { ...noTargets, firstResponse: 60, resolution: 1800, csat: 0.85, failureRate: 0.015 }

function duration(median: number): DurationFigure {
  return {
    count: 90,
    mean: median,
    median,
    p90: median,
    min: median,
    max: median,
    buckets: [90, 0, 0, 0, 0, 0, 0],
  }
}

function period(firstResponse: number, failureRate: number, of = 4000): Figures {
  return {
    conversations_opened: { value: 6482 },
    first_response_time: duration(firstResponse),
    failure_rate: { value: failureRate, of },
  }
}

describe('the headline', () => {
  it('names what misses its target, what got worse first', () => {
    const headline = headlineOf(period(108, 0.017), period(120, 0.013), targets)
    expect(headline).toMatchObject({
      kind: 'missed',
      conversations: 6482,
      before: 6482,
      missed: [
        { metric: 'failure_rate', worse: true },
        { metric: 'first_response_time', worse: false, value: 108, target: 60 },
      ],
    })
  })

  it('counts the targets met, only those with a value', () => {
    expect(headlineOf(period(45, 0.01), null, targets)).toMatchObject({
      kind: 'met',
      targets: 2,
      before: null,
    })
  })

  it('does not accuse a rate of a handful', () => {
    expect(headlineOf(period(45, 0.5, 6), null, targets).kind).toBe('met')
  })

  it('says so when there is no target, and when there is nothing', () => {
    expect(headlineOf(period(108, 0.017), null, noTargets).kind).toBe('no-targets')
    expect(headlineOf({}, null, targets).kind).toBe('nothing')
  })
})
