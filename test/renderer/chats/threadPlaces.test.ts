import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  partFrom,
  reachAround,
  threadPlaces,
  type TimelinePart,
} from '../../../src/renderer/chats/threadPlaces.ts'
import type { ThreadRow } from '../../../src/renderer/chats/threadRows.ts'
import type { MessageItem, TimelineItem, Wait } from '../../../src/shared/contract.ts'
import { benchmarkTargets } from '../../../src/shared/targets.ts'

const minute = 60_000

/** Messages some minutes apart, answered or not, with the waits they make. */
const chats = fc
  .array(fc.record({ minutes: fc.integer({ min: 1, max: 900 }), inbound: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((turns) => {
    const timeline: TimelineItem[] = []
    const waits: Wait[] = []
    let at = 0
    let since: number | null = null
    for (const [index, { minutes, inbound }] of turns.entries()) {
      at += minutes * minute
      timeline.push(said(`m${index}`, at, inbound))
      if (inbound) since ??= at
      else if (since !== null) {
        waits.push({ from: since, to: at, first: waits.length === 0, endedBy: 'reply', agent: null })
        since = null
      }
    }
    if (since !== null) waits.push({ from: since, to: null, first: false, endedBy: null, agent: null })
    return { timeline, waits, now: at + minute }
  })

function said(id: string, at: number, inbound: boolean): TimelineItem {
  const direction = inbound ? 'in' : 'out'
  const author = { type: inbound ? 'contact' : 'agent', agent: null }
  return { kind: 'message', id, at, direction, author } as MessageItem
}

const dayOf = (at: number) => String(Math.floor(at / (24 * 60 * minute)))
const rest = { flags: [], targets: benchmarkTargets, dayOf }

describe('what stands at each place', () => {
  it('of a whole conversation holds every item once, at its place', () => {
    fc.assert(
      fc.property(chats, ({ timeline, waits, now }) => {
        const places = threadPlaces({ first: 0, timeline }, timeline.length, { ...rest, waits, now })
        expect([...places.keys()]).toEqual(timeline.map((_, place) => place))
        for (const [place, rows] of places) expect(itemsOf(rows)).toEqual([timeline[place]])
      }),
    )
  })

  it('is the same of a part as of the whole, from the first answer in it on', () => {
    fc.assert(
      fc.property(chats, fc.nat(), fc.nat(), ({ timeline, waits, now }, one, other) => {
        const total = timeline.length
        const [first, end] = [one % total, other % total].toSorted((a, b) => a - b) as [number, number]
        const part = { first, timeline: timeline.slice(first, end + 1) }
        const whole = threadPlaces({ first: 0, timeline }, total, { ...rest, waits, now })
        const cut = threadPlaces(part, total, { ...rest, waits, now })
        // Before it a wait may have begun outside; its last place does not know what follows.
        const settled = part.timeline.findIndex((item) => item.kind === 'message' && item.direction === 'out')
        const from = first === 0 ? 0 : settled < 0 ? total : first + settled + 1
        for (let place = from; place < (end + 1 === total ? total : end); place += 1)
          expect(cut.get(place)).toEqual(renumbered(whole.get(place), first))
        for (const [place, rows] of cut) expect(itemsOf(rows)).toEqual([timeline[place]])
      }),
    )
  })
})

function itemsOf(rows: readonly ThreadRow[]): readonly TimelineItem[] {
  return rows.flatMap((row) => (row.kind === 'item' ? [row.item] : []))
}

/** Keys of silences count from the part's beginning. */
function renumbered(rows: readonly ThreadRow[] | undefined, first: number): readonly ThreadRow[] | undefined {
  return rows?.map((row) =>
    row.kind === 'gap'
      ? { ...row, key: row.key.replace(/\d+$/, (place) => String(Number(place) - first)) }
      : row,
  )
}

describe('what is held round a place', () => {
  const parts: fc.Arbitrary<readonly TimelinePart[]> = fc
    .array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 6 })
    .map((spans) =>
      spans.map(([first, length]) => ({
        first,
        timeline: Array.from({ length }, (_, index) => said(`m${first + index}`, first + index, true)),
      })),
    )

  it('reaches as far as there is no hole, and holds each item once', () => {
    fc.assert(
      fc.property(parts, fc.nat(80), (held, place) => {
        const known = new Set(
          held.flatMap(({ first, timeline }) => timeline.map((_, index) => first + index)),
        )
        const reach = reachAround(held, place)
        if (reach === null) {
          expect(known.has(place) || known.has(place - 1)).toBe(false)
          return
        }
        for (let at = reach.from; at < reach.to; at += 1) expect(known.has(at)).toBe(true)
        expect(known.has(reach.from - 1) || known.has(reach.to)).toBe(false)
        const { timeline } = partFrom(held, reach.from, reach.to)
        expect(timeline.map((item) => item.at)).toEqual(
          Array.from({ length: reach.to - reach.from }, (_, index) => reach.from + index),
        )
      }),
    )
  })
})
