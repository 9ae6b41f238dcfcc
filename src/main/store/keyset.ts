/** Keyset paging: a page ends with the key of its last row, and the next one begins behind it. */
import type { List } from '../../shared/contract.ts'
import { storeFailed, type StoreFailure } from './errors.ts'

const mostRows = 500

export function clampLimit(limit: number): number {
  return Math.min(mostRows, Math.max(1, Math.floor(limit) || 1))
}

/** `rows` holds up to one row more than the limit: that one only tells that there is a next page. */
export function pageOf<Row, T>(
  rows: readonly Row[],
  limit: number,
  read: (row: Row) => T,
  keyOf: (row: Row) => string,
): List<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown.map(read), next: rows.length > limit && last !== undefined ? keyOf(last) : null }
}

/** A key of a number and a text or number, as one opaque text. */
export function keyText(first: number, second: string | number): string {
  return Buffer.from(JSON.stringify([first, second])).toString('base64url')
}

/** Throws a `StoreFailure` of kind `invalid` for a text that is no key. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- only the caller knows what the list is sorted by
export function readKey<Second extends string | number>(
  text: string,
  second: 'string' | 'number',
): readonly [number, Second] {
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(key) && typeof key[0] === 'number' && typeof key[1] === second)
      return [key[0], key[1] as Second]
  } catch {
    // Falls through to the one sentence for whatever is no key.
  }
  throw unreadableKey()
}

export function unreadableKey(): StoreFailure {
  return storeFailed('invalid', 'store.listPlace')
}
