import type { Failure, FailureKind } from '../../shared/contract.ts'

/** What the store could not do, in terms of what the person can do about it. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure'
  readonly kind: FailureKind
  readonly hint: string

  constructor(kind: FailureKind, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.kind = kind
    this.hint = hint
  }

  get failure(): Failure {
    return { kind: this.kind, message: this.message, hint: this.hint }
  }
}

/** Classes of SQLite's codes. A code we do not know is a bug, never damage: calling a passing fault damage loses data. */
const classes: readonly (readonly [codes: RegExp, make: (cause: unknown) => StoreFailure])[] = [
  [
    /^SQLITE_(FULL|IOERR_WRITE|IOERR_FSYNC|IOERR_TRUNCATE|IOERR_SHMSIZE)$/,
    (cause) =>
      new StoreFailure(
        'full',
        'The disk is full: sync is paused, everything so far is kept.',
        'Free some space; sync goes on by itself.',
        cause,
      ),
  ],
  [
    /^SQLITE_(READONLY|CANTOPEN|PERM|IOERR_ACCESS|AUTH)/,
    (cause) =>
      new StoreFailure(
        'denied',
        'The workspace folder cannot be written; nothing was changed.',
        'Check that the folder exists, that it is yours and that it is not on a read-only disk.',
        cause,
      ),
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    (cause) =>
      new StoreFailure(
        'damaged',
        'A database of this workspace is damaged; its files were left as they are.',
        'Restore the last backup. Conversations can also be fetched again from the sources: move cache.db away and start again.',
        cause,
      ),
  ],
  [
    /^SQLITE_(BUSY|LOCKED|PROTOCOL)/,
    (cause) =>
      new StoreFailure(
        'locked',
        'Another program is writing to this workspace; nothing was changed.',
        'Close the other program, or try again in a moment.',
        cause,
      ),
  ],
]

/** The failure behind an error of SQLite or of the store; null when it is another error (a bug, a refusal of a source). */
export function asStoreFailure(error: unknown): StoreFailure | null {
  if (error instanceof StoreFailure) return error
  const code = sqliteCode(error)
  if (code === null) return null
  return classes.find(([codes]) => codes.test(code))?.[1](error) ?? null
}

/** SQLite's extended code of an error, such as `SQLITE_CONSTRAINT_NOTNULL`; null when SQLite did not raise it. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  return error.code.startsWith('SQLITE_') ? error.code : null
}
