import { RequestError } from '../../shared/client.ts'
import type { Failure, FailureKind } from '../../shared/contract.ts'
import { sentencesInEnglish } from '../../shared/english.ts'
import { phraseOf, type FailureKey, type Given, type Phrase } from '../../shared/phrases.ts'
import { Refusal } from '../sources/source.ts'
import { asStoreFailure } from '../store/errors.ts'

/** An error whose message and hint are already written for the person who reads them. `failed` makes one. */
export class Failed extends Error {
  override readonly name = 'Failed'
  readonly kind: FailureKind
  readonly hint: string
  readonly words: Phrase | null

  constructor(kind: FailureKind, message: string, hint: string, words: Phrase | null = null) {
    super(message)
    this.kind = kind
    this.hint = hint
    this.words = words
  }
}

/** A failure by the key of its sentences; `values` fill them. */
export function failed<Key extends FailureKey>(kind: FailureKind, key: Key, ...[values]: Given<Key>): Failed {
  const words = phraseOf(key, values)
  const { message, hint } = sentencesInEnglish(words)
  return new Failed(kind, message, hint, words)
}

/** The same for whoever answers with it instead of throwing it. */
export function failure<Key extends FailureKey>(kind: FailureKind, key: Key, ...given: Given<Key>): Failure {
  return failureFrom(failed(kind, key, ...given))
}

/** What went wrong, in words a person can act on. Anything unforeseen is a `bug`: said so, without its stack. */
export function toFailure(error: unknown): Failure {
  if (error instanceof RequestError) return error.failure
  if (error instanceof Failed || error instanceof Refusal) return failureFrom(error)
  const stored = asStoreFailure(error)
  if (stored) return failureFrom(stored)
  return failure('bug', 'engine.bug', { what: error instanceof Error ? error.message : String(error) })
}

function failureFrom({
  kind,
  message,
  hint,
  words,
}: Pick<Failed, 'kind' | 'message' | 'hint' | 'words'>): Failure {
  return { kind, message, hint, ...(words !== null && { words }) }
}
