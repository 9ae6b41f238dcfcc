import { RequestError } from '../../shared/client.ts'
import type { Failure, FailureKind } from '../../shared/contract.ts'
import { Refusal } from '../sources/source.ts'
import { asStoreFailure } from '../store/errors.ts'

/** An error whose message and hint are already written for the person who reads them. */
export class Failed extends Error {
  override readonly name = 'Failed'
  readonly kind: FailureKind
  readonly hint: string

  constructor(kind: FailureKind, message: string, hint: string) {
    super(message)
    this.kind = kind
    this.hint = hint
  }
}

/** What went wrong, in words a person can act on. Anything unforeseen is a `bug`: said so, without its stack. */
export function toFailure(error: unknown): Failure {
  if (error instanceof RequestError) return error.failure
  if (error instanceof Failed || error instanceof Refusal)
    return { kind: error.kind, message: error.message, hint: error.hint }
  const stored = asStoreFailure(error)
  if (stored) return { kind: stored.kind, message: stored.message, hint: stored.hint }
  return {
    kind: 'bug',
    message: `Something went wrong inside Floorwalker: ${error instanceof Error ? error.message : String(error)}.`,
    hint: 'Nothing was lost. Try again; if it comes back, report it with the words above.',
  }
}
