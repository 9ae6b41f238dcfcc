import type { ReactNode } from 'react'
import type { Criterion } from '../../../shared/audits.ts'
import { useText } from '../../ui/text.ts'

interface LevelButtonsProps {
  readonly criterion: Criterion
  /** Null: not applicable; undefined: not rated. */
  readonly chosen: number | null | undefined
  /** What a check proposes or proposed: outlined, and never taken by itself. */
  readonly proposed: number | null
  readonly disabled?: boolean
  readonly onChoose: (level: number | null) => void
}

/** The levels side by side, worst first. The arrows stay with the criteria, so each level is a button, not a radio. */
export function LevelButtons(props: LevelButtonsProps): ReactNode {
  const { criterion, chosen, proposed, disabled = false, onChoose } = props
  const text = useText('audits')
  return (
    <fieldset className="audit-levels" disabled={disabled}>
      <legend className="unseen">{criterion.name}</legend>
      {criterion.scale.map((name, level) => (
        <button
          // Two levels of a scale may share a name.
          // oxlint-disable-next-line react/no-array-index-key
          key={level}
          type="button"
          dir="auto"
          aria-pressed={chosen === level}
          data-proposed={proposed === level || undefined}
          title={proposed === level ? text('proposal.title') : undefined}
          onClick={() => onChoose(level)}
        >
          {name}
        </button>
      ))}
      {chosen === null && (
        <button type="button" aria-pressed onClick={() => onChoose(null)}>
          {text('level.none')}
        </button>
      )}
    </fieldset>
  )
}

/** Levels that do not fit beside the name stand below it. */
export function isLong({ scale }: Criterion): boolean {
  return scale.length > 3 || scale.join('').length > 24
}
