/** Chats as records that another workspace can apply: the messages as they are, and of people only what a reader needs. */
import { readRecord, type RecordInput, type RecordKind, type SourceRecord } from '../../shared/records.ts'
import type { Reject } from '../sources/source.ts'
import { conversationOfK } from '../store/bits.ts'
import { derivedPrefix } from '../store/conversations.ts'
import { rawSql, type Cell, type ReadableDb } from '../store/database.ts'
import { conversationRecords } from '../store/exportConversations.ts'
import { record } from '../store/exportPeople.ts'
import { hashId } from '../store/hash.ts'
import { firstMessage, type Chat } from './chats.ts'
import type { Home, TravellingChat } from './travelFormat.ts'

/** What a chat placed by rule is called where it is brought: there its file states it. */
const placedPrefix = 'placed:'

/** The id of a chat at the source it is brought under. */
export function broughtId({ conversation }: Home): string {
  return conversation.startsWith(derivedPrefix)
    ? placedPrefix + conversation.slice(derivedPrefix.length)
    : conversation
}

/** Name of the source that chats of a home are brought under: nobody else's records mix with them. */
export function broughtSource({ workspace, source }: Home): string {
  return `${workspace}/${source}`
}

/** A chat with everything in it. */
export function travellingChat(cache: ReadableDb, chat: Chat, home: Home): TravellingChat {
  const id = broughtId(home)
  const records = conversationRecords(cache, chat.row - 1, 1).records.map((one) => renamed(one, id))
  return {
    home,
    first: firstMessage(cache, chat.row),
    records: [...peopleIn(cache, chat.source, records), ...records],
  }
}

/** The row of a chat that is held here already, whatever its source calls it; null when none is. */
export function heldAlready(cache: ReadableDb, { first }: TravellingChat): number | null {
  if (first === null) return null
  const found = rawSql<[number]>(cache, 'SELECT k FROM messages WHERE hash = ? AND rid = ? AND at = ?')
  const [k] = found.get(hashId(first.id), first.id, first.at) ?? []
  return k === undefined ? null : conversationOfK(k)
}

/** What is kept of a record that cannot be read, in characters. */
const longestRaw = 1_000_000

/** What a chat is made of. Hours, shifts and the like would change figures here, and nobody needs them to read a chat. */
const ofChats: ReadonlySet<string> = new Set<RecordKind>([
  'channel',
  'team',
  'agent',
  'contact',
  'conversation',
  'conversation_event',
  'message',
  'message_status',
  'assignment',
  'comment',
  'survey',
  'rating',
])

/** A brought chat's records as the store takes them, and what is no part of a chat. */
export function readChatRecords(chat: TravellingChat): {
  readonly records: readonly SourceRecord[]
  readonly rejects: readonly Reject[]
} {
  const records: SourceRecord[] = []
  const rejects: Reject[] = []
  for (const raw of chat.records) {
    const read = readRecord(raw)
    if (read.ok && ofChats.has(read.record.kind)) records.push(read.record)
    else
      rejects.push({
        reason: read.ok ? `a ${read.record.kind} is no part of a chat` : read.reason,
        raw: JSON.stringify(raw).slice(0, longestRaw),
      })
  }
  return { records, rejects }
}

function renamed(one: RecordInput, conversation: string): RecordInput {
  if (one.kind === 'conversation') return { ...one, id: conversation }
  // A message placed by rule names no conversation; where it is brought it does.
  return one.kind === 'message' || 'conversation' in one ? { ...one, conversation } : one
}

/** The people and places the records name, by name alone: no numbers, no addresses. */
function peopleIn(
  cache: ReadableDb,
  source: string,
  records: readonly RecordInput[],
): readonly RecordInput[] {
  const named = {
    agents: new Set<string>(),
    contacts: new Set<string>(),
    channels: new Set<string>(),
    teams: new Set<string>(),
  }
  const add = (set: Set<string>, id: string | null | undefined) => {
    if (id != null) set.add(id)
  }
  const addActor = (
    actor: { readonly type: string; readonly id?: string | null | undefined } | undefined,
  ) => {
    if (actor?.type === 'agent') add(named.agents, actor.id)
  }
  for (const one of records) {
    if (one.kind === 'conversation' || one.kind === 'message') {
      add(named.contacts, one.contact)
      add(named.channels, one.channel)
    }
    if (one.kind === 'conversation') addActor(one.openedBy)
    if (one.kind === 'message') addActor(one.author)
    if (one.kind === 'conversation_event' || one.kind === 'assignment') addActor(one.by)
    if (one.kind === 'assignment') {
      add(named.agents, one.from)
      add(named.agents, one.to)
      add(named.teams, one.team)
    }
    if (one.kind === 'comment') add(named.agents, one.agent)
  }
  const rowsOf = (table: 'agents' | 'channels' | 'teams', columns: string) =>
    rawSql<readonly Cell[]>(
      cache,
      `SELECT t.rid, ${columns} FROM ${table} t JOIN sources s ON s.id = t.source
       WHERE s.ref = ? AND t.rid IN (SELECT value FROM json_each(?)) ORDER BY t.rid`,
    ).all(source, JSON.stringify([...named[table]]))
  return [
    ...rowsOf('channels', 'name, platform').map(([id, name, platform]) =>
      record('channel', String(id), { name, platform: platform ?? 'unknown' }),
    ),
    ...rowsOf('teams', 'name').map(([id, name]) => record('team', String(id), { name })),
    ...rowsOf('agents', 'name').map(([id, name]) => record('agent', String(id), { name })),
    ...contactsNamed(cache, source, [...named.contacts]),
  ]
}

/** People may be known by several ids; the records name them by any. */
function contactsNamed(cache: ReadableDb, source: string, ids: readonly string[]): readonly RecordInput[] {
  return rawSql<readonly Cell[]>(
    cache,
    `SELECT DISTINCT a.value, c.name, c.language FROM contact_aliases a JOIN contacts c ON c.id = a.contact JOIN sources s ON s.id = a.source
     WHERE s.ref = ? AND a.type = 'id' AND a.value IN (SELECT value FROM json_each(?)) ORDER BY a.value`,
  )
    .all(source, JSON.stringify(ids))
    .map(([id, name, language]) => record('contact', String(id), { name, language }))
}
