import { expect, it, onTestFinished } from 'vitest'
import type { Settings } from '../../../src/shared/contract.ts'
import type { FlagRule, FlagRuleId } from '../../../src/shared/flags.ts'
import { openWorkspaceDb } from '../../../src/main/store/open.ts'
import { defaultSettings, readSettings, saveSettings } from '../../../src/main/store/settings.ts'
import { addSource, listSources, pauseSource, removeSource } from '../../../src/main/store/sources.ts'
import { temporaryFolder } from '../../support/database.ts'

function workspace() {
  const db = openWorkspaceDb(temporaryFolder(), 'writer')
  onTestFinished(() => void db.close())
  return db
}

function flagRule(id: FlagRuleId, change: Partial<FlagRule>): Partial<Settings> {
  const { flagRules } = defaultSettings
  return { flagRules: { ...flagRules, [id]: { ...flagRules[id], ...change } } }
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
  [{ targets: { firstResponse: 60 } }, /^targets\.resolution: /],
  [
    { targetOverrides: [{ team: null, channel: null, targets: {} }] },
    /^targetOverrides\.0: names neither a team/,
  ],
  [
    {
      targetOverrides: [
        { team: 't1', channel: null, targets: { resolution: 60 } },
        { team: 't1', channel: null, targets: {} },
      ],
    },
    /^targetOverrides: has two entries for the same team and channel/,
  ],
  [{ rules: { ...defaultSettings.rules, unanswered: 'both' } }, /^rules\.unanswered: is none of first, last/],
  [{ rules: { ...defaultSettings.rules, engagedMinutes: 0 } }, /^rules\.engagedMinutes: must be more than 0/],
  [
    { workingHours: [{ zone: 'Europe/Berlin', week: { mon: [['25:00', '17:00']] } }] },
    /^workingHours\.0: The start of Monday's range 1 is "25:00", which no clock shows.*; no setting was changed\.$/,
  ],
  [{ workingHours: [{ zone: 'Mars/Olympus', week: {} }] }, /^workingHours\.0: The zone is "Mars\/Olympus"/],
  [{ topicRules: [{ id: 'x', name: '', keywords: {} }] }, /^topicRules\.0\.name: is empty/],
  [
    { topicRules: [{ id: 'x', name: 'X', keywords: { English: [] } }] },
    /^topicRules\.0\.keywords\.English: .*/,
  ],
  [flagRule('unresolved', { threshold: -1 }), /^flagRules\.unresolved\.threshold: must be more than 0/],
  [flagRule('waiting', { threshold: null }), /^flagRules\.waiting\.threshold: is no number/],
  [
    flagRule('ping_pong', { threshold: 2.5 }),
    /^flagRules\.ping_pong\.threshold: is no whole number of times/,
  ],
  [flagRule('low_rating', { threshold: 50 }), /^flagRules\.low_rating\.threshold: is a share of at most 5/],
  [flagRule('abuse', { threshold: 3 }), /^flagRules\.abuse\.threshold: must be null: the rule has none/],
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

it('completes choices an older version stored, and drops only the choice it cannot read', () => {
  const db = workspace()
  db.prepare(
    `INSERT INTO settings VALUES ('targets', '{"firstResponse":90,"resolution":"soon","csat":null,"gone":1}'),
      ('rules', '{"unanswered":"last","followUpDays":-1}'), ('flagRules', '[]'), ('topicRules', '[{"id":1}]')`,
  ).run()
  const { targets, rules, flagRules, topicRules } = readSettings(db)
  expect(targets).toEqual({ ...defaultSettings.targets, firstResponse: 90, csat: null })
  expect(rules).toEqual({ ...defaultSettings.rules, unanswered: 'last' })
  expect(flagRules).toEqual(defaultSettings.flagRules)
  expect(topicRules).toEqual(defaultSettings.topicRules)
})

it('keeps hours, overrides and topics as they were set', () => {
  const db = workspace()
  const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  const change = {
    workingHours: [
      { scope: { team: 't1' }, zone: 'UTC', week: { ...closed, fri: [['22:00', '06:00']] }, exceptions: [] },
    ],
    targetOverrides: [{ team: null, channel: 'c1', targets: { firstResponse: null } }],
    topicRules: [{ id: 'x', name: 'Tents', keywords: { en: ['tent*'], 'zh-Hant': ['帳篷'] } }],
  } as const satisfies Partial<Settings>
  expect(saveSettings(db, change as Partial<Settings>)).toEqual({ ...defaultSettings, ...change })
  expect(readSettings(db)).toEqual({ ...defaultSettings, ...change })
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
