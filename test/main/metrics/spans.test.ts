import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import type { ConversationFacts } from '../../../src/main/metrics/facts.ts'
import { spansOf } from '../../../src/main/metrics/spans.ts'
import { at, factSettings, factsOf, monday } from './timelines.ts'
import { anyTimeline } from './workspaces.ts'

/** `from–to agent` in minutes of the day, `(holder)` where that is only inferred, `w` where the customer waits, `e` where the agent is engaged. */
function told(text: string): readonly string[] {
  const minute = (ms: number | null) => (ms === null ? '' : String((ms - monday) / 60_000))
  return spansOf(factsOf(text)).map(
    ({ from, to, agent, holder, waitingSince, engaged }) =>
      `${minute(from)}-${minute(to)} ${agent}${holder === agent ? '' : ` (${holder})`}${waitingSince === null ? '' : ' w'}${engaged ? ' e' : ''}`,
  )
}

describe('spans', () => {
  it('change with the holder, the wait and three minutes after the agent’s own message', () => {
    expect(
      told(`
      00:00 opened by contact
      00:00 in
      00:05 assigned 1
      00:10 out by agent 1
      00:12 in
      00:20 assigned 2
      00:21 out by agent 2
      00:22 out by agent 2
      00:40 closed`),
    ).toEqual([
      '0-5 -1 w',
      '5-10 1 w e',
      '10-12 1 e',
      '12-20 1 w e',
      '20-21 2 w e',
      // Until three minutes after the second message.
      '21-25 2 e',
      '25-40 2',
    ])
  })
  it('go on where the conversation is open, and have a gap where it is closed', () => {
    expect(
      told(`
      00:00 opened by contact
      00:00 assigned 1
      00:00 in
      00:10 closed
      01:00 in`),
    ).toEqual(['0-10 1 w e', '60- 1 w e'])
  })
  it('a message engages its writer only while they have it; nobody is engaged for nobody', () => {
    expect(told('00:00 opened by contact\n00:00 assigned 1\n00:10 out by agent 2\n00:30 closed')).toEqual([
      '0-30 1',
    ])
    // Ana gets it a minute after she wrote to a customer Ben has.
    expect(
      told('00:00 opened by contact\n00:00 assigned 1\n00:10 out by agent 2\n00:11 assigned 2\n00:30 closed'),
    ).toEqual(['0-11 1', '11-13 2 e', '13-30 2'])
    // Nobody is known to have it: who writes is taken to, but counts as engaged only in what is known to be theirs.
    expect(told('00:00 opened by contact\n00:10 out by agent 2\n00:30 closed')).toEqual([
      '0-10 -1',
      '10-30 -1 (2)',
    ])
    expect(told('00:00 opened by contact\n00:00 in\n00:10 out by app\n00:30 closed')).toEqual([
      '0-10 -1 w',
      '10-30 -1',
    ])
  })
  it('know since when the customer waits, over a hand-over', () => {
    const spans = spansOf(factsOf('00:00 opened by contact\n00:05 in\n00:10 assigned 1\n00:20 assigned 2'))
    expect(spans.map(({ waitingSince }) => waitingSince)).toEqual([
      null,
      at('00:05'),
      at('00:05'),
      at('00:05'),
    ])
  })
  it('have a length: of one instant nothing is left', () => {
    expect(told('00:00 opened by contact\n00:00 in\n00:00 closed')).toEqual([])
  })

  it('say of any instant what the facts say', () => {
    fc.assert(
      fc.property(anyTimeline(1), fc.integer({ min: -10, max: 4 * 24 * 60 * 4 }), (timeline, quarter) => {
        const facts = deriveFacts(timeline, factSettings())
        // Quarter minutes: on the edges of spans and between them.
        const instant = monday + quarter * 15_000
        const holding = spansOf(facts).filter(
          ({ from, to }) => from <= instant && (to === null || instant < to),
        )
        expect(
          holding.map(({ agent, team, holder, waitingSince, engaged }) => ({
            agent,
            team,
            holder,
            waitingSince,
            engaged,
          })),
        ).toEqual(stateAt(facts, instant))
      }),
      { numRuns: 3000 },
    )
  })
  it('are cut only where something changes', () => {
    fc.assert(
      fc.property(anyTimeline(1), (timeline) => {
        const spans = spansOf(deriveFacts(timeline, factSettings()))
        for (const [index, span] of spans.entries()) {
          const next = spans[index + 1]
          if (next === undefined || next.episode !== span.episode) continue
          expect(next.from).toBe(span.to)
          expect({ ...next, from: 0, to: 0 }).not.toEqual({ ...span, from: 0, to: 0 })
        }
      }),
    )
  })
})

/** Straight from the definition: looks at everything there is, for one instant. */
function stateAt(facts: ConversationFacts, instant: number) {
  const open = facts.episodes.some(
    ({ startedAt, closedAt }) => startedAt <= instant && (closedAt === null || instant < closedAt),
  )
  if (!open) return []
  const known = facts.assignments.findLast((assignment) => assignment.at <= instant)
  const begun = Math.max(
    ...facts.episodes.map(({ startedAt }) => (startedAt <= instant ? startedAt : -Infinity)),
  )
  const guess = facts.inferred.findLast(
    ({ at: since }) => since <= instant && since >= Math.max(begun, known?.at ?? begun),
  )
  const agent = known?.to ?? -1
  const wait = facts.personWaits.find(({ from, to }) => from <= instant && (to === null || instant < to))
  const wrote = facts.messages.some(
    (message) =>
      message.counts &&
      message.agent === agent &&
      message.at <= instant &&
      instant < message.at + facts.engagedFor,
  )
  return [
    {
      agent,
      team: known?.team ?? -1,
      holder: agent < 0 ? (guess?.to ?? -1) : agent,
      waitingSince: wait?.from ?? null,
      engaged: agent >= 0 && (wait !== undefined || wrote),
    },
  ]
}
