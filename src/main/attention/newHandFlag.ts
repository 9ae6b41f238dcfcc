/** A flag a person makes. */
import type { NewFlag } from '../../shared/flags.ts'
import { firstK } from '../store/bits.ts'
import { sql, value, type ReadableDb, type WritableDb } from '../store/database.ts'
import { storeFailed } from '../store/errors.ts'
import { conversationByName } from '../store/names.ts'
import { handFlagId } from './handFlags.ts'
import { checkLength, longestName, longestText, textOrNull } from './texts.ts'

/** Keeps a flag a person makes; answers its id. Throws a `StoreFailure` (`invalid`) where there is nothing to flag. */
export function keepHandFlag(
  ports: { readonly cache: ReadableDb; readonly workspaceDb: WritableDb },
  flag: NewFlag,
  unique: string,
  now: number,
): string {
  const { cache, workspaceDb } = ports
  const text = flag.text.trim()
  if (text === '') throw storeFailed('invalid', 'flags.noText')
  checkLength('flags.what.text', text, longestText)
  checkLength('flags.what.name', flag.by, longestName)
  const chat = findChat(cache, flag.conversation)
  if (flag.message !== null && !holdsMessage(cache, chat.row, flag.message))
    throw storeFailed('invalid', 'flags.noMessage')
  const id = handFlagId(unique)
  sql(
    workspaceDb,
    'INSERT INTO hand_flags(id, source, conversation, message, at, severity, text, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(id, chat.source, chat.rid, flag.message, now, flag.severity, text, textOrNull(flag.by))
  return id
}

function findChat(
  cache: ReadableDb,
  name: string,
): { readonly row: number; readonly source: string; readonly rid: string } {
  const row = conversationByName(cache, name)
  const found =
    row === null
      ? undefined
      : sql<{ source: string; rid: string; erased: number | null; removed: number | null }>(
          cache,
          `SELECT s.ref AS source, c.rid AS rid, p.erased AS erased, c.removed_at AS removed FROM conversations c
           JOIN sources s ON s.id = c.source LEFT JOIN contacts p ON p.id = c.contact WHERE c.id = ? AND c.started_at IS NOT NULL`,
        ).get(row)
  if (row === null || found === undefined || found.removed !== null)
    throw storeFailed('invalid', 'flags.noConversation')
  if (found.erased === 1) throw storeFailed('invalid', 'flags.erased')
  return { row, source: found.source, rid: found.rid }
}

function holdsMessage(cache: ReadableDb, conversation: number, message: string): boolean {
  const select = 'SELECT 1 FROM messages WHERE k >= ? AND k < ? AND rid = ?'
  return value(cache, select, firstK(conversation), firstK(conversation + 1), message) !== undefined
}
