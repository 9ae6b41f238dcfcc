import { describe, expect, it } from 'vitest'
import { previousWords } from '../../../src/renderer/frame/previousWords.ts'
import { parseBoundary, previousPeriod } from '../../../src/shared/period.ts'
import { formatFor } from '../../../src/shared/numbers.ts'

const zone = 'Europe/Berlin'
const format = formatFor('en', zone, Date.UTC(2026, 5, 1))
const text = (key: string, values?: object) => `${key} ${JSON.stringify(values)}`
const words = (from: string, to: string) => {
  const span = { from: parseBoundary(from, zone), to: parseBoundary(to, zone) }
  return previousWords(span, previousPeriod(span.from, span.to, zone), text, format)
}

describe('what a period is compared with', () => {
  it('is said in days where both are as long, also over a change of clocks', () => {
    expect(words('2026-04-14', '2026-05-12')).toBe('compare.days {"count":28}')
    expect(words('2026-03-29', '2026-03-30')).toBe('compare.days {"count":1}')
  })

  it('is named where a month is compared with the one before', () => {
    expect(words('2026-05-01', '2026-06-01')).toBe('1–30 Apr')
  })
})
