/** What people may write beside a flag. */
import { StoreFailure } from '../store/errors.ts'

export const longestText = 2000
export const longestName = 200

/** Throws a `StoreFailure` (`invalid`) that begins with `what`. */
export function checkLength(what: string, text: string | null, longest: number): void {
  if (text === null || text.length <= longest) return
  throw new StoreFailure(
    'invalid',
    `${what} has ${text.length} characters; ${longest} can be kept. Nothing was changed.`,
    'Make it shorter.',
  )
}

/** Of nothing but spaces there is nothing to keep. */
export function textOrNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
