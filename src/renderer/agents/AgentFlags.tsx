import type { ReactNode } from 'react'
import type { Flag } from '../../shared/flags.ts'
import { openConversation } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { FlagMark } from '../ui/FlagMark.tsx'
import { useText } from '../ui/text.ts'
import { useFlagReason } from './flagReason.ts'
import { flagsShown } from './useAgentPage.ts'

/** The latest flags of this agent: the reason first, then who, then what became of it. Opens the conversation. */
export function AgentFlags({ flags }: { readonly flags: readonly Flag[] }): ReactNode {
  const text = useText('agents')
  const format = useFormat()
  const reason = useFlagReason()
  if (flags.length === 0) return <p className="block-note">{text('flags.none')}</p>
  const latest = flags.toSorted((one, other) => other.raisedAt - one.raisedAt).slice(0, flagsShown)
  return (
    <ul className="lines">
      {latest.map((flag) => (
        <li key={flag.id}>
          <button
            type="button"
            className="opens-row flag-row"
            onClick={() => {
              if (flag.conversation !== null) openConversation(flag.conversation)
            }}
          >
            <FlagMark severity={flag.severity} decided={flag.decision !== null} />
            <span className="line-name">
              {reason(flag)}, <bdi className="line-quiet">{flag.subject.name}</bdi>
            </span>
            <span className="line-change">{format.relative(flag.raisedAt)}</span>
            <span className="line-change">{text(`flags.${stateOf(flag)}`)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function stateOf(flag: Flag): 'done' | 'falseAlarm' | 'over' | 'open' {
  if (flag.decision === 'done') return 'done'
  if (flag.decision === 'false_alarm') return 'falseAlarm'
  return flag.endedAt === null ? 'open' : 'over'
}
