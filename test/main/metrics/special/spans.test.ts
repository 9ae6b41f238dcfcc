import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Spans } from '../../../../src/main/metrics/special/spans.ts'
import { cut, overlay, SpanList } from '../../../../src/main/metrics/special/spans.ts'

const groups = 3
const anySpans = fc.array(
  fc
    .tuple(fc.nat(groups - 1), fc.nat(40), fc.integer({ min: 1, max: 20 }))
    .map(([group, start, length]) => ({ group, start, end: start + length })),
  { maxLength: 12 },
)

function listOf(spans: readonly { group: number; start: number; end: number }[]): Spans {
  const list = new SpanList()
  for (const { group, start, end } of spans) list.add(group, start, end)
  return list.spans()
}

/** Instant by instant. */
function naive(spans: readonly { group: number; start: number; end: number }[]) {
  const union = Array.from({ length: groups }, () => 0)
  const sum = Array.from({ length: groups }, () => 0)
  const share = spans.map(() => 0)
  for (let at = 0; at < 64; at++)
    for (let group = 0; group < groups; group++) {
      const live = [...spans.keys()].filter((index) => {
        const span = spans[index]!
        return span.group === group && span.start <= at && at < span.end
      })
      union[group]! += live.length > 0 ? 1 : 0
      sum[group]! += live.length
      for (const index of live) share[index]! += 1 / live.length
    }
  return { union, sum, share }
}

describe('spans laid over one another', () => {
  it('are what looking at every instant finds', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const laid = overlay(listOf(spans), groups)
        const expected = naive(spans)
        expect([...laid.union]).toEqual(expected.union)
        expect([...laid.sum]).toEqual(expected.sum)
        for (const [index, share] of expected.share.entries()) expect(laid.share[index]).toBeCloseTo(share, 9)
      }),
    )
  })
  it('are the same in any order, and cut anywhere', () => {
    fc.assert(
      fc.property(anySpans, fc.array(fc.nat(60), { maxLength: 5 }), (spans, places) => {
        const boundaries = [...new Set(places)].sort((a, b) => a - b)
        const pieces = spans.toReversed().flatMap((span) => {
          const found: typeof spans = []
          cut(span.start, span.end, boundaries, (start, end) => found.push({ ...span, start, end }))
          return found
        })
        const whole = overlay(listOf(spans), groups)
        const inPieces = overlay(listOf(pieces), groups)
        expect([...inPieces.union]).toEqual([...whole.union])
        expect([...inPieces.sum]).toEqual([...whole.sum])
      }),
    )
  })
  it('keep their digits over years', () => {
    const year = 366 * 86_400_000
    const from = Date.UTC(2026, 0, 1)
    const seven = Array.from({ length: 7 }, () => ({ group: 0, start: from, end: from + year }))
    const three = [0, 1, 2].map(() => ({ group: 0, start: from + year + 5, end: from + year + 6 }))
    expect([...overlay(listOf([...seven, ...three]), 1).share].slice(7)).toEqual([1 / 3, 1 / 3, 1 / 3])
  })
})

describe('a cut span', () => {
  it('has no empty pieces', () => {
    const found: number[][] = []
    cut(10, 30, [5, 10, 20, 30, 40], (start, end) => found.push([start, end]))
    expect(found).toEqual([
      [10, 20],
      [20, 30],
    ])
    cut(30, 30, [20], () => expect.unreachable())
  })
})
