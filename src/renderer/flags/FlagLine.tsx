import type { ReactNode } from 'react'
import { flagState } from '../../shared/flagReason.ts'
import type { Flag } from '../../shared/flags.ts'
import { useNow } from '../chats/clock.ts'
import type { Names } from '../chats/names.ts'
import { FlagMark } from '../ui/FlagMark.tsx'
import { useFormat } from '../ui/format.ts'
import { IconClockPause, IconUser } from '../ui/icons.ts'
import { useText } from '../ui/text.ts'
import { FlagButtons } from './FlagButtons.tsx'
import { openFlag } from './flagDesk.ts'
import { useFlagReason } from './useFlagReason.ts'
import type { FlagActs } from './useFlagActs.ts'

interface FlagLineProps {
  readonly flag: Flag
  readonly names: Names
  readonly acts: FlagActs
  readonly picked: boolean
  readonly onPick: () => void
}

/** Reason first, then whom it is about, who has it and who looks after it. `Enter` opens its evidence. */
export function FlagLine({ flag, names, acts, picked, onPick }: FlagLineProps): ReactNode {
  const text = useText('flagging')
  const reason = useFlagReason()(flag)
  const format = useFormat()
  const now = useNow(60_000)
  // What words of age are measured from: the clock's last whole minute.
  const minute = now - (now % 60_000)
  const state = flagState(flag, now)
  return (
    <li className="flag-line" data-picked={picked || undefined}>
      <input
        type="checkbox"
        // Its line is the stop, where Space picks.
        tabIndex={-1}
        aria-label={text('pick', { flag: reason })}
        checked={picked}
        onChange={onPick}
      />
      <button type="button" className="flag-open" data-flag={flag.id} onClick={() => openFlag(flag.id)}>
        <FlagMark severity={flag.severity} decided={flag.decision !== null} />
        <span className="flag-reason">{reason}</span>
        <time className="flag-when" dateTime={new Date(flag.raisedAt).toISOString()}>
          {flag.raisedAt > minute ? text('justNow') : format.relative(flag.raisedAt)}
        </time>
        <span className="flag-who">
          <Parts
            parts={[
              <bdi key="subject">{flag.subject.name || text('unnamed')}</bdi>,
              flag.agent === null || flag.subject.kind === 'agent' ? null : (
                <bdi key="agent">{names.agent(flag.agent)}</bdi>
              ),
              flag.owner === null ? null : (
                <span key="owner">{text('lookedAfter', { name: flag.owner })}</span>
              ),
              flag.madeBy === 'rule' ? null : (
                <span key="by" className="flag-by">
                  <IconUser /> {text('byPerson')}
                </span>
              ),
              state === 'open' ? null : <StateWords key="state" flag={flag} state={state} />,
              flag.late ? <span key="late">{text('late')}</span> : null,
            ]}
          />
        </span>
        {flag.text !== null && (
          <span className="flag-text" dir="auto">
            {flag.text}
          </span>
        )}
      </button>
      <FlagButtons flags={[flag]} acts={acts} label={reason} short />
    </li>
  )
}

function StateWords({
  flag,
  state,
}: {
  readonly flag: Flag
  readonly state: ReturnType<typeof flagState>
}): ReactNode {
  const text = useText('flags')
  const rest = useText('flagging')
  const format = useFormat()
  if (state !== 'snoozed') return <span>{text(`state.${state}`)}</span>
  return (
    <span>
      <IconClockPause /> {rest('restsUntil', { at: format.dateTime(flag.snoozedUntil) })}
    </span>
  )
}

/** What there is of it, with a dot between. */
function Parts({ parts }: { readonly parts: readonly ReactNode[] }): ReactNode {
  return parts
    .filter((part) => part !== null)
    .map((part, index) => (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of a line keep their order
      <span key={index}>
        {index > 0 && ' · '}
        {part}
      </span>
    ))
}
