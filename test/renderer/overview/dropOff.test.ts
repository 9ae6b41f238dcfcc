import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dropOffSteps, dropsOf } from '../../../src/renderer/overview/dropOff.ts'
import { answer } from './answers.ts'

const rowsOf = (counts: readonly number[]) =>
  answer(
    ['step'],
    counts.map((value, index) => [{ step: dropOffSteps[index] ?? null }, { drop_off: { value } }] as const),
  ).rows

describe('how far contacts got', () => {
  it('counts who reached a step and the share that went no further', () => {
    // Of 100: 10 only wrote, 30 were answered, 40 resolved, 15 rated, 5 converted.
    expect(
      dropsOf(rowsOf([10, 30, 40, 15, 5])).map(({ reached, stopped, lost }) => [reached, stopped, lost]),
    ).toEqual([
      [100, 10, 0.1],
      [90, 30, 30 / 90],
      [60, 40, 40 / 60],
      [20, 15, 0.75],
      [5, 5, null],
    ])
  })

  it('loses nobody of nobody', () => {
    expect(dropsOf([]).map(({ reached, lost, length }) => [reached, lost, length])).toEqual(
      dropOffSteps.map(() => [0, null, 0]),
    )
  })

  it('has each contact stop once', () => {
    const counts = fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(counts, (stopped) => {
        const drops = dropsOf(rowsOf(stopped))
        expect(drops.reduce((sum, drop) => sum + drop.stopped, 0)).toBe(drops[0]?.reached)
        for (const [index, drop] of drops.entries())
          expect(drop.reached - drop.stopped).toBe(drops[index + 1]?.reached ?? 0)
      }),
    )
  })
})
