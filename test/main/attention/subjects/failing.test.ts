import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failing, type Sent } from '../../../../src/main/attention/subjects/failing.ts'

const subject = { rule: 'failing_channel', subject: { kind: 'channel', row: 1 }, name: 'c1' } as const
const rule = { severity: 'danger', threshold: 0.2 } as const
const minute = 60_000
const hour = 60 * minute
const sent = (count: number, failed: number, from = 0): readonly Sent[] =>
  Array.from({ length: count }, (_, index) => ({
    at: from + index * minute,
    failed: index >= count - failed,
  }))
const never = () => 0

describe('messages that fail', () => {
  it('are flagged with the message that makes it a fifth of at least twenty', () => {
    expect(failing(subject, sent(19, 19), never, rule)).toEqual([])
    expect(failing(subject, sent(20, 3), never, rule)).toEqual([])
    expect(failing(subject, sent(20, 4), never, rule)).toMatchObject([
      {
        id: `failing_channel:c1:${19 * minute}`,
        from: 0,
        raisedAt: 19 * minute,
        endedAt: 19 * minute + hour,
        seconds: 0.2,
        target: 0.2,
      },
    ])
  })
  it('are looked at an hour back, the message of an hour ago no more', () => {
    const lone = { at: 19 * minute - hour, failed: true }
    expect(failing(subject, [lone, ...sent(20, 3)], never, rule)).toEqual([])
    expect(failing(subject, [{ ...lone, at: lone.at + 1 }, ...sent(20, 4)], never, rule)).toMatchObject([
      { from: lone.at + 1 },
    ])
  })
  it('are not where they always fail that often', () => {
    expect(failing(subject, sent(20, 4), () => 0.07, rule)).toEqual([])
    expect(failing(subject, sent(20, 4), () => 0.0666, rule)).toHaveLength(1)
  })
  it('are one flag until an hour passes without, and then another', () => {
    const again = failing(subject, [...sent(30, 10), ...sent(30, 10, 45 * minute)], never, rule)
    expect(again).toHaveLength(1)
    const later = failing(subject, [...sent(30, 10), ...sent(30, 10, 3 * hour)], never, rule)
    expect(later.map(({ raisedAt }) => raisedAt)).toEqual([24 * minute, 3 * hour + 24 * minute])
  })
  it('are counted in the hour before each message, whatever came before', () => {
    const anySent = fc
      .array(fc.tuple(fc.nat(200), fc.boolean()), { maxLength: 120 })
      .map((all) =>
        all.map(([at, failed]): Sent => ({ at: at * minute, failed })).sort((a, b) => a.at - b.at),
      )
    fc.assert(
      fc.property(anySent, (all) => {
        const moments = all.filter(({ at }) => {
          const last = all.filter((one) => one.at <= at && one.at > at - hour)
          return last.length >= 20 && last.filter(({ failed }) => failed).length >= last.length * 0.2
        })
        const flags = failing(subject, all, never, rule)
        const inside = (at: number) =>
          flags.some(({ raisedAt, endedAt }) => raisedAt <= at && at + hour <= (endedAt ?? 0))
        expect(all.map(({ at }) => at).filter(inside)).toEqual(
          expect.arrayContaining(moments.map(({ at }) => at)),
        )
        for (const { raisedAt, endedAt } of flags) {
          expect(moments.map(({ at }) => at)).toContain(raisedAt)
          expect(moments.map(({ at }) => at + hour)).toContain(endedAt)
        }
      }),
    )
  })
})
