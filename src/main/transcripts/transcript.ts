/** Chats as a page or as text, for reading, printing and keeping. */
import type { TimelineItem, TranscriptQuery } from '../../shared/contract.ts'
import { hideNames, type Person } from '../../shared/hideNames.ts'
import { formatFor } from '../../shared/numbers.ts'
import { isZone } from '../../shared/period.ts'
import { conversationWords } from '../print/words.ts'
import { readConversation, readTimelinePage } from '../store/conversationView.ts'
import type { ReadableDb } from '../store/database.ts'
import { readDictionary } from '../store/dictionary.ts'
import { StoreFailure } from '../store/errors.ts'
import { type PrintedChat, printedChat } from './chat.ts'
import { type TranscriptEdges, transcriptMarkup } from './page.ts'
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
    if (items > mostItems)
      throw tooMuch(`These chats have more than ${format.count(mostItems)} messages and events`)
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
    return printedChat(conversation, wholeTimeline(cache, id, conversation.total), {
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

function wholeTimeline(cache: ReadableDb, conversation: string, total: number): readonly TimelineItem[] {
  const items: TimelineItem[] = []
  while (items.length < total) {
    const from = { kind: 'place', place: items.length } as const
    const { timeline } = readTimelinePage(cache, { conversation, from, limit: 500 })
    if (timeline.length === 0) break
    items.push(...timeline)
  }
  return items
}

function check({ conversations, zone }: TranscriptQuery): void {
  if (conversations.length === 0)
    throw new StoreFailure(
      'invalid',
      'No chat was named, so nothing was written.',
      'Choose at least one chat.',
    )
  if (conversations.length > mostChats) throw tooMuch(`These are more than ${mostChats} chats`)
  if (!isZone(zone))
    throw new StoreFailure(
      'invalid',
      `${zone.slice(0, 80)} is no time zone.`,
      'Give an IANA name such as Europe/Berlin.',
    )
}

function tooMuch(what: string): StoreFailure {
  return new StoreFailure(
    'invalid',
    `${what}; nothing was written.`,
    'Choose fewer chats, or export the records.',
  )
}
