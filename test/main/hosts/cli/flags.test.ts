import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Flag, FlagHistory, FlagList, FlagPreview, FlagRate } from '../../../../src/shared/flags.ts'
import { call, openOffice, type Office } from './commandLine.ts'

let office: Office
beforeAll(async () => void (office = await openOffice()))
afterAll(() => office.close())

const flags = <T>(...args: readonly string[]) => office.json<T>('flags', ...args)
const whole = ['--from', '2026-05-01', '--to', '2030-01-01'] as const
const list = (...args: readonly string[]) => flags<FlagList>('list', ...whole, ...args)

describe('floorwalker flags', () => {
  it('raises flags by hand, decides about them, and tells what became of them', async () => {
    const made = await flags<Flag>(
      'raise',
      'c7',
      '--text',
      'Look at the tone',
      '--by',
      'Kim',
      '--severity',
      'danger',
    )
    expect(made).toMatchObject({ rule: 'by_hand', conversation: 'c7', text: 'Look at the tone' })
    expect((await list('--state', 'open', '--made-by', 'person')).rows.map(({ id }) => id)).toEqual([made.id])
    await flags('own', made.id, '--owner', 'Lee', '--by', 'Kim')
    expect((await list('--owner', 'Lee')).total).toBe(1)
    expect((await list('--owner', '', '--rule', 'by_hand')).total).toBe(0)
    await flags('snooze', made.id, '--until', '2029-01-01')
    expect((await list('--state', 'snoozed')).total).toBe(1)
    await flags('false-alarm', made.id, '--reason', 'all well')
    const { entries } = await flags<FlagHistory>('show', made.id)
    expect(entries.map(({ kind, by }) => [kind, by])).toEqual([
      ['raised', 'Kim'],
      ['own', 'Kim'],
      ['snooze', null],
      ['false_alarm', null],
    ])
    const rates = await flags<readonly FlagRate[]>('rates', ...whole)
    expect(rates.find(({ rule }) => rule === 'by_hand')).toMatchObject({
      raised: 1,
      decided: 1,
      falseAlarms: 1,
      falseAlarmRate: { value: 1, high: 1 },
    })
    await flags('reopen', made.id)
    const { code, out } = await office.call('flags', 'groups', ...whole)
    expect(code).toBe(0)
    expect(out).toContain('by_hand')
  })

  it('lists without a word more, as a table too', async () => {
    // Nobody ever closed a chat here: both agents hold more than they can.
    const { code, out } = await office.call('flags', 'list', ...whole)
    expect(code).toBe(0)
    expect(out).toMatch(/\n3 flags, 3 open\n$/)
    // Its name alone lists too.
    expect(await call('flags', '--workspace', office.workspace, ...whole)).toMatchObject({ code, out })
  })

  it('says what a changed rule would have flagged', async () => {
    const preview = await flags<FlagPreview>('preview', 'unresolved', '--threshold', '30')
    expect(preview).toMatchObject({ raisedNow: 0 })
    expect(preview.byDay).toHaveLength(8)
  })

  it.each([
    [2, 'does not exist', ['preview', 'nonsense']],
    [2, 'has no threshold', ['preview', 'abuse', '--threshold', '3']],
    [2, 'no number', ['preview', 'unresolved', '--threshold', 'soon']],
    [2, '--state', ['list', '--state', 'gone']],
    [1, 'no such flag: there never was, or', ['done', 'waiting:nobody:1']],
    [1, 'not here any more', ['raise', 'nothing', '--text', 'x']],
  ])('answers %i and one sentence where "%s"', async (expected, sentence, args) => {
    const { code, err } = await office.call('flags', ...args)
    expect(code).toBe(expected)
    expect(err).toContain(sentence)
  })
})
