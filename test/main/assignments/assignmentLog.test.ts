import { describe, expect, it } from 'vitest'
import type { AssignmentQuery } from '../../../src/shared/assigning.ts'
import {
  assigned,
  at,
  closed,
  comment,
  message,
  opened,
  openOffice,
  people,
  scope,
  type Office,
} from './office.ts'

async function furnished(): Promise<Office> {
  const office = openOffice()
  await office.tell(
    ...people,
    ...opened('v1', '09:00', 'Žofie Dvořák'),
    assigned('v1', '09:05', 'ana', { by: { type: 'automation' }, extra: { rule: 'Fair share' }, team: 't1' }),
    message('v1', '09:07', 'ana'),
    assigned('v1', '10:00', 'ben', { by: { type: 'agent', id: 'ana' } }),
    comment('v1', '10:01', 'ana', 'Refund please, @Ben', ['ben']),
    comment('v1', '10:04', 'ben', 'On it'),
    assigned('v1', '10:30', null),
    ...opened('v2', '09:10'),
    message('v2', '09:30', 'ben'),
    assigned('v2', '12:00', 'zoe', { from: 'ben', source: 'diffed', notBefore: at('11:40') }),
    assigned('v2', '11:45', 'zoe'),
    closed('v2', '13:00'),
    ...opened('v3', '14:00', 'Marco'),
    assigned('v3', '15:00', 'ana', { source: 'diffed', notBefore: at('14:30') }),
  )
  return office
}

async function told(office: Office, more: Partial<AssignmentQuery> = {}): Promise<readonly string[]> {
  const { rows, total } = await office.assignmentLog({
    scope,
    flaggedOnly: false,
    after: null,
    limit: 100,
    ...more,
  })
  expect(total).toBe(rows.length)
  return rows.map(
    (row) =>
      `${new Date(row.at).toISOString().slice(11, 16)} ${row.conversation} ${row.kind} ${row.from ?? '–'}>${row.to ?? '–'} ${row.source}`,
  )
}

describe('the assignment log', () => {
  it('tells each change once, newest first, with those that are only inferred', async () => {
    expect(await told(await furnished())).toEqual([
      '15:00 v3 assigned –>ana diffed',
      '11:45 v2 assigned –>zoe stated',
      '10:30 v1 unassigned ben>– stated',
      '10:00 v1 passed_on ana>ben stated',
      '09:30 v2 assigned –>ben inferred',
      '09:05 v1 assigned –>ana stated',
    ])
  })
  it('says how long it was held before, when the first action came, and what was written beside it', async () => {
    const office = await furnished()
    const { rows } = await office.assignmentLog({ scope, flaggedOnly: false, after: null, limit: 100 })
    expect(rows[0]).toMatchObject({ earliest: at('14:30'), heldBefore: null, firstAction: null })
    expect(rows[3]).toMatchObject({
      by: 'ana',
      byType: 'agent',
      heldBefore: 55 * 60,
      // A comment is an action as much as a reply.
      firstAction: 240,
      comment: 'Refund please, @Ben',
      mentions: ['ben'],
    })
    expect(rows[5]).toMatchObject({
      byType: 'automation',
      note: 'Fair share',
      team: 't1',
      firstAction: 120,
      comment: null,
      contact: { name: 'Žofie Dvořák' },
    })
    // Ben is only inferred to have had it: nobody is said to have passed it on, and no metric counts a transfer.
    expect(rows[1]).toMatchObject({ from: null, heldBefore: null })
    expect(office.metrics('transferred_in').total.metrics).toMatchObject({ transferred_in: { value: 1 } })
  })
  it('is filtered by kind, source, agent, comment and flag', async () => {
    const office = await furnished()
    expect(await told(office, { kinds: ['passed_on', 'unassigned'] })).toHaveLength(2)
    expect(await told(office, { sources: ['diffed', 'inferred'] })).toEqual([
      '15:00 v3 assigned –>ana diffed',
      '09:30 v2 assigned –>ben inferred',
    ])
    expect(await told(office, { scope: { ...scope, agents: ['zoe'] } })).toEqual([
      '11:45 v2 assigned –>zoe stated',
    ])
    expect(await told(office, { commentedOnly: true })).toEqual(['10:00 v1 passed_on ana>ben stated'])
    expect(await told(office, { flaggedOnly: true, kinds: ['assigned'] })).not.toHaveLength(0)
    expect(await told(office, { scope: { ...scope, from: at('12:00') } })).toEqual([
      '15:00 v3 assigned –>ana diffed',
    ])
  })
  it('finds a piece of a name, a comment or a rule, whatever its case and accents', async () => {
    const office = await furnished()
    expect(await told(office, { text: 'DVORAK' })).toHaveLength(3)
    expect(await told(office, { text: 'zoe mu' })).toEqual(['11:45 v2 assigned –>zoe stated'])
    expect(await told(office, { text: 'mueller' })).toHaveLength(1)
    expect(await told(office, { text: ' refund ' })).toEqual(['10:00 v1 passed_on ana>ben stated'])
    expect(await told(office, { text: 'fair' })).toEqual(['09:05 v1 assigned –>ana stated'])
    expect(await told(office, { text: 'nobody at all' })).toEqual([])
  })
  it('goes on page by page, also between changes of one instant', async () => {
    const office = openOffice()
    await office.tell(
      ...people,
      ...opened('v1', '09:00'),
      assigned('v1', '09:05', 'ana'),
      assigned('v1', '09:05', 'ben', { from: 'ana' }),
      assigned('v1', '09:05', null, { from: 'ben' }),
    )
    const query = { scope, flaggedOnly: false, limit: 1 }
    const seen: string[] = []
    let after: string | null = null
    do {
      const answer = await office.assignmentLog({ ...query, after })
      expect(answer.total).toBe(3)
      seen.push(...answer.rows.map(({ from, to }) => `${from ?? '–'}>${to ?? '–'}`))
      after = answer.next
    } while (after !== null)
    expect(seen).toEqual(['ben>–', 'ana>ben', '–>ana'])
    await expect(office.assignmentLog({ ...query, after: 'x' })).rejects.toMatchObject({ kind: 'invalid' })
  })
  it('tells of conversations that nobody was ever given', async () => {
    const office = openOffice()
    await office.tell(...people, ...opened('v1', '09:00'))
    expect(await told(office)).toEqual(['09:00 v1 opened –>– stated'])
    expect(await told(office, { scope: { ...scope, agents: ['ana'] } })).toEqual([])
  })
})

describe('the path of a conversation', () => {
  it('has its gaps, hand-overs, returns, and questions that were asked again', async () => {
    const office = openOffice()
    await office.tell(
      ...people,
      ...opened('v1', '09:00'),
      assigned('v1', '09:10', 'ana'),
      message('v1', '09:11', 'ana', 'Could you tell me your delivery address, please?'),
      message('v1', '09:12', 'ana', 'And what colour is the lamp you bought?'),
      assigned('v1', '09:20', 'ben'),
      message('v1', '09:22', 'ben', 'Hello! What is your delivery address please?'),
      assigned('v1', '09:30', null),
      assigned('v1', '09:40', 'ana'),
      message('v1', '09:41', 'ana', 'Could you tell me your delivery address, please?'),
    )
    const path = await office.assignmentPath('v1')
    expect(path).toMatchObject({ conversation: 'v1', handOvers: 2, returns: 1, unassigned: 20 * 60 })
    expect(path.intervals.map(({ agent, endedBy }) => [agent, endedBy])).toEqual([
      [null, 'passed_on'],
      ['ana', 'passed_on'],
      ['ben', 'unassigned'],
      [null, 'passed_on'],
      ['ana', null],
    ])
    expect(
      path.repeatedQuestions.map(({ at: asked, agent, earlier }) => [
        asked,
        agent,
        earlier.at,
        earlier.agent,
      ]),
    ).toEqual([
      [at('09:22'), 'ben', at('09:11'), 'ana'],
      [at('09:41'), 'ana', at('09:22'), 'ben'],
    ])
  })
  it('counts what goes on with nobody up to now', async () => {
    const office = openOffice()
    await office.tell(...people, ...opened('v1', '09:00'))
    office.now = at('09:30')
    expect(await office.assignmentPath('v1')).toMatchObject({ unassigned: 1800, handOvers: 0 })
  })
  it('of a conversation there is not is refused in words', async () => {
    await expect(openOffice().assignmentPath('v404')).rejects.toMatchObject({
      kind: 'invalid',
      message: 'There is no conversation "v404".',
    })
  })
})

describe('hand-overs', () => {
  it('say who takes over how soon, and who does not read on', async () => {
    const office = openOffice()
    await office.tell(
      ...people,
      ...['v1', 'v2'].flatMap((id) => [
        ...opened(id, '09:00'),
        assigned(id, '09:05', 'ana'),
        message(id, '09:06', 'ana', 'What is your order number?'),
        assigned(id, '10:00', 'ben'),
      ]),
      message('v1', '10:02', 'ben', 'What is your order number?'),
      comment('v2', '10:06', 'ben', 'Waiting for the warehouse'),
      // Given away before anything was done, and what came after is another's.
      ...opened('v3', '09:00'),
      assigned('v3', '09:05', 'ben'),
      assigned('v3', '10:00', 'ana'),
      assigned('v3', '10:10', 'ben'),
      message('v3', '10:20', 'ana'),
    )
    expect(await office.handOvers({ scope })).toEqual([
      { agent: 'ben', received: 3, medianFirstAction: 240, repeated: 1, of: 3 },
      { agent: 'ana', received: 1, medianFirstAction: null, repeated: 0, of: 1 },
    ])
    expect(await office.handOvers({ scope: { ...scope, agents: ['ana'] } })).toMatchObject([{ received: 1 }])
  })
})
