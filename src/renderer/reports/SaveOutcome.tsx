import type { ReactNode } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import { useFailureText } from '../ui/failureText.tsx'
import { useText } from '../ui/text.ts'
import type { SaveState } from './saving.ts'

interface SaveOutcomeProps {
  readonly state: SaveState<{ readonly saved: string | null }>
  /** How much of it is done, 0…1; absent or null: nobody knows. */
  readonly share?: number | null
  /** More that is known while it is under way, or when it is done. */
  readonly more?: ReactNode
}

/** What is under way or became of it, heard as well as seen. */
export function SaveOutcome({ state, share, more }: SaveOutcomeProps): ReactNode {
  return (
    <output className="save-outcome" data-kind={state.kind}>
      <Words state={state} share={share ?? null} />
      {more}
    </output>
  )
}

function Words({ state, share }: Omit<SaveOutcomeProps, 'more'>): ReactNode {
  const text = useText('reports')
  const failureText = useFailureText()
  switch (state.kind) {
    case 'idle':
      return null
    case 'saving':
      return (
        <>
          <progress className="save-progress" aria-label={state.what} value={share ?? undefined} />
          <span>{state.what}</span>
        </>
      )
    case 'saved': {
      const { where, downloaded } = state.file
      return (
        <>
          <strong>{text(downloaded ? 'downloaded' : 'saved', { where })}</strong>
          {downloaded && <span>{text('downloadedHint')}</span>}
        </>
      )
    }
    case 'failed':
      return (
        <>
          <strong dir="auto">{failureText(state.failure).message}</strong>
          <span dir="auto">{failureText(state.failure).hint}</span>
        </>
      )
    default:
      return assertNever(state)
  }
}
