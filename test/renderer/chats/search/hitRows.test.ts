import { describe, expect, it } from 'vitest'
import { hitRows, joinGroups } from '../../../../src/renderer/chats/search/hitRows.ts'
import type { SearchGroup, SearchHit } from '../../../../src/shared/searching.ts'

function group(conversation: string, ...hits: readonly string[]): SearchGroup {
  return {
    conversation: { id: conversation } as SearchGroup['conversation'],
    hits: hits.map((id) => ({ kind: 'message', id }) as SearchHit),
  }
}

describe('what was found', () => {
  it('stays in one place a conversation, over all pages', () => {
    const joined = joinGroups([
      [group('a', '1'), group('b', '2')],
      [group('c', '3'), group('a', '4')],
    ])
    expect(joined.map(({ conversation, hits }) => [conversation.id, hits.map(({ id }) => id)])).toEqual([
      ['a', ['1', '4']],
      ['b', ['2']],
      ['c', ['3']],
    ])
  })

  it('lists a few hits of each, the first with its name, the last with how many more', () => {
    const rows = hitRows([group('a', '1', '2', '3', '4', '5'), group('b', '6')])
    expect(rows.map(({ hit, first, last, more }) => [hit.id, first, last, more])).toEqual([
      ['1', true, false, 0],
      ['2', false, false, 0],
      ['3', false, true, 2],
      ['6', true, true, 0],
    ])
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  })
})
