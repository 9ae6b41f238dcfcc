/** Row numbers of the columns become the ids and names of the contract. */
import type { Evidence } from '../../shared/contract.ts'
import { rawSql, value, type ReadableDb } from './database.ts'
import { conversationName } from './names.ts'
import { createRowNames } from './rowNames.ts'

export interface EvidenceRows {
  readonly conversation: number
  /** Of the message; -1: none. */
  readonly k: number
  readonly agent: number
  readonly contact: number
}

/** Names evidence, one answer at a time: what was looked up once is not looked up again. */
export function createEvidenceNames(
  db: ReadableDb,
): (rows: EvidenceRows) => Pick<Evidence, 'conversation' | 'contact' | 'agent' | 'message'> {
  const names = createRowNames(db)
  const conversation = rawSql<[number, string]>(db, 'SELECT source, rid FROM conversations WHERE id = ?')
  return (rows) => {
    const found = conversation.get(rows.conversation)
    return {
      conversation: found ? conversationName(db, found[0], found[1]) : '',
      contact: names.contact(rows.contact).name,
      agent: names.agent(rows.agent < 0 ? null : rows.agent),
      message:
        rows.k < 0 ? null : (value<string>(db, 'SELECT rid FROM messages WHERE k = ?', rows.k) ?? null),
    }
  }
}
