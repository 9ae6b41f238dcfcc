/** Near-identical questions, grouped: deterministic, and without comparing every one with every other. */
import { similarity, termsOf, weightOf, type Terms } from './terms.ts'

export interface Question {
  readonly text: string
  /** ISO 639-1; null: not known. */
  readonly language: string | null
}

/** Indexes of the questions given, ascending; the first wording is the commonest. */
export interface Cluster {
  /** The same while its commonest wording stays the same. */
  readonly key: string
  readonly language: string | null
  readonly terms: Terms
  readonly members: readonly number[]
}

/** Two questions this alike, or more, are one; see docs/checks.md for what that was measured by. */
export const nearlyEqual = 0.6
/** A question with less in it ("and you?") is about nothing that could be compared. */
const leastWeight = 1.3
const breathEvery = 500

interface Wording {
  readonly key: string
  readonly language: string | null
  readonly terms: Terms
  readonly members: number[]
}

/** Whether there is enough in a question to find its like. */
export function tellsEnough(terms: Terms): boolean {
  return weightOf(terms) >= leastWeight && [...terms.keys()].some((term) => !term.startsWith('?'))
}

/**
 * The questions with enough in them, in groups, the largest first. Wordings that differ in nothing that counts are one to
 * begin with; the commoner ones lead, and the others join the leader they are most like. Yields between steps of some
 * milliseconds.
 */
export function* clusterQuestions(questions: readonly Question[]): Generator<void, readonly Cluster[]> {
  const wordings = yield* wordingsOf(questions)
  const frequency = countTerms(wordings)
  const leaders: Wording[] = []
  const byRareTerm = new Map<string, Wording[]>()
  for (const [index, wording] of wordings.entries()) {
    if (index % breathEvery === breathEvery - 1) yield
    const rare = rareTerms(wording, frequency)
    const leader = likest(wording, rare, byRareTerm)
    if (leader !== null) {
      leader.members.push(...wording.members)
      continue
    }
    leaders.push(wording)
    for (const term of rare) grow(byRareTerm, term, wording)
  }
  return leaders
    .map(({ members, ...leader }) => ({ ...leader, members: members.toSorted((one, other) => one - other) }))
    .sort((one, other) => other.members.length - one.members.length || (one.key < other.key ? -1 : 1))
}

function* wordingsOf(questions: readonly Question[]): Generator<void, readonly Wording[]> {
  const wordings = new Map<string, Wording>()
  for (const [index, { text, language }] of questions.entries()) {
    if (index % breathEvery === breathEvery - 1) yield
    const terms = termsOf(text, language)
    if (!tellsEnough(terms)) continue
    const key = `${language ?? ''}:${[...terms.keys()].sort().join(' ')}`
    const known = wordings.get(key)
    if (known === undefined) wordings.set(key, { key, language, terms, members: [index] })
    else known.members.push(index)
  }
  return [...wordings.values()].sort(
    (one, other) => other.members.length - one.members.length || (one.key < other.key ? -1 : 1),
  )
}

function countTerms(wordings: readonly Wording[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { terms } of wordings)
    for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}

/**
 * The rarest terms, so many that what is left could not make two questions alike: two that are share one of these, which
 * is all that must be looked up. (Prefix filtering, as in exact set-similarity joins.)
 */
function rareTerms({ terms, language }: Wording, frequency: ReadonlyMap<string, number>): readonly string[] {
  const sorted = [...terms].sort(
    ([one], [other]) => (frequency.get(one) ?? 0) - (frequency.get(other) ?? 0) || (one < other ? -1 : 1),
  )
  const needed = nearlyEqual * weightOf(terms)
  const rare: string[] = []
  let left = weightOf(terms)
  for (const [term, weight] of sorted) {
    // What adds up to the very limit must not fall to a rounding error.
    if (left < needed - 1e-9) break
    rare.push(`${language ?? ''}:${term}`)
    left -= weight
  }
  return rare
}

function likest(
  wording: Wording,
  rare: readonly string[],
  byRareTerm: ReadonlyMap<string, readonly Wording[]>,
): Wording | null {
  let best: Wording | null = null
  let bestLikeness = 0
  const seen = new Set<Wording>()
  for (const term of rare)
    for (const leader of byRareTerm.get(term) ?? []) {
      if (seen.has(leader)) continue
      seen.add(leader)
      const likeness = similarity(wording.terms, leader.terms)
      if (likeness < nearlyEqual - 1e-9) continue
      // Of two equally alike the first by its key, so that the order of looking leaves no trace.
      if (likeness > bestLikeness || (likeness === bestLikeness && best !== null && leader.key < best.key)) {
        best = leader
        bestLikeness = likeness
      }
    }
  return best
}

function grow(index: Map<string, Wording[]>, term: string, wording: Wording): void {
  const list = index.get(term)
  if (list === undefined) index.set(term, [wording])
  else list.push(wording)
}
