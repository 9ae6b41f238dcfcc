/** What flag rules need to know of the workspace, read as the facts are derived. */
import type { Settings } from '../../shared/contract.ts'
import { conversationRuleIds } from '../../shared/flags.ts'
import { createCalendars, type Calendars } from '../hours/calendars.ts'
import type { FactSettings, Surroundings } from '../metrics/facts.ts'
import { rawSql, value, type ReadableDb } from './database.ts'
import { canonicalJson, hash53 } from './hash.ts'
import { nameOf } from './names.ts'
import { workingHoursInForce } from './workingHours.ts'

/** The settings facts depend on. */
export type DerivingSettings = Omit<FactSettings, 'surroundings'> & Pick<Settings, 'workingHours'>

/** The settings as deriving takes them, with what the workspace says now. Names and hours are looked up when a rule asks. */
export function factSettings(db: ReadableDb, settings: DerivingSettings): FactSettings {
  const { flagRules, targets, rules } = settings
  return { flagRules, targets, rules, surroundings: surroundingsIn(db, settings) }
}

function surroundingsIn(db: ReadableDb, settings: DerivingSettings): Surroundings {
  const channelName = names(db, 'channels')
  const teamName = names(db, 'teams')
  const rows = new Map<readonly string[], ReadonlySet<number>>()
  let calendars: Calendars | null = null
  return {
    zone: zoneOf(db),
    knowsConsent: knowsConsent(db),
    hoursOf(channel, team) {
      calendars ??= calendarsOf(db, settings)
      const teams = teamName(team)
      return calendars.forRow(channelName(channel), teams === null ? [] : [teams])
    },
    teamRows(wanted) {
      const known = rows.get(wanted) ?? rowsOfTeams(db, wanted)
      rows.set(wanted, known)
      return known
    },
  }
}

/**
 * A text that is another wherever the rules would raise other flags: of what they read of the settings and the workspace, and
 * nothing of how flags are told.
 */
export function flagsKey(db: ReadableDb, { flagRules, workingHours }: DerivingSettings): string {
  const inForce = conversationRuleIds.filter((id) => flagRules[id].on)
  const countsHours = inForce.some((id) => flagRules[id].hours === 'business')
  return canonicalJson([
    inForce.map((id) => {
      const { severity, threshold, hours, teams } = flagRules[id]
      return [id, severity, threshold, hours, teams]
    }),
    countsHours ? workingHoursInForce(db, { workingHours }) : null,
    inForce.includes('promise') ? zoneOf(db) : null,
    inForce.includes('no_opt_in') ? knowsConsent(db) : null,
  ])
}

/** As the workspace states it, else this machine's. */
function zoneOf(db: ReadableDb): string {
  const stated = value<string | null>(db, 'SELECT timezone FROM workspaces ORDER BY source, id LIMIT 1')
  return stated ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}

function knowsConsent(db: ReadableDb): boolean {
  return (
    value(db, 'SELECT 1 FROM contacts WHERE opted_in_at IS NOT NULL OR opted_out_at IS NOT NULL LIMIT 1') !==
    undefined
  )
}

/** Built once for equal hours: a calendar takes milliseconds, and pages come many a second. */
let built: { readonly key: number; readonly calendars: Calendars } | null = null

function calendarsOf(db: ReadableDb, settings: DerivingSettings): Calendars {
  const hours = workingHoursInForce(db, settings)
  const key = hash53(JSON.stringify(hours))
  if (built?.key !== key) built = { key, calendars: createCalendars(hours) }
  return built.calendars
}

/** Names of rows as the screens have them; null for none. */
function names(db: ReadableDb, table: 'channels' | 'teams'): (row: number) => string | null {
  const known = new Map<number, string | null>()
  return (row) => {
    if (row < 0) return null
    let name = known.get(row)
    if (name === undefined) {
      const [source, rid] =
        rawSql<[number, string]>(db, `SELECT source, rid FROM ${table} WHERE id = ?`).get(row) ?? []
      name = source === undefined || rid === undefined ? null : nameOf(db, table, source, rid)
      known.set(row, name)
    }
    return name
  }
}

function rowsOfTeams(db: ReadableDb, wanted: readonly string[]): ReadonlySet<number> {
  const teams = rawSql<[number, number, string]>(db, 'SELECT id, source, rid FROM teams').all()
  const isWanted = new Set(wanted)
  return new Set(
    teams.flatMap(([row, source, rid]) => (isWanted.has(nameOf(db, 'teams', source, rid)) ? [row] : [])),
  )
}
