import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openOffice, type Office } from './commandLine.ts'

let office: Office
beforeAll(async () => (office = await openOffice()))
afterAll(() => office.close())

it('tells nobody and counts nothing as told: the next console does', async () => {
  expect((await office.call('flags', 'raise', 'c7', '--text', 'Look', '--by', 'Ana')).code).toBe(0)
  const workspace = new Database(join(office.workspace, 'workspace.db'), { readonly: true })
  const kept = (table: string) => workspace.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
  expect(['flag_sightings', 'telling_state', 'telling_queue'].map(kept)).toEqual([0, 0, 0])
  workspace.close()
})
