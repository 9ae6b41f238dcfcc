import { describe, expect, it } from 'vitest'
import { definitionOf, dimensionsOf, metricsOf, scopeOf } from '../../../../src/main/hosts/cli/scope.ts'
import type { Workspace } from '../../../../src/shared/contract.ts'

const now = Date.UTC(2026, 6, 15, 12)
const workspace: Workspace = {
  name: 'Acme',
  zone: 'Europe/Berlin',
  empty: false,
  sample: false,
  agents: [{ id: 'a1', name: 'Ana', teams: ['t1'], active: false, role: null }],
  teams: [{ id: 't1', name: 'Billing' }],
  channels: [],
  categories: ['refund'],
  span: null,
  now,
  clockSpeed: 1,
  version: '0',
}

describe('the filters of a call', () => {
  it('takes bare dates as midnight in the zone', () => {
    const scope = scopeOf({ from: '2026-07-01', to: '2026-07-08', agent: 'a1' }, workspace, now)
    expect(scope.from).toBe(Date.UTC(2026, 5, 30, 22))
    expect(scope.to).toBe(Date.UTC(2026, 6, 7, 22))
    expect(scope.agents).toEqual(['a1'])
    expect(scope.hours).toBe('calendar')
  })

  it.each([
    [{ zone: 'Mars/Olympus' }, '--zone Mars/Olympus is no time zone'],
    [{ from: '2026-07-08', to: '2026-07-01' }, '--from must be before --to'],
    [{ from: 'yesterday' }, '--from'],
    [{ agent: 'a9' }, '--agent a9: the workspace has none of that id; there are: a1.'],
    [{ channel: 'c1' }, '--channel c1: the workspace has none of that id; there are none yet.'],
    [{ category: 'nothing' }, '--category nothing'],
    [{ hours: 'office' }, '--hours office does not exist; there are: calendar, business.'],
    [{ author: 'ghost' }, '--author ghost does not exist'],
  ])('answers %o with what is wrong', (options, message) => {
    expect(() => scopeOf(options, workspace, now)).toThrow(message)
  })

  it('still knows an agent who left', () => {
    expect(scopeOf({ agent: 'a1' }, workspace, now).agents).toEqual(['a1'])
  })
})

describe('names in a call', () => {
  it('knows figures with a name of their own', () => {
    expect(metricsOf('busy_hours,csat_score')).toEqual({
      metrics: ['messages_received', 'csat_score'],
      by: ['weekday-hour'],
    })
  })

  it('says which names there are', () => {
    expect(() => metricsOf('speed')).toThrow('--metric speed does not exist; there are: conversations_opened')
    expect(() => dimensionsOf('colour')).toThrow('--by colour does not exist; there are: agent')
    expect(() => definitionOf('--definition', 'acme')).toThrow('there are: floorwalker, respondio')
  })
})
