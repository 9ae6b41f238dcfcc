/** What a hit belongs to, for the filters that ask more than the index knows. */
import { rawSql, type ReadableDb } from '../store/database.ts'
import { conversationOf, type DocumentReader, type SearchDocument } from './documents.ts'
import type { SearchConversation, Subject } from './filters.ts'
import type { Candidate } from './candidates.ts'
import { secondOf } from './slots.ts'

export interface Subjects {
  ofCandidate(candidate: Candidate): Subject
  ofDocument(document: SearchDocument): Subject
}

const closedState = 3
const nowhere: SearchConversation = {
  row: 0,
  contact: 0,
  agent: null,
  team: null,
  category: null,
  closed: false,
  waiting: false,
}

/** For one question: what was read of a conversation is remembered. */
export function createSubjects(cache: ReadableDb, reader: DocumentReader): Subjects {
  const conversations = new Map<number, SearchConversation>()
  const read = (row: number): SearchConversation => {
    let found = conversations.get(row)
    if (found === undefined) conversations.set(row, (found = readConversation(cache, row)))
    return found
  }
  return {
    ofCandidate({ second, ref }) {
      let document: SearchDocument | null | undefined
      const own = () => (document ??= reader.read(ref, false))
      return {
        second,
        direction: () => own()?.direction ?? 'unknown',
        status: () => own()?.status ?? null,
        conversation: () => read(conversationOf(cache, ref) ?? 0),
      }
    },
    ofDocument: (document) => ({
      second: secondOf(document.at),
      direction: () => document.direction,
      status: () => document.status,
      conversation: () => read(document.conversation),
    }),
  }
}

function readConversation(cache: ReadableDb, row: number): SearchConversation {
  const found = rawSql<[number, number | null, number | null, number | null, number, number | null]>(
    cache,
    'SELECT contact, agent, team, category, state, waiting_since FROM conversations WHERE id = ?',
  ).get(row)
  if (found === undefined) return nowhere
  const [contact, agent, team, category, state, waitingSince] = found
  return {
    row,
    contact,
    agent,
    team,
    category,
    closed: state === closedState,
    waiting: waitingSince !== null,
  }
}
