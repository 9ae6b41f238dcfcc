import { describe, expect, it } from 'vitest'
import type { FlagAct } from '../../../src/shared/flags.ts'
import { flagStore, minute, openQuery, putFlags, start, wholeScope, type StoredFlag } from './flagStore.ts'

const flag = (number: number, change: Partial<StoredFlag> = {}): StoredFlag => ({
  id: `waiting:${number}`,
  rule: 'waiting',
  severity: 'warning',
  conversation: 1,
  agent: 1,
  raisedAt: start + number * 1000,
  endedAt: null,
  ...change,
})
const done: FlagAct = { kind: 'done', reason: null }

function storeOf(...flags: readonly StoredFlag[]) {
  const store = flagStore()
  putFlags(store.cache, flags)
  store.clock.now = start + minute
  return store
}

const idsOf = async ({ api }: ReturnType<typeof flagStore>, state: 'open' | 'snoozed' | 'decided') =>
  (await api.flags({ ...openQuery, state })).rows.map(({ id }) => id)

describe('what people do about flags', () => {
  it('is kept with who, when and why, beside what the rule says', async () => {
    const store = storeOf(flag(1))
    const { api, clock } = store
    const act = (one: FlagAct, by: string | null = 'Kim') =>
      api.actOnFlags({ flags: ['waiting:1'], act: one, by })
    await act({ kind: 'own', owner: ' Lee ' })
    clock.now += minute
    const [resting] = await act({ kind: 'snooze', until: clock.now + minute })
    expect(resting).toMatchObject({ owner: 'Lee', snoozedUntil: clock.now + minute, decision: null })
    clock.now += minute
    await act({ kind: 'false_alarm', reason: 'a test chat' }, null)
    const until = clock.now
    clock.now += minute
    store.cache.prepare('UPDATE flags SET ended_at = ?').run(clock.now - 1)
    const { flag: now, entries } = await api.flagHistory('waiting:1')
    expect(now).toMatchObject({
      owner: 'Lee',
      snoozedUntil: null,
      decision: 'false_alarm',
      reason: 'a test chat',
      endedAt: clock.now - 1,
    })
    expect(entries).toEqual([
      { at: start + 1000, kind: 'raised', by: null, reason: null, owner: null, until: null },
      { at: start + minute, kind: 'own', by: 'Kim', reason: null, owner: 'Lee', until: null },
      { at: start + 2 * minute, kind: 'snooze', by: 'Kim', reason: null, owner: null, until },
      {
        at: start + 3 * minute,
        kind: 'false_alarm',
        by: null,
        reason: 'a test chat',
        owner: null,
        until: null,
      },
      { at: start + 4 * minute - 1, kind: 'ended', by: null, reason: null, owner: null, until: null },
    ])
  })

  it('know no end that lies ahead, nor how long it will have lasted', async () => {
    const store = storeOf(flag(1, { endedAt: start + 5 * minute }))
    store.cache.prepare('UPDATE flags SET from_at = ?, target = 120, seconds = 300').run(start)
    const read = async () => (await store.api.flagHistory('waiting:1')).flag
    expect(await read()).toMatchObject({ endedAt: null, seconds: 60 })
    store.clock.now = start + 5 * minute
    expect(await read()).toMatchObject({ endedAt: start + 5 * minute, seconds: 300 })
  })

  it('takes a flag out of the open ones until its rest is over, to the millisecond, or for good', async () => {
    const store = storeOf(flag(1), flag(2))
    const { api, clock, reader } = store
    const until = clock.now + minute
    await api.actOnFlags({ flags: ['waiting:1'], act: { kind: 'snooze', until }, by: null })
    await api.actOnFlags({ flags: ['waiting:2'], act: done, by: null })
    expect(await idsOf(store, 'open')).toEqual([])
    expect(await idsOf(store, 'snoozed')).toEqual(['waiting:1'])
    expect(await idsOf(store, 'decided')).toEqual(['waiting:2'])
    expect(await reader.flagsDueAfter(clock.now)).toBe(until)
    clock.now = until - 1
    expect(await idsOf(store, 'open')).toEqual([])
    clock.now = until
    expect(await idsOf(store, 'open')).toEqual(['waiting:1'])
    expect(await idsOf(store, 'snoozed')).toEqual([])
    await api.actOnFlags({ flags: ['waiting:2'], act: { kind: 'reopen' }, by: null })
    expect(await idsOf(store, 'open')).toEqual(['waiting:2', 'waiting:1'])
  })

  it('changes nothing when it is done again', async () => {
    const store = storeOf(flag(1))
    for (const act of [done, done, { kind: 'own', owner: 'Kim' }, { kind: 'own', owner: 'Kim' }] as const) {
      await store.api.actOnFlags({ flags: ['waiting:1', 'waiting:1'], act, by: 'Kim' })
      store.clock.now += 1
    }
    const { entries } = await store.api.flagHistory('waiting:1')
    expect(entries.map(({ kind }) => kind)).toEqual(['raised', 'done', 'own'])
  })

  it.each([
    ['a flag that does not exist', ['waiting:1', 'waiting:9'], done],
    [
      'a rest that is over before it begins',
      ['waiting:1'],
      { kind: 'snooze', until: start + minute } as const,
    ],
    ['a reason nobody reads', ['waiting:1'], { kind: 'done', reason: 'x'.repeat(2001) } as const],
  ])('is refused whole for %s', async (_, flags, act) => {
    const store = storeOf(flag(1))
    const refused = expect.objectContaining({
      kind: 'invalid',
      message: expect.stringMatching(/\S/) as string,
    })
    await expect(store.api.actOnFlags({ flags, act, by: null })).rejects.toEqual(refused)
    expect(await idsOf(store, 'open')).toEqual(['waiting:1'])
    expect((await store.api.flagHistory('waiting:1')).entries).toHaveLength(1)
  })

  it('may be done to every open flag of a rule within a scope, and taken back', async () => {
    const store = storeOf(
      flag(1),
      flag(2, { conversation: 2 }),
      flag(3, { endedAt: start + 4000 }),
      flag(4, { rule: 'unresolved', id: 'unresolved:4' }),
    )
    const scope = { ...wholeScope, channels: ['c1'] }
    const acted = await store.api.actOnFlagGroup({ scope, rule: 'waiting', act: done, by: 'Kim' })
    expect(acted).toEqual([{ id: 'waiting:1', owner: null }])
    expect(await idsOf(store, 'open')).toEqual(['unresolved:4', 'waiting:2'])
    await store.api.actOnFlags({ flags: ['waiting:1'], act: { kind: 'reopen' }, by: 'Kim' })
    expect(await idsOf(store, 'open')).toHaveLength(3)
  })

  it('answers who looked after each of them before, so that taking over can be taken back', async () => {
    const store = storeOf(flag(1), flag(2), flag(3))
    await store.api.actOnFlags({ flags: ['waiting:2'], act: { kind: 'own', owner: 'Ana' }, by: 'Ana' })
    await store.api.actOnFlags({ flags: ['waiting:3'], act: done, by: 'Ana' })
    const own = { kind: 'own', owner: 'Ben' } as const
    const before = await store.api.actOnFlagGroup({ scope: wholeScope, rule: 'waiting', act: own, by: 'Ben' })
    expect(before).toHaveLength(2)
    expect(before).toEqual(
      expect.arrayContaining([
        { id: 'waiting:1', owner: null },
        { id: 'waiting:2', owner: 'Ana' },
      ]),
    )
    const { rows } = await store.api.flags(openQuery)
    expect(rows.map(({ owner }) => owner)).toEqual(['Ben', 'Ben'])
  })

  it('survives a restart', async () => {
    const store = storeOf(flag(1), flag(2))
    await store.api.actOnFlags({ flags: ['waiting:1'], act: done, by: null })
    const again = flagStore({ cache: store.cache, workspaceDb: store.workspaceDb })
    again.clock.now = store.clock.now
    expect(await idsOf(again, 'open')).toEqual(['waiting:2'])
  })
})

describe('flags people make', () => {
  it('are open until somebody decides, and say who made them', async () => {
    const store = storeOf()
    const { api, clock } = store
    const made = await api.raiseFlag({
      conversation: 'v2',
      message: null,
      text: ' Look at the tone. ',
      severity: 'danger',
      by: 'Kim',
    })
    expect(made).toMatchObject({
      rule: 'by_hand',
      madeBy: 'person',
      conversation: 'v2',
      contact: { id: 'p2', name: 'Person 2' },
      text: 'Look at the tone.',
      raisedAt: clock.now,
      endedAt: null,
    })
    clock.now += minute
    await api.actOnFlags({ flags: [made.id], act: done, by: 'Lee' })
    const { flag: now, entries } = await api.flagHistory(made.id)
    expect(now.endedAt).toBe(clock.now)
    expect(entries.map(({ kind, by }) => [kind, by])).toEqual([
      ['raised', 'Kim'],
      ['done', 'Lee'],
    ])
    await api.actOnFlags({ flags: [made.id], act: { kind: 'reopen' }, by: 'Lee' })
    expect((await api.flags(openQuery)).rows).toMatchObject([{ id: made.id, endedAt: null }])
    // `flags_raised` counts what is derived, as its definition says: those of rules about chats alone.
    expect(store.cache.prepare('SELECT count(*) FROM flags').pluck().get()).toBe(0)
  })

  it.each([
    ['a conversation that is not there', { conversation: 'v99' }],
    ['a conversation that was removed', { conversation: 'v3' }],
    ['an erased contact', { conversation: 'v4' }],
    ['a message that is not there', { message: 'm1' }],
    ['no text', { text: '  ' }],
    ['too long a text', { text: 'x'.repeat(2001) }],
  ])('cannot be made for %s', async (_, change) => {
    const store = storeOf()
    store.cache.exec(
      'UPDATE conversations SET removed_at = 1 WHERE id = 3; UPDATE contacts SET erased = 1 WHERE id = 4',
    )
    const flagged = {
      conversation: 'v1',
      message: null,
      text: 'look',
      severity: 'warning',
      by: null,
      ...change,
    } as const
    await expect(store.api.raiseFlag(flagged)).rejects.toMatchObject({ kind: 'invalid' })
    expect((await store.api.flags({ ...openQuery, state: 'all' })).total).toBe(0)
  })
})

describe('how rules did', () => {
  it('is told of the flags raised in the period', async () => {
    const store = storeOf(
      flag(1, { endedAt: start + 11_000 }),
      flag(2, { endedAt: start + 22_000 }),
      flag(3, { endedAt: start + 103_000 }),
      flag(-1),
    )
    await store.api.actOnFlags({ flags: ['waiting:1', 'waiting:3', 'waiting:-1'], act: done, by: null })
    await store.api.actOnFlags({ flags: ['waiting:2'], act: { kind: 'false_alarm', reason: null }, by: null })
    const [rate, ...others] = await store.api.flagRates({ scope: { ...wholeScope, from: start } })
    expect(others).toEqual([])
    // The end of the third lies ahead. Wilson's interval of 1 in 3: 0.0615 to 0.7923.
    expect(rate).toMatchObject({ rule: 'waiting', raised: 3, decided: 3, falseAlarms: 1, medianOpen: 15 })
    expect(rate?.falseAlarmRate?.value).toBeCloseTo(1 / 3)
    expect(rate?.falseAlarmRate?.low).toBeCloseTo(0.0615, 3)
    expect(rate?.falseAlarmRate?.high).toBeCloseTo(0.7923, 3)
  })
})

describe('sightings', () => {
  it('say of a flag that it came late, and stay as they were first noted but for when it was told', async () => {
    const { writer, reader, api } = storeOf(flag(1))
    const seen = { flag: 'waiting:1', seenAt: start, raisedAt: start - minute, late: true, toldAt: null }
    await writer.noteSightings([seen])
    await writer.noteSightings([{ ...seen, seenAt: 1, late: false, toldAt: 7 }])
    await writer.noteSightings([{ ...seen, toldAt: null }])
    expect(await reader.sightings(['waiting:1', 'waiting:2'])).toEqual([{ ...seen, toldAt: 7 }])
    expect((await api.flags(openQuery)).rows).toMatchObject([{ late: true }])
  })
})

describe('the next moment at which flags change', () => {
  it('is when one is raised or ends, and an hour ahead at most', async () => {
    const store = storeOf(
      flag(1),
      flag(70, { endedAt: start + 130_000 }),
      flag(9, { raisedAt: start + 10 * 3_600_000 }),
    )
    const moments = []
    for (let at = start + minute; moments.length < 3;)
      moments.push((at = await store.reader.flagsDueAfter(at)))
    expect(moments).toEqual([start + 70_000, start + 130_000, start + 130_000 + 3_600_000])
  })
})

describe('ten thousand open flags', () => {
  it('are listed, grouped and decided with a handful of statements', async () => {
    const many = Array.from({ length: 10_000 }, (_, number) =>
      flag(number, { raisedAt: start - number, conversation: 1 + (number % 6), agent: 1 + (number % 3) }),
    )
    const store = storeOf(
      ...many,
      flag(20_000, { rule: 'abuse', id: 'abuse:1', severity: 'danger', raisedAt: start }),
    )
    const { api, cache } = store
    let statements = 0
    const prepare = cache.prepare.bind(cache)
    cache.prepare = ((source: string) => {
      const statement = prepare(source)
      for (const method of ['all', 'get', 'iterate'] as const) {
        const run = statement[method].bind(statement) as (...all: unknown[]) => unknown
        statement[method] = ((...all: unknown[]) => {
          statements += 1
          return run(...all)
        }) as never
      }
      return statement
    }) as typeof cache.prepare
    const counted = async <T>(work: Promise<T>) => {
      statements = 0
      return [await work, statements] as const
    }
    const [page, ofPage] = await counted(api.flags({ ...openQuery, limit: 50 }))
    expect(page).toMatchObject({ total: 10_001, open: 10_001, danger: 1 })
    // A flag, its conversation and its contact each, and what the page as a whole needs.
    expect(ofPage).toBeLessThan(50 * 4 + 60)
    const [groups, ofGroups] = await counted(api.flagGroups({ scope: wholeScope }))
    expect(groups.map(({ rule, open }) => [rule, open])).toEqual([
      ['abuse', 1],
      ['waiting', 10_000],
    ])
    expect(groups[1]?.subjects.map(({ id }) => id)).toEqual(['a1', 'a2', 'a3'])
    expect(ofGroups).toBeLessThan(60)
    const [acted, ofAct] = await counted(
      api.actOnFlagGroup({ scope: wholeScope, rule: 'waiting', act: done, by: null }),
    )
    expect(acted).toHaveLength(10_000)
    expect(ofAct).toBeLessThan(60)
    expect(await api.flags(openQuery)).toMatchObject({ total: 1 })
  })

  it('are found by the index of ends, and the history by the index of times', () => {
    const { cache } = flagStore()
    const plan = (query: string) =>
      cache
        .prepare(`EXPLAIN QUERY PLAN ${query}`)
        .all(...[...query.matchAll(/\?/g)].map(() => 1))
        .map((row) => (row as { detail: string }).detail)
    const ends = 'coalesce(f.ended_at, 9007199254740991) > ? AND f.raised_at <= ?'
    expect(plan(`SELECT f.id FROM flags f INDEXED BY flags_end WHERE ${ends}`)).toEqual([
      expect.stringContaining('SEARCH f USING INDEX flags_end') as string,
    ])
    expect(
      plan(
        'SELECT f.id FROM flags f WHERE f.raised_at >= ? AND f.raised_at < ? ORDER BY f.raised_at DESC, f.id DESC LIMIT ?',
      ),
    ).toEqual([expect.stringContaining('flags_raised') as string])
  })
})
