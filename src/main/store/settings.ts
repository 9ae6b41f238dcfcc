/** What people set for the workspace, in workspace.db: one row a setting, JSON, so that a new setting needs no migration. */
import type { z } from 'zod'
import type { Settings } from '../../shared/contract.ts'
import { defaultFlagRules } from '../../shared/flags.ts'
import { defaultTelling } from '../../shared/telling.ts'
import { benchmarkTargets } from '../../shared/targets.ts'
import { hoursProblem } from '../../shared/hours.ts'
import { defaultRules } from '../../shared/rules.ts'
import { phrase, type Phrase } from '../../shared/phrases.ts'
import { problemOf } from '../../shared/problems.ts'
import { defaultTopicRules } from '../text/defaultTopicRules.ts'
import { rawSql, sql, type ReadableDb, type WritableDb } from './database.ts'
import { storeFailed, type StoreFailure } from './errors.ts'
import { choiceSchemas, settingSchemas } from './settingSchemas.ts'

export const defaultSettings: Settings = {
  language: null,
  theme: 'system',
  density: 'comfortable',
  zone: null,
  me: null,
  targets: benchmarkTargets,
  targetOverrides: [],
  rules: defaultRules,
  workingHours: [],
  topicRules: defaultTopicRules,
  flagRules: defaultFlagRules,
  conversationGapHours: 24,
  telling: defaultTelling,
  agentCapacity: 8,
  savedSearches: [],
  reviewer: null,
  disputeHours: 168,
}

/**
 * The settings, defaults where nothing was set. A stored value this version cannot read counts as not set; of an object
 * of choices only those choices do.
 */
export function readSettings(db: ReadableDb): Settings {
  const settings: Record<string, unknown> = { ...defaultSettings }
  for (const [key, text] of rawSql<[string, string]>(db, 'SELECT key, value FROM settings').all()) {
    if (!isSetting(key)) continue
    const stored = parse(text)
    if (isChoices(key)) settings[key] = readChoices(key, stored)
    else {
      const read = settingSchemas[key].safeParse(stored)
      if (read.success) settings[key] = read.data
    }
  }
  return settings as unknown as Settings
}

/** Changes some settings and answers all of them. Throws a `StoreFailure` of kind `invalid`; then none was changed. */
export function saveSettings(db: WritableDb, change: Partial<Settings>): Settings {
  const entries = Object.entries(change).filter(([, value]) => value !== undefined)
  const checked = entries.map(([key, value]) => [key, checkSetting(key, value)] as const)
  const run = db.transaction(() => {
    for (const [key, value] of checked)
      sql(
        db,
        'INSERT INTO settings(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value',
      ).run(key, JSON.stringify(value))
  })
  run.immediate()
  return readSettings(db)
}

function readChoices(key: keyof typeof choiceSchemas, stored: unknown): Readonly<Record<string, unknown>> {
  const choices: Record<string, unknown> = { ...defaultSettings[key] }
  if (typeof stored !== 'object' || stored === null) return choices
  for (const [choice, schema] of Object.entries<z.ZodType>(choiceSchemas[key])) {
    if (!Object.hasOwn(stored, choice)) continue
    const read = schema.safeParse((stored as Readonly<Record<string, unknown>>)[choice])
    if (read.success) choices[choice] = read.data
  }
  return choices
}

function checkSetting(key: string, value: unknown): unknown {
  if (!isSetting(key)) throw storeFailed('invalid', 'settings.unknown', { name: key.slice(0, 80) })
  const read = settingSchemas[key].safeParse(value)
  if (read.success) return read.data
  const { path = [], message } = read.error.issues[0] ?? {}
  const problem = message === undefined ? phrase('problem.unreadable') : problemOf(message)
  const [index, ...within] = path
  if (key === 'workingHours' && typeof index === 'number')
    throw invalid(`workingHours.${index}`, hoursProblem(within, problem, entryOf(value, index)))
  throw invalid([key, ...path].join('.'), problem)
}

function entryOf(list: unknown, index: number): unknown {
  return Array.isArray(list) ? list[index] : undefined
}

function invalid(setting: string, problem: Phrase | string): StoreFailure {
  return storeFailed('invalid', 'settings.wrong', { setting, problem })
}

function isSetting(key: string): key is keyof Settings {
  return Object.hasOwn(settingSchemas, key)
}

function isChoices(key: keyof Settings): key is keyof typeof choiceSchemas {
  return Object.hasOwn(choiceSchemas, key)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
