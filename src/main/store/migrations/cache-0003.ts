/** When a flag's cause ends, in SQL; later than any moment while it holds. */
export function endOfFlag(table = ''): string {
  return `coalesce(${table}ended_at, 9007199254740991)`
}

/** cache.db, third version: the few flags that are open are found without looking at all that ever were. */
export const cache0003 = `CREATE INDEX flags_end ON flags(${endOfFlag()});`
