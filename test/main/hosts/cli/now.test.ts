import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { NowAnswer } from '../../../../src/shared/live.ts'
import { openOffice, type Office } from './commandLine.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  const waiting = [
    { kind: 'conversation', id: 'late', contact: 'k1', channel: 'main', openedBy: { type: 'contact' } },
    {
      kind: 'message',
      id: 'late-in',
      conversation: 'late',
      contact: 'k1',
      channel: 'main',
      at: '2026-05-20T09:00:00Z',
      direction: 'in',
      author: { type: 'contact' },
      content: { type: 'text', text: 'Hello?\n\nIs \u001b[31manybody there?' },
    },
  ]
  await office.call(
    'import',
    office.file('waiting.ndjson', waiting.map((one) => `${JSON.stringify(one)}\n`).join('')),
  )
})
afterAll(() => office.close())

describe('floorwalker now', () => {
  it('answers a program with all there is, under filters', async () => {
    const answer = await office.json<NowAnswer>('now')
    expect(answer).toMatchObject({ open: 41, waiting: { total: 1, overTarget: 1 }, unassigned: { total: 1 } })
    expect(answer.waiting.rows).toMatchObject([{ conversation: 'late', agent: null, channel: 'main' }])
    expect(await office.json('now', '--agent', 'ana')).toMatchObject({ open: 20, waiting: { total: 0 } })
  })
  it('tells a person in tables, whatever customers write in one line', async () => {
    const { code, out } = await office.call('now')
    expect(code).toBe(0)
    expect(out).toContain('1 waiting, 1 longer than 2')
    expect(out).toMatch(/Zelda Number1 +late +– +Hello\? Is \[31manybody there\?\n/)
    expect(out).toMatch(/Ana +– +unknown +– +20 +0 +8\n/)
  })
  it('says which zone or team it does not know', async () => {
    expect(await office.call('now', '--zone', 'Mars')).toMatchObject({ code: 2 })
    expect(await office.call('now', '--team', 'nobody')).toMatchObject({ code: 2 })
  })
})
