import { describe, expect, it, onTestFinished } from 'vitest'
import type { RecordInput } from '../../../src/shared/records.ts'
import type { TranscriptQuery } from '../../../src/shared/contract.ts'
import type { WritableDb } from '../../../src/main/store/database.ts'
import { openWorkspaceDb } from '../../../src/main/store/open.ts'
import {
  transcriptPage,
  transcriptText,
  type TranscriptPorts,
} from '../../../src/main/transcripts/transcript.ts'
import { apply, records, temporaryCache, temporaryFolder } from '../../support/database.ts'

const people: readonly RecordInput[] = [
  { kind: 'workspace', id: 'w', name: 'Acme', timezone: 'Europe/Berlin' },
  { kind: 'channel', id: 'c1', platform: 'whatsapp', name: 'Support DE', phone: '+4930555' },
  { kind: 'agent', id: 'a1', name: 'Ana', teams: [], role: 'agent', active: true },
  { kind: 'contact', id: 'k1', name: 'Lena Roth', phone: '+4917655504471' },
  { kind: 'contact', id: 'k2', name: '林佳蓉', phone: '+886912345678' },
  {
    kind: 'conversation',
    id: 'v1',
    contact: 'k1',
    channel: 'c1',
    openedAt: '2026-05-11T08:00:00Z',
    openedBy: { type: 'contact', id: null },
  },
  {
    kind: 'conversation',
    id: 'v2',
    contact: 'k2',
    channel: 'c1',
    openedAt: '2026-05-11T09:00:00Z',
    openedBy: { type: 'contact', id: null },
  },
  {
    kind: 'conversation',
    id: 'v3',
    contact: 'k1',
    channel: 'c1',
    openedAt: '2026-05-12T09:00:00Z',
    openedBy: { type: 'contact', id: null },
  },
]

function said(
  id: string,
  conversation: string,
  at: string,
  author: 'contact' | 'a1' | 'bot',
  text: string,
  more: Partial<Extract<RecordInput, { kind: 'message' }>> = {},
): RecordInput {
  return {
    kind: 'message',
    id,
    conversation,
    contact: conversation === 'v2' ? 'k2' : 'k1',
    channel: 'c1',
    at: `2026-05-1${at}Z`,
    direction: author === 'contact' ? 'in' : 'out',
    author: author === 'a1' ? { type: 'agent', id: 'a1' } : { type: author, id: null },
    content: { type: 'text', text },
    ...more,
  }
}

const chats: readonly RecordInput[] = [
  said('m1', 'v1', '1T08:00:00', 'contact', 'Hi, Lena here.\nSecond line\n  third'),
  said('m2', 'v1', '1T08:00:05', 'bot', 'Hello Lena Roth!'),
  {
    kind: 'assignment',
    conversation: 'v1',
    at: '2026-05-11T08:01:00Z',
    from: null,
    to: 'a1',
    team: null,
    by: { type: 'automation', id: null },
    source: 'stated',
  },
  said('m3', 'v1', '1T08:02:00', 'a1', 'Your number 0176 55504471, your mail lena@roth.example?', {
    replyTo: 'm1',
  }),
  {
    kind: 'message_status',
    message: 'm3',
    status: 'failed',
    at: '2026-05-11T08:02:03Z',
    error: { code: 131053, title: 'Media upload error' },
  },
  {
    kind: 'comment',
    id: 'n1',
    conversation: 'v1',
    at: '2026-05-11T08:03:00Z',
    agent: 'a1',
    text: 'Ms Roth is upset',
    mentions: [],
  },
  said('m4', 'v1', '2T22:30:00', 'contact', 'Still there?'),
  {
    kind: 'conversation_event',
    conversation: 'v1',
    at: '2026-05-12T22:31:00Z',
    event: 'closed',
    by: { type: 'agent', id: 'a1' },
  },
  said('m5', 'v2', '1T09:00:00', 'contact', '<script>alert(1)</script> \u202Egnp.exe\u0007'),
  said('m6', 'v2', '1T09:01:00', 'a1', '佳蓉您好，林小姐'),
  said('m7', 'v3', '2T09:00:00', 'contact', 'It is me again'),
]

function ports(): TranscriptPorts & { readonly cache: WritableDb } {
  const cache = temporaryCache()
  apply(cache, records(...people, ...chats))
  const workspaceDb = openWorkspaceDb(temporaryFolder(), 'writer')
  onTestFinished(() => void workspaceDb.close())
  return { cache, workspaceDb, now: () => Date.parse('2026-06-01T10:00:00Z') }
}

const query: TranscriptQuery = {
  conversations: ['v1'],
  format: 'text',
  hideNames: false,
  language: 'en',
  zone: 'Europe/Berlin',
}

describe('a chat as text', () => {
  it('is everything that happened in it, in local days', () => {
    expect(transcriptText(ports(), query)).toMatchInlineSnapshot(`
      "Acme · Customers’ names shown · Taken from Floorwalker on Mon 1 Jun 12:00

      ═══ Lena Roth ═══
      Support DE, +4917655504471, 11–13 May, Europe/Berlin time
      Agent: Ana · State: closed · First response: 2 min · Resolution: 1 d 15 h · Messages: 4 · Id: v1

      ── Mon 11 May ──
      10:00  Lena Roth: Hi, Lena here.
             Second line
               third
      10:00  Bot: Hello Lena Roth!
      10:01  · Assigned to Ana by a rule
      10:02  Ana: > In reply to Lena Roth: Hi, Lena here. Second line third
             Your number 0176 55504471, your mail lena@roth.example? (Failed, 131053 Media upload error)
      10:03  · Ms Roth is upset (comment by Ana)

      ── Wed 13 May ──
      00:30  Lena Roth: Still there?
      00:31  · Closed by Ana

      "
    `)
  })

  it('says the same in German', () => {
    const text = transcriptText(ports(), { ...query, language: 'de' })
    expect(text).toContain('Zugewiesen an Ana')
    expect(text).not.toMatch(/transcript\.|message\.|event\./)
  })

  it('writes out what would turn or hide the rest of the line', () => {
    const text = transcriptText(ports(), { ...query, conversations: ['v2'] })
    expect(text).toContain(String.raw`<script>alert(1)</script> \u202egnp.exe\u0007`)
  })
})

describe('hidden names', () => {
  const hidden = { ...query, conversations: ['v1', 'v2', 'v3'], hideNames: true }

  it('are nowhere in the text or the page, in no spelling', () => {
    for (const made of [transcriptText(ports(), hidden), transcriptPage(ports(), hidden)]) {
      expect(made).not.toMatch(/lena|roth|佳蓉|林|55504471|5555?0? ?4471|912345678/i)
      expect(made).toContain('█████小姐')
      expect(made).toContain('Ana')
    }
  })

  it('are not in the id of a chat that is called by its customer’s number either', () => {
    const opened = ports()
    const id = '4917655504471@s.whatsapp.net'
    apply(opened.cache, records(said('m8', id, '2T10:00:00', 'contact', 'Me once more')))
    const text = transcriptText(opened, { ...hidden, conversations: [id] })
    expect(text).toContain('Me once more')
    expect(text).not.toContain('55504471')
  })

  it('are numbers instead, one for each person', () => {
    const titles = transcriptText(ports(), hidden).match(/═══ .* ═══/g)
    expect(titles).toEqual(['═══ Customer 1 ═══', '═══ Customer 2 ═══', '═══ Customer 1 ═══'])
  })
})

describe('a chat as a page', () => {
  it('is one page that loads nothing, and every text in it is text', () => {
    const page = transcriptPage(ports(), { ...query, conversations: ['v2'] })
    expect(page).not.toContain('<script')
    expect(page).toContain('&#60;script&#62;')
    expect(page).toContain('default-src &#39;none&#39;')
    expect(page).not.toMatch(/https?:|src=|url\(/)
  })
})

describe('a call that cannot be answered', () => {
  it.each<[Partial<TranscriptQuery>, string]>([
    [{ conversations: [] }, 'No chat was named'],
    [{ conversations: Array.from({ length: 501 }, () => 'v1') }, 'more than 500 chats'],
    [{ conversations: ['nowhere'] }, 'There is no conversation "nowhere"'],
    [{ zone: 'Mars/Olympus' }, 'Mars/Olympus is no time zone'],
  ])('%o says what is wrong', (change, message) => {
    expect(() => transcriptText(ports(), { ...query, ...change })).toThrow(message)
  })
})
