/** Longest matches of many phrases at once, over folded tokens. */
import { shorten } from './fold.ts'
import { tokenize } from './tokens.ts'
import type { Token } from './tokens.ts'

/** A place in a tree of phrases: what ends here, and which tokens lead on. */
export interface PhraseTree<Value> {
  value?: Value | undefined
  readonly next: Map<string, PhraseTree<Value>>
  /** Words that need only begin so: "refund*". */
  readonly prefixes: Map<string, PhraseTree<Value>>
}

export interface PhraseMatch<Value> {
  readonly value: Value
  /** Tokens [from, to). */
  readonly from: number
  readonly to: number
}

export function phraseTree<Value>(): PhraseTree<Value> {
  return { next: new Map(), prefixes: new Map() }
}

/** Adds a phrase; a `*` after a word stands for any ending. Of two values for one phrase the first stays. */
export function addPhrase<Value>(tree: PhraseTree<Value>, phrase: string, value: Value): void {
  const tokens = tokenize(phrase).filter((token) => token.kind !== 'mark')
  if (tokens.length === 0) return
  let place = tree
  for (const token of tokens) {
    const branches = phrase[token.end] === '*' ? place.prefixes : place.next
    place = branches.get(token.text) ?? grow(branches, token.text)
  }
  place.value ??= value
}

function grow<Value>(branches: Map<string, PhraseTree<Value>>, text: string): PhraseTree<Value> {
  const place = phraseTree<Value>()
  branches.set(text, place)
  return place
}

/** The matches from left to right, the longest at each place; none reaches into another. */
export function findPhrases<Value>(
  tree: PhraseTree<Value>,
  tokens: readonly Token[],
): readonly PhraseMatch<Value>[] {
  const matches: PhraseMatch<Value>[] = []
  for (let from = 0; from < tokens.length;) {
    const match = longestAt(tree, tokens, from, from)
    if (match !== null) matches.push({ value: match.value, from, to: match.to })
    from = match?.to ?? from + 1
  }
  return matches
}

interface Reach<Value> {
  readonly value: Value
  readonly to: number
}

function longestAt<Value>(
  place: PhraseTree<Value>,
  tokens: readonly Token[],
  from: number,
  at: number,
): Reach<Value> | null {
  const value = at === from ? undefined : place.value
  const own: Reach<Value> | null = value === undefined ? null : { value, to: at }
  const token = tokens[at]
  if (token === undefined || token.kind === 'mark') return own
  let best: Reach<Value> | null = own
  for (const branch of branchesFor(place, token)) {
    const reach = longestAt(branch, tokens, from, at + 1)
    if (reach !== null && reach.to > (best?.to ?? at)) best = reach
  }
  return best
}

/** The exact word before a lengthened one before the longest beginning. */
function branchesFor<Value>(place: PhraseTree<Value>, token: Token): readonly PhraseTree<Value>[] {
  const exact = place.next.get(token.text)
  if (exact === undefined && token.kind !== 'word') return none
  const branches: PhraseTree<Value>[] = exact === undefined ? [] : [exact]
  if (exact === undefined) {
    const short = shorten(token.raw)
    const branch = short === null ? undefined : place.next.get(short)
    if (branch !== undefined) branches.push(branch)
  }
  if (place.prefixes.size > 0) {
    for (let length = token.text.length; length >= shortestPrefix; length--) {
      const branch = place.prefixes.get(token.text.slice(0, length))
      if (branch === undefined) continue
      branches.push(branch)
      break
    }
  }
  return branches
}

const none: readonly never[] = []
const shortestPrefix = 2
