/** What facts are packed of, one level above bytes: row ids, times near another, words of a list, and what may be missing. */
import type { ByteReader, ByteWriter } from './bytes.ts'

/** A row id shifted by one, so that -1 is a zero byte. */
export function packRow(w: ByteWriter, row: number): void {
  w.unsigned(row + 1)
}

export function unpackRow(r: ByteReader): number {
  return r.unsigned() - 1
}

/** The store's k of a message of the conversation whose first is near `base`; -1: none, the base itself not being one. */
export function packK(w: ByteWriter, k: number, base: number): void {
  if (k < 0) return w.unsigned(0)
  const difference = k - base
  w.unsigned(difference < 0 ? -difference * 2 : difference * 2 + 1)
}

export function unpackK(r: ByteReader, base: number): number {
  return unpackTime(r, base) ?? -1
}

/** A time near `base`; null is one zero byte. */
export function packTime(w: ByteWriter, at: number | null, base: number): void {
  if (at === null) return w.unsigned(0)
  const difference = at - base
  w.unsigned(difference < 0 ? -difference * 2 : difference * 2 + 1)
}

export function unpackTime(r: ByteReader, base: number): number | null {
  const value = r.unsigned()
  if (value === 0) return null
  return base + (value % 2 === 0 ? -value / 2 : (value - 1) / 2)
}

export function packOptional<T>(w: ByteWriter, value: T | null, write: (value: T) => void): void {
  w.unsigned(value === null ? 0 : 1)
  if (value !== null) write(value)
}

export function unpackOptional<T>(r: ByteReader, read: () => T): T | null {
  return r.unsigned() === 0 ? null : read()
}

/** @throws RangeError for a word that is not in the list. */
export function packWord<T>(w: ByteWriter, words: readonly T[], word: T): void {
  const index = words.indexOf(word)
  if (index < 0)
    throw new RangeError(`Facts hold ${JSON.stringify(word)}, a word this version does not know.`)
  w.unsigned(index)
}

export function unpackWord<T>(r: ByteReader, words: readonly T[]): T {
  const index = r.unsigned()
  if (index >= words.length) throw new RangeError('The packed facts hold a word this version does not know.')
  return words[index] as T
}

export function unpackMany<T>(r: ByteReader, one: () => T): readonly T[] {
  const count = r.unsigned()
  const result: T[] = []
  for (let index = 0; index < count; index++) result.push(one())
  return result
}
