/** Which hit comes after or before the one at a message; past the last comes the first. Null: there are none. */
export function stepHit(ordered: readonly string[], message: string | null, by: 1 | -1): string | null {
  const count = ordered.length
  const at = message === null ? -1 : ordered.indexOf(message)
  if (count === 0) return null
  if (at < 0) return (by === 1 ? ordered[0] : ordered.at(-1)) ?? null
  return ordered[(at + by + count) % count] ?? null
}
