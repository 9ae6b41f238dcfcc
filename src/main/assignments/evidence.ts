/**
 * Which changes of hand count. The same one may be known twice: stated by the source, and noticed between two looks at who
 * has what. What is stated beats what was noticed, and that beats what is only inferred (intervals.ts).
 */
import type { TimelineAssignment } from '../metrics/timeline.ts'

type Change = Pick<TimelineAssignment, 'at' | 'from' | 'to' | 'source' | 'notBefore' | 'hash'>

/**
 * The changes that were stated or noticed, each once, in the order they can have happened: within one instant each takes
 * the conversation from whoever the one before gave it to, because sources count in seconds and "taken from one, given to
 * the other" often shares one. The order they come in leaves no trace.
 */
export function standingChanges<T extends Change>(assignments: readonly T[]): readonly T[] {
  if (assignments.length === 0) return assignments
  return inChain(withoutRepeats(assignments.filter(({ source }) => source !== 'inferred')))
}

/** Changes of hand a source guessed itself, by time: they only say who may have it while nobody is known to. */
export function guessedChanges(assignments: readonly TimelineAssignment[]): readonly TimelineAssignment[] {
  const guessed = assignments.filter(({ source }) => source === 'inferred')
  return guessed.length < 2 ? guessed : guessed.sort(byTimeAndRecord)
}

/** The last look at which a noticed change was not so yet; null: not known, as where the looks are in the wrong order. */
export function lastLook({ at, notBefore }: Pick<Change, 'at' | 'notBefore'>): number | null {
  return notBefore !== null && notBefore < at ? notBefore : null
}

/**
 * A noticed change says nothing new where another to the same agent is known after the last look at which it was not so,
 * or, where no such look is known, where the change before it gave the conversation to the same agent. Of one instant what
 * is stated is taken.
 */
function withoutRepeats<T extends Change>(changes: readonly T[]): readonly T[] {
  if (changes.every(isStated)) return changes
  const statedAt = new Set(changes.filter(isStated).map(({ at }) => at))
  const givenAt = new Map<number | null, number>()
  let latest = Number.NEGATIVE_INFINITY
  const sorted = changes.toSorted(
    (a, b) => a.at - b.at || Number(isStated(b)) - Number(isStated(a)) || a.hash - b.hash,
  )
  return sorted.filter((change) => {
    const { at, to } = change
    const given = givenAt.get(to) ?? Number.NEGATIVE_INFINITY
    const isKnown = given > (lastLook(change) ?? latest - 1)
    givenAt.set(to, at)
    latest = at
    return isStated(change) || !(isKnown || statedAt.has(at))
  })
}

/** What came under a word this program does not know was said by the source all the same. */
function isStated({ source }: Change): boolean {
  return source !== 'diffed'
}

function inChain<T extends Change>(changes: readonly T[]): readonly T[] {
  if (changes.length < 2) return changes
  const chain: T[] = []
  let instant: T[] = []
  const follow = () => {
    while (instant.length > 0) {
      const holder = chain.at(-1)?.to ?? null
      const fits = instant.findIndex((next) => next.from === holder)
      chain.push(...instant.splice(Math.max(0, fits), 1))
    }
  }
  for (const change of changes.toSorted(byTimeAndRecord)) {
    if (instant[0] !== undefined && instant[0].at !== change.at) follow()
    instant.push(change)
  }
  follow()
  return chain
}

/** Row numbers follow arrival, what is made of the record does not. */
function byTimeAndRecord(a: Change, b: Change): number {
  return a.at - b.at || a.hash - b.hash
}
