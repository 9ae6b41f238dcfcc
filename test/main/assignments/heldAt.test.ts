import { describe, expect, it } from 'vitest'
import { assigned, at, closed, message, opened, openOffice, people, scope } from './office.ts'

const page = { after: null, limit: 50 }

describe('who had what at a moment', () => {
  it('is told of any past moment, longest waiting first', async () => {
    const office = openOffice()
    await office.tell(
      ...people,
      ...opened('v1', '09:00'),
      assigned('v1', '09:05', 'ana', { by: { type: 'agent', id: 'ben' }, extra: { rule: 'Skill' } }),
      message('v1', '09:10', 'ana'),
      assigned('v1', '10:00', 'ben', { source: 'diffed', notBefore: at('09:50') }),
      closed('v1', '11:00'),
      ...opened('v2', '09:02'),
      ...opened('v3', '09:30'),
      message('v3', '09:40', 'ben'),
    )
    const seen = async (time: string) => {
      const { rows, ...counts } = await office.heldAt({ scope, at: at(time), ...page })
      return { rows: rows.map((row) => `${row.conversation} ${row.agent ?? '–'} ${row.source}`), ...counts }
    }
    expect(await seen('08:59')).toEqual({ rows: [], next: null, total: 0, waiting: 0, unassigned: 0 })
    expect(await seen('09:07')).toEqual({
      rows: ['v1 ana stated', 'v2 – inferred'],
      next: null,
      total: 2,
      waiting: 2,
      unassigned: 1,
    })
    // The moment itself belongs to what begins at it.
    expect((await seen('10:00')).rows).toEqual(['v2 – inferred', 'v1 ben diffed', 'v3 ben inferred'])
    expect((await seen('11:00')).rows).toEqual(['v2 – inferred', 'v3 ben inferred'])
    const { rows } = await office.heldAt({ scope, at: at('09:30'), ...page })
    expect(rows.find((row) => row.conversation === 'v1')).toEqual({
      conversation: 'v1',
      contact: { id: 'k-v1', name: 'Contact v1' },
      agent: 'ana',
      team: null,
      from: at('09:05'),
      earliest: at('09:05'),
      to: at('10:00'),
      source: 'stated',
      by: 'ben',
      byType: 'agent',
      note: 'Skill',
      endedBy: 'passed_on',
      firstAction: 300,
      replies: 1,
      waitingSince: null,
      category: null,
    })
    expect(rows[0]).toMatchObject({ conversation: 'v2', waitingSince: at('09:02'), firstAction: null })
  })
  it('counts the same on every page, and ends', async () => {
    const office = openOffice()
    await office.tell(...people, ...['v1', 'v2', 'v3', 'v4', 'v5'].flatMap((id) => [...opened(id, '09:00')]))
    const seen: string[] = []
    let after: string | null = null
    do {
      const answer = await office.heldAt({ scope, at: at('09:01'), after, limit: 2 })
      expect(answer.total).toBe(5)
      seen.push(...answer.rows.map(({ conversation }) => conversation))
      after = answer.next
    } while (after !== null)
    expect(seen).toEqual(['v1', 'v2', 'v3', 'v4', 'v5'])
    await expect(office.heldAt({ scope, at: 0, after: 'nonsense', limit: 2 })).rejects.toMatchObject({
      kind: 'invalid',
    })
  })
  it('filters by who had it then, not by who has it now; the future is now', async () => {
    const office = openOffice()
    await office.tell(
      ...people,
      ...opened('v1', '09:00'),
      assigned('v1', '09:00', 'ana'),
      assigned('v1', '10:00', 'ben'),
    )
    const total = async (time: string, more: object) =>
      (await office.heldAt({ scope: { ...scope, ...more }, at: at(time), ...page })).total
    expect(await total('09:30', { agents: ['ana'] })).toBe(1)
    expect(await total('10:30', { agents: ['ana'] })).toBe(0)
    expect(await total('09:30', { teams: ['t1'] })).toBe(1)
    expect(await total('10:30', { teams: ['t1'] })).toBe(0)
    expect(await total('10:30', { channels: ['c1'] })).toBe(1)
    expect(await total('23:00', { agents: ['ben'] })).toBe(1)
  })
  it('goes on with an agent who is gone: the source did not take it from them', async () => {
    const office = openOffice()
    await office.tell(...people, ...opened('v1', '09:00'), assigned('v1', '09:00', 'zoe'))
    const { rows } = await office.heldAt({ scope, at: at('17:00'), ...page })
    expect(rows).toMatchObject([{ agent: 'zoe', to: null }])
  })
})

describe('holdings', () => {
  it('are those of the moment asked for, with the spans of the day', async () => {
    const office = openOffice()
    await office.tell(
      ...people,
      ...opened('v1', '09:00'),
      assigned('v1', '09:05', 'ana'),
      message('v1', '09:10', 'ana'),
      assigned('v1', '10:00', 'ben'),
      message('v1', '10:30', null),
      closed('v1', '11:00'),
      ...opened('v2', '12:00'),
      message('v2', '12:01', 'ben'),
    )
    const early = await office.holdings({ scope, at: at('09:30') })
    expect(early).toMatchObject({ now: at('09:30'), unassigned: { held: 0, waiting: 0 } })
    expect(early.agents).toMatchObject([
      { agent: 'ana', held: 1, waiting: 0, today: 1, medianHeld: null },
      { agent: 'ben', held: 0, today: 0 },
    ])
    const late = await office.holdings({ scope })
    expect(late.now).toBe(at('18:00'))
    expect(late.agents).toMatchObject([
      {
        agent: 'ana',
        held: 0,
        today: 1,
        medianHeld: 55 * 60,
        bars: [
          {
            conversation: 'v1',
            from: at('09:05'),
            to: at('10:00'),
            source: 'stated',
            passedOn: true,
            replies: [at('09:10')],
          },
        ],
      },
      {
        agent: 'ben',
        held: 1,
        // Who only replied was given nothing.
        today: 1,
        bars: [
          { conversation: 'v1', source: 'stated', passedOn: false, to: at('11:00') },
          { conversation: 'v2', source: 'inferred', from: at('12:01'), to: null, replies: [at('12:01')] },
        ],
      },
    ])
  })
  it('follow what changes from one answer to the next', async () => {
    const office = openOffice()
    await office.tell(...people, ...opened('v1', '09:00'), assigned('v1', '09:05', 'ana'))
    const bars = async (more = {}) =>
      (await office.holdings({ scope: { ...scope, ...more } })).agents.flatMap((one) =>
        one.bars.map(({ from, to, replies }) => [one.agent, from, to, replies.length]),
      )
    expect(await bars()).toEqual([['ana', at('09:05'), null, 0]])
    await office.tell(message('v1', '09:10', 'ana'), assigned('v1', '10:00', 'ben'))
    expect(await bars()).toEqual([
      ['ana', at('09:05'), at('10:00'), 1],
      ['ben', at('10:00'), null, 0],
    ])
    expect(await bars({ from: at('11:00') })).toEqual([['ben', at('10:00'), null, 0]])
    expect(await bars()).toHaveLength(2)
  })
  it('count as the metrics do: what is only inferred is in nobody’s credit', async () => {
    const office = openOffice()
    await office.tell(
      ...people,
      ...opened('v1', '09:00'),
      message('v1', '09:10', 'ana'),
      ...opened('v2', '09:00'),
      assigned('v2', '09:10', 'ana'),
      // Seen as well as said: once.
      assigned('v2', '09:20', 'ana', { from: 'ben', source: 'diffed', notBefore: at('09:05') }),
    )
    const of = (metric: Parameters<typeof office.metrics>[0]) =>
      office.metrics(metric).rows.map(({ key, metrics }) => [key.agent, metrics[metric]])
    expect(of('assigned')).toContainEqual(['ana', { value: 1 }])
    expect(office.metrics('transferred_in').total.metrics).toMatchObject({ transferred_in: { value: 0 } })
    const { agents } = await office.holdings({ scope })
    expect(agents).toMatchObject([{ agent: 'ana', held: 2, today: 1 }])
  })
})
