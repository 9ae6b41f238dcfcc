import { describe, expect, it } from 'vitest'
import { breakdownTable, namedRows, totalRow } from '../../../src/renderer/overview/breakdownTable.ts'
import { answer, scope } from './answers.ts'

const words = {
  name: (metric: string) => metric,
  cases: (metric: string) => `${metric}, cases`,
  before: (metric: string) => `${metric}, before`,
}
const now = answer(
  ['channel'],
  [
    [{ channel: 'de' }, { messages_sent: { value: 400 }, failure_rate: { value: 0.02, of: 399 } }],
    [{ channel: null }, { messages_sent: { value: 5 }, failure_rate: { value: null, of: 0 } }],
  ],
  { messages_sent: { value: 405 }, failure_rate: { value: 0.02, of: 399 } },
)
const before = answer(
  ['channel'],
  [[{ channel: 'de' }, { messages_sent: { value: 300 }, failure_rate: { value: 0.01, of: 300 } }]],
  { messages_sent: { value: 300 }, failure_rate: { value: 0.01, of: 300 } },
)
const nameOf = (key: string | null) => key ?? 'none'
const tableOf = (compared: boolean) => {
  const other = compared ? before : null
  return breakdownTable({
    title: 'Channels',
    head: 'Channel',
    rows: [...namedRows('channel', now, other, nameOf), totalRow('All', now, other)],
    metrics: ['messages_sent', 'failure_rate'],
    scope,
    words,
  })
}

describe('the table behind a breakdown', () => {
  it('has a value, its cases and the value before for each metric; nothing counted is 0, nothing measured is empty', () => {
    const table = tableOf(true)
    expect(table.columns).toEqual([
      { title: 'Channel', kind: 'text' },
      { title: 'messages_sent', kind: 'count' },
      { title: 'messages_sent, before', kind: 'count' },
      { title: 'failure_rate', kind: 'rate' },
      { title: 'failure_rate, cases', kind: 'count' },
      { title: 'failure_rate, before', kind: 'rate' },
    ])
    expect(table.rows).toEqual([
      ['de', 400, 300, 0.02, 399, 0.01],
      ['none', 5, 0, null, 0, null],
      ['All', 405, 300, 0.02, 399, 0.01],
    ])
  })

  it('has no column of before where nothing is compared', () => {
    expect(tableOf(false).columns.map(({ title }) => title)).not.toContain('messages_sent, before')
  })

  it('opens what each figure is made of, and nothing of another period', () => {
    const { opens } = tableOf(true)
    expect(opens?.(0, 3)).toEqual({ metric: 'failure_rate', scope, key: { channel: 'de' } })
    expect(opens?.(1, 1)).toEqual({ metric: 'messages_sent', scope, key: { channel: null } })
    expect(opens?.(2, 4)).toEqual({ metric: 'failure_rate', scope })
    expect(opens?.(0, 0)).toBeNull()
    expect(opens?.(0, 2)).toBeNull()
    expect(opens?.(0, 5)).toBeNull()
  })
})
