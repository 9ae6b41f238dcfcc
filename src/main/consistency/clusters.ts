/** Near-identical questions, grouped: deterministic, and without comparing every one with every other. */
import { createLikeness, type Ranked } from './likeness.ts'
import { termsOf, weightOf, type Terms } from './terms.ts'

export interface Question {
  readonly text: string
  /** ISO 639-1; null: not known. */
  readonly language: string | null
}

/** Indexes of the questions given, ascending. */
export interface Cluster {
  /** The same while its commonest wording stays the same. */
  readonly key: string
  readonly language: string | null
  readonly terms: Terms
  readonly members: readonly number[]
}

/** A question with less in it ("and you?") is about nothing that could be compared. */
const leastWeight = 1.3
const breathEvery = 100

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
  const leaders: Wording[] = []
  for (const ofLanguage of Map.groupBy(wordings, ({ language }) => language).values()) {
    const likeness = createLikeness(ofLanguage.map(({ terms }) => terms))
    const byRank = new Map<Ranked, Wording>()
    for (const [index, wording] of ofLanguage.entries()) {
      if (index % breathEvery === breathEvery - 1) yield
      const ranked = likeness.rank(wording.terms)
      const like = likeness.likest(ranked)
      const leader = like === null ? undefined : byRank.get(like)
      if (leader !== undefined) {
        leader.members.push(...wording.members)
        continue
      }
      leaders.push(wording)
      byRank.set(ranked, wording)
      likeness.add(ranked)
    }
  }
  return leaders
    .map(({ members, ...leader }) => ({ ...leader, members: members.toSorted((one, other) => one - other) }))
    .sort((one, other) => other.members.length - one.members.length || (one.key < other.key ? -1 : 1))
}

/** The commonest first. */
function* wordingsOf(questions: readonly Question[]): Generator<void, readonly Wording[]> {
  const wordings = new Map<string, Wording>()
  /** Letter by letter the same; null: it tells too little. */
  const seen = new Map<string, Wording | null>()
  for (const [index, { text, language }] of questions.entries()) {
    if (index % breathEvery === breathEvery - 1) yield
    const letters = `${language ?? ''}:${text}`
    let wording = seen.get(letters)
    if (wording === undefined) {
      const terms = termsOf(text, language)
      wording = tellsEnough(terms) ? referWording(wordings, terms, language) : null
      seen.set(letters, wording)
    }
    wording?.members.push(index)
  }
  return [...wordings.values()].sort(
    (one, other) => other.members.length - one.members.length || (one.key < other.key ? -1 : 1),
  )
}

/** The wording with just these terms. */
function referWording(wordings: Map<string, Wording>, terms: Terms, language: string | null): Wording {
  const key = `${language ?? ''}:${[...terms.keys()].sort().join(' ')}`
  const known = wordings.get(key)
  if (known !== undefined) return known
  const wording: Wording = { key, language, terms, members: [] }
  wordings.set(key, wording)
  return wording
}
