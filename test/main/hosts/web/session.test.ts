import { describe, expect, it } from 'vitest'
import { createSession } from '../../../../src/main/hosts/web/session.ts'

function started() {
  const clock = { now: 1_000_000 }
  const alarms: number[] = []
  const session = createSession(
    () => clock.now,
    () => alarms.push(clock.now),
  )
  return { clock, alarms, session }
}

describe('the web console’s secrets', () => {
  it('takes a code once, and only within a minute', () => {
    const { clock, session } = started()
    const code = session.issueCode()
    const token = session.redeem(code)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(session.redeem(code)).toBeNull()
    const late = session.issueCode()
    clock.now += 60_001
    expect(session.redeem(late)).toBeNull()
  })

  it('knows its token and nothing else', () => {
    const { session } = started()
    const token = session.redeem(session.issueCode())
    expect(session.holdsToken(token)).toBe(true)
    expect(session.holdsToken(`${token}x`)).toBe(false)
    expect(session.holdsToken(undefined)).toBe(false)
    expect(session.holdsToken('')).toBe(false)
  })

  it('takes a ticket once, and only for half a minute', () => {
    const { clock, session } = started()
    const ticket = session.issueTicket()
    expect(session.useTicket(ticket)).toBe(true)
    expect(session.useTicket(ticket)).toBe(false)
    const late = session.issueTicket()
    clock.now += 30_001
    expect(session.useTicket(late)).toBe(false)
  })

  it('raises the alarm at the tenth wrong secret', () => {
    const { alarms, session } = started()
    for (let n = 0; n < 9; n += 1) session.holdsToken(`guess ${n}`)
    expect(alarms).toHaveLength(0)
    session.redeem('guess')
    expect(alarms).toHaveLength(1)
  })
})
