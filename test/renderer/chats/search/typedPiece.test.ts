import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedPiece, withFilter, withFilterName } from '../../../../src/renderer/chats/search/typedPiece.ts'
import { parseSearch } from '../../../../src/shared/searchLanguage.ts'
import { searchFilters } from '../../../../src/shared/searching.ts'

describe('the piece being typed', () => {
  it.each([
    ['', { from: 0, not: false, filter: null, typed: '' }],
    ['late fr', { from: 5, not: false, filter: null, typed: 'fr' }],
    ['late from:', { from: 5, not: false, filter: 'from', typed: '' }],
    ['late -from:an', { from: 5, not: true, filter: 'from', typed: 'an' }],
    ['from:"Ana Ke', { from: 0, not: false, filter: 'from', typed: 'Ana Ke' }],
    ['from：王', { from: 0, not: false, filter: 'from', typed: '王' }],
    ['x HAS:im', { from: 2, not: false, filter: 'has', typed: 'im' }],
  ])('is found at the end of %j', (text, piece) => {
    expect(typedPiece(text)).toEqual(piece)
  })

  it.each(['https://exa', '"late ord', 'from:"Ana" ', 'late '])('offers nothing behind %j', (text) => {
    expect(typedPiece(text)).toMatchObject({ filter: null, typed: '' })
  })

  it('is replaced by a filter that is understood as it was meant, whatever stands before it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('late', '-order', '"two words"', 'in:Berlin', '退款')),
        fc.boolean(),
        fc.constantFrom('Ana Keller', 'ana', '王小明', 'a:b', '-x'),
        (before, not, name) => {
          const text = [...before, `${not ? '-' : ''}fr`].join(' ')
          const filled = withFilter(text, typedPiece(text), 'from', name)
          expect(parseSearch(filled).notices).toEqual([])
          expect(parseSearch(filled).terms.at(-1)).toMatchObject({ name: 'from', value: name, not })
          expect(parseSearch(filled).terms).toHaveLength(before.length + 1)
        },
      ),
    )
  })

  it('is replaced by the name of every filter, which is then the piece being typed', () => {
    for (const name of searchFilters) {
      const text = withFilterName('late -f', typedPiece('late -f'), name)
      expect(typedPiece(text)).toMatchObject({ filter: name, not: true, typed: '' })
    }
  })
})
