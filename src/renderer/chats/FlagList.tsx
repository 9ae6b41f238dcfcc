import type { ReactNode } from 'react'
import type { Flag } from '../../shared/flags.ts'
import { FlagMark } from '../ui/FlagMark.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { flagState, flagWords } from './flagWords.ts'
import { FlagDecision } from './FlagDecision.tsx'

/** The flags of one conversation: reason, state, and what to do about those still open. */
export function FlagList({ flags }: { readonly flags: readonly Flag[] }): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  return (
    <ul className="chats-flags">
      {flags.map((flag) => (
        <li key={flag.id}>
          <p title={flag.text ?? undefined}>
            <FlagMark severity={flag.severity} decided={flagState(flag) !== 'open'} />
            <span className="chats-flag-reason">{flagWords(flag, text, format.duration)}</span>
            <span className="chats-flag-state">{text(`flag.${flagState(flag)}`)}</span>
          </p>
          <FlagDecision flag={flag} />
        </li>
      ))}
    </ul>
  )
}
