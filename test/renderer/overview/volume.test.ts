import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MetricsRow } from '../../../src/shared/contract.ts'
import { openers } from '../../../src/shared/records.ts'
import { sideOf, sumBySide, volumeDays } from '../../../src/renderer/overview/volume.ts'

function opened(day: string, count: number, opener?: string | null): MetricsRow {
  const key = opener === undefined ? { day } : { day, 'opened-by': opener }
  return { key, metrics: { conversations_opened: { value: count } } }
}

const days = ['2026-05-09', '2026-05-10', '2026-05-11'].map((day) => opened(day, 0))
const nothing = { days, byOpener: [], before: [], today: '2026-05-11', heldFrom: null }

describe('conversations by day', () => {
  it('stacks agent, bot, automation and api as ours', () => {
    const byOpener = [
      opened('2026-05-10', 200, 'contact'),
      opened('2026-05-10', 7, 'agent'),
      opened('2026-05-10', 2, 'bot'),
      opened('2026-05-10', 90, 'campaign'),
    ]
    const [, day] = volumeDays({ ...nothing, byOpener })
    expect(day).toMatchObject({ contact: 200, us: 9, campaign: 90, unknown: 0, total: 299 })
  })

  it('says where a source did not tell who opened', () => {
    expect(sideOf(null)).toBe('unknown')
    expect(sideOf('somebody')).toBe('unknown')
  })

  it('puts the previous period beside it by place, and nothing where it was shorter', () => {
    const before = [opened('2026-05-06', 11), opened('2026-05-07', 12)]
    expect(volumeDays({ ...nothing, before }).map((day) => day.before)).toEqual([11, 12, null])
  })

  it('marks today as unfinished and the days before what is held as missing', () => {
    const marked = volumeDays({ ...nothing, heldFrom: '2026-05-10' })
    expect(marked.map((day) => day.unfinished)).toEqual([false, false, true])
    expect(marked.map((day) => day.missing)).toEqual([true, false, false])
  })

  it('loses no conversation between the rows, the days and the sums', () => {
    const row = fc.record({
      day: fc.integer({ min: 0, max: 2 }),
      opener: fc.constantFrom(...openers),
      count: fc.nat(500),
    })
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const byOpener = rows.map((one) =>
          opened(`2026-05-${String(9 + one.day).padStart(2, '0')}`, one.count, one.opener),
        )
        const drawn = volumeDays({ ...nothing, byOpener })
        const expected = rows.reduce((sum, one) => sum + one.count, 0)
        expect(drawn.reduce((sum, day) => sum + day.total, 0)).toBe(expected)
        expect(Object.values(sumBySide(drawn)).reduce((sum, count) => sum + count, 0)).toBe(expected)
      }),
    )
  })
})
