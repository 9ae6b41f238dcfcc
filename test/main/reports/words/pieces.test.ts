import { describe, expect, it } from 'vitest'
import { endedOnce, pieces, plainText } from '../../../../src/main/reports/words/pieces.ts'
import { reportWords } from '../../../../src/main/print/words.ts'

describe('a sentence with a name in it', () => {
  it('keeps the name apart and as it is, whatever it holds', () => {
    const name = '{{now}} $t(page) \u202E\u{F0000}0'
    const said = pieces(reportWords('en'), 'sentence.carriedBy.channel', { now: '5', before: '3' }, { name })
    expect(said.map(({ isName }) => isName)).toEqual([false, true, false])
    expect(said[1]?.text).toBe(name)
    expect(plainText(said)).toBe(`Most of the difference is the channel ${name}: 5 after 3.`)
  })

  it('stands where the language puts it', () => {
    const said = pieces(
      reportWords('zh-TW'),
      'sentence.carriedBy.agent',
      { without: '41 秒' },
      { name: '陳怡君' },
    )
    expect(plainText(said)).toBe('差異主要來自一位客服人員「陳怡君」；不計其回覆時，中位數為 41 秒。')
  })

  it('ends once, also behind an abbreviation', () => {
    expect(endedOnce('Das Ziel ist 1 Min..')).toBe('Das Ziel ist 1 Min.')
    expect(endedOnce('Und so weiter ...')).toBe('Und so weiter ...')
    const met = pieces(reportWords('de'), 'sentence.target.near', { target: '1 Min.' })
    expect(plainText(met)).toBe('; das Ziel ist 1 Min.')
  })
})
