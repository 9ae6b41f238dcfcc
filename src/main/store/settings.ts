/** What people set for the workspace, in workspace.db: one row a setting, JSON, so that a new setting needs no migration. */
import { z } from 'zod'
import { languages, type Settings } from '../../shared/contract.ts'
import { rawSql, sql, type ReadableDb, type WritableDb } from './database.ts'
import { StoreFailure } from './errors.ts'

export const defaultSettings: Settings = {
  language: null,
  theme: 'system',
  density: 'comfortable',
  zone: null,
  me: null,
  targets: { firstResponse: 60, resolution: 1800, nextResponse: 120, csat: 0.85, failureRate: 0.015 },
  flagRules: { unresolvedAfter: 300, firstResponseOver: 60, messageFailed: true, mentioned: true },
  conversationGapHours: 24,
  notifications: true,
}

const seconds = z.number('is no number of seconds').int().positive().max(31_536_000).nullable()
const share = z.number('is no share').min(0).max(1, 'is a share between 0 and 1').nullable()
const zone = z.string().refine(isZone, 'is no time zone, such as Europe/Berlin').nullable()

const schemas: { readonly [K in keyof Settings]: z.ZodType<Settings[K]> } = {
  language: z.enum(languages).nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['comfortable', 'compact']),
  zone,
  me: z.string().min(1).max(1024).nullable(),
  targets: z.strictObject({
    firstResponse: seconds,
    resolution: seconds,
    nextResponse: seconds,
    csat: share,
    failureRate: share,
  }),
  flagRules: z.strictObject({
    unresolvedAfter: seconds,
    firstResponseOver: seconds,
    messageFailed: z.boolean(),
    mentioned: z.boolean(),
  }),
  conversationGapHours: z.number().positive('must be more than 0').max(8760, 'is at most a year'),
  notifications: z.boolean(),
}

/** The settings, defaults where nothing was set. A stored value this version cannot read counts as not set. */
export function readSettings(db: ReadableDb): Settings {
  const settings: Record<string, unknown> = { ...defaultSettings }
  for (const [key, text] of rawSql<[string, string]>(db, 'SELECT key, value FROM settings').all()) {
    if (!isSetting(key)) continue
    const read = schemas[key].safeParse(parse(text))
    if (read.success) settings[key] = read.data
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

function checkSetting(key: string, value: unknown): unknown {
  if (!isSetting(key)) throw invalid(`There is no setting "${key.slice(0, 80)}"`)
  const read = schemas[key].safeParse(value)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw invalid([key, ...(issue?.path ?? [])].join('.') + `: ${issue?.message ?? 'cannot be read'}`)
}

function invalid(what: string): StoreFailure {
  return new StoreFailure('invalid', `${what}; no setting was changed.`, 'Correct the value and save again.')
}

function isSetting(key: string): key is keyof Settings {
  return Object.hasOwn(schemas, key)
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
