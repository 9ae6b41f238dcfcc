import { describe, expect, it } from 'vitest'
import { createTicker, secondsSince } from '../../../src/renderer/now/ticker.ts'

/** A ticker whose seconds pass when the test says so. */
function ticking() {
  let elapsed = 0
  let tick: (() => void) | null = null
  const ticker = createTicker({
    elapsed: () => elapsed,
    everySecond: (callback) => {
      tick = callback
      return () => {
        tick = null
      }
    },
  })
  return {
    ticker,
    ticks: () => tick !== null,
    pass: (milliseconds: number) => {
      elapsed += milliseconds
      tick?.()
    },
    late: (milliseconds: number) => {
      elapsed += milliseconds
    },
  }
}

describe('the clock of the wall', () => {
  it('follows the engine’s, at its speed', () => {
    const { ticker, pass } = ticking()
    ticker.subscribe(() => undefined)
    ticker.hear({ at: 50_000, speed: 60, until: null })
    expect(ticker.now()).toBe(50_000)
    pass(1000)
    expect(ticker.now()).toBe(110_000)
  })

  it('says the same moment to all who ask between two ticks', () => {
    const { ticker, pass, late } = ticking()
    ticker.subscribe(() => undefined)
    ticker.hear({ at: 50_000, speed: 1, until: null })
    late(700)
    expect(ticker.now()).toBe(50_000)
    pass(300)
    expect(ticker.now()).toBe(51_000)
  })

  it('is not set back by an answer that was slow on its way', () => {
    const { ticker, pass } = ticking()
    ticker.subscribe(() => undefined)
    ticker.hear({ at: 50_000, speed: 1, until: null })
    pass(1000)
    ticker.hear({ at: 50_400, speed: 1, until: null })
    pass(1000)
    expect(ticker.now()).toBe(52_000)
  })

  it('takes another time when the engine’s clock was changed', () => {
    const { ticker, pass } = ticking()
    ticker.subscribe(() => undefined)
    ticker.hear({ at: 50_000, speed: 1, until: null })
    pass(1000)
    ticker.hear({ at: 10_000, speed: 1, until: null })
    pass(1000)
    expect(ticker.now()).toBe(11_000)
    ticker.hear({ at: 90_000, speed: 1, until: null })
    pass(1000)
    expect(ticker.now()).toBe(91_000)
  })

  it('stands still where the data ends, and goes on when it comes', () => {
    const { ticker, pass } = ticking()
    ticker.subscribe(() => undefined)
    ticker.hear({ at: 50_000, speed: 1, until: 40_000 })
    pass(5000)
    expect(ticker.now()).toBe(40_000)
    ticker.hear({ at: 55_000, speed: 1, until: null })
    pass(1000)
    expect(ticker.now()).toBe(56_000)
  })

  it('tells its listeners of a tick, and stops with the last of them', () => {
    const { ticker, pass, ticks } = ticking()
    let told = 0
    const leave = ticker.subscribe(() => (told += 1))
    ticker.hear({ at: 50_000, speed: 1, until: null })
    pass(1000)
    expect(told).toBe(2)
    leave()
    expect(ticks()).toBe(false)
  })
})

it('a wait that began after the last tick has lasted no time', () => {
  expect(secondsSince(5000, 4000)).toBe(0)
  expect(secondsSince(5000, 6999)).toBe(1)
})
