/** Names that were perhaps meant. */

/** Those of `names` that differ from `name` by little, nearest first; at most three. */
export function nearNames(name: string, names: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase()
  const most = Math.max(1, Math.floor(wanted.length / 3))
  return [...new Set(names)]
    .map((candidate) => ({ candidate, distance: distanceOf(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** Letters to add, take away or change; a name that holds the whole other is near. */
function distanceOf(wanted: string, candidate: string): number {
  if (wanted.length >= 4 && candidate.includes(wanted)) return 1
  let row = Array.from({ length: candidate.length + 1 }, (_, index) => index)
  for (let i = 1; i <= wanted.length; i++) {
    const next = [i]
    for (let j = 1; j <= candidate.length; j++) {
      const changed = (row[j - 1] ?? 0) + (wanted[i - 1] === candidate[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed))
    }
    row = next
  }
  return row[candidate.length] ?? 0
}
