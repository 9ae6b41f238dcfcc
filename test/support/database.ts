/** Real databases in folders of their own, and what two of them must have in common to hold the same. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { deriveFacts } from '../../src/main/metrics/derive.ts'
import { packFacts } from '../../src/main/metrics/pack.ts'
import type { Page } from '../../src/main/sources/source.ts'
import { applyPage, type Applied, type ApplyPorts } from '../../src/main/store/apply.ts'
import type { ReadableDb, WritableDb } from '../../src/main/store/database.ts'
import { openCache } from '../../src/main/store/open.ts'
import { defaultSettings } from '../../src/main/store/settings.ts'
import { readRecord, type RecordInput, type SourceRecord } from '../../src/shared/records.ts'

/** A folder that is deleted when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'floorwalker-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An empty cache that is closed and deleted when the test ends. */
export function temporaryCache(): WritableDb {
  const cache = openCache(temporaryFolder(), 'writer')
  onTestFinished(() => void cache.close())
  return cache
}

export const testPorts: ApplyPorts = {
  derive: deriveFacts,
  pack: packFacts,
  settings: defaultSettings,
  now: () => 1_800_000_000_000,
  version: 'test',
}

/** Records as the store takes them; fails the test on one no schema lets through. */
export function records(...inputs: readonly RecordInput[]): readonly SourceRecord[] {
  return inputs.map((input) => {
    const read = readRecord(input)
    if (!read.ok) throw new Error(read.reason)
    return read.record
  })
}

export function pageOf(all: readonly SourceRecord[], change: Partial<Page> = {}): Page {
  return {
    records: all,
    rejects: [],
    notices: [],
    cursor: 'c',
    more: false,
    completeTo: null,
    backfilledTo: null,
    progress: null,
    ...change,
  }
}

/** Applies records as one page of a source named `test`. */
export function apply(
  cache: WritableDb,
  all: readonly SourceRecord[],
  ports: Partial<ApplyPorts> = {},
): Applied {
  return applyPage(cache, { source: 'test', stream: 'all', page: pageOf(all) }, { ...testPorts, ...ports })
}

/** Everything a cache holds, told by record ids, in one order: equal for equal records, however they came. */
export function dump(db: ReadableDb): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(queries).map(([table, query]) => [
      table,
      db
        .prepare(query)
        .raw()
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  )
}

const agent = (column: string) => `(SELECT rid FROM agents WHERE id = t.${column})`
const word = (column: string) => `(SELECT text FROM words WHERE id = t.${column})`
const home = '(SELECT rid FROM conversations WHERE id = t.conversation)'
const queries: Readonly<Record<string, string>> = {
  workspaces: 'SELECT rid, name, timezone, extra, version, older FROM workspaces',
  channels: 'SELECT rid, platform, name, phone, extra, version, older FROM channels',
  teams: 'SELECT rid, name, extra, version, older FROM teams',
  agents: 'SELECT rid, name, email, role, active, teams, extra, version, older FROM agents',
  categories:
    'SELECT name FROM categories WHERE id IN (SELECT category FROM conversation_events UNION SELECT topic FROM conversations)',
  contacts: `SELECT rid, name, phone, language, segment, added_at, added_by, opted_in_at, opted_out_at, deleted_at, tags, extra,
    version, older, removed_at, erased FROM contacts`,
  contact_aliases: 'SELECT value, type, (SELECT rid FROM contacts WHERE id = contact) FROM contact_aliases',
  conversations: `SELECT rid, derived, (SELECT rid FROM contacts WHERE id = contact), (SELECT rid FROM channels WHERE id = channel),
    contact_ref, channel_ref, opened_at, opened_by, ${agent('opened_by_agent')}, extra, version, older, removed_at,
    first_message_at, last_inbound_at, inbound_before, state, started_at, last_at, last_text, last_direction, ${agent('agent')},
    (SELECT rid FROM teams WHERE id = team), (SELECT name FROM categories WHERE id = category), waiting_since, first_response,
    resolution, messages FROM conversations t`,
  messages: `SELECT rid, (SELECT rid FROM conversations WHERE id = t.k / 1048576), at, flags, ${agent('agent')}, author_id,
    (SELECT rid FROM contacts WHERE id = contact), (SELECT rid FROM channels WHERE id = channel), text, caption, template, media,
    reply_to, sent_at, delivered_at, read_at, played_at, failed_at, deleted_at, error_code, error_title, pricing, extra,
    ${word('template_word')}, ${word('price_word')}, billable, ${word('language')}, sentiment, signals, promise, text_version FROM messages t`,
  early_statuses: 'SELECT message, status, at, error_code, error_title, pricing FROM early_statuses',
  conversation_events: `SELECT ${home}, at, hash, event, by_type, ${agent('by_agent')}, by_id,
    (SELECT name FROM categories WHERE id = category), note, extra FROM conversation_events t`,
  assignments: `SELECT ${home}, at, hash, ${agent('from_agent')}, ${agent('to_agent')}, (SELECT rid FROM teams WHERE id = team),
    by_type, ${agent('by_agent')}, by_id, source_of, not_before, extra FROM assignments t`,
  comments: `SELECT rid, ${home}, at, agent, text, mentions, extra FROM comments t`,
  surveys: `SELECT rid, ${home}, at, extra FROM surveys t`,
  ratings: `SELECT rid, ${home}, at, score, min, max, comment, extra FROM ratings t`,
  presence: `SELECT ${agent('agent')}, at, hash, state, extra FROM presence t`,
  shifts: `SELECT ${agent('agent')}, from_at, to_at, hash, extra FROM shifts t`,
  working_hours: 'SELECT hash, team, channel, zone, week, exceptions, extra FROM working_hours',
  link_clicks: 'SELECT hash, at, contact, message, url, campaign, extra FROM link_clicks',
  conversions:
    'SELECT rid, at, contact, conversation, goal, value, currency, campaign, extra FROM conversions',
  removals: 'SELECT of, rid, at, reason FROM removals',
  flags: `SELECT id, ${home}, rule, severity, ${agent('agent')}, (SELECT rid FROM teams WHERE id = team), from_at, raised_at, ended_at, seconds,
    target, code, text, message, messages FROM flags t`,
  facts: `SELECT ${home} FROM facts t`,
}
