import type { ReactNode } from 'react'
import { flagState } from '../../shared/flagReason.ts'
import type { Flag } from '../../shared/flags.ts'
import { useNow } from '../chats/clock.ts'
import { FlagMark } from '../ui/FlagMark.tsx'
import { useText } from '../ui/text.ts'
import { FlagAsking } from './FlagAsking.tsx'
import { FlagButtons } from './FlagButtons.tsx'
import { openFlag } from './flagDesk.ts'
import { useFlagActs } from './useFlagActs.ts'
import { useFlagReason } from './useFlagReason.ts'
import './flags.css'

/** The flags of one conversation: reason, state, and what to do about each. A reason opens its evidence. */
export function ChatFlags({ flags }: { readonly flags: readonly Flag[] }): ReactNode {
  const words = useText('flags')
  const reason = useFlagReason()
  const now = useNow(60_000)
  const acts = useFlagActs()
  const asked = acts.asking?.target.kind === 'flags' ? acts.asking.target.flags[0]?.id : undefined
  return (
    <ul className="chat-flags">
      {flags.map((flag) => {
        const why = reason(flag)
        const state = flagState(flag, now)
        return (
          <li key={flag.id}>
            <p>
              <FlagMark severity={flag.severity} decided={flag.decision !== null} />
              <button type="button" className="flag-link" onClick={() => openFlag(flag.id)}>
                {why}
              </button>
              <span className="flag-state">{words(`state.${state}`)}</span>
            </p>
            {flag.text !== null && (
              <p className="flag-text" dir="auto" title={flag.text}>
                {flag.text}
              </p>
            )}
            <FlagButtons flags={[flag]} acts={acts} label={why} />
            {asked === flag.id && <FlagAsking key={acts.asking?.kind} acts={acts} />}
          </li>
        )
      })}
    </ul>
  )
}
