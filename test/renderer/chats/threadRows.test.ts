import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Targets, TimelineItem, Wait } from '../../../src/shared/contract.ts'
import type { Flag } from '../../../src/shared/flags.ts'
import { threadRows, type ThreadInput } from '../../../src/renderer/chats/threadRows.ts'
import { gapHeight, waitLevel } from '../../../src/renderer/chats/waits.ts'
import { benchmarkTargets } from '../../../src/shared/targets.ts'

const minute = 60_000
const start = Date.UTC(2026, 4, 11, 8)
const targets: Targets = {
  ...benchmarkTargets,
  firstResponse: 60,
  nextResponse: 300,
  resolution: null,
}

function message(
  id: string,
  at: number,
  direction: 'in' | 'out',
  author: 'contact' | 'agent' | 'bot',
): TimelineItem {
  return {
    kind: 'message',
    id,
    at,
    direction,
    author: { type: author, agent: author === 'agent' ? 'jonas' : null },
    type: 'text',
    text: id,
    caption: null,
    template: null,
    media: null,
    replyTo: null,
    status: null,
    error: null,
    edited: false,
    revoked: false,
    reactions: [],
    inWindow: true,
  }
}

function assignment(at: number): TimelineItem {
  return {
    kind: 'assignment',
    at,
    from: null,
    to: 'jonas',
    team: null,
    by: null,
    byType: 'automation',
    source: 'stated',
    heldBefore: null,
    note: null,
  }
}

function wait(from: number, to: number | null, first = true): Wait {
  return { from, to, first, endedBy: to === null ? null : 'reply', agent: null }
}

function input(
  timeline: readonly TimelineItem[],
  waits: readonly Wait[],
  more: Partial<ThreadInput> = {},
): ThreadInput {
  return {
    timeline,
    waits,
    flags: [],
    targets,
    now: start + 600 * minute,
    dayOf: (at) => new Date(at).toISOString().slice(0, 10),
    ...more,
  }
}

const pictured = [
  message('hello', start, 'in', 'contact'),
  message('bot', start + 1000, 'out', 'bot'),
  assignment(start + minute),
  message('anybody', start + 17 * minute, 'in', 'contact'),
  message('sorry', start + 47 * minute, 'out', 'agent'),
]

describe('threadRows', () => {
  it('draws one wait through bots and assignments up to the reply of a person', () => {
    const rows = threadRows(input(pictured, [wait(start, start + 47 * minute)]))
    expect(rows.map((row) => (row.kind === 'item' ? row.key.split(' ')[0] : row.kind))).toEqual([
      'day',
      'hello',
      'bot',
      'assignment',
      'gap',
      'anybody',
      'gap',
      'sorry',
    ])
    expect(rows.map((row) => row.gutter?.level ?? null)).toEqual([
      null,
      ...Array.from({ length: 6 }, () => 'danger'),
      null,
    ])
    expect(rows[1]?.gutter).toMatchObject({ starts: true, ends: false })
    expect(rows[6]?.gutter).toMatchObject({ starts: false, ends: true })
  })

  it('says the total and the target where the wait ends, and only there', () => {
    const rows = threadRows(input(pictured, [wait(start, start + 47 * minute)]))
    const gaps = rows.filter((row) => row.kind === 'gap')
    expect(gaps.map((gap) => gap.seconds)).toEqual([17 * 60, 30 * 60])
    expect(gaps.map((gap) => gap.end?.total ?? null)).toEqual([null, 47 * 60])
    expect(gaps[1]?.end?.target).toBe(60)
  })

  it('leaves a quick answer without a gap', () => {
    const quick = [message('a', start, 'in', 'contact'), message('b', start + 20_000, 'out', 'agent')]
    const rows = threadRows(input(quick, [wait(start, start + 20_000)]))
    expect(rows.map((row) => row.kind)).toEqual(['day', 'item', 'item'])
    expect(rows[1]?.gutter?.level).toBe('calm')
  })

  it('draws a wait that goes on after the last message, up to now', () => {
    const rows = threadRows(
      input([message('a', start, 'in', 'contact')], [wait(start, null)], { now: start + 5 * minute }),
    )
    expect(rows.at(-1)).toMatchObject({ kind: 'gap', seconds: 300, gutter: { level: 'danger', ends: true } })
  })

  it('parts days in the chosen zone', () => {
    const items = [
      message('a', start, 'in', 'contact'),
      message('b', start + 24 * 60 * minute, 'out', 'agent'),
    ]
    expect(threadRows(input(items, [])).map((row) => row.kind)).toEqual(['day', 'item', 'day', 'item'])
  })

  it('puts a flag about slowness at the end of the wait that raised it', () => {
    const flag = { rule: 'first_response', raisedAt: start + 2 * minute } as Flag
    const rows = threadRows(input(pictured, [wait(start, start + 47 * minute)], { flags: [flag] }))
    expect(rows.filter((row) => row.kind === 'gap').map((gap) => gap.flags.length)).toEqual([0, 1])
  })

  it('keeps every item once and in order, and its waits contiguous, whatever the timeline', () => {
    const step = fc.record({
      after: fc.integer({ min: 0, max: 40 * minute }),
      who: fc.constantFrom('contact', 'agent', 'bot', 'assignment'),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let at = start
        const timeline: TimelineItem[] = []
        const waits: Wait[] = []
        let from: number | null = null
        for (const [index, { after, who }] of steps.entries()) {
          at += after
          if (who === 'assignment') timeline.push(assignment(at))
          else timeline.push(message(`m${index}`, at, who === 'contact' ? 'in' : 'out', who))
          if (who === 'contact') from ??= at
          if (who === 'agent' && from !== null) {
            waits.push(wait(from, at, waits.length === 0))
            from = null
          }
        }
        if (from !== null) waits.push(wait(from, null))
        const rows = threadRows(input(timeline, waits, { now: at + minute }))
        expect(rows.filter((row) => row.kind === 'item').map((row) => row.item)).toEqual(timeline)
        expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
        const openings = rows.filter((row) => row.gutter?.starts).length
        const endings = rows.filter((row) => row.gutter?.ends).length
        expect(openings).toBe(waits.length)
        expect(endings).toBe(waits.length)
      }),
    )
  })
})

describe('waits', () => {
  it('is calm up to the target, warns past it and alarms past 2.5 times', () => {
    expect([60, 61, 150, 151].map((seconds) => waitLevel(seconds, 60))).toEqual([
      'calm',
      'warning',
      'warning',
      'danger',
    ])
    expect(waitLevel(9999, null)).toBe('calm')
  })

  it('gives silences 20 to 64 pixels, never less for a longer one', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (one, other) => {
        const [short, long] = one < other ? [one, other] : [other, one]
        expect(gapHeight(short)).toBeGreaterThanOrEqual(20)
        expect(gapHeight(long)).toBeLessThanOrEqual(64)
        expect(gapHeight(long)).toBeGreaterThanOrEqual(gapHeight(short))
      }),
    )
  })
})
