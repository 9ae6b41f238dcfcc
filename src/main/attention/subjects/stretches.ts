/** Sets of moments as stretches of time, by begin, none touching another. Epoch milliseconds; `to` Infinity: it goes on. */

export interface Stretch {
  readonly from: number
  readonly to: number
}

/** What lies in any of them. */
export function united(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: { from: number; to: number }[] = []
  for (const { from, to } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (to <= from) continue
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else all.push({ from, to })
  }
  return all
}

/** What lies in both. */
export function common(one: readonly Stretch[], other: readonly Stretch[]): readonly Stretch[] {
  const both: Stretch[] = []
  for (let [i, j] = [0, 0]; ;) {
    const [a, b] = [one[i], other[j]]
    if (a === undefined || b === undefined) return both
    const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)]
    if (from < to) both.push({ from, to })
    if (a.to <= b.to) i += 1
    else j += 1
  }
}

/** What lies in none of them. */
export function outside(stretches: readonly Stretch[]): readonly Stretch[] {
  const gaps: Stretch[] = []
  let from = Number.NEGATIVE_INFINITY
  for (const stretch of stretches) {
    if (from < stretch.from) gaps.push({ from, to: stretch.from })
    from = stretch.to
  }
  if (from < Number.POSITIVE_INFINITY) gaps.push({ from, to: Number.POSITIVE_INFINITY })
  return gaps
}

/** Where more than `limit` of them lie on one another, and how many at most. They may be in any order and touch. */
export function above(
  stretches: readonly Stretch[],
  limit: number,
): readonly (Stretch & { readonly most: number })[] {
  const begins = stretches.map(({ from }) => from).sort((a, b) => a - b)
  const ends = stretches.map(({ to }) => to).sort((a, b) => a - b)
  const found: (Stretch & { readonly most: number })[] = []
  let began: number | null = null
  let [count, most] = [0, 0]
  for (let [i, j] = [0, 0]; i < begins.length || (j < ends.length && began !== null);) {
    const at = Math.min(begins[i] ?? Infinity, ends[j] ?? Infinity)
    if (at === Infinity) break
    // What ends as another begins makes no peak.
    for (; ends[j] === at; j += 1) count -= 1
    for (; begins[i] === at; i += 1) count += 1
    if (count > limit) {
      began ??= at
      most = Math.max(most, count)
    } else if (began !== null) {
      found.push({ from: began, to: at, most })
      began = null
      most = 0
    }
  }
  if (began !== null) found.push({ from: began, to: Infinity, most })
  return found
}
