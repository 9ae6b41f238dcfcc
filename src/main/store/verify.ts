import type { Derivation } from './facts.ts'
import type { ReadableDb } from './database.ts'

export interface Check {
  readonly check: string
  readonly ok: boolean
  readonly detail: string
}

export function verify(
  _cache: ReadableDb,
  _workspace: ReadableDb,
  _derivation: Derivation,
): readonly Check[] {
  return []
}
