/** Reading of JSON nobody vouches for: each function gives the value in the shape asked for, or null. None throws. */

export type Fields = Readonly<Record<string, unknown>>

/** The value as an object, or null. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
}

/** The value as a list; anything else is an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** A non-empty text; whole numbers count as their digits, because the cloud writes ids either way. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  return Number.isSafeInteger(value) ? String(value) : null
}

/** A finite number, written as one or as a plain decimal text. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** Epoch milliseconds from Unix seconds written as text or number. Values too large for seconds are milliseconds already. */
export function timeOf(value: unknown): number | null {
  const number = numberOf(value)
  if (number === null || number <= 0) return null
  return Math.round(number > 1e11 ? number : number * 1000)
}

/** The value at a path of keys, or undefined. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let current = value
  for (const key of path) {
    const fields = fieldsOf(current)
    if (fields === null || !Object.hasOwn(fields, key)) return undefined
    current = fields[key]
  }
  return current
}

/** The digits of a phone number as people and clouds write it ("+1 631-555-5555"), or null where it is none. */
export function digitsOf(value: unknown): string | null {
  const text = textOf(value)
  if (text === null || !/^\+?[\d\s().-]+$/.test(text)) return null
  return text.replaceAll(/\D/g, '') || null
}

/** The object without keys whose value is null or undefined; undefined when nothing is left. */
export function filled(fields: Fields): Record<string, unknown> | undefined {
  const entries = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

/** Everything of `fields` but the named keys. */
export function without(fields: Fields, known: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => !known.has(key)))
}
