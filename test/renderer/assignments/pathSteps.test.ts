import { describe, expect, it } from 'vitest'
import { pathSteps } from '../../../src/renderer/assignments/pathSteps.ts'
import type { HeldInterval } from '../../../src/shared/assigning.ts'

function held(
  agent: string | null,
  from: number,
  to: number | null,
  endedBy: HeldInterval['endedBy'] = 'passed_on',
): HeldInterval {
  return {
    conversation: 'c',
    contact: { id: 'p', name: 'Ana' },
    agent,
    team: null,
    from,
    earliest: from,
    to,
    source: 'stated',
    by: null,
    byType: 'unknown',
    note: null,
    endedBy,
    firstAction: null,
    replies: 0,
  }
}

describe('pathSteps', () => {
  it('puts the time it was closed between its episodes, and cuts waits to each hand', () => {
    const steps = pathSteps(
      [held('a', 0, 10_000), held('b', 10_000, 20_000, 'closed'), held('a', 50_000, null, null)],
      [
        { from: 4000, to: 12_000 },
        { from: 55_000, to: null },
      ],
      60_000,
    )
    expect(steps).toMatchObject([
      { kind: 'held', seconds: 10, waited: 6, waits: [{ from: 0.4, to: 1 }] },
      { kind: 'held', seconds: 10, waited: 2, waits: [{ from: 0, to: 0.2 }] },
      { kind: 'closed', seconds: 30 },
      { kind: 'held', seconds: 10, waited: 5, isBack: false },
    ])
  })

  it('says who had it before in the same episode, gaps with nobody aside', () => {
    const back = (intervals: readonly HeldInterval[]) =>
      pathSteps(intervals, [], 99).map((step) => step.kind === 'held' && step.isBack)
    expect(back([held('a', 0, 1), held('b', 1, 2), held('a', 2, null)])).toEqual([false, false, true])
    expect(back([held('a', 0, 1, 'unassigned'), held(null, 1, 2), held('a', 2, null)])).toEqual([
      false,
      false,
      false,
    ])
    expect(back([held('a', 0, 1), held('b', 1, 2, 'closed'), held('a', 2, null)])).toEqual([
      false,
      false,
      false,
    ])
  })
})
