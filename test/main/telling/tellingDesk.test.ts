import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import type { TellingSettings } from '../../../src/shared/telling.ts'
import { hour, minute, second, start, tellingWorld } from './world.ts'

describe('a flag', () => {
  it('is told within a second of its moment, without a record arriving', async () => {
    const world = tellingWorld()
    await world.settle()
    world.put('unresolved:1', { raisedAt: start + 40 * second })
    await world.note()
    await world.pass(40 * second - 1)
    expect([world.told, world.flagged]).toEqual([[], []])
    await world.pass(1)
    expect(world.flagged).toEqual(['unresolved:1'])
    expect(world.told).toMatchObject([{ flag: 'unresolved:1', severity: 'danger', sound: false }])
    expect(world.badges).toEqual([0, 1])
  })

  it('says neither who nor what was written, unless that is switched on', async () => {
    const world = tellingWorld()
    await world.settle()
    world.put('unresolved:1', { conversation: 2 })
    await world.note()
    expect(JSON.stringify(world.told)).not.toContain('Person 2')
    expect(world.told).toMatchObject([{ title: 'Unresolved', body: 'Waited too long for a reply' }])
    await world.save({ withText: true })
    await world.pass(minute)
    world.put('unresolved:2', { conversation: 2 })
    await world.note()
    expect(world.told[1]?.title).toBe('Unresolved: Person 2')
  })

  it('speaks the console’s language', async () => {
    const world = tellingWorld()
    world.settings = { ...world.settings, language: 'de' }
    await world.settle()
    await world.save({})
    world.put('unresolved:1')
    world.put('unresolved:2')
    await world.note()
    expect(world.told[0]?.title).toMatch(/^2 Kunden sind seit 5\sMin\. ohne Antwort$/)
  })

  it('speaks the system’s language where none was chosen', async () => {
    const world = tellingWorld()
    world.systemLanguage = 'de'
    await world.settle()
    await world.save({})
    world.put('unresolved:1')
    await world.note()
    expect(world.told[0]?.title).toBe('Ungelöst')
  })

  it('is told as its rule says: shown and digest are not, sounded has a sound where sounds are on', async () => {
    const world = tellingWorld({ sound: true })
    world.rule('abuse', { telling: 'sounded' })
    await world.settle()
    for (const rule of ['waiting', 'personal_data', 'unresolved', 'abuse'] as const) {
      world.put(`${rule}:1`, { rule })
      await world.note()
      await world.pass(minute)
    }
    expect(world.flagged).toHaveLength(4)
    expect(world.told.map(({ flag, sound }) => [flag, sound])).toEqual([
      ['unresolved:1', false],
      ['abuse:1', true],
    ])
  })

  it('that became known hours late is marked and not told; what was raised before the first look is history', async () => {
    const world = tellingWorld()
    await world.settle()
    await world.pass(3 * hour)
    world.put('unresolved:late', { raisedAt: start + hour })
    world.put('unresolved:old', { raisedAt: start - hour })
    world.put('unresolved:new', { raisedAt: world.clock.now - 15 * minute })
    await world.note()
    expect(world.told.map(({ flag }) => flag)).toEqual(['unresolved:new'])
    const late = (id: string) =>
      world.store.workspaceDb.prepare('SELECT late FROM flag_sightings WHERE flag = ?').pluck().get(id)
    expect(['late', 'old', 'new'].map((one) => late(`unresolved:${one}`))).toEqual([1, 0, 0])
  })

  it('that comes back from a rest is told once more', async () => {
    const world = tellingWorld()
    await world.settle()
    world.put('unresolved:1')
    await world.note()
    const until = world.clock.now + hour
    await world.store.api.actOnFlags({ flags: ['unresolved:1'], act: { kind: 'snooze', until }, by: null })
    await world.note()
    await world.pass(hour - 1)
    expect(world.told).toHaveLength(1)
    await world.pass(minute)
    await world.restart()
    await world.pass(hour)
    expect(world.told).toHaveLength(2)
    expect(world.flagged).toEqual(['unresolved:1', 'unresolved:1'])
  })

  it('whose rest ended while nobody looked is told after the restart', async () => {
    const world = tellingWorld()
    await world.settle()
    world.put('unresolved:1')
    await world.note()
    const until = world.clock.now + minute
    await world.store.api.actOnFlags({ flags: ['unresolved:1'], act: { kind: 'snooze', until }, by: null })
    world.clock.now += 8 * hour
    await world.restart()
    await world.restart()
    expect(world.told).toHaveLength(2)
  })

  it('is told by the page where the host shows none', async () => {
    const world = tellingWorld()
    world.notified = 'by_page'
    await world.settle()
    world.put('unresolved:1')
    await world.note()
    expect(world.byPage).toMatchObject([{ flag: 'unresolved:1' }])
  })
})

describe('many flags', () => {
  it('are one line at the first look, with their number and nothing else', async () => {
    const world = tellingWorld()
    for (let number = 0; number < 3000; number += 1)
      world.put(`unresolved:${number}`, { raisedAt: start - 2 * minute })
    await world.settle()
    await world.restart()
    await world.pass(hour)
    expect(world.told.map(({ title }) => title)).toEqual(['3,000 flags are open'])
    expect(world.flagged).toEqual([])
    expect(world.badges.at(-1)).toBe(3000)
  })

  it('at once are one notice, danger first, and the next comes ten seconds later', async () => {
    const world = tellingWorld()
    await world.settle()
    world.put('mentioned:1', { rule: 'mentioned', severity: 'warning' })
    world.put('mentioned:2', { rule: 'mentioned', severity: 'warning' })
    world.put('unresolved:1')
    await world.note()
    world.put('unresolved:2')
    world.put('unresolved:3')
    await world.note()
    await world.pass(10 * second - 1)
    expect(world.told).toHaveLength(1)
    expect(world.told[0]).toMatchObject({ severity: 'danger', flag: null, body: '2 mentions in comments' })
    expect(world.told[0]?.title).toMatch(/^1 customer has no reply for 5\smin$/)
    await world.pass(1)
    expect(world.told[1]?.title).toMatch(/^2 customers have no reply for 5\smin$/)
  })

  it('that were settled before their notice need none', async () => {
    const world = tellingWorld()
    await world.settle()
    world.put('unresolved:1')
    await world.note()
    world.put('unresolved:2')
    world.put('unresolved:3')
    await world.note()
    world.end('unresolved:2')
    await world.store.api.actOnFlags({
      flags: ['unresolved:3'],
      act: { kind: 'done', reason: null },
      by: null,
    })
    await world.pass(minute)
    expect(world.told).toHaveLength(1)
  })
})

describe('quiet hours', () => {
  it('hold back what comes and say it once when they end, also after a restart', async () => {
    const world = tellingWorld({ quiet: { from: '07:30', to: '12:00' } })
    await world.settle()
    for (const number of [1, 2, 3]) world.put(`unresolved:${number}`)
    await world.note()
    world.end('unresolved:3')
    await world.pass(hour)
    await world.restart()
    await world.pass(3 * hour - 1)
    expect(world.told).toEqual([])
    await world.pass(1)
    expect(world.told).toMatchObject([
      { title: '3 flags while it was quiet', body: 'Unresolved 3 · 2 still open' },
    ])
    world.put('unresolved:4')
    await world.note()
    await world.pass(10 * second)
    expect(world.told[1]).toMatchObject({ flag: 'unresolved:4' })
    await world.pass(hour)
    expect(world.told).toHaveLength(2)
  })

  it('may be an hour’s pause', async () => {
    const world = tellingWorld()
    await world.settle()
    world.pause(start + hour)
    world.put('unresolved:1')
    await world.note()
    await world.pass(hour - 1)
    expect(world.told).toEqual([])
    await world.pass(1)
    expect(world.told).toMatchObject([{ title: '1 flag while it was quiet' }])
  })
})

describe('while no page of the web console is open', () => {
  const unwatched = async (telling: Partial<TellingSettings> = {}) => {
    const world = tellingWorld(telling)
    world.notified = 'by_page'
    world.tellsByPages = true
    await world.restart()
    return world
  }

  it('what comes is kept for the next one, told in one line and never twice', async () => {
    const world = await unwatched()
    for (const number of [1, 2, 3]) world.put(`unresolved:${number}`)
    await world.note()
    world.end('unresolved:3')
    await world.pass(hour)
    await world.restart()
    await world.pass(hour)
    expect(world.byPage).toEqual([])

    world.watched(true)
    // The page has to be there to hear it.
    await world.pass(2 * second - 1)
    expect(world.byPage).toEqual([])
    await world.pass(1)
    expect(world.byPage).toMatchObject([
      { title: '3 flags while nobody looked', body: 'Unresolved 3 · 2 still open', flag: null },
    ])
    world.watched(false)
    world.watched(true)
    await world.pass(hour)
    expect(world.byPage).toHaveLength(1)
    world.put('unresolved:4')
    await world.note()
    await world.pass(10 * second)
    expect(world.byPage[1]).toMatchObject({ flag: 'unresolved:4' })
  })

  it('for longer than a day, only the last day is told of', async () => {
    const world = await unwatched()
    world.put('unresolved:1')
    await world.note()
    await world.pass(30 * hour)
    world.put('unresolved:2')
    await world.note()
    await world.pass(hour)
    world.watched(true)
    await world.pass(minute)
    expect(world.byPage).toMatchObject([{ title: '1 flag while nobody looked' }])
    await world.pass(hour)
    expect(world.byPage).toHaveLength(1)
  })

  it('and quiet hours end meanwhile, it is told once somebody looks', async () => {
    const world = await unwatched({ quiet: { from: '07:30', to: '12:00' } })
    world.put('unresolved:1')
    await world.note()
    await world.pass(5 * hour)
    expect(world.byPage).toEqual([])
    world.watched(true)
    await world.pass(minute)
    expect(world.byPage).toMatchObject([{ title: '1 flag while nobody looked' }])
  })
})

describe('the digest', () => {
  it('tells the flags since the last one by rule, once, at its time', async () => {
    const world = tellingWorld({ digestAt: '17:00' })
    await world.settle()
    world.put('personal_data:1', { rule: 'personal_data', severity: 'warning' })
    world.put('personal_data:2', { rule: 'personal_data', severity: 'warning' })
    world.put('waiting:1', { rule: 'waiting', severity: 'warning' })
    await world.note()
    await world.store.api.actOnFlags({
      flags: ['personal_data:1'],
      act: { kind: 'done', reason: null },
      by: null,
    })
    await world.pass(9 * hour - 1)
    expect(world.told).toEqual([])
    await world.pass(1)
    expect(world.told).toMatchObject([
      { title: '2 flags since the last digest', body: 'Personal data 2 · 1 decided · 1 still open' },
    ])
    await world.restart()
    await world.pass(23 * hour)
    expect(world.told).toHaveLength(1)
  })

  it('that was missed is told once when the machine wakes, and an empty one never', async () => {
    const world = tellingWorld({ digestAt: '17:00' })
    await world.settle()
    world.put('personal_data:1', { rule: 'personal_data' })
    await world.note()
    await world.sleep(72 * hour)
    await world.pass(hour)
    expect(world.told.map(({ title }) => title)).toEqual(['1 flag since the last digest'])
    await world.pass(48 * hour)
    expect(world.told).toHaveLength(1)
  })

  it('that is switched on waits for its time', async () => {
    const world = tellingWorld()
    await world.settle()
    world.put('personal_data:1', { rule: 'personal_data' })
    await world.note()
    await world.pass(hour)
    await world.save({ digestAt: '08:30' })
    expect(world.told).toEqual([])
  })
})

describe('any day', () => {
  const flag = fc.record({
    kind: fc.constant('flag' as const),
    rule: fc.constantFrom('unresolved', 'waiting'),
    age: fc.constantFrom(2 * hour, 16 * minute, 10 * minute, second, 0, -5 * second, -minute),
  })
  const pass = fc.record({
    kind: fc.constant('pass' as const),
    by: fc.constantFrom(1, 3 * second, 11 * second, 5 * minute),
  })
  const settling = fc.record({ kind: fc.constantFrom('end' as const, 'decide' as const), which: fc.nat(20) })
  const step = fc.oneof(
    { weight: 5, arbitrary: flag },
    { weight: 3, arbitrary: pass },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('note' as const) }) },
    { weight: 2, arbitrary: settling },
  )

  it('tells each flag that is to be told once, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.boolean(), async (steps, quiet) => {
        const world = tellingWorld({ quiet: quiet ? { from: '10:05', to: '10:10' } : null })
        await world.settle()
        world.clock.now += 2 * hour
        const put: { id: string; rule: string; timely: boolean; settled: boolean }[] = []
        for (const one of steps) {
          if (one.kind === 'flag') {
            const id = `${one.rule}:${put.length}`
            const raisedAt = world.clock.now - one.age
            world.put(id, { rule: one.rule as 'waiting', raisedAt })
            await world.note()
            put.push({ id, rule: one.rule, timely: one.age <= 15 * minute, settled: false })
          } else if (one.kind === 'pass') await world.pass(one.by)
          else if (one.kind === 'restart') await world.restart()
          else if (one.kind === 'note') await world.note()
          else {
            const target = put[one.which]
            if (target === undefined || target.settled) continue
            const isRaised = await world.store.reader.findFlags([target.id]).then(
              () => true,
              () => false,
            )
            if (!isRaised) continue
            target.settled = true
            if (one.kind === 'end') world.end(target.id)
            else {
              const act = { kind: 'done', reason: null } as const
              await world.store.api.actOnFlags({ flags: [target.id], act, by: null })
            }
          }
        }
        await world.pass(20 * minute)
        await world.restart()
        const toldIds = put.filter(({ id }) => typeof world.toldAt(id) === 'number')
        for (const { rule, timely, settled, id } of put) {
          const isTold = toldIds.some((told) => told.id === id)
          if (rule !== 'unresolved' || !timely) expect([id, isTold]).toEqual([id, false])
          else if (!settled) expect([id, isTold]).toEqual([id, true])
        }
        const told = world.told.map(({ flag, title }) => (flag === null ? Number.parseInt(title, 10) : 1))
        expect(told.reduce((sum, count) => sum + count, 0)).toBe(toldIds.length)
        expect(new Set(world.flagged).size).toBe(world.flagged.length)
        for (const { id, settled } of put) if (!settled) expect(world.flagged).toContain(id)
      }),
      { numRuns: 40 },
    )
  })
})
