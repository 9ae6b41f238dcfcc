import type { Conversation } from '../../../shared/contract.ts'
import { dayMs } from '../../../shared/period.ts'
import { authorOf, contentOf, firstK } from '../../store/bits.ts'
import { rawSql, type ReadableDb } from '../../store/database.ts'
import type { WorkspaceDictionary } from '../../store/dictionary.ts'
import { conversationByName } from '../../store/names.ts'
import type { AnswerElsewhere } from './finding.ts'

const recent = 30 * dayMs
/** Conversations looked at to find those of the agent, and of the agent's as many as are read. */
const mostSeen = 5000
const mostRead = 200

/**
 * What an agent typed in the conversations they had in the month before this one's end: those ended later do not count, so
 * that a chat is judged the same whenever it is reviewed.
 */
export function answersElsewhere(
  cache: ReadableDb,
  dictionary: WorkspaceDictionary,
  { row }: Conversation,
  agent: string,
): readonly AnswerElsewhere[] {
  const own = conversationByName(cache, row.id)
  const writer = dictionary.agents.find(({ id }) => id === agent)?.row
  if (writer === undefined) return []
  const conversations = rawSql<[number]>(
    cache,
    `SELECT id FROM (SELECT id, agent FROM conversations WHERE last_at <= ? AND last_at > ? ORDER BY last_at DESC LIMIT ${mostSeen})
     WHERE agent = ? AND id <> ? LIMIT ${mostRead}`,
  ).all(row.lastAt, row.lastAt - recent, writer, own ?? -1)
  const messages = rawSql<[number, string]>(
    cache,
    'SELECT flags, text FROM messages WHERE k >= ? AND k < ? AND agent = ? AND text IS NOT NULL AND template IS NULL',
  )
  return conversations.flatMap(([id]) =>
    messages
      .all(firstK(id), firstK(id + 1), writer)
      .filter(([flags]) => authorOf(flags) === 'agent' && contentOf(flags) !== 'template')
      .map(([, text]) => ({ conversation: String(id), text })),
  )
}
