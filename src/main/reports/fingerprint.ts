import { createHash } from 'node:crypto'

/** JSON that is the same for the same values: the keys of every object in order of their code units. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? sorted(part) : part,
  )
}

function sorted(part: object): object {
  return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** SHA-256 in hex of the canonical JSON. */
export function fingerprintOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

/** What is printed at a footnote's number: `3F9C1A-12`. */
export function footnoteId(fingerprint: string, number: number): string {
  return `${fingerprint.slice(0, 6).toUpperCase()}-${number}`
}
