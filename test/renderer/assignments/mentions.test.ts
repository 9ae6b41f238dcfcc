import { describe, expect, it } from 'vitest'
import { commentPieces } from '../../../src/renderer/assignments/mentions.ts'

describe('commentPieces', () => {
  it('finds who is named, the longest name first, whatever its case', () => {
    expect(commentPieces('Hi @anna keller, ask @Anna 🙂', ['Anna', 'Anna Keller'])).toEqual([
      { text: 'Hi ', mention: false },
      { text: '@anna keller', mention: true },
      { text: ', ask ', mention: false },
      { text: '@Anna', mention: true },
      { text: ' 🙂', mention: false },
    ])
  })

  it('adds who is mentioned without being named, and leaves other at signs alone', () => {
    expect(commentPieces('mail a@b.example', ['Jonas'])).toEqual([
      { text: 'mail a@b.example', mention: false },
      { text: ' ', mention: false },
      { text: '@Jonas', mention: true },
    ])
  })
})
