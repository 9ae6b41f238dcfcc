import { describe, expect, it } from 'vitest'
import type { ExplainQuery } from '../../../src/shared/contract.ts'
import { formatFor } from '../../../src/shared/numbers.ts'
import { scopeWords } from '../../../src/renderer/chats/scopeWords.ts'

const from = Date.parse('2026-05-01T00:00:00Z')
const to = Date.parse('2026-05-08T00:00:00Z')
const scope = { from, to, zone: 'UTC', agents: [], teams: [], channels: [], categories: [] }

/** Keys for words, so that what is said of which value can be seen. */
function words(key: NonNullable<ExplainQuery['key']>): string {
  return scopeWords(
    { metric: 'handled', scope, key },
    {
      text: (name, values) => (values === undefined ? name : `${name} ${Object.values(values).join(' ')}`),
      format: formatFor('en', 'UTC', to),
      bucket: (index) => `bucket ${String(index)}`,
      dimension: (dimension) => `<${dimension}>`,
      language: 'en',
      names: {
        agent: (id) => `agent ${id}`,
        team: (id) => `team ${id}`,
      },
      channels: [{ id: 'c', name: 'Line', phone: null }],
    },
  )
}

describe('the words of an open number', () => {
  it('name people and places, and the period unless a day says when', () => {
    expect(words({ agent: 'a', channel: 'c' })).toBe('agent a, Line, 1–7 May')
    expect(words({ day: '2026-05-02' })).toBe('2 May')
  })

  it('name languages and countries, and a code nobody knows by itself', () => {
    expect(words({ language: 'zh_TW' })).toBe('Chinese (Taiwan), 1–7 May')
    expect(words({ country: 'DE' })).toBe('Germany, 1–7 May')
    expect(words({ language: '<b>' })).toBe('<b>, 1–7 May')
  })

  it('say what a value is that does not say it by itself', () => {
    expect(words({ template: 'spring_sale' })).toBe('drill.named <template> spring_sale, 1–7 May')
    expect(words({ goal: 'purchase' })).toBe('drill.named <goal> purchase, 1–7 May')
  })

  it('tell nobody from nothing stated', () => {
    expect(words({ agent: null })).toBe('drill.nobody, 1–7 May')
    expect(words({ language: null })).toBe('drill.none, 1–7 May')
  })
})
