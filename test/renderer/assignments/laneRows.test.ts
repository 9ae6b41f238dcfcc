import { describe, expect, it } from 'vitest'
import { laneRows } from '../../../src/renderer/assignments/laneRows.ts'
import { lanesTable } from '../../../src/renderer/assignments/tables.ts'
import type { Holdings } from '../../../src/shared/assigning.ts'
import type { Scope, Workspace } from '../../../src/shared/contract.ts'
import type { AgentLoad, AgentState } from '../../../src/shared/live.ts'
import { formatFor } from '../../../src/shared/numbers.ts'

const scope: Scope = { from: 0, to: 1, zone: 'UTC', agents: [], teams: [], channels: [], categories: [] }
const names = { agent: (id: string) => id, team: (id: string) => `Team ${id}` }
const agent = (id: string, team: string | null, active = true) => ({
  id,
  name: id,
  teams: team === null ? [] : [team],
  active,
  role: null,
})
const workspace = {
  teams: [
    { id: 'b', name: 'b' },
    { id: 'a', name: 'a' },
  ],
  agents: [
    agent('zoe', 'b'),
    agent('ana', 'a'),
    agent('bob', null),
    agent('gone', 'a', false),
    agent('idle', 'b'),
  ],
} as unknown as Workspace
const held = (id: string): Holdings['agents'][number] => ({
  agent: id,
  held: 1,
  waiting: 1,
  today: 2,
  medianHeld: 60,
  bars: [],
})
const holdings: Holdings = {
  now: 0,
  agents: ['ana', 'gone', 'bob', 'zoe'].map(held),
  unassigned: { held: 0, waiting: 0 },
}
const load = (id: string, state: AgentState): AgentLoad => ({
  agent: id,
  team: null,
  state,
  stateSince: null,
  held: 0,
  waiting: 0,
  capacity: 5,
})
const rowsWith = (more: { readonly scope?: Scope; readonly present?: readonly AgentLoad[] } = {}) =>
  laneRows({ holdings, workspace, names, scope, present: undefined, ...more })

describe('laneRows', () => {
  it('keeps teams together in their order, parted, the idle ones with a row, whoever left with theirs', () => {
    expect(rowsWith().map(({ agent: one, opensTeam }) => [one.agent, opensTeam])).toEqual([
      ['idle', false],
      ['zoe', false],
      ['ana', true],
      ['gone', false],
      ['bob', true],
    ])
  })

  it('adds no idle agent the filters leave out', () => {
    const shown = rowsWith({ scope: { ...scope, teams: ['a'] } }).map(({ agent: one }) => one.agent)
    expect(shown).not.toContain('idle')
  })

  it('says off shift only where presence or a roster is on record', () => {
    const off = (present: readonly AgentLoad[]) =>
      rowsWith({ present }).flatMap((row) => (row.offShift ? [row.agent.agent] : []))
    expect(off([load('zoe', 'unknown')])).toEqual([])
    expect(
      off([load('zoe', 'online'), load('ana', 'unknown'), load('gone', 'offline'), load('bob', 'busy')]),
    ).toEqual(['idle', 'gone'])
  })
})

describe('lanesTable', () => {
  it('holds the figures beside the lanes, in their order', () => {
    const text = (key: string) => key
    const table = lanesTable(
      rowsWith(),
      { at: 0, day: 0 },
      { text, names, format: formatFor('en', 'UTC', 0) },
    )
    expect(table.rows.slice(0, 2)).toEqual([
      ['Team b', 'idle', 0, 0, 0, null],
      ['Team b', 'zoe', 1, 1, 2, 60],
    ])
  })
})
