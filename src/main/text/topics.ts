/** What customers write about, by keywords that people edit. */
import { addPhrase, findPhrases, phraseTree } from './phrases.ts'
import type { PhraseTree } from './phrases.ts'
import { tokenize } from './tokens.ts'
import type { Token } from './tokens.ts'

/**
 * A topic and the keywords that speak for it. A keyword is a word or a phrase; a `*` at the end of a word stands for any
 * ending, case and accents do not matter, Chinese is found anywhere in a sentence and in either script.
 */
export interface TopicRule {
  readonly id: string
  readonly name: string
  /** By ISO 639-1 code, for those who edit them: a message is looked up in all languages. */
  readonly keywords: Readonly<Record<string, readonly string[]>>
}

export interface FoundTopic {
  /** The rule's id. */
  readonly topic: string
  /** The keywords found, as the rule has them, in the order of their first mention. */
  readonly because: readonly string[]
}

/**
 * The topic of a conversation's messages; null where no keyword is found. The rule with most wins: each keyword counts
 * once, a phrase as many times as it has words. Of two equal ones the first mentioned, then the first of the list.
 */
export function topicOf(texts: readonly string[], rules: readonly TopicRule[]): FoundTopic | null {
  const tokens = texts.flatMap((text) => [...tokenize(text), messageEnd])
  let best: Candidate | null = null
  for (const { id, tree } of compiledRules(rules)) {
    const candidate = rate(id, tree, tokens)
    if (candidate !== null && (best === null || beats(candidate, best))) best = candidate
  }
  return best === null ? null : { topic: best.topic, because: best.because }
}

/** No phrase reaches from one message into the next. */
const messageEnd: Token = { kind: 'mark', text: '\n', raw: '\n', start: 0, end: 0 }

interface Candidate extends FoundTopic {
  readonly points: number
  readonly firstAt: number
}

function rate(topic: string, tree: PhraseTree<string>, tokens: readonly Token[]): Candidate | null {
  const matches = findPhrases(tree, tokens)
  const [first] = matches
  if (first === undefined) return null
  const sizes = new Map(matches.map((match) => [match.value, match.to - match.from]))
  const points = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  return { topic, because: [...sizes.keys()], points, firstAt: first.from }
}

function beats(candidate: Candidate, best: Candidate): boolean {
  if (candidate.points !== best.points) return candidate.points > best.points
  return candidate.firstAt < best.firstAt
}

interface CompiledRule {
  readonly id: string
  readonly tree: PhraseTree<string>
}

const compiled = new WeakMap<readonly TopicRule[], readonly CompiledRule[]>()

function compiledRules(rules: readonly TopicRule[]): readonly CompiledRule[] {
  const known = compiled.get(rules)
  if (known !== undefined) return known
  const fresh = rules.map(({ id, keywords }) => {
    const tree = phraseTree<string>()
    for (const keyword of Object.values(keywords).flat()) addPhrase(tree, keyword, keyword)
    return { id, tree }
  })
  compiled.set(rules, fresh)
  return fresh
}
