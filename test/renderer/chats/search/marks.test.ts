import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markedParts } from '../../../../src/renderer/chats/search/marks.ts'
import { parseSearch } from '../../../../src/shared/searchLanguage.ts'

function marked(text: string, query: string): readonly string[] {
  return markedParts(text, parseSearch(query).terms).flatMap((part) => (part.hit ? [part.text] : []))
}

describe('marks', () => {
  it.each([
    ['The order is late, ORDER it again', 'order ', ['order', 'ORDER']],
    ['reorder orders', 'order ', []],
    ['reorder orders', 'order', ['order']],
    ['Grüße aus Köln', 'grusse koln ', ['Grüße', 'Köln']],
    ['Đặt hàng lại', 'hang ', ['hàng']],
    ['訂單號 NL-40917 還沒收到', '訂單 NL-40917 ', ['訂單', 'NL-40917']],
    ['สินค้าชำรุด', 'ชำรุด ', ['ชำรุด']],
    ['أين طلبي؟', 'اين ', ['أين']],
    ['two words, two  words', '"two words"', ['two words']],
    ['ice cream 🍦 now', '🍦 ', ['🍦']],
    ['not this', '-this ', []],
    ['from the shop', 'from:ana ', []],
    ['a aa aaa', 'aa', ['aa', 'aa']],
  ])('in %j for %j', (text, query, hits) => {
    expect(marked(text, query)).toEqual(hits)
  })

  it('never change a text, whatever it is and whatever is looked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (text, query) => {
        const parts = markedParts(text, parseSearch(query).terms)
        expect(parts.map((part) => part.text).join('')).toBe(text)
      }),
    )
  })
})
