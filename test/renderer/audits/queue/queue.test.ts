import { describe, expect, it } from 'vitest'
import type { QueueItem, ReviewState } from '../../../../src/shared/audits.ts'
import { byHand, isDone, itemKey, nextToDo, partsOf } from '../../../../src/renderer/audits/queue/queue.ts'

function item(conversation: string, state: ReviewState, given: Partial<QueueItem> = {}): QueueItem {
  return {
    sample: 's-1',
    sampleName: 'May',
    calibration: false,
    conversation,
    contact: 'somebody',
    agent: null,
    category: null,
    language: null,
    at: 0,
    reviewer: 'Katrin',
    review: null,
    state,
    score: null,
    dueAt: null,
    risks: [],
    erased: false,
    ...given,
  }
}

describe('parts of a queue', () => {
  it('stand by sample, what is finished last, with how far each is', () => {
    const parts = partsOf([
      item('a', 'submitted', { sample: 's-0', sampleName: 'April' }),
      item('b', 'submitted'),
      item('c', 'draft'),
      item('d', 'draft', { sample: null, sampleName: null }),
    ])
    expect(parts.map(({ id, name, done, items }) => [id, name, done, items.length])).toEqual([
      ['s-1', 'May', 1, 2],
      [byHand, null, 0, 1],
      ['s-0', 'April', 1, 1],
    ])
  })
})

describe('what is left', () => {
  it('is what has no submitted review and is still there', () => {
    const states: readonly ReviewState[] = ['open', 'draft', 'submitted', 'disputed', 'resolved', 'voided']
    expect(states.filter((state) => !isDone(item('a', state)))).toEqual(['open', 'draft'])
    expect(isDone(item('a', 'open', { erased: true }))).toBe(true)
  })

  it('is found from where one is, from the top again after the last', () => {
    const items = [item('a', 'open'), item('b', 'submitted'), item('c', 'draft')]
    expect(nextToDo(items, -1)).toBe(0)
    expect(nextToDo(items, 0)).toBe(2)
    expect(nextToDo(items, 2)).toBe(0)
    expect(nextToDo([item('b', 'submitted')], 0)).toBe(-1)
    expect(nextToDo([], -1)).toBe(-1)
  })
})

it('tells the same chat apart in two samples', () => {
  expect(itemKey(item('a', 'open'))).not.toBe(itemKey(item('a', 'open', { sample: 's-2' })))
})
