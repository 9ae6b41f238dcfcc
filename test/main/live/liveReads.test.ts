import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReadableDb } from '../../../src/main/store/database.ts'
import { defaultSettings } from '../../../src/main/store/settings.ts'
import type { Figure, Scope } from '../../../src/shared/contract.ts'
import { defaultFlagRules, flagRuleIds, type FlagRules } from '../../../src/shared/flags.ts'
import type { NowAnswer } from '../../../src/shared/live.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { anyConversations, company as bigCompany, day, days, start } from '../lists/world.ts'
import { answers, chat, company, event, given, present, says } from './company.ts'
import { createWall, type Wall } from './wall.ts'

const at = (clock: string) => Date.parse(`2026-05-11T${clock}Z`)

const morning: readonly RecordInput[] = [
  ...company,
  present('ana', at('08:00'), 'online'),
  present('ben', at('07:50'), 'online'),
  present('ben', at('08:30'), 'online'),
  present('cem', at('08:00'), 'busy'),
  present('dora', at('06:00'), 'offline'),
  // Has waited six minutes, with Ana.
  ...chat('v1', at('08:54')),
  says('v1', at('08:54'), 'Hello, where is my order? It has not arrived and I am waiting for it.'),
  given('v1', at('08:55'), 'ana', 'sales'),
  // Was answered; an image came a minute ago.
  ...chat('v2', at('08:30')),
  says('v2', at('08:30'), 'Can you help me with the invoice please?'),
  given('v2', at('08:31'), 'cem', 'billing'),
  answers('v2', at('08:32'), 'cem'),
  event('v2', at('08:40'), 'categorised', 'Order'),
  says('v2', at('08:59'), null, 'image'),
  // Nobody has it.
  ...chat('v3', at('08:57'), 'second'),
  says('v3', at('08:57'), 'Is anybody there? I need some help with my delivery.'),
  given('v3', at('08:57'), null, 'sales'),
  // Answered, waits for nothing.
  ...chat('v4', at('08:10')),
  says('v4', at('08:10'), 'Thank you very much for the help yesterday!'),
  given('v4', at('08:11'), 'ana', 'sales'),
  answers('v4', at('08:12'), 'ana'),
  // Closed.
  ...chat('v5', at('08:20')),
  says('v5', at('08:20'), 'Good morning, what are your opening hours?'),
  event('v5', at('08:21'), 'closed'),
]

/** Only `unresolved`, after five minutes. */
const oneRule = Object.fromEntries(
  flagRuleIds.map((id) => [id, { ...defaultFlagRules[id], on: id === 'unresolved' }]),
) as FlagRules

async function wallOf(...inputs: readonly RecordInput[]): Promise<Wall> {
  const wall = createWall()
  wall.set({ flagRules: oneRule, topicRules: [] })
  await wall.tell(...inputs)
  return wall
}

const waits = ({ waiting }: NowAnswer) => waiting.rows.map(({ conversation }) => conversation)

describe('the wall', () => {
  it('shows who waits, who is there and what to do about it', async () => {
    const answer = await (await wallOf(...morning)).at(at('09:00'))
    expect(answer).toMatchObject({ at: at('09:00'), target: 120, open: 4, completeTo: null })
    expect(answer.waiting).toEqual({
      total: 3,
      overTarget: 2,
      rows: [
        {
          conversation: 'v1',
          contact: { id: 'p1', name: 'Person 1' },
          since: at('08:54'),
          lastText: 'Hello, where is my order? It has not arrived and I am waiting for it.',
          lastContent: 'text',
          category: null,
          channel: 'main',
          team: 'sales',
          agent: 'ana',
          language: 'en',
          openFlags: 1,
        },
        expect.objectContaining({ conversation: 'v3', channel: 'second', team: 'sales', agent: null }),
        expect.objectContaining({
          conversation: 'v2',
          lastText: '',
          lastContent: 'image',
          category: 'Order',
          team: 'billing',
        }),
      ],
    })
    const capacity = defaultSettings.agentCapacity
    expect(answer.agents).toEqual([
      {
        agent: 'cem',
        team: 'billing',
        state: 'busy',
        stateSince: at('08:00'),
        held: 1,
        waiting: 1,
        capacity,
      },
      {
        agent: 'ana',
        team: 'sales',
        state: 'online',
        stateSince: at('08:00'),
        held: 2,
        waiting: 1,
        capacity,
      },
      {
        agent: 'ben',
        team: 'sales',
        state: 'online',
        stateSince: at('07:50'),
        held: 0,
        waiting: 0,
        capacity,
      },
    ])
    expect(answer.unassigned).toMatchObject({
      total: 1,
      waiting: 1,
      rows: [{ conversation: 'v3', suggested: 'ben' }],
    })
    expect(answer.balance).toEqual([
      {
        from: null,
        to: 'ben',
        conversations: [{ conversation: 'v3', id: 'p3', name: 'Person 3' }],
        fromBefore: 1,
        fromAfter: 0,
        toBefore: 0,
        toAfter: 1,
        language: null,
      },
      {
        from: 'ana',
        to: 'ben',
        conversations: [{ conversation: 'v1', id: 'p1', name: 'Person 1' }],
        fromBefore: 2,
        fromAfter: 1,
        toBefore: 0,
        toAfter: 1,
        language: null,
      },
    ])
    expect(answer.arrivals).toMatchObject({
      from: at('00:00'),
      stepSeconds: 1800,
      usual: null,
      days: 0,
      forecast: null,
    })
    expect(answer.arrivals.today).toHaveLength(19)
    expect(answer.arrivals.today.slice(15)).toEqual([0, 2, 3, 0])
    expect(answer.flags).toMatchObject({
      open: 1,
      danger: 1,
      rows: [{ rule: 'unresolved', conversation: 'v1' }],
    })
  })

  it('keeps to its filters, but counts all that somebody holds', async () => {
    const wall = await wallOf(...morning)
    const moment = at('09:00')
    expect(waits(await wall.at(moment, { teams: ['sales'] }))).toEqual(['v1', 'v3'])
    expect(waits(await wall.at(moment, { agents: ['cem'] }))).toEqual(['v2'])
    expect(waits(await wall.at(moment, { categories: ['Order'] }))).toEqual(['v2'])
    const second = await wall.at(moment, { channels: ['second'] })
    expect(waits(second)).toEqual(['v3'])
    expect(second.open).toBe(1)
    expect(second.agents.find(({ agent }) => agent === 'ana')?.held).toBe(2)
    expect(second.balance.map(({ from }) => from)).toEqual([null])
    expect(second.arrivals.today.slice(15)).toEqual([0, 0, 1, 0])
    const billing = await wall.at(moment, { teams: ['billing'] })
    expect(billing.agents.map(({ agent }) => agent)).toEqual(['cem'])
  })

  it('names the flags that cannot wait: danger first, then the oldest, of its filters', async () => {
    const wall = createWall()
    const also = { ...oneRule, first_response: { ...defaultFlagRules.first_response, threshold: 60 } }
    wall.set({ flagRules: also, topicRules: [] })
    await wall.tell(...morning, ...chat('v6', at('08:50')), says('v6', at('08:50'), 'Hello?'))
    const shown = async (scope: Partial<Scope>) =>
      (await wall.at(at('09:00'), scope)).flags.rows.map((flag) => [flag.rule, flag.conversation])
    expect(await shown({})).toEqual([
      ['unresolved', 'v6'],
      ['unresolved', 'v1'],
      ['first_response', 'v6'],
      ['first_response', 'v1'],
      ['first_response', 'v3'],
    ])
    expect(await shown({ channels: ['second'] })).toEqual([['first_response', 'v3']])
  })

  it('is empty of an empty workspace', async () => {
    const answer = await createWall().at(at('09:00'))
    expect(answer).toMatchObject({
      completeTo: null,
      waiting: { total: 0, overTarget: 0, rows: [] },
      open: 0,
      agents: [],
      unassigned: { total: 0, waiting: 0, rows: [] },
      arrivals: { usual: null, days: 0, forecast: null },
      balance: [],
      flags: { open: 0, danger: 0, rows: [] },
    })
    expect(answer.arrivals.today).toEqual(Array.from({ length: 19 }, () => 0))
  })

  it('follows records as they come, late ones too', async () => {
    const wall = await wallOf(...morning)
    expect(waits(await wall.at(at('09:00')))).toEqual(['v1', 'v3', 'v2'])
    await wall.tell(answers('v1', at('09:00:10'), 'ana'))
    expect(waits(await wall.at(at('09:00:10')))).toEqual(['v3', 'v2'])
    // Was sent before the image, but came after it.
    await wall.tell(says('v2', at('08:50'), 'One more thing about the invoice…'))
    const later = await wall.at(at('09:01'))
    expect(waits(later)).toEqual(['v2', 'v3'])
    expect(later.waiting.rows[0]).toMatchObject({ since: at('08:50'), lastText: '', lastContent: 'image' })
    await wall.tell(event('v2', at('09:01'), 'closed'), event('v3', at('09:01'), 'closed'))
    expect(await wall.at(at('09:01'))).toMatchObject({ open: 2, waiting: { total: 0 }, balance: [] })
  })

  it('sees nothing that lies ahead of its clock, whatever is on record', async () => {
    const wall = await wallOf(...morning)
    expect(await wall.at(at('08:56'))).toMatchObject({ open: 3, waiting: { total: 1 } })
    expect(await wall.at(at('08:20'))).toMatchObject({ open: 2, waiting: { total: 1 } })
    expect(waits(await wall.at(at('08:31:59')))).toEqual(['v2'])
    // And again later: a clock may be put back.
    expect(waits(await wall.at(at('09:00')))).toEqual(['v1', 'v3', 'v2'])
  })

  it('shows who is gone for as long as they hold something, and passes on who waits for them', async () => {
    const wall = await wallOf(
      ...morning,
      { kind: 'agent', id: 'ana', name: 'Ana', teams: ['sales'], active: false, updatedAt: at('08:58') },
      says('v4', at('08:59'), 'One more question please.'),
    )
    const answer = await wall.at(at('09:00'))
    expect(answer.agents.find(({ agent }) => agent === 'ana')).toMatchObject({ held: 2, waiting: 2 })
    expect(answer.balance).toContainEqual(
      expect.objectContaining({
        from: 'ana',
        to: 'ben',
        conversations: [
          expect.objectContaining({ conversation: 'v1' }),
          expect.objectContaining({ conversation: 'v4' }),
        ],
      }),
    )
    await wall.tell(given('v1', at('09:00'), 'ben'), given('v4', at('09:00'), 'ben'))
    const after = await wall.at(at('09:01'))
    expect(after.agents.map(({ agent }) => agent)).toEqual(['cem', 'ben'])
  })

  it('prefers who wrote in the customer’s language before', async () => {
    const yesterday = at('09:00') - day
    const wall = await wallOf(
      ...morning,
      // Ben, who is as free as Eva, answered somebody in Spanish yesterday.
      { kind: 'agent', id: 'alf', name: 'Alf', teams: ['sales'] },
      present('alf', at('08:00'), 'online'),
      ...chat('v6', yesterday),
      says('v6', yesterday, '¿Dónde está mi pedido? No ha llegado todavía y lo necesito.'),
      answers('v6', yesterday + 60_000, 'ben'),
      event('v6', yesterday + 120_000, 'closed'),
      ...chat('v7', at('08:59')),
      says('v7', at('08:59'), 'Hola, quiero saber cuándo llega mi pedido, por favor.'),
      given('v7', at('08:59'), null, 'sales'),
    )
    const answer = await wall.at(at('09:00'))
    expect(answer.unassigned.rows).toMatchObject([
      { conversation: 'v3', suggested: 'alf' },
      { conversation: 'v7', language: 'es', suggested: 'ben' },
    ])
    expect(answer.balance).toContainEqual(expect.objectContaining({ from: null, to: 'ben', language: 'es' }))
  })
})

const filters: fc.Arbitrary<Partial<Scope>> = fc.record({
  agents: fc.constantFrom<string[][]>([], [], ['a0'], ['a1', 'a2']),
  teams: fc.constantFrom<string[][]>([], [], ['t0'], ['t1']),
  channels: fc.constantFrom<string[][]>([], [], ['c0'], ['c1', 'c2']),
  categories: fc.constantFrom<string[][]>([], [], ['Order']),
})
const valueOf = (figure: Figure | undefined) => (figure && 'value' in figure ? figure.value : undefined)

it('counts as the assignments and the metrics do, at any moment, under any filters, in any order of records', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyConversations,
      fc.array(fc.tuple(fc.integer({ min: 0, max: days * 24 * 60 }), filters), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.boolean(),
      async (told, questions, inTwo) => {
        const wall = createWall()
        const all = told.flat()
        const half = inTwo ? Math.floor(all.length / 2) : all.length
        await wall.tell(...bigCompany, ...all.slice(0, half))
        await wall.at(start + day)
        if (half < all.length) await wall.tell(...all.slice(half))
        for (const [minutes, scope] of questions) {
          const now = start + minutes * 60_000
          const from = now - (now % day)
          const answer = await wall.at(now, scope)
          const open = wall.open(now, scope)
          expect(answer.open).toBe(open.length)
          expect(answer.waiting.total).toBe(open.filter(({ waitingSince }) => waitingSince !== null).length)
          expect(answer.unassigned.total).toBe(open.filter(({ agent }) => agent === 0).length)
          const { agents: _agents, teams: _teams, ...places } = scope
          const { metrics } = wall.metrics(now, { from, to: from + day }, places).total
          // Metrics credit what is known, so that of some agents they may count less; of all they count the same.
          const all = await wall.at(now, places)
          expect(all.waiting.total).toBe(valueOf(metrics.waiting_now))
          expect(all.open).toBe(valueOf(metrics.open_now))
          const [first] = all.waiting.rows
          expect(first ? (now - first.since) / 1000 : null).toBe(valueOf(metrics.longest_wait))
          const openedSoFar = wall.metrics(now, { from, to: now + 1 }, scope).total.metrics
          expect(answer.arrivals.today.reduce((sum, count) => sum + count, 0)).toBe(
            valueOf(openedSoFar.conversations_opened),
          )
        }
      },
    ),
    { numRuns: 30 },
  )
}, 60_000)

it('looks through no conversations, messages or facts, but by an index', async () => {
  const asked = new Set<string>()
  const wall = createWall('UTC', (cache: ReadableDb) => {
    const prepare = cache.prepare.bind(cache)
    cache.prepare = (source: string) => {
      asked.add(source)
      return prepare(source)
    }
  })
  await wall.tell(...morning)
  await wall.at(at('09:00'))
  await wall.tell(answers('v1', at('09:01'), 'ana'))
  await wall.at(at('09:02'))
  for (const source of asked) {
    const plan = wall.cache
      .prepare(`EXPLAIN QUERY PLAN ${source}`)
      .all(...Array.from(source.matchAll(/\?/g), () => 0))
      .map((step) => (step as { detail: string }).detail)
    expect({
      source,
      plan: plan.filter((detail) => /^SCAN (c|conversations|m|messages|f|facts|flags)\b/.test(detail)),
    }).toEqual({
      source,
      plan: plan.filter((detail) => /^SCAN conversations USING INDEX conversations_open$/.test(detail)),
    })
  }
})
