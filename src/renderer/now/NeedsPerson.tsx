import type { ReactNode } from 'react'
import type { Flag } from '../../shared/flags.ts'
import type { NowAnswer } from '../../shared/live.ts'
import type { Names } from '../chats/names.ts'
import { openFlag, openFlags } from '../flags/flagDesk.ts'
import { useFlagReason } from '../flags/useFlagReason.ts'
import { FlagMark } from '../ui/FlagMark.tsx'
import { useFormat } from '../ui/format.ts'
import { Section } from '../ui/Section.tsx'
import { useText } from '../ui/text.ts'
import { Press } from './Press.tsx'
import { useScreen } from './screen.ts'

/** How many are listed; the rest is behind the count. */
const listed = { desk: 8, wall: 6 }

/** The most urgent open flags, reason first, then who; each leads to its evidence. */
export function NeedsPerson({
  answer,
  names,
}: {
  readonly answer: NowAnswer
  readonly names: Names
}): ReactNode {
  const text = useText('now')
  const format = useFormat()
  const { flags } = answer
  const { wall } = useScreen()
  const rows = flags.rows.slice(0, listed[wall ? 'wall' : 'desk'])
  return (
    <Section
      place="flags"
      title={text('flags.title')}
      subtitle={
        flags.open > 0 && (
          <Press onPress={openFlags}>
            {text(wall ? 'flags.count' : 'flags.subtitle', {
              count: flags.open,
              listed: format.count(rows.length),
              open: format.count(flags.open),
            })}
          </Press>
        )
      }
    >
      {rows.length === 0 ? (
        <p className="now-calm">{text('flags.none')}</p>
      ) : (
        <ul className="now-list">
          {rows.map((flag) => (
            <FlagLine key={flag.id} flag={flag} names={names} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function FlagLine({ flag, names }: { readonly flag: Flag; readonly names: Names }): ReactNode {
  const reason = useFlagReason()
  const { wall } = useScreen()
  // A customer's name is for the desk only; an agent, a template or a channel may be read by all.
  const subject = wall && flag.subject.kind === 'conversation' ? '' : flag.subject.name
  const agent = flag.agent === null || flag.subject.kind === 'agent' ? '' : names.agent(flag.agent)
  const words = (
    <>
      <span className="flag-words">{reason(flag)}</span>
      <span className="flag-whom">
        <bdi>{subject}</bdi>
        {subject !== '' && agent !== '' && ' · '}
        <bdi>{agent}</bdi>
      </span>
    </>
  )
  return (
    <li className="needs-line">
      <FlagMark severity={flag.severity} />
      {wall ? (
        words
      ) : (
        <button type="button" className="needs-opens" onClick={() => openFlag(flag.id)}>
          {words}
        </button>
      )}
    </li>
  )
}
