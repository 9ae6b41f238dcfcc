import { expect, it } from 'vitest'
import { readableAccent } from '../../../src/main/reports/templates/accent.ts'
import { contrastOnWhite, readableContrast } from '../../../src/renderer/reports/editor/contrast.ts'

it('is that of WCAG', () => {
  expect(contrastOnWhite('#ffffff')).toBeCloseTo(1, 6)
  expect(contrastOnWhite('#000000')).toBeCloseTo(21, 6)
  expect(contrastOnWhite('#777777')).toBeCloseTo(4.48, 2)
  expect(contrastOnWhite('red')).toBeNull()
})

it.each(['#ffee00', '#777777', '#767676', '#1b4c9e', '#00ff88'])(
  'says of %s that it is pale exactly where the engine prints it darker',
  (colour) =>
    expect((contrastOnWhite(colour) ?? 0) < readableContrast).toBe(readableAccent(colour) !== colour),
)
