/** Where a page of a list ends: what its last row is sorted by, and its id. Opaque for the screen. */
import type { SortValue } from './sortKeys.ts'

export interface Cursor {
  readonly value: SortValue
  readonly id: number
}

export function cursorText({ value, id }: Cursor): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url')
}

/** Null for a text that is no cursor. */
export function readCursor(text: string): Cursor | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(parts) || parts.length !== 2) return null
    const [value, id] = parts as readonly unknown[]
    const isValue = value === null || typeof value === 'string' || typeof value === 'number'
    return isValue && Number.isSafeInteger(id) ? { value, id: id as number } : null
  } catch {
    return null
  }
}
