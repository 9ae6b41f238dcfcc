import { describe, expect, it } from 'vitest'
import { stepHit } from '../../../../src/renderer/chats/search/stepHit.ts'

describe('stepHit', () => {
  const hits = ['a', 'b', 'c']
  it('goes on from the hit that is shown, round the ends', () => {
    expect(stepHit(hits, 'a', 1)).toBe('b')
    expect(stepHit(hits, 'c', 1)).toBe('a')
    expect(stepHit(hits, 'a', -1)).toBe('c')
  })

  it('begins at an end where none is shown, and nowhere where there is none', () => {
    expect(stepHit(hits, null, 1)).toBe('a')
    expect(stepHit(hits, 'elsewhere', -1)).toBe('c')
    expect(stepHit([], 'a', 1)).toBeNull()
  })
})
