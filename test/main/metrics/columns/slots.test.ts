import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Slots } from '../../../../src/main/metrics/columns/slots.ts'

const never = Number.POSITIVE_INFINITY

describe('what is known of conversations', () => {
  it('tells of each when its contact began, whatever came, went or moved meanwhile', () => {
    const step = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant('set' as const),
          slot: fc.integer({ min: 1, max: 9 }),
          contact: fc.integer({ min: 0, max: 4 }),
          startedAt: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(never)),
        }),
      },
      fc.record({ kind: fc.constant('clear' as const), slot: fc.integer({ min: 1, max: 9 }) }),
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('ask' as const) }) },
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const slots = new Slots()
        const known = new Map<number, { readonly contact: number; readonly startedAt: number }>()
        for (const one of [...steps, { kind: 'ask' as const }])
          if (one.kind === 'set') {
            known.set(one.slot, one)
            slots.set(one.slot, { ...one, channel: 0, category: 0, agent: 0, firstAt: 0, lastAt: 0 })
          } else if (one.kind === 'clear') {
            known.delete(one.slot)
            slots.clear(one.slot)
          } else {
            const starts = slots.contactStarts()
            for (const [slot, { contact, startedAt: own }] of known) {
              const all = [...known.values()].filter((other) => other.contact === contact)
              const first = Math.min(...all.map(({ startedAt }) => startedAt))
              if (contact !== 0 && own !== never) expect(starts[slot]).toBe(first)
            }
          }
      }),
      { numRuns: 500 },
    )
  })
})
