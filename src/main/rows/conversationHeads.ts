/** What the store has of conversations by their row. */
import { rawSql, type ReadableDb } from '../store/database.ts'
import { stateName } from '../store/heads.ts'
import { conversationName, nameOf } from '../store/names.ts'
import type { Head } from '../metrics/facts.ts'

/** Row numbers of the store, 0 for none. */
export interface ConversationHead {
  readonly slot: number
  readonly id: string
  readonly contact: number
  readonly channel: number
  readonly agent: number
  readonly team: number
  readonly category: number
  readonly state: Head['state']
  readonly openedAt: number | null
  readonly lastAt: number | null
  readonly waitingSince: number | null
  /** Empty where names are hidden. */
  readonly contactId: string | null
  readonly contactName: string | null
  readonly phone: string | null
}

type Row = readonly [
  source: number,
  rid: string,
  contact: number,
  channel: number,
  agent: number | null,
  team: number | null,
  category: number | null,
  state: number,
  startedAt: number | null,
  lastAt: number | null,
  waitingSince: number | null,
]

const select = `SELECT source, rid, contact, channel, agent, team, category, state, started_at, last_at, waiting_since
  FROM conversations WHERE id = ? AND removed_at IS NULL`

/** Null for one that is gone meanwhile. With names hidden no contact is looked up. */
export function readHead(cache: ReadableDb, slot: number, hideNames: boolean): ConversationHead | null {
  const row = rawSql<Row>(cache, select).get(slot)
  if (row === undefined) return null
  const [source, rid, contact, channel, agent, team, category, state, openedAt, lastAt, waitingSince] = row
  return {
    slot,
    id: hideNames ? '' : conversationName(cache, source, rid),
    contact,
    channel,
    agent: agent ?? 0,
    team: team ?? 0,
    category: category ?? 0,
    state: stateName(state),
    openedAt,
    lastAt,
    waitingSince,
    ...(hideNames ? nobody : readContact(cache, contact)),
  }
}

export interface ContactNames {
  readonly contactId: string | null
  readonly contactName: string | null
  readonly phone: string | null
}

const nobody: ContactNames = { contactId: null, contactName: null, phone: null }

export function readContact(cache: ReadableDb, contact: number): ContactNames {
  const row = rawSql<[number, string, string | null, string | null]>(
    cache,
    'SELECT source, rid, name, phone FROM contacts WHERE id = ?',
  ).get(contact)
  if (row === undefined) return nobody
  const [source, rid, name, phone] = row
  return { contactId: nameOf(cache, 'contacts', source, rid), contactName: name ?? phone ?? rid, phone }
}
