/** The short version of `npm run faults`: what it looks for must be found, and a sound store must pass. */
import { describe, expect, it } from 'vitest'
import { applyPage } from '../../src/main/store/apply.ts'
import type { CollectorEvent } from '../../src/main/sources/whatsapp-cloud/map.ts'
import { mapEvent } from '../../src/main/sources/whatsapp-cloud/map.ts'
import type { RecordInput } from '../../src/shared/records.ts'
import { pageOf, temporaryCache, testPorts } from '../support/database.ts'
import { runDay } from './day.ts'
import { createExpectation, noFindings } from './expectation.ts'
import { runKills } from './kill.ts'
import { runReviewKills } from './reviewKill.ts'

describe('a console that is killed while it syncs', () => {
  it('holds exactly what its cursors say, and the whole day in the end', async () => {
    const report = await runKills({ cycles: 8, seed: 11, onCycle: () => undefined })
    expect(report).toMatchObject({ findings: noFindings(), differences: [], unverified: [] })
  }, 120_000)
})

describe('a console that is killed while a review is typed', () => {
  it('holds every stroke it said was kept, and never half of one', async () => {
    const report = await runReviewKills({ cycles: 6, seed: 13, onCycle: () => undefined })
    expect(report).toMatchObject({ lost: [], damaged: [] })
    expect(report.behind).toHaveLength(6)
  }, 120_000)
})

describe('a day with outages, repeats and delays', () => {
  it('ends in the engine as it was sent', async () => {
    expect(await runDay({ seed: 12, conversations: 40 })).toMatchObject({
      refused: 3,
      noticed: 2,
      differences: [],
    })
  }, 120_000)
})

describe('the comparison with the collector’s log', () => {
  const message = (id: string): RecordInput => ({
    kind: 'message',
    id,
    conversation: 'c1',
    contact: 'p1',
    at: '2026-05-04T08:00:00Z',
    direction: 'in',
    content: { type: 'text', text: id },
  })
  const event = (seq: number, id: string): CollectorEvent => ({
    seq,
    receivedAt: 0,
    kind: 'records',
    payload: message(id),
  })

  function holding(...ids: readonly string[]) {
    const cache = temporaryCache()
    const records = ids.flatMap((id, index) => mapEvent(event(index, id)).records)
    applyPage(cache, { source: 'cloud', stream: 'tail', page: pageOf(records) }, testPorts)
    return cache
  }

  it('finds nothing where there is nothing', () => {
    const expectation = createExpectation()
    const findings = noFindings()
    expectation.expect([event(1, 'a'), event(2, 'b')])
    expectation.compare(holding('a', 'b'), findings)
    expect(findings).toEqual(noFindings())
  })

  it('finds a record that a cursor passed, one that is gone, one that is too much and one that is twice', () => {
    const expectation = createExpectation()
    const findings = noFindings()
    expectation.expect([event(1, 'gone')])
    expectation.acknowledge()
    expectation.expect([event(2, 'a'), event(3, 'passed')])
    const cache = holding('a', 'more')
    cache.exec(
      `INSERT INTO messages(k, hash, source, rid, at, flags) SELECT k + 9, hash, source, rid, at, flags FROM messages WHERE rid = 'a'`,
    )
    expectation.compare(cache, findings)
    expect(findings).toEqual({
      lost: ['message gone'],
      ahead: ['message passed'],
      torn: ['message more'],
      doubled: ['message a'],
      damaged: [],
    })
  })
})
