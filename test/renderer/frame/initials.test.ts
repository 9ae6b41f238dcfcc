import { describe, expect, it } from 'vitest'
import { initialsOf } from '../../../src/renderer/frame/initials.ts'

describe('initials', () => {
  it.each([
    ['Katrin Sommer', 'KS'],
    ['Anna Maria Keller', 'AK'],
    ['陳怡君', '陳'],
    ['𠮷田', '𠮷'],
    ['  lena ', 'L'],
    ['', ''],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
