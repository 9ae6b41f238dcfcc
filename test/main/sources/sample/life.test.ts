import { beforeAll, describe, expect, it } from 'vitest'
import { readSignals, signal } from '../../../../src/main/text/signals.ts'
import { readRecord } from '../../../../src/shared/records.ts'
import type { RecordOf, SourceRecord } from '../../../../src/shared/records.ts'
import { day, friday, median, ofKind, wholeLife } from './reading.ts'

const slowAgent = 'a1'
const badMonday = '2026-11-02'

let records: readonly SourceRecord[]
let messages: readonly RecordOf<'message'>[]
let conversations: ReadonlyMap<string, RecordOf<'conversation'>>

beforeAll(async () => {
  records = await wholeLife()
  messages = ofKind(records, 'message')
  conversations = new Map(ofKind(records, 'conversation').map((one) => [one.id, one]))
})

describe('the shape of the sample', () => {
  it('reads back as it was written, every record', () => {
    for (const record of records) {
      const read = readRecord(JSON.parse(JSON.stringify(record)))
      if (!read.ok) expect.fail(`${read.reason}: ${JSON.stringify(record)}`)
      expect(read.record).toStrictEqual(record)
    }
  })

  it('has the promised size', () => {
    expect(conversations.size).toBeGreaterThan(8400)
    expect(conversations.size).toBeLessThan(9600)
    expect(records.length).toBeGreaterThan(100_000)
    expect(records.length).toBeLessThan(130_000)
    expect(ofKind(records, 'agent').filter((one) => one.role === 'agent')).toHaveLength(14)
    expect(ofKind(records, 'team')).toHaveLength(3)
    expect(ofKind(records, 'channel')).toHaveLength(2)
  })

  it('leaves no place unfilled in any text', () => {
    const texts = messages.flatMap((one) => [one.content.text, one.content.caption, one.content.media?.name])
    const unfilled = texts.filter((text) => typeof text === 'string' && /[{}[\]|]|undefined/u.test(text))
    expect(unfilled).toEqual([])
  })

  it('speaks five languages, Chinese in its own script', () => {
    const spoken = new Map(ofKind(records, 'contact').map((one) => [one.id, one.language]))
    const shares = new Map<string, number>()
    for (const one of conversations.values()) {
      const language = spoken.get(one.contact ?? '') ?? 'none'
      shares.set(language, (shares.get(language) ?? 0) + 1 / conversations.size)
    }
    expect([...shares.keys()].sort()).toEqual(['de', 'en', 'es', 'fr', 'zh'])
    for (const share of shares.values()) expect(share).toBeGreaterThan(0.08)
    const chinese = messages.filter(
      (one) => spoken.get(one.contact ?? '') === 'zh' && one.content.type === 'text',
    )
    const written = chinese.filter((one) => /\p{Script=Han}/u.test(one.content.text ?? ''))
    expect(written.length / chinese.length).toBeGreaterThan(0.9)
  })

  it('has one phone number a contact, whatever brought them', () => {
    const contacts = new Map(ofKind(records, 'contact').map((one) => [one.id, one.phone]))
    expect(new Set(contacts.values()).size).toBe(contacts.size)
  })
})

describe('the trouble in the sample', () => {
  const few = (count: number) => {
    expect(count).toBeGreaterThan(10)
    expect(count).toBeLessThan(120)
  }
  const those = (bits: number) =>
    messages.filter(
      ({ direction, content }) =>
        direction === 'in' && (readSignals(content.text ?? '', null, 'in').bits & bits) !== 0,
    )

  it('is rare: insults, account numbers, and customers who come back twice', () => {
    few(those(signal.abuse).length)
    few(those(signal.card | signal.iban).length)
    const reopened = Map.groupBy(
      ofKind(records, 'conversation_event').filter(({ event }) => event === 'reopened'),
      ({ conversation }) => conversation,
    )
    few([...reopened.values()].filter(({ length }) => length > 1).length)
  })
})

describe('the sense of the sample', () => {
  it('refers to nothing that is not there, but what began before its first day', () => {
    const begins = Math.min(...messages.map((one) => one.at))
    const strangers = messages.filter((one) => !conversations.has(one.conversation ?? ''))
    for (const one of strangers) expect(one.at).toBeLessThan(begins + 17 * day)
    const known = new Set(messages.map((one) => one.id))
    const later = ofKind(records, 'message_status').filter((one) => one.at > begins + day)
    expect(later.filter((one) => !known.has(one.message) && one.at > begins + 17 * day)).toEqual([])
    const contacts = new Set(ofKind(records, 'contact').map((one) => one.id))
    for (const one of conversations.values()) expect(contacts).toContain(one.contact)
    const quoted = messages.filter((one) => one.replyTo !== null && one.at > begins + 17 * day)
    expect(quoted.length).toBeGreaterThan(100)
    for (const one of quoted) expect(known).toContain(one.replyTo)
  })

  it('lets nothing happen before the conversation opens, and no status before its message', () => {
    for (const one of messages) {
      const opened = conversations.get(one.conversation ?? '')?.openedAt
      if (opened !== undefined && opened !== null) expect(one.at).toBeGreaterThanOrEqual(opened)
    }
    const sentAt = new Map(messages.map((one) => [one.id, one.at]))
    for (const status of ofKind(records, 'message_status'))
      expect(status.at).toBeGreaterThan(sentAt.get(status.message) ?? 0)
  })

  it('lets no agent write in a conversation they never had', () => {
    const firstHad = new Map<string, number>()
    for (const one of ofKind(records, 'assignment')) {
      const key = `${one.conversation} ${one.to}`
      firstHad.set(key, Math.min(one.at, firstHad.get(key) ?? Infinity))
    }
    let checked = 0
    for (const one of messages) {
      if (one.author.type !== 'agent' || !conversations.has(one.conversation ?? '')) continue
      expect(one.at).toBeGreaterThanOrEqual(firstHad.get(`${one.conversation} ${one.author.id}`) ?? Infinity)
      checked += 1
    }
    expect(checked).toBeGreaterThan(10_000)
  })

  it('hands each conversation over from whoever had it', () => {
    const holders = new Map<string, string | null>()
    for (const one of ofKind(records, 'assignment').toSorted((left, right) => left.at - right.at)) {
      if (!conversations.has(one.conversation)) continue
      expect(one.from).toBe(holders.get(one.conversation) ?? null)
      holders.set(one.conversation, one.to)
    }
  })

  it('has agents write only while they are at work', () => {
    const shifts = new Map<string, RecordOf<'shift'>[]>()
    for (const one of ofKind(records, 'shift')) shifts.set(one.agent, [...(shifts.get(one.agent) ?? []), one])
    const written = messages.filter((one) => one.author.type === 'agent')
    const outside = written.filter(
      (one) =>
        !shifts
          .get(one.author.id ?? '')
          ?.some((shift) => one.at >= shift.from && one.at < shift.to + day / 24),
    )
    expect(outside.length / written.length).toBeLessThan(0.01)
  })
})

describe('the story of the sample', () => {
  it('has a slow agent who grows slower', () => {
    const waits = firstResponses()
    const others = waits.filter((one) => one.agent !== slowAgent).map((one) => one.seconds)
    const own = waits.filter((one) => one.agent === slowAgent)
    expect(median(others)).toBeGreaterThan(30)
    expect(median(others)).toBeLessThan(65)
    expect(median(own.map((one) => one.seconds))).toBeGreaterThan(3 * median(others))
    const before = own.filter((one) => one.at < friday - 28 * day).map((one) => one.seconds)
    const lately = own.filter((one) => one.at >= friday - 28 * day).map((one) => one.seconds)
    expect(median(lately)).toBeGreaterThan(1.4 * median(before))
  })

  it('has a bad Monday about three weeks before the end', () => {
    const dateOf = (at: number): string => new Date(at + day / 24).toISOString().slice(0, 10)
    const mondays = [...conversations.values()].filter((one) => new Date(one.openedAt ?? 0).getUTCDay() === 1)
    const count = (wanted: (date: string) => boolean): number =>
      mondays.filter((one) => wanted(dateOf(one.openedAt ?? 0))).length
    const usual = count((date) => date !== badMonday) / 16
    expect(count((date) => date === badMonday)).toBeGreaterThan(1.8 * usual)
    const waits = firstResponses()
    const onBadMonday = waits.filter((one) => dateOf(one.at) === badMonday).map((one) => one.seconds)
    expect(median(onBadMonday)).toBeGreaterThan(5 * median(waits.map((one) => one.seconds)))
  })

  it('sends three campaigns, and some answer', () => {
    const sent = messages.filter((one) => one.author.type === 'campaign')
    expect(new Set(sent.map((one) => one.content.template?.name))).toEqual(
      new Set(['spring_sale', 'restock_alert', 'tent_week']),
    )
    const reached = new Set(sent.map((one) => one.conversation))
    const answered = new Set(
      messages
        .filter((one) => one.direction === 'in' && reached.has(one.conversation))
        .map((one) => one.conversation),
    )
    expect(answered.size / reached.size).toBeGreaterThan(0.08)
    expect(answered.size / reached.size).toBeLessThan(0.3)
    expect(ofKind(records, 'link_click').length).toBeGreaterThan(40)
  })

  it('fails as the cloud fails, and more in Taiwan', () => {
    const failures = ofKind(records, 'message_status').filter((one) => one.status === 'failed')
    expect(new Set(failures.map((one) => one.error?.code))).toEqual(
      new Set([131026, 131047, 131049, 131050, 130472, 131053]),
    )
    const channelOf = new Map(messages.map((one) => [one.id, one.channel]))
    const rate = (channel: string): number =>
      failures.filter((one) => channelOf.get(one.message) === channel).length /
      messages.filter((one) => one.direction === 'out' && one.channel === channel).length
    expect(rate('c1')).toBeLessThan(0.02)
    expect(rate('c2')).toBeGreaterThan(2 * rate('c1'))
  })

  it('keeps its proportions', () => {
    const events = ofKind(records, 'conversation_event')
    const share = (count: number): number => count / conversations.size
    const fromContacts = [...conversations.values()].filter((one) => one.openedBy.type === 'contact').length
    expect(events.filter((one) => one.event === 'bot_handoff').length / fromContacts).toBeCloseTo(0.57, 1)
    expect(events.filter((one) => one.event === 'bot_resolved').length / fromContacts).toBeCloseTo(0.08, 1)
    const byAgent = [...conversations.values()].filter((one) => one.openedBy.type === 'agent').length
    expect(share(byAgent)).toBeCloseTo(0.06, 1)
    const ratings = ofKind(records, 'rating')
    expect(share(ratings.length)).toBeCloseTo(0.18, 1)
    expect(ratings.filter((one) => one.score >= 4).length / ratings.length).toBeGreaterThan(0.75)
    const comments = ofKind(records, 'comment')
    expect(share(comments.length)).toBeCloseTo(0.06, 1)
    expect(comments.some((one) => one.mentions.includes('a15'))).toBe(true)
    const types = new Set(messages.map((one) => one.content.type))
    for (const type of ['image', 'audio', 'document', 'reaction', 'edit', 'revoke', 'template'] as const)
      expect(types).toContain(type)
  })

  it.each([
    '2026-11-20T15:12:00+01:00',
    '2026-07-01T09:40:00+02:00',
    '2026-05-12T14:32:00+02:00',
    '2026-11-21T03:10:00+01:00',
  ])('leaves the floor alive at %s', async (time) => {
    const until = Date.parse(time)
    const { open, waiting } = stateOf(await wholeLife({ until, days: 30 }))
    expect(open).toBeGreaterThan(35)
    expect(open).toBeLessThan(75)
    expect(waiting).toBeGreaterThan(2)
  })
})

/** First human reply to conversations that a contact opened, in seconds from the opening. */
function firstResponses(): readonly {
  readonly agent: string | null
  readonly at: number
  readonly seconds: number
}[] {
  const answered = new Set<string>()
  return messages
    .filter((one) => one.author.type === 'agent')
    .toSorted((left, right) => left.at - right.at)
    .flatMap((one) => {
      const conversation = conversations.get(one.conversation ?? '')
      if (conversation?.openedBy.type !== 'contact' || answered.has(conversation.id)) return []
      answered.add(conversation.id)
      const at = conversation.openedAt ?? 0
      return [{ agent: one.author.id, at, seconds: (one.at - at) / 1000 }]
    })
}

/** How many conversations are open, and in how many of them the customer wrote last, at the end of the records. */
function stateOf(life: readonly SourceRecord[]): { readonly open: number; readonly waiting: number } {
  const waits = new Map<string, boolean>()
  const moments = life.flatMap((one) =>
    one.kind === 'message' || one.kind === 'conversation_event' ? [one] : [],
  )
  for (const one of moments.toSorted((left, right) => left.at - right.at)) {
    if (one.conversation === null) continue
    if (one.kind === 'conversation_event') {
      if (one.event === 'closed') waits.delete(one.conversation)
    } else if (one.direction === 'in' && one.content.type !== 'reaction') waits.set(one.conversation, true)
    else if (one.direction === 'out' && one.author.type !== 'bot') waits.set(one.conversation, false)
  }
  return { open: waits.size, waiting: [...waits.values()].filter(Boolean).length }
}
