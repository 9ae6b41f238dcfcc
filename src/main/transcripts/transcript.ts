/** Chats as a page or as text, for reading, printing and keeping. */
import type { TranscriptQuery } from '../../shared/contract.ts'
import { hideNames, type Person } from '../../shared/hideNames.ts'
import { formatFor } from '../../shared/numbers.ts'
import { isZone } from '../../shared/period.ts'
import { conversationWords } from '../print/words.ts'
import { readConversation } from '../store/conversationView.ts'
import type { ReadableDb } from '../store/database.ts'
import { readDictionary } from '../store/dictionary.ts'
import { storeFailed } from '../store/errors.ts'
import { printedChat, type PrintedChat } from './chat.ts'
import { transcriptMarkup, type TranscriptEdges } from './page.ts'
import { transcriptLines } from './text.ts'

export interface TranscriptPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly now: () => number
}

const mostChats = 500
const mostItems = 100_000

/** One self-contained page: nothing is loaded from anywhere, every text is escaped. Throws a `StoreFailure` (`invalid`). */
export function transcriptPage(ports: TranscriptPorts, query: TranscriptQuery): string {
  const { chats, edges } = readChats(ports, query)
  const words = conversationWords(query.language)
  return transcriptMarkup(chats, { language: query.language, edges, words })
}

/** The same as plain text. Throws a `StoreFailure` (`invalid`). */
export function transcriptText(ports: TranscriptPorts, query: TranscriptQuery): string {
  const { chats, edges } = readChats(ports, query)
  return transcriptLines(chats, { edges, words: conversationWords(query.language) })
}

function readChats(
  { cache, workspaceDb, now }: TranscriptPorts,
  query: TranscriptQuery,
): { readonly chats: readonly PrintedChat[]; readonly edges: TranscriptEdges } {
  check(query)
  const words = conversationWords(query.language)
  const format = formatFor(query.language, query.zone, now())
  const dictionary = readDictionary(cache)
  const agents = new Map(dictionary.agents.map(({ id, name }) => [id, name]))
  const teams = new Map(dictionary.teams.map(({ id, name }) => [id, name]))
  const numbers = new Map<string, number>()
  let items = 0
  const chats = query.conversations.map((id) => {
    const conversation = readConversation(cache, workspaceDb, id, now())
    items += conversation.total
    if (items > mostItems) throw storeFailed('invalid', 'transcripts.tooMuch', { count: mostItems })
    const { contact } = conversation
    const number = numbers.get(contact.id) ?? numbers.size + 1
    numbers.set(contact.id, number)
    const person: Person = {
      names: [contact.name],
      phones: [contact.phone, contact.id].filter((phone) => phone !== null),
    }
    const hidden =
      query.conversations.length === 1
        ? words('transcript.customer')
        : words('transcript.customerNumber', { number })
    return printedChat(conversation, {
      words,
      format,
      zone: query.zone,
      agent: (agent) => agents.get(agent) ?? agent,
      team: (team) => teams.get(team) ?? team,
      customer: query.hideNames ? hidden : contact.name,
      shown: (text) => (query.hideNames ? hideNames(text, person) : text),
    })
  })
  return {
    chats,
    edges: {
      workspace: dictionary.workspace?.name ?? 'Floorwalker',
      privacy: words(query.hideNames ? 'transcript.namesHidden' : 'transcript.namesShown'),
      made: words('transcript.made', { time: format.dateTime(now()) }),
    },
  }
}

function check({ conversations, zone }: TranscriptQuery): void {
  if (conversations.length === 0) throw storeFailed('invalid', 'transcripts.none')
  if (conversations.length > mostChats)
    throw storeFailed('invalid', 'transcripts.tooManyChats', { most: mostChats })
  if (!isZone(zone)) throw storeFailed('invalid', 'transcripts.noZone', { zone: zone.slice(0, 80) })
}
