import type { ReactNode } from 'react'
import { flagState } from '../../shared/flagReason.ts'
import type { Flag } from '../../shared/flags.ts'
import { useNow } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { FlagMark } from '../ui/FlagMark.tsx'
import { useText } from '../ui/text.ts'
import { openFlag } from './flagDesk.ts'
import { useFlagReason } from './useFlagReason.ts'

interface AgentFlagsProps {
  readonly flags: readonly Flag[]
  /** How many of the latest are listed. */
  readonly most: number
}

/** The latest flags of an agent: the reason first, then who, then what became of it. Opens the evidence. */
export function AgentFlags({ flags, most }: AgentFlagsProps): ReactNode {
  const text = useText('agents')
  const words = useText('flags')
  const format = useFormat()
  const reason = useFlagReason()
  const now = useNow()
  if (flags.length === 0) return <p className="block-note">{text('flags.none')}</p>
  const latest = flags.toSorted((one, other) => other.raisedAt - one.raisedAt).slice(0, most)
  return (
    <ul className="lines">
      {latest.map((flag) => (
        <li key={flag.id}>
          <button type="button" className="opens-row flag-row" onClick={() => openFlag(flag.id)}>
            <FlagMark severity={flag.severity} decided={flag.decision !== null} />
            <span className="line-name">
              {reason(flag)}, <bdi className="line-quiet">{flag.subject.name}</bdi>
            </span>
            <span className="line-change">{format.relative(flag.raisedAt)}</span>
            <span className="line-change">{words(`state.${flagState(flag, now)}`)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
