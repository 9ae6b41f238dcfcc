/** What people may write beside a flag. */
import { phrase } from '../../shared/phrases.ts'
import { storeFailed } from '../store/errors.ts'

export const longestText = 2000
export const longestName = 200

/** Throws a `StoreFailure` (`invalid`) about `what`. */
export function checkLength(
  what: `flags.what.${'reason' | 'name' | 'text'}`,
  text: string | null,
  longest: number,
): void {
  if (text === null || text.length <= longest) return
  throw storeFailed('invalid', 'flags.tooLong', { what: phrase(what), length: text.length, most: longest })
}

/** Of nothing but spaces there is nothing to keep. */
export function textOrNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
