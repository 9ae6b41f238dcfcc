import { expect, it, onTestFinished } from 'vitest'
import type { Settings } from '../../../src/shared/contract.ts'
import { openWorkspaceDb } from '../../../src/main/store/open.ts'
import { defaultSettings, readSettings, saveSettings } from '../../../src/main/store/settings.ts'
import { addSource, listSources, pauseSource, removeSource } from '../../../src/main/store/sources.ts'
import { temporaryFolder } from '../../support/database.ts'

function workspace() {
  const db = openWorkspaceDb(temporaryFolder(), 'writer')
  onTestFinished(() => void db.close())
  return db
}

it('keeps what was set and leaves the rest at its default', () => {
  const db = workspace()
  expect(readSettings(db)).toEqual(defaultSettings)
  const targets = { ...defaultSettings.targets, firstResponse: 90, csat: null }
  expect(saveSettings(db, { zone: 'Europe/Berlin', targets })).toEqual({
    ...defaultSettings,
    zone: 'Europe/Berlin',
    targets,
  })
  saveSettings(db, { theme: 'dark' })
  expect(readSettings(db)).toMatchObject({ zone: 'Europe/Berlin', theme: 'dark' })
})

it.each([
  [{ zone: 'Mars/Olympus' }, /^zone: is no time zone, such as Europe\/Berlin; no setting was changed\.$/],
  [{ targets: { ...defaultSettings.targets, csat: 7 } }, /^targets\.csat: is a share between 0 and 1/],
  [{ targets: { ...defaultSettings.targets, firstResponse: '60' } }, /^targets\.firstResponse: is no number/],
  [{ conversationGapHours: 0 }, /^conversationGapHours: must be more than 0/],
  [{ colour: 'red' }, /^There is no setting "colour"/],
  [{ __proto__: null, constructor: 1 }, /^There is no setting "constructor"/],
])('refuses %j in a sentence and changes nothing', (change, sentence) => {
  const db = workspace()
  expect(() => saveSettings(db, { theme: 'dark', ...change } as unknown as Partial<Settings>)).toThrow(
    sentence,
  )
  expect(readSettings(db)).toEqual(defaultSettings)
})

it('takes a stored value it cannot read for not set', () => {
  const db = workspace()
  db.prepare("INSERT INTO settings VALUES ('theme', '\"neon\"'), ('zone', '{'), ('later', '1')").run()
  expect(readSettings(db)).toEqual(defaultSettings)
})

it('keeps the sources in the order they were added', () => {
  const db = workspace()
  const config = { kind: 'records' as const, files: ['/y.ndjson'] }
  addSource(db, { id: 'b', name: 'B', config, addedAt: 1 })
  addSource(db, { id: 'a', name: 'A', config: { kind: 'records', files: ['/x.ndjson'] }, addedAt: 2 })
  expect(() => addSource(db, { id: 'b', name: 'B', config, addedAt: 3 })).toThrow()
  pauseSource(db, 'b', true)
  expect(listSources(db).map(({ id, paused }) => [id, paused])).toEqual([
    ['b', true],
    ['a', false],
  ])
  removeSource(db, 'b')
  expect(listSources(db).map((source) => source.id)).toEqual(['a'])
})
