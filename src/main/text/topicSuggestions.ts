/** What customers write often, found without rules: groups of messages that share telling words. */
import { functionWords } from './functionWords.ts'
import { tokenize } from './tokens.ts'
import type { Token } from './tokens.ts'

export interface CustomerMessage {
  readonly id: string
  readonly text: string
}

/** A group of similar messages, as a start for a topic rule. */
export interface TopicSuggestion {
  /** The word, phrase or pair of Chinese characters they share, then those that go with it; words folded. */
  readonly keywords: readonly string[]
  /** Messages of the group among those looked at; each belongs to one group only. */
  readonly count: number
  /** Up to five messages of different wording, the earliest given first. */
  readonly examples: readonly string[]
}

export interface Suggestions {
  readonly suggestions: readonly TopicSuggestion[]
  /** Messages looked at; fewer than given where there are more than 50,000. */
  readonly sampled: number
}

/**
 * Up to twenty groups, the largest first; the same messages in the same order give the same groups. Of more than 50,000
 * messages an even sample is taken, so the work has a bound.
 */
export function suggestTopics(messages: readonly CustomerMessage[]): Suggestions {
  const sample = evenSample(messages)
  const documents = sample.map((message) => termsOf(tokenize(message.text)))
  const index = invertedIndex(documents)
  const open = new Set(documents.keys())
  const suggestions: TopicSuggestion[] = []
  while (suggestions.length < mostSuggestions) {
    const seed = strongest(index, open)
    if (seed === null) break
    const members = (index.get(seed) ?? []).filter((document) => open.has(document))
    for (const member of members) open.delete(member)
    suggestions.push({
      keywords: [seed, ...companions(seed, members, documents, index)],
      count: members.length,
      examples: examplesOf(members, sample),
    })
  }
  return { suggestions: suggestions.toSorted((a, b) => b.count - a.count), sampled: sample.length }
}

const mostMessages = 50_000
const mostSuggestions = 20
const mostExamples = 5
const mostCompanions = 4
const mostTokens = 40

function evenSample(messages: readonly CustomerMessage[]): readonly CustomerMessage[] {
  if (messages.length <= mostMessages) return messages
  const step = messages.length / mostMessages
  return Array.from({ length: mostMessages }, (_, at) => messages[Math.floor(at * step)]).filter(
    (message) => message !== undefined,
  )
}

/** Words that tell something, pairs of neighbouring ones, and pairs of neighbouring Chinese characters. */
function termsOf(tokens: readonly Token[]): ReadonlySet<string> {
  const terms = new Set<string>()
  let before: Token | null = null
  for (const token of tokens.slice(0, mostTokens)) {
    if (token.kind === 'han') {
      if (before?.kind === 'han') addHanPair(terms, before, token)
      before = token
    } else if (token.kind === 'word' && tells(token.text)) {
      terms.add(token.text)
      if (before?.kind === 'word') terms.add(`${before.text} ${token.text}`)
      before = token
    } else if (token.kind !== 'word') before = null
  }
  return terms
}

function tells(word: string): boolean {
  return word.length > 2 && !functionWords.has(word) && !courtesies.has(word)
}

/** A pair that only joins or greets says nothing about the subject. */
function addHanPair(terms: Set<string>, first: Token, second: Token): void {
  if (emptyHan.has(first.text) || emptyHan.has(second.text)) return
  // As written: a keyword is shown to people, and a team writes one script.
  terms.add(first.raw + second.raw)
}

const emptyHan = new Set(
  '的了吗呢吧啊呀是我你您他她们这那有没不在就也都还很好请问谢想要可以一个和跟会能哦喔哈嗯'.split(''),
)
const courtesies = new Set(
  (
    'hello thanks thank please good morning afternoon evening dear team want need know help hallo moin gruss gruesse ' +
    'freundliche freundlichen bonjour bonsoir cordialement svp souhaite voudrais hola saludos favor porfa quisiera ' +
    'gracias danke merci order bestellung commande pedido'
  ).split(' '),
)

/** Term → the documents that have it, for terms neither rare nor everywhere. */
function invertedIndex(documents: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  documents.forEach((terms, document) => {
    for (const term of terms) {
      const list = index.get(term)
      if (list === undefined) index.set(term, [document])
      else list.push(document)
    }
  })
  const least = Math.max(fewest, documents.length * smallestShare)
  for (const [term, list] of index) {
    if (list.length < least || list.length > Math.max(least, documents.length * largestShare))
      index.delete(term)
  }
  return index
}

const fewest = 3
const smallestShare = 0.002
const largestShare = 0.5

/** The term that explains most of what is left; a phrase is worth more than a word, of equals the first by alphabet. */
function strongest(index: ReadonlyMap<string, readonly number[]>, open: ReadonlySet<number>): string | null {
  let best: string | null = null
  let bestWorth = 0
  const least = Math.max(fewest, open.size * smallestShare)
  for (const [term, documents] of index) {
    const weight = term.includes(' ') ? phraseWeight : 1
    // Even with every document still open it could not win.
    if (documents.length * weight < bestWorth) continue
    const count = documents.reduce((sum, document) => sum + (open.has(document) ? 1 : 0), 0)
    if (count < least) continue
    const worth = count * weight
    if (worth > bestWorth || (worth === bestWorth && best !== null && term < best)) {
      best = term
      bestWorth = worth
    }
  }
  return best
}

const phraseWeight = 1.5

/** Terms of at least a third of the members, and there twice as frequent as among all: what else the group is about. */
function companions(
  seed: string,
  members: readonly number[],
  documents: readonly ReadonlySet<string>[],
  index: ReadonlyMap<string, readonly number[]>,
): readonly string[] {
  const counts = new Map<string, number>()
  for (const member of members) {
    for (const term of documents[member] ?? []) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return [...counts]
    .filter(([term, count]) => {
      const overall = index.get(term)?.length
      if (overall === undefined || seed.includes(term) || term.includes(seed)) return false
      return count * 3 >= members.length && count / members.length >= (2 * overall) / documents.length
    })
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, mostCompanions)
    .map(([term]) => term)
}

function examplesOf(members: readonly number[], sample: readonly CustomerMessage[]): readonly string[] {
  const seen = new Set<string>()
  const examples: string[] = []
  for (const member of members) {
    const message = sample[member]
    if (message === undefined || seen.has(message.text)) continue
    seen.add(message.text)
    examples.push(message.id)
    if (examples.length === mostExamples) break
  }
  return examples
}
