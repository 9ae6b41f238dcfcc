/** Where a hit is, before it is read: newest first, and within a second by number, so that any two ways of looking agree. */

export interface Candidate {
  /** Whole seconds since 1970. */
  readonly second: number
  readonly ref: number
  /** Whether an edit gave it its text; undefined: nobody looked. */
  readonly edited?: boolean
}

export function newerFirst(a: Candidate, b: Candidate): number {
  return b.second - a.second || b.ref - a.ref
}

export function isOlder(candidate: Candidate, than: Candidate | null): boolean {
  return than === null || newerFirst(than, candidate) < 0
}

/** What a way of looking found, in order. */
export interface Found {
  readonly hits: readonly Candidate[]
  /** How far it looked: what comes behind was not looked at; null: everything was. */
  readonly frontier: Candidate | null
}

/** Many findings as one: each hit once, no further than all of them looked. */
export function mergeFound(all: readonly Found[]): Found {
  const frontier = all
    .flatMap((found) => found.frontier ?? [])
    .reduce<Candidate | null>(
      (nearest, one) => (nearest !== null && isOlder(one, nearest) ? nearest : one),
      null,
    )
  const seen = new Set<number>()
  const hits = all
    .flatMap((found) => found.hits)
    .filter(({ ref }) => !seen.has(ref) && seen.add(ref))
    .filter((hit) => frontier === null || !isOlder(hit, frontier))
    .sort(newerFirst)
  return { hits, frontier }
}
