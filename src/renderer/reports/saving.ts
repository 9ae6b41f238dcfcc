/** What became of something that was saved: where it lies, or why it does not. */
import { useState } from 'react'
import type { Failure } from '../../shared/contract.ts'
import { failureOf } from '../api.ts'
import { keepFile, type KeptFile } from '../keepFile.ts'

export type SaveState<T extends { readonly saved: string | null }> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving'; readonly what: string }
  | { readonly kind: 'saved'; readonly file: KeptFile; readonly answer: T }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface Saving<T extends { readonly saved: string | null }> {
  readonly state: SaveState<T>
  /** `what` is said while it is under way; a second one waits for nobody: it is not begun. */
  readonly save: (what: string, make: () => Promise<T>) => void
}

/** Saves one thing at a time. Who changes their mind in the dialog is told nothing. */
export function useSaving<T extends { readonly saved: string | null }>(): Saving<T> {
  const [state, setState] = useState<SaveState<T>>({ kind: 'idle' })

  async function run(what: string, make: () => Promise<T>): Promise<void> {
    setState({ kind: 'saving', what })
    try {
      const answer = await make()
      const file = await keepFile(answer)
      setState(file === null ? { kind: 'idle' } : { kind: 'saved', file, answer })
    } catch (error) {
      setState({ kind: 'failed', failure: failureOf(error) })
    }
  }

  return {
    state,
    save: (what, make) => {
      if (state.kind !== 'saving') void run(what, make)
    },
  }
}
