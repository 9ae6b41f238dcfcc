import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sheetCount, zoomFactor, zooms, zoomStep } from '../../../src/renderer/reports/report/sheets.ts'

const upright = { size: 'A4', orientation: 'portrait' } as const

describe('the size of sheets', () => {
  it('fits the room, less for paper that lies', () => {
    const portrait = zoomFactor('width', upright, 600)
    expect(portrait * 210 * (96 / 25.4)).toBeCloseTo(600 - 32, 6)
    const landscape = zoomFactor('width', { ...upright, orientation: 'landscape' }, 600)
    expect(landscape * 297 * (96 / 25.4)).toBeCloseTo(600 - 32, 6)
  })

  it('is never nothing, however small the room, and never grotesque', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (width) => {
        const factor = zoomFactor('width', upright, width)
        return factor >= 0.2 && factor <= 2
      }),
    ))

  it('is what was chosen, whatever the room', () => expect(zoomFactor('75', upright, 300)).toBe(0.75))

  it('goes step by step to both ends and stays there', () => {
    expect(zoomStep(0.68, 1)).toBe('75')
    expect(zoomStep(0.68, -1)).toBe('50')
    expect(zoomStep(0.75, 1)).toBe('100')
    expect(zoomStep(1.5, 1)).toBe('150')
    expect(zoomStep(0.5, -1)).toBe('50')
    expect(zooms).toContain(zoomStep(2, -1))
  })
})

describe('the number of sheets', () => {
  it('is counted from columns and the room between them', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 100, max: 2000, noNaN: true }),
        (n, column) => {
          const gap = column / 6
          return sheetCount(n * column + (n - 1) * gap, column, gap) === n
        },
      ),
    ))

  it('is at least one, and unknown where the browser makes no columns', () => {
    expect(sheetCount(10, 900, 150)).toBe(1)
    expect(sheetCount(4000, Number.NaN, 150)).toBeNull()
    expect(sheetCount(4000, 900, Number.NaN)).toBeNull()
  })
})
