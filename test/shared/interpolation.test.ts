import { describe, expect, it } from 'vitest'
import { conversationWords } from '../../src/main/print/words.ts'
import { valueFormatter } from '../../src/shared/interpolation.ts'

const write = (value: unknown, language: string, interpolationkey: string) =>
  valueFormatter.format(value, undefined, language, { interpolationkey })

describe('a value in a sentence', () => {
  it('has separators where it is the count', () => {
    expect(write(12_345, 'de', 'count')).toBe('12.345')
    expect(write(12_345, 'fr', 'count')).toBe('12\u202F345')
    expect(write(12_345, 'en-XA', 'count')).toBe('12,345')
  })
  it('is as it was given otherwise: a seed, a year, a name', () => {
    expect(write(4711, 'en', 'seed')).toBe(4711)
    expect(write('<b>', 'en', 'count')).toBe('<b>')
  })
  it('reaches the words of paper', () => {
    expect(conversationWords('de')('transcript.chats', { count: 1234 })).toBe('1.234 Chats')
  })
})
