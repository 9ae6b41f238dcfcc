import { describe, expect, it } from 'vitest'
import { suggestionsFor } from '../../../../src/renderer/chats/search/suggestions.ts'
import { typedPiece } from '../../../../src/renderer/chats/search/typedPiece.ts'

const vocabulary = {
  agents: [
    { id: 'a', name: 'Ana Keller', teams: [], active: true, role: null },
    { id: 'j', name: 'Jonas Weber', teams: [], active: true, role: null },
  ],
  teams: [{ id: 't', name: 'Orders' }],
  channels: [{ id: 'c', name: 'Support DE', phone: null }],
  categories: ['Payment', 'Delivery'],
}
const german = {
  filter: (name: string) => (name === 'from' ? 'geschrieben von' : name),
  value: (_: string, value: string) => (value === 'contact' ? 'Kunde' : value),
}

function offered(text: string) {
  return suggestionsFor(text, typedPiece(text), vocabulary, german)
}

describe('suggestions', () => {
  it('name filters by what was typed, in the query’s words or the person’s', () => {
    expect(offered('late fr').map(({ label, text }) => [label, text])).toEqual([['from:', 'late from:']])
    expect(offered('-gesch').map(({ label }) => label)).toEqual(['-from:'])
    expect(offered('zzz')).toEqual([])
    expect(offered('')).toEqual([])
    expect(offered('late ')).toEqual([])
  })

  it('name the people, places and words a filter takes, beginnings before middles', () => {
    expect(offered('from:an').map(({ label }) => label)).toEqual(['Ana Keller'])
    expect(offered('from:k').map(({ label }) => label)).toEqual(['contact', 'Ana Keller'])
    expect(offered('in:').map(({ text }) => text)).toEqual(['in:"Support DE" '])
    expect(offered('team:or').map(({ text }) => text)).toEqual(['team:Orders '])
    expect(offered('category:').map(({ label }) => label)).toEqual(['Payment', 'Delivery'])
    expect(offered('-has:ima').map(({ text }) => text)).toEqual(['-has:image '])
    expect(offered('contact:x')).toEqual([])
  })
})
