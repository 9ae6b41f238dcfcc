/** What customers asked and what an agent answered next, from the messages of a period. */
import type { Scope } from '../../shared/contract.ts'
import { asks } from '../audits/checks/asking.ts'
import { authorOf, contentOf, directionOf, firstK } from '../store/bits.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { agentRows, placeFilter } from '../store/scopeFilter.ts'

/** Row numbers of the store. `language`: of the question, ISO 639-1; null: not known. */
export interface Exchange {
  readonly question: string
  readonly answer: string
  readonly language: string | null
  readonly conversation: number
  readonly contact: number
  /** When the question was asked. */
  readonly askedAt: number
  readonly agent: number
  /** The first message of the answer, and when it was written. */
  readonly k: number
  readonly at: number
}

/** The newest conversations of the period; a question of a person waits for the answer. */
const mostConversations = 50_000
export const mostExchanges = 100_000
const breathEvery = 200
const longestQuestion = 300
const longestAnswer = 1500
/** Messages of one agent in a row that are one answer. */
const mostParts = 4

type Row = readonly [
  k: number,
  at: number,
  flags: number,
  agent: number | null,
  text: string | null,
  template: string | null,
  language: number | null,
  rid: string,
]

/** Questions of customers that an agent of the scope answered, of the newest conversations first. Yields between steps. */
export function* readExchanges(
  cache: ReadableDb,
  dictionary: WorkspaceDictionary,
  scope: Scope,
): Generator<void, readonly Exchange[]> {
  const filter = placeFilter(scope, dictionary)
  const agents = agentRows(scope, dictionary)
  const wanted = agents === null ? null : new Set(agents)
  const words = new Map((dictionary.words ?? []).map(({ row, text }) => [row, text]))
  const conversations = rawSql<[number, number]>(
    cache,
    `SELECT c.id, c.contact FROM conversations c WHERE c.last_at >= ? AND c.started_at < ? AND c.removed_at IS NULL AND ${filter.sql}
     ORDER BY c.last_at DESC, c.id DESC LIMIT ${mostConversations}`,
  ).all(scope.from, scope.to, ...filter.parameters)
  const select = rawSql<Row>(
    cache,
    `SELECT k, at, flags, agent, coalesce(text, caption), template, language, rid FROM messages
     WHERE k >= ? AND k < ? AND at >= ? AND at < ? ORDER BY at, rid`,
  )
  const found: Exchange[] = []
  for (const [index, [id, contact]] of conversations.entries()) {
    if (index % breathEvery === breathEvery - 1) yield
    const rows = select.all(firstK(id), firstK(id + 1), scope.from, scope.to)
    for (const exchange of exchangesIn(rows, words)) {
      if (wanted !== null && !wanted.has(exchange.agent)) continue
      found.push({ ...exchange, conversation: id, contact })
      if (found.length === mostExchanges) return found
    }
  }
  return found
}

type Found = Omit<Exchange, 'conversation' | 'contact'>

/** What is between is no answer: acknowledgements, bots, reactions, system lines. Templates and pictures answer nothing in words. */
function exchangesIn(rows: readonly Row[], words: ReadonlyMap<number, string>): readonly Found[] {
  const found: Found[] = []
  let asked: Pick<Found, 'question' | 'language' | 'askedAt'> | null = null
  /** Messages of the last answer; 0: what follows belongs to none. */
  let parts = 0
  for (const [k, at, flags, agent, text, template, word] of rows) {
    if (echoes.has(contentOf(flags)) || text === null || text.trim() === '') continue
    if (directionOf(flags) === 'in') {
      const language = word === null ? null : (words.get(word) ?? null)
      const question = askingPart(text, language)
      // A later remark ("thanks in advance") does not take the question back.
      if (question !== null) asked = { question, language, askedAt: at }
      parts = 0
    } else if (isByPerson(flags) && template === null && agent !== null) {
      const last = found.at(-1)
      if (asked !== null) {
        found.push({ ...asked, answer: text.slice(0, longestAnswer), agent, k, at })
        asked = null
        parts = 1
      } else if (last?.agent === agent && parts > 0 && parts < mostParts) {
        found[found.length - 1] = { ...last, answer: `${last.answer}\n${text}`.slice(0, longestAnswer) }
        parts += 1
      } else parts = 0
    }
  }
  return found
}

const echoes: ReadonlySet<string> = new Set(['reaction', 'edit', 'revoke', 'system'])

function isByPerson(flags: number): boolean {
  const author = authorOf(flags)
  return directionOf(flags) === 'out' && (author === 'agent' || author === 'app')
}

/** The sentences of a message that ask, without what is told around them; null: it asks nothing. */
export function askingPart(text: string, language: string | null): string | null {
  const beginning = text.slice(0, longestQuestion * 3)
  const sentences = beginning.match(/[^.!?。！？؟\n]{1,600}[.!?。！？؟]*/gu) ?? []
  const marked = sentences.filter((sentence) => /[?？؟]/u.test(sentence))
  const asking = marked.length > 0 ? marked : sentences.filter((sentence) => asks(sentence.trim(), language))
  const part = asking
    .slice(0, 2)
    .map((sentence) => sentence.trim())
    .join(' ')
    .slice(0, longestQuestion)
  return part === '' ? null : part
}
