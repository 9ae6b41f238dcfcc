import { expect, it } from 'vitest'
import { countContactChanges, listContactChanges } from '../../../src/main/store/contactsLog.ts'
import { openSide } from '../../../src/main/store/side.ts'
import { defaultSettings } from '../../../src/main/store/settings.ts'
import { workingHoursInForce } from '../../../src/main/store/workingHours.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { apply, records, temporaryCache } from '../../support/database.ts'

const at = Date.UTC(2026, 4, 4, 8)
const hour = 3_600_000

function cacheOf(...inputs: readonly RecordInput[]) {
  const cache = temporaryCache()
  expect(apply(cache, records(...inputs)).rejected).toBe(0)
  return cache
}

function row(cache: ReturnType<typeof temporaryCache>, table: string, rid: string): number {
  return cache.prepare(`SELECT id FROM ${table} WHERE rid = ?`).pluck().get(rid) as number
}

it('turns presence into intervals that last to the next other state', () => {
  const state = (agent: string, hours: number, name: 'online' | 'busy' | 'away' | 'offline') =>
    ({ kind: 'presence', agent, at: at + hours * hour, state: name }) as const
  const cache = cacheOf(
    state('a1', 0, 'online'),
    state('a1', 1, 'online'),
    state('a1', 2, 'away'),
    state('a1', 3, 'online'),
    // At one instant: the one in which the agent is less there.
    state('a1', 5, 'online'),
    state('a1', 5, 'offline'),
    state('a2', 4, 'busy'),
    state('a3', 9, 'online'),
  )
  const side = openSide(cache)
  const [a1, a2] = ['a1', 'a2'].map((rid) => row(cache, 'agents', rid))
  const shown = (from: number, to: number) =>
    side
      .presence(at + from * hour, at + to * hour)
      .map((one) => [one.agent, (one.from - at) / hour, (one.to - at) / hour, one.state])
  expect(shown(0, 8)).toEqual([
    [a1, 0, 2, 'online'],
    [a1, 2, 3, 'away'],
    [a1, 3, 5, 'online'],
    [a1, 5, 8, 'offline'],
    [a2, 4, 8, 'busy'],
  ])
  // The state at the beginning is the last one before it.
  expect(shown(1.5, 2.5)).toEqual([
    [a1, 1.5, 2, 'online'],
    [a1, 2, 2.5, 'away'],
  ])
  expect(shown(7, 8)).toEqual([
    [a1, 7, 8, 'offline'],
    [a2, 7, 8, 'busy'],
  ])
  expect(shown(-2, 0)).toEqual([])
})

it('finds the shifts that overlap a period, each once', () => {
  const shift = (from: number, to: number, extra?: Record<string, unknown>) =>
    ({
      kind: 'shift',
      agent: 'a1',
      from: at + from * hour,
      to: at + to * hour,
      ...(extra ? { extra } : {}),
    }) as const
  const cache = cacheOf(shift(0, 8), shift(0, 8, { note: 'again' }), shift(24, 32))
  const side = openSide(cache)
  const whole = { agent: 1, from: at, to: at + 8 * hour }
  expect(side.shifts(at + 7 * hour, at + 9 * hour)).toEqual([whole])
  expect(side.shifts(at + 8 * hour, at + 24 * hour)).toEqual([])
  expect(side.shifts(at, at + 25 * hour)).toHaveLength(2)
})

it('tells who came and went, by how they were added', () => {
  const cache = cacheOf(
    { kind: 'contact', id: 'k1', name: 'Li', addedAt: at, addedBy: 'import', optedInAt: at + 1 },
    {
      kind: 'contact',
      id: 'k2',
      phone: '+886',
      addedAt: at + hour,
      addedBy: 'import',
      deletedAt: at + 3 * hour,
    },
    { kind: 'contact', id: 'k3', addedAt: at + 2 * hour },
    { kind: 'contact', id: 'k4' },
    { kind: 'removed', of: 'contact', id: 'k2', at: at + 2 * hour, reason: 'upstream' },
  )
  const side = openSide(cache)
  const [k1, k2, k3, k4] = ['k1', 'k2', 'k3', 'k4'].map((rid) => row(cache, 'contacts', rid))
  expect(side.contactsAdded(at, at + 2 * hour)).toEqual([
    { contact: k1, at, addedBy: 'import' },
    { contact: k2, at: at + hour, addedBy: 'import' },
  ])
  expect(side.contactsRemoved(at, at + 9 * hour)).toEqual([
    { contact: k2, at: at + 2 * hour, addedBy: 'import' },
  ])
  expect(side.profiles([k1!, k4!, 999])).toEqual(
    new Map([
      [k1, { addedBy: 'import', optedInAt: at + 1, optedOutAt: null }],
      [k4, { addedBy: null, optedInAt: null, optedOutAt: null }],
    ]),
  )
  expect(countContactChanges(cache, 'added', at, at + 9 * hour)).toEqual([
    { addedBy: 'import', count: 2 },
    { addedBy: null, count: 1 },
  ])
  const query = { from: at, to: at + 9 * hour, limit: 2 }
  const first = listContactChanges(cache, 'added', { ...query, after: null })
  expect(first.rows).toEqual([
    { id: 'k3', name: 'k3', at: at + 2 * hour, addedBy: null },
    { id: 'k2', name: '+886', at: at + hour, addedBy: 'import' },
  ])
  const second = listContactChanges(cache, 'added', { ...query, after: first.next })
  expect(second).toEqual({ rows: [{ id: 'k1', name: 'Li', at, addedBy: 'import' }], next: null })
  expect(k3).toBeGreaterThan(0)
})

it('finds conversions by the person, whoever the ids turn out to be', () => {
  const cache = cacheOf(
    {
      kind: 'conversion',
      id: 'g1',
      contact: 'k2',
      conversation: 'v1',
      at,
      goal: 'purchase',
      value: 12.5,
      currency: 'EUR',
    },
    { kind: 'conversion', id: 'g2', contact: 'nobody', at, goal: 'purchase' },
    { kind: 'conversation', id: 'v1', contact: 'k1' },
    { kind: 'contact', id: 'k1', aliases: [{ type: 'phone', value: '+886' }] },
    { kind: 'contact', id: 'k2', aliases: [{ type: 'phone', value: '+886' }] },
  )
  expect(openSide(cache).conversions(at, at + 1)).toEqual([
    {
      contact: row(cache, 'contacts', 'k1'),
      conversation: row(cache, 'conversations', 'v1'),
      at,
      goal: 'purchase',
      value: 12.5,
      currency: 'EUR',
    },
  ])
  expect(openSide(cache).conversions(at - 9, at)).toEqual([])
})

it('puts the hours set here after those the sources state', () => {
  const cache = cacheOf(
    { kind: 'team', id: 't1', name: 'Billing' },
    { kind: 'working_hours', zone: 'Asia/Taipei', week: { mon: [['09:00', '17:00']] } },
    { kind: 'working_hours', scope: { team: 't1' }, zone: 'Europe/Berlin', week: {} },
  )
  const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  const own = { scope: null, zone: 'UTC', week: closed, exceptions: [] }
  expect(workingHoursInForce(cache, { ...defaultSettings, workingHours: [own] })).toEqual([
    { scope: null, zone: 'Asia/Taipei', week: { ...closed, mon: [['09:00', '17:00']] }, exceptions: [] },
    { scope: { team: 't1' }, zone: 'Europe/Berlin', week: closed, exceptions: [] },
    own,
  ])
})
