/** Spans of conversations become turns: who waited for a person, and who answered. */
import { describe, expect, it } from 'vitest'
import { type Turn, TurnReader } from '../../../src/main/planning/turns.ts'
import { monday } from '../metrics/timelines.ts'
import { groundOf, spans, type WrittenRow } from '../metrics/special/grounds.ts'

const hour = 3_600_000

function turnsOf(text: string, replies: Readonly<Record<'replies' | 'waits', readonly WrittenRow[]>>) {
  const reader = new TurnReader()
  const rows = { spans: spans(text), ...replies }
  // In two parts, as long periods are read.
  const noon = monday + 12 * hour
  reader.read(groundOf({ rows }), monday, noon)
  reader.read(groundOf({ rows }), noon, monday + 24 * hour)
  return reader.turns().map(short)
}

function short({ conversation, at, endedAt, replied, first, agent, tail }: Turn) {
  const clock = (ms: number) => new Date(ms).toISOString().slice(11, 19)
  return [
    conversation,
    clock(at),
    endedAt === null ? 'on' : clock(endedAt),
    replied ? `a${agent}` : 'nobody',
    first ? 'first' : 'later',
    tail / 1000,
  ].join(' ')
}

const reply = (at: string, conversation: number, agent = 1): WrittenRow => ({ at, conversation, agent })

describe('turns', () => {
  it('are waits that a person ended, with how long the agent stayed', () => {
    expect(
      turnsOf(
        `09:00 1 a1 engaged waiting until 09:02
         09:02 1 a1 engaged until 09:03
         09:03 1 a1 engaged waiting until 09:04
         09:04 1 a1 engaged until 09:07
         09:07 1 a1 until 09:30`,
        { replies: [reply('09:02', 1)], waits: [reply('09:04', 1)] },
      ),
    ).toEqual(['1 09:00:00 09:02:00 a1 first 60', '1 09:03:00 09:04:00 a1 later 180'])
  })

  it('are one turn through a hand-over and over the edge of a period', () => {
    expect(
      turnsOf(
        `11:50 1 nobody waiting until 11:58
         11:58 1 a1 engaged waiting waited 480 until 12:05
         12:05 1 a3 engaged waiting waited 900 until 12:10
         12:10 1 a3 engaged until 12:11`,
        { replies: [reply('12:10', 1, 3)], waits: [] },
      ),
    ).toEqual(['1 11:50:00 12:10:00 a3 first 60'])
  })

  it('are none where a bot took over before anybody had to; who is asked for later is the first', () => {
    expect(
      turnsOf(
        `09:00 1 nobody waiting until 09:00:03
         09:00:03 1 nobody until 09:05
         09:05 1 a1 engaged waiting until 09:06
         09:06 1 a1 engaged until 09:09`,
        { replies: [reply('09:06', 1)], waits: [] },
      ),
    ).toEqual(['1 09:05:00 09:06:00 a1 first 180'])
  })

  it('tell a close from a reply, and who still waits', () => {
    expect(
      turnsOf(
        `09:00 1 a1 engaged waiting until 09:10
         10:00 1 a1 engaged waiting until 10:01
         10:01 1 a1 engaged until 10:04
         23:00 2 a2 engaged waiting`,
        { replies: [reply('10:01', 1)], waits: [] },
      ),
    ).toEqual([
      '1 09:00:00 09:10:00 nobody first 0',
      // Reopened: an episode of its own.
      '1 10:00:00 10:01:00 a1 first 180',
      '2 23:00:00 on nobody first 0',
    ])
  })
})
