import type { Flag } from '../../shared/flags.ts'
import { useText } from './text.ts'
import './FlagMark.css'

export interface FlagMarkProps {
  readonly severity: Flag['severity']
  /** Somebody decided: hollow. */
  readonly decided?: boolean
  /** Its reason, where no words stand beside it. */
  readonly label?: string
}

/** A 7 px square: danger (act now), warning (look), hollow once decided. Stands beside the reason in words. */
export function FlagMark({ severity, decided, label }: FlagMarkProps) {
  const text = useText('ui')
  const kind = decided === true ? 'decided' : severity
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn by the style sheet, in the theme's colours
  return <span className="flag-mark" data-kind={kind} role="img" aria-label={label ?? text(`flag.${kind}`)} />
}
