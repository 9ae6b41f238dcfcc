import { describe, expect, it } from 'vitest'
import type { ConversationRow, Evidence, Explanation, Targets } from '../../../src/shared/contract.ts'
import { entriesOfEvidence, entryOfRow, leftOutOf } from '../../../src/renderer/chats/listing.ts'
import { benchmarkTargets } from '../../../src/shared/targets.ts'

const targets: Targets = {
  ...benchmarkTargets,
  firstResponse: 60,
  nextResponse: 300,
  resolution: 3600,
}

function evidence(conversation: string, at: number, value: number | null): Evidence {
  return { conversation, contact: conversation, agent: null, at, value, message: `message ${at}` }
}

function explanation(metric: Explanation['metric'], included: readonly Evidence[]): Explanation {
  return {
    metric,
    figure: { value: included.length },
    candidates: included.length + 1,
    included,
    includedTotal: included.length,
    excluded: [{ ...evidence('left', 0, null), reason: 'campaign' }],
    excludedTotal: 1,
  }
}

describe('entriesOfEvidence', () => {
  it('lists durations longest first, judged against their target', () => {
    const entries = entriesOfEvidence(
      explanation('first_response_time', [
        evidence('a', 1, 30),
        evidence('b', 2, 151),
        evidence('c', 3, 100),
      ]),
      targets,
    )
    expect(entries.map(({ conversation, level }) => [conversation, level])).toEqual([
      ['b', 'danger'],
      ['c', 'warning'],
      ['a', 'calm'],
    ])
  })

  it('lists counts latest first and without a figure', () => {
    const entries = entriesOfEvidence(
      explanation('messages_failed', [evidence('a', 1, 1), evidence('a', 2, 1)]),
      targets,
    )
    expect(entries.map(({ at, figure }) => [at, figure])).toEqual([
      [2, null],
      [1, null],
    ])
    expect(new Set(entries.map(({ key }) => key)).size).toBe(2)
  })

  it('keeps what was left out with its reason', () => {
    expect(leftOutOf(explanation('assigned', []))).toMatchObject([
      { conversation: 'left', reason: 'campaign' },
    ])
  })
})

describe('entryOfRow', () => {
  const row = {
    id: 'a',
    contact: { id: 'x', name: 'Grace' },
    waitingSince: 1000,
    firstResponse: 90,
    resolution: null,
    lastText: 'Hello',
    lastAt: 5,
  } as ConversationRow

  it('shows what the list is ordered by', () => {
    expect(entryOfRow(row, 'first-response', targets)).toMatchObject({
      figure: { seconds: 90 },
      level: 'warning',
    })
    expect(entryOfRow(row, 'resolution', targets).figure).toBeNull()
  })

  it('holds a wait against the target of the answer that is due', () => {
    expect(entryOfRow(row, 'last', targets).figure).toEqual({ since: 1000, target: 300 })
    expect(entryOfRow({ ...row, firstResponse: null }, 'last', targets).figure).toEqual({
      since: 1000,
      target: 60,
    })
  })
})
