/** Which rows of a list are new to whoever looks at it. Pure. */
export interface FreshRows {
  readonly known: ReadonlySet<string>
  /** When each new one came; epoch milliseconds. */
  readonly since: ReadonlyMap<string, number>
}

/** After another answer at `at`. What came `hold` milliseconds ago is new no longer; of a first answer nothing is. */
export function freshRows(
  before: FreshRows | null,
  ids: readonly string[],
  at: number,
  hold: number,
): FreshRows {
  const known = new Set(ids)
  if (before === null) return { known, since: new Map() }
  const since = new Map<string, number>()
  for (const id of ids) {
    const came = before.known.has(id) ? before.since.get(id) : at
    if (came !== undefined && at - came < hold) since.set(id, came)
  }
  return { known, since }
}
