/** What the row numbers of agents, teams, channels and categories are called. */
import type { Dictionary } from '../metrics/dictionary.ts'
import { rawSql, value, type ReadableDb } from './database.ts'
import { nameOf } from './names.ts'
import { readWords } from './words.ts'

export interface WorkspaceDictionary extends Dictionary {
  /** As the first source states it. */
  readonly workspace: { readonly name: string | null; readonly zone: string | null } | null
}

export function readDictionary(db: ReadableDb): WorkspaceDictionary {
  const teams = rawSql<[number, number, string, string | null]>(
    db,
    'SELECT id, source, rid, name FROM teams ORDER BY id',
  )
    .all()
    .map(([row, source, rid, name]) => ({
      row,
      source,
      rid,
      id: nameOf(db, 'teams', source, rid),
      name: name ?? rid,
    }))
  const teamRow = (source: number, rid: string) =>
    teams.find((team) => team.source === source && team.rid === rid)?.row
  return {
    agents: rawSql<[number, number, string, string | null, string | null, number | null, string | null]>(
      db,
      'SELECT id, source, rid, name, role, active, teams FROM agents ORDER BY id',
    )
      .all()
      .map(([row, source, rid, name, role, active, ofTeams]) => ({
        row,
        id: nameOf(db, 'agents', source, rid),
        name: name ?? rid,
        teams: textsIn(ofTeams).flatMap((team) => teamRow(source, team) ?? []),
        active: active !== 0,
        role,
      })),
    teams: teams.map(({ row, id, name }) => ({ row, id, name })),
    channels: rawSql<[number, number, string, string | null, string | null]>(
      db,
      'SELECT id, source, rid, name, phone FROM channels ORDER BY id',
    )
      .all()
      .map(([row, source, rid, name, phone]) => ({
        row,
        id: nameOf(db, 'channels', source, rid),
        name: name ?? phone ?? rid,
        phone,
      })),
    categories: rawSql<[number, string]>(db, 'SELECT id, name FROM categories ORDER BY name')
      .all()
      .map(([row, name]) => ({ row, name })),
    words: readWords(db),
    workspace: workspaceOf(db),
  }
}

/** First and last moment of the conversations held, in epoch milliseconds; null when there is none. */
export function readSpan(db: ReadableDb): { readonly from: number; readonly to: number } | null {
  const from = value<number | null>(db, 'SELECT min(started_at) FROM conversations')
  const to = value<number | null>(db, 'SELECT max(last_at) FROM conversations')
  return from == null || to == null ? null : { from, to }
}

function workspaceOf(db: ReadableDb): WorkspaceDictionary['workspace'] {
  const row = rawSql<[string | null, string | null]>(
    db,
    'SELECT name, timezone FROM workspaces ORDER BY source, id LIMIT 1',
  ).get()
  return row ? { name: row[0], zone: row[1] } : null
}

function textsIn(json: string | null): readonly string[] {
  return json === null ? [] : (JSON.parse(json) as readonly string[])
}
