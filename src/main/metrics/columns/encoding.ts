/** How the numbers of rows fit into four bytes, exactly: what does not is kept beside the column. */

export type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** In a column of four bytes: the row has no value. */
export const none = 0xffff_ffff
/** In a column of four bytes: too long, negative or a fraction; its value is in the segment's table of exact ones. */
export const large = 0xffff_fffe

/** Messages of one conversation are numbered from conversation × 2^20 on: see the store. */
const keysEach = 2 ** 20

/** A number as four bytes hold it. */
export function encoded(value: number | null): number {
  if (value === null) return none
  return Number.isInteger(value) && value >= 0 && value < large ? value : large
}

/** k of a message relative to its conversation's first; it stays exact for a k of another conversation. */
export function encodedKey(k: number, slot: number): number {
  return k < 0 ? none : encoded(k - slot * keysEach)
}

export function decodedKey(code: number, slot: number, exact: () => number): number {
  if (code === none) return -1
  return (code === large ? exact() : code) + slot * keysEach
}

/** The narrowest column that holds whole numbers below `limit`, a copy of `values`. */
export function narrowed(values: Uint32Array, limit: number): Uint8Array | Uint16Array | Uint32Array {
  if (limit <= 0x100) return Uint8Array.from(values)
  return limit <= 0x1_0000 ? Uint16Array.from(values) : values.slice()
}

/** `column` with room for at least `length` entries: itself, or a larger one that begins alike. */
export function withRoom<T extends Uint32Array | Int32Array | Float64Array>(column: T, length: number): T {
  if (length <= column.length) return column
  const capacity = Math.max(64, length, Math.ceil(column.length * 1.5))
  const grown = new (column.constructor as new (length: number) => T)(capacity)
  grown.set(column)
  return grown
}
