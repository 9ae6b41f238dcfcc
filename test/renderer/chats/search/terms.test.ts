import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chipsOf, spanOfTerm, withoutTerm } from '../../../../src/renderer/chats/search/terms.ts'
import { parseSearch } from '../../../../src/shared/searchLanguage.ts'

const query = fc
  .array(
    fc.constantFrom(
      'late',
      'late',
      '-bot',
      '"two words"',
      'from:"Ana Keller"',
      'in:Berlin',
      '-has:image',
      '退款',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(' '))

describe('chips', () => {
  it('are the filters and what must not be, words stay in the box', () => {
    expect(chipsOf('late from:ana -order "two words" -is:open').map(({ place }) => place)).toEqual([1, 2, 4])
  })

  it('taken away leave everything else as it was', () => {
    fc.assert(
      fc.property(query, fc.nat(), (text, any) => {
        const { terms } = parseSearch(text)
        const place = any % terms.length
        const rest = withoutTerm(text, place)
        const left = terms.toSpliced(place, 1)
        expect(parseSearch(rest ?? '').terms.map(({ source }) => source)).toEqual(
          left.map(({ source }) => source),
        )
        expect(rest === null).toBe(left.length === 0)
      }),
    )
  })

  it('know where their text stands, the second of two equal ones as well', () => {
    fc.assert(
      fc.property(query, (text) => {
        let end = 0
        for (const [place, { source }] of parseSearch(text).terms.entries()) {
          const span = spanOfTerm(text, place)
          expect(span && text.slice(span.from, span.to)).toBe(source)
          expect(span?.from).toBeGreaterThanOrEqual(end)
          end = span?.to ?? 0
        }
      }),
    )
    expect(spanOfTerm('late from:"Ana K', 1)).toEqual({ from: 5, to: 16 })
  })
})
