/** What rows of special metrics are called along each dimension: a row's word and bits mean what its stream says. */
import { describe, expect, it } from 'vitest'
import { authorBits, closerWord, errorOf, messageBits } from '../../../../src/main/metrics/bits.ts'
import { groundOf } from './grounds.ts'
import type { Dimension } from '../../../../src/shared/contract.ts'
import type { StreamName } from '../../../../src/main/metrics/streams.ts'

/** The key of one row of a stream along a dimension. */
function keyOf(
  stream: StreamName,
  dimension: Dimension,
  row: { readonly word?: number; readonly bits?: number },
) {
  const ground = groundOf({ rows: { [stream]: [{ at: '09:00', conversation: 1, ...row }] } }, [dimension])
  const rows = ground.rows(stream)
  return ground.cells.keysOf(ground.cells.cellAt(rows, 0, rows.at[0] ?? 0))[0]
}

describe('a word', () => {
  it('is a template only in campaigns: elsewhere it is an error or who closed', () => {
    expect(keyOf('campaigns', 'template', { word: 3 })).toBe('template 3')
    expect(keyOf('closes', 'template', { word: closerWord('agent') })).toBeNull()
    expect(keyOf('messages', 'template', { word: errorOf(131_026) })).toBeNull()
  })

  it('names who closed, and why a message failed', () => {
    expect(keyOf('closes', 'closed-by', { word: closerWord('bot') })).toBe('bot')
    expect(keyOf('closes', 'closed-by', { word: 0 })).toBeNull()
    expect(keyOf('messages', 'error', { word: errorOf(131_026) })).toBe('131026')
    expect(keyOf('messages', 'error', { word: errorOf(-1) })).toBeNull()
    expect(keyOf('closes', 'error', { word: closerWord('bot') })).toBeNull()
  })
})

it('only messages have an author, campaigns among them', () => {
  const bits = messageBits.outbound | authorBits('bot')
  expect(keyOf('messages', 'author', { bits })).toBe('bot')
  expect(keyOf('campaigns', 'author', { bits })).toBe('bot')
  expect(keyOf('outreach', 'author', { bits })).toBe('bot')
  expect(keyOf('starts', 'author', { bits: 1 })).toBeNull()
})
