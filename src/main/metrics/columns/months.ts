/** Rows are kept by the UTC month they happened in. A month is counted from January 1970; earlier ones are negative. */

export const quarterMs = 900_000

/** The first instant of a month. */
export function startOfMonth(month: number): number {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(1970 + Math.floor(month / 12), ((month % 12) + 12) % 12, 1)
}

export function monthOf(at: number): number {
  const date = new Date(at)
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
}
