import { describe, expect, it } from 'vitest'
import type { TimelineItem } from '../../../src/shared/contract.ts'
import { becauseOf, episodeAt, type Episode } from '../../../src/renderer/chats/why.ts'

const episode: Episode = {
  openedAt: 1000,
  openedBy: 'contact',
  closedAt: 9000,
  firstResponse: 4,
  firstResponder: 'jonas',
  timeToAssignment: null,
  resolution: 8,
  resolvedBy: 'yi',
  nextResponseMedian: null,
  bots: null,
  excluded: null,
}

function said(at: number, type: 'bot' | 'agent'): TimelineItem {
  return {
    kind: 'message',
    id: `m${at}`,
    at,
    direction: 'out',
    author: { type, agent: null },
  } as TimelineItem
}

const waits = [
  { from: 900, to: 1100, first: false, endedBy: 'reply' as const, agent: 'somebody else' },
  { from: 1000, to: 5000, first: true, endedBy: 'reply' as const, agent: 'jonas' },
]

describe('becauseOf', () => {
  it('says who opened, who replied, which bots do not count, and who gets the credit', () => {
    const timeline = [said(1300, 'bot'), said(5000, 'agent'), said(6000, 'bot')]
    const bots = { count: 2, at: 1200 }
    expect(becauseOf({ timeline, waits }, { ...episode, bots })).toEqual([
      { kind: 'opened', by: 'contact', at: 1000 },
      { kind: 'reply', agent: 'jonas', at: 5000 },
      { kind: 'bot', count: 2, at: 1200 },
      { kind: 'closed', agent: 'yi', at: 9000 },
    ])
  })

  it('says why there is no first response', () => {
    const unanswered: Episode = { ...episode, firstResponse: null, excluded: 'bot', closedAt: null }
    expect(becauseOf({ timeline: [said(1200, 'bot')], waits: [] }, unanswered)).toEqual([
      { kind: 'opened', by: 'contact', at: 1000 },
      { kind: 'excluded', reason: 'bot' },
    ])
  })
})

describe('episodeAt', () => {
  const episodes = [episode, { ...episode, openedAt: 20_000, closedAt: null }]

  it('finds the episode a number counts, else the last', () => {
    expect([5000, 25_000, 15_000, null].map((at) => episodeAt(episodes, at))).toEqual([0, 1, 1, 1])
    expect(episodeAt([], null)).toBeNull()
  })
})
