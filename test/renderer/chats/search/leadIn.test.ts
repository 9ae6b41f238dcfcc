import { describe, expect, it } from 'vitest'
import { withShortLeadIn } from '../../../../src/renderer/chats/search/leadIn.ts'

const hit = { text: 'refund', hit: true }

function led(text: string): string | undefined {
  return withShortLeadIn([{ text, hit: false }, hit])[0]?.text
}

describe('withShortLeadIn', () => {
  it('cuts what stands long before the first hit, between words', () => {
    expect(led('I can see the parcel was scanned on Tuesday; the ')).toBe('…scanned on Tuesday; the ')
    expect(led('still no ')).toBe('still no ')
  })

  it('cuts text without spaces between characters', () => {
    const chinese = '我上週訂的背包還沒收到'.repeat(3)
    expect(led(chinese)).toBe(`…${chinese.slice(-28)}`)
    expect(led('👩‍🔧'.repeat(20))).toMatch(/^…(👩‍🔧)+$/u)
  })

  it('leaves a snippet without a hit as it is', () => {
    const plain = [{ text: 'x'.repeat(100), hit: false }]
    expect(withShortLeadIn(plain)).toBe(plain)
    expect(withShortLeadIn([hit])).toEqual([hit])
  })
})
