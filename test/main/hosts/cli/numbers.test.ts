import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openOffice, type Office } from './commandLine.ts'

let office: Office
beforeAll(async () => void (office = await openOffice()))
afterAll(() => office.close())

const asked = ['--from', '2026-05-01', '--to', '2026-06-01', '--metric', 'messages_sent', '--by', 'agent']

describe('floorwalker metrics', () => {
  it('says people by name, and by id to programs', async () => {
    const { out } = await office.call('metrics', ...asked)
    expect(out.split('\n').map((line) => line.split(/\s+/))).toEqual(
      expect.arrayContaining([
        ['agent', 'messages_sent'],
        ['Ana', '20'],
        ['Ben', '20'],
        ['total', '40'],
      ]),
    )
    const { rows } = await office.json<{ rows: readonly { key: { agent: string } }[] }>('metrics', ...asked)
    expect(rows.map(({ key }) => key.agent).toSorted()).toEqual(['ana', 'ben'])
  })
})
