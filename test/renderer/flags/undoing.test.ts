import { describe, expect, it } from 'vitest'
import { standingOpen, undoingOf } from '../../../src/renderer/flags/undoing.ts'
import { flag } from './flag.ts'

const now = 5_000_000

describe('the way back', () => {
  it('opens again what was open', () => {
    for (const kind of ['done', 'false_alarm'] as const)
      expect(undoingOf([flag()], { kind, reason: null }, now)).toEqual([
        { flags: [flag().id], act: { kind: 'reopen' } },
      ])
    expect(undoingOf([flag()], { kind: 'snooze', until: now + 1 }, now)[0]?.act).toEqual({ kind: 'reopen' })
  })

  it('brings back a decision with its reason, and a rest that is not over', () => {
    const decided = flag({ id: 'd', decision: 'false_alarm', reason: 'a test' })
    const resting = flag({ id: 'r', snoozedUntil: now + 1 })
    const rested = flag({ id: 'o', snoozedUntil: now })
    expect(undoingOf([decided, resting, rested], { kind: 'reopen' }, now)).toEqual([
      { flags: ['d'], act: { kind: 'false_alarm', reason: 'a test' } },
      { flags: ['r'], act: { kind: 'snooze', until: now + 1 } },
      { flags: ['o'], act: { kind: 'reopen' } },
    ])
  })

  it('of a whole group opens it again, or gives each flag back to whom it was with', () => {
    const group = [
      { id: '1', owner: 'Ana' },
      { id: '2', owner: null },
      { id: '3', owner: 'Ana' },
    ].map(standingOpen)
    expect(undoingOf(group, { kind: 'own', owner: 'Ben' }, now)).toEqual([
      { flags: ['1', '3'], act: { kind: 'own', owner: 'Ana' } },
      { flags: ['2'], act: { kind: 'own', owner: null } },
    ])
    expect(undoingOf(group, { kind: 'done', reason: null }, now)).toEqual([
      { flags: ['1', '2', '3'], act: { kind: 'reopen' } },
    ])
  })

  it('gives each flag back to whom it was with, those of one person together', () => {
    const flags = [
      flag({ id: '1', owner: 'Ana' }),
      flag({ id: '2' }),
      flag({ id: '3', owner: 'Ana', decision: 'done' }),
    ]
    expect(undoingOf(flags, { kind: 'own', owner: 'Ben' }, now)).toEqual([
      { flags: ['1', '3'], act: { kind: 'own', owner: 'Ana' } },
      { flags: ['2'], act: { kind: 'own', owner: null } },
    ])
  })
})
