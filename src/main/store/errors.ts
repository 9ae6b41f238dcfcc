import type { Failure, FailureKind } from '../../shared/contract.ts'
import { sentencesInEnglish } from '../../shared/english.ts'
import { phraseOf, type FailureKey, type Given, type Phrase } from '../../shared/phrases.ts'

/** What the store could not do, in terms of what the person can do about it. `storeFailed` makes one. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure'
  readonly kind: FailureKind
  readonly hint: string
  readonly words: Phrase | null

  constructor(
    kind: FailureKind,
    message: string,
    hint: string,
    { words = null, cause }: { readonly words?: Phrase | null; readonly cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.kind = kind
    this.hint = hint
    this.words = words
  }

  get failure(): Failure {
    return { kind: this.kind, message: this.message, hint: this.hint }
  }
}

/** A failure by the key of its sentences; `values` fill them, `cause` is the error behind it. */
export function storeFailed<Key extends FailureKey>(
  kind: FailureKind,
  key: Key,
  ...[values, cause]: Given<Key, unknown>
): StoreFailure {
  const words = phraseOf(key, values)
  const { message, hint } = sentencesInEnglish(words)
  return new StoreFailure(kind, message, hint, { words, cause })
}

/** Classes of SQLite's codes. A code we do not know is a bug, never damage: calling a passing fault damage loses data. */
const classes = [
  [/^SQLITE_(FULL|IOERR_WRITE|IOERR_FSYNC|IOERR_TRUNCATE|IOERR_SHMSIZE)$/, 'full'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR_ACCESS|AUTH)/, 'denied'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'damaged'],
  [/^SQLITE_(BUSY|LOCKED|PROTOCOL)/, 'locked'],
] as const

/** The failure behind an error of SQLite or of the store; null when it is another error (a bug, a refusal of a source). */
export function asStoreFailure(error: unknown): StoreFailure | null {
  if (error instanceof StoreFailure) return error
  const code = sqliteCode(error)
  if (code === null) return null
  const kind = classes.find(([codes]) => codes.test(code))?.[1]
  return kind === undefined ? null : storeFailed(kind, `store.${kind}`, null, error)
}

/** SQLite's extended code of an error, such as `SQLITE_CONSTRAINT_NOTNULL`; null when SQLite did not raise it. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  return error.code.startsWith('SQLITE_') ? error.code : null
}
