import { describe, expect, it } from 'vitest'
import { hideName } from '../../../../src/renderer/audits/review/hideName.ts'
import { conversationWith } from '../../fake/chats.ts'

describe('a hidden name', () => {
  it('is nowhere left: neither in the head nor in messages, captions, files, comments, notes, quotes or flags', () => {
    const plain = conversationWith('conversation-3', Date.UTC(2026, 4, 11))
    const { name } = plain.contact
    const file = { mime: null, name: `${name}.pdf`, bytes: null }
    const told = plain.timeline.map((item) =>
      item.kind === 'message'
        ? { ...item, text: `Hallo ${name}!`, caption: `für ${name}`, media: file }
        : item.kind === 'comment'
          ? { ...item, text: `${name} ruft zurück` }
          : item.kind === 'event'
            ? { ...item, note: `${name} dankt` }
            : item,
    )
    const quoted = told.flatMap((item) => (item.kind === 'message' ? [item] : [])).slice(0, 1)
    const row = { ...plain.row, lastText: `Danke, ${name}` }
    const hidden = hideName({ ...plain, row, timeline: told, quoted })
    expect(JSON.stringify(plain)).toContain(name)
    expect(JSON.stringify(hidden)).not.toContain(name)
    expect(hidden.contact.phone).toBeNull()
    expect(hidden.timeline).toHaveLength(plain.timeline.length)
  })
})
