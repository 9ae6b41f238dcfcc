import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AssignmentLog, AssignmentPath, HeldAt } from '../../../../src/shared/assigning.ts'
import { openOffice, type Office } from './commandLine.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  const conversation = 'handed'
  const passed = [
    { kind: 'agent', id: 'ben', name: 'Ben' },
    {
      kind: 'conversation',
      id: conversation,
      contact: 'k1',
      channel: 'main',
      openedAt: '2026-05-20T09:00:00Z',
    },
    { kind: 'assignment', conversation, at: '2026-05-20T09:01:00Z', to: 'ana' },
    {
      kind: 'assignment',
      conversation,
      at: '2026-05-20T09:10:00Z',
      to: 'ben',
      source: 'diffed',
      notBefore: '2026-05-20T09:05:00Z',
    },
  ]
  await office.call(
    'import',
    office.file('passed.ndjson', passed.map((one) => `${JSON.stringify(one)}\n`).join('')),
  )
})
afterAll(() => office.close())

const period = ['--from', '2026-05-20', '--to', '2026-05-21', '--zone', 'UTC'] as const

describe('floorwalker assignments', () => {
  it('lists what changed hands under filters', async () => {
    const log = await office.json<AssignmentLog>('assignments', ...period, '--kind', 'passed_on')
    expect(log).toMatchObject({
      total: 1,
      rows: [{ conversation: 'handed', from: 'ana', to: 'ben', source: 'diffed', heldBefore: 540 }],
    })
    expect(await office.json('assignments', ...period, '--text', 'BEN', '--source', 'stated')).toMatchObject({
      total: 0,
    })
    const { out } = await office.call('assignments', ...period, '--source', 'diffed')
    expect(out).toContain('2026-05-20T09:05:00.000Z…2026-05-20T09:10:00.000Z')
  })
  it('tells who had what at a past moment, in the zone asked for', async () => {
    const asked = ['--agent', 'ana', '--zone', 'Europe/Berlin', '--as-of'] as const
    expect(await office.json<HeldAt>('assignments', ...asked, '2026-05-20T11:05')).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ conversation: 'handed', agent: 'ana' })]),
    })
    const later = await office.json<HeldAt>('assignments', ...asked, '2026-05-20T09:10:00Z')
    expect(later.rows.map(({ conversation }) => conversation)).not.toContain('handed')
  })
  it('tells one conversation’s path', async () => {
    expect(await office.json<AssignmentPath>('assignments', '--path', 'handed')).toMatchObject({
      handOvers: 1,
      unassigned: 60,
    })
    expect((await office.call('assignments', '--path', 'handed')).out).toContain('1 hand-overs')
    expect(await office.json('assignments', '--hand-overs', ...period)).toMatchObject([
      { agent: 'ben', received: 1 },
    ])
  })
  it('refuses what it cannot do, in words', async () => {
    for (const wrong of [
      ['--as-of', 'yesterday'],
      ['--as-of', '2026-05-20', '--path', 'handed'],
      ['--kind', 'stolen'],
    ])
      expect(await office.call('assignments', ...wrong), wrong.join(' ')).toMatchObject({ code: 2 })
    expect(await office.call('assignments', '--path', 'nowhere')).toMatchObject({ code: 1 })
  })
})
