import { describe, expect, it } from 'vitest'
import { countCarrier, medianCarrier, shareCarrier } from '../../../../src/main/reports/words/carriers.ts'

const counted = (value: number) => ({ value, exposure: 1 })
const part = (key: string | null, now: number, before: number) => ({
  key,
  now: counted(now),
  before: counted(before),
})

describe('what carries a difference of counts', () => {
  it('is the one that makes up most of it', () => {
    expect(countCarrier([part('a', 300, 290), part('b', 400, 200), part('c', 280, 300)])).toEqual({
      key: 'b',
      now: 400,
      before: 200,
    })
  })
  it('is nobody where it is spread, where it is nameless, or where one makes up everything anyway', () => {
    expect(countCarrier([part('a', 150, 100), part('b', 150, 100), part('c', 150, 100)])).toBeNull()
    expect(countCarrier([part('a', 300, 290), part(null, 400, 200), part('c', 280, 300)])).toBeNull()
    expect(countCarrier([part('a', 900, 600), part('b', 100, 100)])).toBeNull()
  })
})

describe('what carries a difference of medians', () => {
  const values = (key: string, value: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ key, value: value + index / 100 }))
  it('is the agent without whom it is half way back', () => {
    const all = [...values('slow', 300, 90), ...values('a', 50, 60), ...values('b', 51, 40)]
    expect(medianCarrier(all, 50)).toMatchObject({ key: 'slow', without: expect.closeTo(50.5, 0) })
  })
  it('is nobody where all changed, or of a handful', () => {
    const all = [...values('a', 100, 60), ...values('b', 101, 60), ...values('c', 99, 60)]
    expect(medianCarrier(all, 50)).toBeNull()
    expect(medianCarrier([...values('slow', 300, 20), ...values('a', 50, 21)], 40)).toBeNull()
  })
})

describe('what carries a difference of shares', () => {
  it('is the channel without which it is half way back', () => {
    const channels = [
      { key: 'one', share: 0.012, of: 9000 },
      { key: 'other', share: 0.061, of: 672 },
    ]
    expect(shareCarrier(channels, 0.012)).toEqual({
      key: 'other',
      own: 0.061,
      without: expect.closeTo(0.012, 6),
    })
    expect(shareCarrier(channels.slice(0, 1), 0.005)).toBeNull()
  })
})
