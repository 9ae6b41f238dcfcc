import { describe, expect, it } from 'vitest'
import { idle, overloaded } from '../../../../src/main/attention/subjects/agentRules.ts'

const agent = { row: 1, id: 'a1' }
const minute = 60_000
const whole = { from: 0, to: Infinity }
const rule = { severity: 'warning', threshold: 1 } as const

describe('an overloaded agent', () => {
  const held = (count: number, from: number, to: number) =>
    Array.from({ length: count }, () => ({ from: from * minute, to: to * minute }))

  it('holds more than they can for five minutes, not a millisecond less', () => {
    expect(overloaded(agent, held(5, 0, 60), rule, 5)).toEqual([])
    const six = [...held(5, 0, 60), { from: 10 * minute, to: 15 * minute }]
    expect(overloaded(agent, six, rule, 5)).toMatchObject([
      {
        id: `overloaded:a1:${10 * minute}`,
        subject: { kind: 'agent', row: 1 },
        from: 10 * minute,
        raisedAt: 15 * minute,
        endedAt: 15 * minute,
        seconds: 6,
        target: 5,
      },
    ])
    const shorter = [...held(5, 0, 60), { from: 10 * minute, to: 15 * minute - 1 }]
    expect(overloaded(agent, shorter, rule, 5)).toEqual([])
  })
  it('is one flag while one takes the place of another, and is known ahead', () => {
    const all = [...held(5, 0, Infinity), ...held(1, 10, 13), ...held(1, 13, 14), ...held(2, 14, Infinity)]
    expect(overloaded(agent, all, rule, 5)).toMatchObject([
      { from: 10 * minute, raisedAt: 15 * minute, endedAt: null, seconds: 7 },
    ])
  })
  it('is told against a share of what they can hold', () => {
    expect(overloaded(agent, held(5, 0, 60), { ...rule, threshold: 0.8 }, 5)).toMatchObject([{ target: 4 }])
  })
})

describe('an idle agent', () => {
  const five = { severity: 'warning', threshold: 300 } as const
  const wanted = [{ from: 10 * minute, to: 30 * minute }]

  it('could take somebody who waits too long for as long as the rule says, not a millisecond less', () => {
    expect(idle(agent, [whole], wanted, five)).toMatchObject([
      {
        id: `idle:a1:${10 * minute}`,
        from: 10 * minute,
        raisedAt: 15 * minute,
        endedAt: 30 * minute,
        seconds: 1200,
      },
    ])
    expect(idle(agent, [whole], [{ from: 0, to: 5 * minute }], five)).toHaveLength(1)
    expect(idle(agent, [whole], [{ from: 0, to: 5 * minute - 1 }], five)).toEqual([])
  })
  it('is not while away, nor while holding a chat: then it begins anew', () => {
    expect(idle(agent, [{ from: 0, to: 12 * minute }], wanted, five)).toEqual([])
    const between = [
      { from: 0, to: 14 * minute },
      { from: 16 * minute, to: Infinity },
    ]
    expect(idle(agent, between, wanted, five)).toMatchObject([{ from: 16 * minute, raisedAt: 21 * minute }])
  })
})
