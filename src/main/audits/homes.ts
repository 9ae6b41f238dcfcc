/**
 * Where chats are at home. A chat that was brought in a file keeps its home in the workspace it came from: reviews of it
 * are sent back under its name there. A chat of this workspace that got another name is still known by the one before.
 */
import { rawSql, sql, value, type ReadableDb, type WritableDb } from '../store/database.ts'
import { nameOf } from '../store/names.ts'
import type { Home } from './travelFormat.ts'

/** A chat as this workspace keeps it: its source's own name, and its id there. */
export interface ChatHere {
  readonly source: string
  readonly conversation: string
}

/** The home of a chat kept here. Where several workspaces brought it, that of `origin` is meant. */
export function homeOf(
  workspaceDb: ReadableDb,
  workspace: string,
  here: ChatHere,
  origin: string | null,
): Home {
  const brought = rawSql<[string, string, string]>(
    workspaceDb,
    `SELECT origin, origin_source, origin_conversation FROM brought_chats WHERE source = ? AND conversation = ?
     ORDER BY origin IS NOT ?, origin LIMIT 1`,
  ).get(here.source, here.conversation, origin ?? workspace)
  if (!brought) return { workspace, source: here.source, conversation: here.conversation }
  return { workspace: brought[0], source: brought[1], conversation: brought[2] }
}

/** A chat by its home, as it is kept here; null when it never came here. */
export function hereOf(workspaceDb: ReadableDb, workspace: string, home: Home): ChatHere | null {
  const brought = rawSql<[string, string]>(
    workspaceDb,
    'SELECT source, conversation FROM brought_chats WHERE origin = ? AND origin_source = ? AND origin_conversation = ?',
  ).get(home.workspace, home.source, home.conversation)
  if (brought) return { source: brought[0], conversation: brought[1] }
  return home.workspace === workspace ? { source: home.source, conversation: home.conversation } : null
}

/** Remembers under what name a brought chat is kept here. */
export function keepHome(workspaceDb: WritableDb, home: Home, here: ChatHere): void {
  sql(
    workspaceDb,
    'INSERT OR IGNORE INTO brought_chats(origin, origin_source, origin_conversation, source, conversation) VALUES (?, ?, ?, ?, ?)',
  ).run(home.workspace, home.source, home.conversation, here.source, here.conversation)
}

/** What the source calls an agent whom the screens call so. */
export function agentAtSource(source: string, name: string | null): string | null {
  return name?.startsWith(`${source}/`) === true ? name.slice(source.length + 1) : name
}

/** What the screens call an agent of a source. */
export function agentOnScreen(cache: ReadableDb, source: string, rid: string | null): string | null {
  const row = value<number>(cache, 'SELECT id FROM sources WHERE ref = ?', source)
  return rid === null || row === undefined ? rid : nameOf(cache, 'agents', row, rid)
}
