/** Hashes for look-ups and identities. Not cryptographic; equality of what they stand for is checked where it matters. */

/** 53 bits of a text: an integer SQLite and JavaScript both hold exactly. Two FNV-1a lanes, crossed and mixed at the end. */
export function hash53(text: string): number {
  let low = 0x811c9dc5
  let high = 0x1b873593
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ code, 0x85ebca6b)
    high ^= high >>> 15
  }
  low = Math.imul(low ^ (high >>> 13), 0xc2b2ae35)
  high = Math.imul(high ^ (low >>> 16), 0x27d4eb2f)
  return (high >>> 11) * 4294967296 + ((low ^ (high >>> 7)) >>> 0)
}

const localBits = 2 ** 31

/**
 * 53 bits of a message id for its index. The upper 22 are of its beginning alone: WhatsApp's ids begin with the contact and
 * other clouds count upwards, so the messages of a page share index pages and a backfill writes a tenth of what it would.
 */
export function hashId(id: string): number {
  const beginning = id.length >= 40 ? id.slice(0, 24) : id.slice(0, -3)
  return Math.floor(hash53(beginning) / localBits) * localBits + (hash53(id) % localBits)
}

/** JSON with the keys of every object sorted, so that equal values give equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isObject(part) ? sorted(part) : part))
}

/** Canonical JSON of an object; null for nothing and for an object without keys. */
export function extraJson(extra: Record<string, unknown> | null | undefined): string | null {
  if (extra === null || extra === undefined) return null
  const text = canonicalJson(extra)
  return text === '{}' ? null : text
}

function sorted(value: Record<string, unknown>): Record<string, unknown> {
  // fromEntries defines its keys, so that a key named __proto__ stays a key.
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
