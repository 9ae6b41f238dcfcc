/** Disk full, or a file that may not grow: SQLite's and PostgreSQL's words for it. */
const FULL = new Set(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'ENOSPC', 'EDQUOT', 'EFBIG', '53100'])

/**
 * What may be logged of an error: its kind and code. Its message may quote what was being stored or an address with a
 * token in it, so it never is.
 */
export function describeTrouble(error: unknown): { readonly error: string; readonly code: string | null } {
  return { error: error instanceof Error ? error.name : typeof error, code: codeOf(error) }
}

export function isStorageFull(error: unknown): boolean {
  return FULL.has(codeOf(error) ?? '')
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  // `fetch failed` says why in its cause.
  return codeOf(error.cause)
}
