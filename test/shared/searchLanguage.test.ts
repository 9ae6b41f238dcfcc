import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchFilters, type SearchTerm } from '../../src/shared/searching.ts'
import { mostTerms, parseSearch, spanOf, writeFilter, writeSearch } from '../../src/shared/searchLanguage.ts'

/** Terms without what was typed: kind, text, and what else they say. */
function meaning(text: string): readonly unknown[] {
  return parseSearch(text).terms.map((term) => {
    const not = term.not ? '-' : ''
    switch (term.kind) {
      case 'word':
        return `${not}${term.text}${term.prefix ? '*' : ''}`
      case 'phrase':
        return `${not}"${term.text}"`
      case 'filter':
        return `${not}${term.name}=${term.value}`
    }
  })
}

const notices = (text: string) => parseSearch(text).notices.map(({ code }) => code)

describe('the query language', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    ['   ', []],
    ['late order', ['late', 'order*']],
    ['late order ', ['late', 'order']],
    ['order* late ', ['order*', 'late']],
    ['"late order"', ['"late order"']],
    ['“late order” „zu spät“ «en retard» 「遲到」', ['"late order"', '"zu spät"', '"en retard"', '"遲到"']],
    ['late"my order"now ', ['late', '"my order"', 'now']],
    ['-refund "no luck" -"not this" ', ['-refund', '"no luck"', '-"not this"']],
    ['a - b ', ['a', '-', 'b']],
    ['from:ana TO:Contact in:"Support DE"', ['from=ana', 'to=Contact', 'in=Support DE']],
    ['-from:bot -has:image', ['-from=bot', '-has=image']],
    ['from：ana', ['from=ana']],
    ['IS:Failed sentiment:NEGATIVE', ['is=failed', 'sentiment=negative']],
    ['before:2026-03-01 after:2025 on:Today', ['before=2026-03-01', 'after=2025', 'on=today']],
    ['https://example.com re:order 10:30 ', ['https://example.com', 're:order', '10:30']],
    ['NL-40917 ', ['NL-40917']],
    ['+49 (0)176 5550 ', ['+49', '(0)176', '5550']],
    ['退款', ['退款*']],
    [`'; DROP TABLE messages; -- `, [`';`, 'DROP', 'TABLE', 'messages;', '--']],
    ['NEAR(a b) OR col:x {a} ^b ', ['NEAR(a', 'b)', 'OR', 'col:x', '{a}', '^b']],
  ])('reads %j', (text, terms) => {
    expect(meaning(text)).toEqual(terms)
    expect(notices(text)).toEqual([])
  })

  it.each<[string, readonly string[], readonly string[]]>([
    ['"late ord', ['"late ord"'], ['unclosed_quote']],
    ['from: ana ', ['ana'], ['empty_filter']],
    ['from:"" ana ', ['ana'], ['empty_filter']],
    ['has:elephant x ', ['x'], ['unknown_value']],
    ['sentiment:sad', [], ['unknown_value']],
    ['before:soon x ', ['x'], ['bad_date']],
    ['before:2026-02-30', [], ['bad_date']],
    ['on:2026-13', [], ['bad_date']],
  ])('leaves out what cannot be taken in %j, and says so', (text, terms, codes) => {
    expect(meaning(text)).toEqual(terms)
    expect(notices(text)).toEqual(codes)
  })

  it('ends at a length and a number of terms, and says so', () => {
    expect(notices('x '.repeat(mostTerms + 1))).toEqual(['too_many'])
    expect(parseSearch('x '.repeat(mostTerms + 1)).terms).toHaveLength(mostTerms)
    expect(notices('x'.repeat(3000))).toEqual(['too_long'])
  })

  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '-',
            '"',
            '“',
            '„',
            '*',
            ':',
            ' ',
            '\u0000',
            '(',
            ')',
            "'",
            ';',
            '\n',
            '。',
            'NOT',
            'AND',
          ),
          fc.constantFrom(...searchFilters),
          fc.string({ unit: 'grapheme', maxLength: 4 }),
        ),
      )
      .map((parts) => parts.join('')),
  )

  it('takes any text, and gives the same terms when what it understood is written again', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { terms } = parseSearch(text)
        const again = parseSearch(`${writeSearch(terms)}${/\s$/.test(text) ? ' ' : ''}`)
        const plain = (list: readonly SearchTerm[]) =>
          list.map((term) => (term.kind === 'word' ? { ...term, prefix: term.source.endsWith('*') } : term))
        expect(plain(again.terms)).toEqual(plain(terms))
        for (const term of terms) expect(term.kind === 'filter' ? term.value : term.text).not.toBe('')
      }),
      { numRuns: 2000 },
    )
  })

  it('writes a filter so that it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const text = writeFilter('from', value)
        const { terms } = parseSearch(text)
        const kept = value.replaceAll(/["“”„«»「」『』]/g, '').trim()
        expect(terms.length).toBeLessThanOrEqual(1)
        if (terms[0] !== undefined)
          expect(terms[0]).toMatchObject({ kind: 'filter', name: 'from', value: kept })
        else expect(kept).toBe('')
      }),
    )
  })
})

describe('the span of a date', () => {
  const now = Date.parse('2026-03-29T10:00:00Z')
  const span = (value: string) => {
    const found = spanOf(value, 'Europe/Berlin', now)
    return found && [new Date(found.from).toISOString(), new Date(found.to).toISOString()]
  }

  it('is a day, a month or a year of the zone, 23 hours long when clocks change', () => {
    expect(span('2026-03-29')).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
    expect(span('2026-03')).toEqual(['2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z'])
    expect(span('2025-12')).toEqual(['2025-11-30T23:00:00.000Z', '2025-12-31T23:00:00.000Z'])
    expect(span('2025')).toEqual(['2024-12-31T23:00:00.000Z', '2025-12-31T23:00:00.000Z'])
    expect(span('today')).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
    expect(span('yesterday')).toEqual(['2026-03-27T23:00:00.000Z', '2026-03-28T23:00:00.000Z'])
  })

  it('is none where there is no such day', () => {
    expect([span('2026-02-29'), span('2026-00'), span('tomorrow'), span('26-01-01')]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })
})
