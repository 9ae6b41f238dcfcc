import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { flagState } from '../../shared/flagReason.ts'
import type { Flag, FlagHistory } from '../../shared/flags.ts'
import { useAsk } from '../api.ts'
import { useNow } from '../chats/clock.ts'
import { useNames } from '../chats/names.ts'
import { openAgent, openConversation } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { FlagMark } from '../ui/FlagMark.tsx'
import { useFormat } from '../ui/format.ts'
import { IconChevronLeft, IconMessage, IconUser } from '../ui/icons.ts'
import { isWriting } from '../ui/Keys.tsx'
import { Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { undoLast } from './acting.ts'
import { FlagAsking } from './FlagAsking.tsx'
import { FlagButtons } from './FlagButtons.tsx'
import { closeFlags, openFlags } from './flagDesk.ts'
import { FlagFacts } from './FlagFacts.tsx'
import { FlagSpan } from './FlagSpan.tsx'
import { HistoryList } from './HistoryList.tsx'
import { Quotes } from './Quotes.tsx'
import { RuleRate } from './RuleRate.tsx'
import { useFlagActs } from './useFlagActs.ts'
import { useFlagReason } from './useFlagReason.ts'

/** One flag: what was measured, the messages that show it, what was done about it, and what can be. */
export function FlagDetail({ id }: { readonly id: string }): ReactNode {
  const text = useText('flagging')
  const { data, failure, again } = useAsk('flagHistory', [id], ['flags'])
  return (
    <div className="flag-detail">
      <Button quiet icon={<IconChevronLeft />} keys="Esc" onClick={openFlags}>
        {text('allFlags')}
      </Button>
      {failure !== null ? (
        <Failed failure={failure} again={again} />
      ) : data === undefined || data.flag.id !== id ? (
        <Loading />
      ) : (
        <Evidence history={data} />
      )}
    </div>
  )
}

const actOf = { d: 'done', a: 'false_alarm', s: 'snooze', o: 'own' } as const

function Evidence({ history }: { readonly history: FlagHistory }): ReactNode {
  const { flag, knownAt, entries } = history
  const text = useText('flagging')
  const rules = useText('flags')
  const reason = useFlagReason()(flag)
  const format = useFormat()
  const names = useNames()
  const acts = useFlagActs()
  const now = useNow(1000)
  const root = useRef<HTMLDivElement>(null)
  // What was opened by a key goes on by keys.
  useEffect(() => root.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
    const key = event.key.toLowerCase()
    const act = actOf[key as keyof typeof actOf]
    if (event.key === 'Escape') openFlags()
    else if (key === 'u') void undoLast()
    else if (key === 'enter' && event.target === root.current) openSubject(flag)
    else if (act !== undefined) acts.begin(act, { kind: 'flags', flags: [flag] })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    // The keys do what the buttons inside do.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={root} className="flag-evidence" tabIndex={-1} onKeyDown={onKeyDown}>
      <header>
        <h3>
          <FlagMark severity={flag.severity} decided={flag.decision !== null} /> {reason}
        </h3>
        <p>
          <bdi>{flag.subject.name || text('unnamed')}</bdi>
          {rules(`rule.${flag.rule}`) !== reason && ` · ${rules(`rule.${flag.rule}`)}`}
          {' · '}
          {rules(`state.${flagState(flag, now)}`)}
          {flag.madeBy === 'person' && (
            <span className="flag-by">
              {' · '}
              <IconUser /> {text('byPerson')}
            </span>
          )}
        </p>
        {flag.text !== null && (
          <blockquote className="flag-quote" dir="auto">
            {flag.text}
          </blockquote>
        )}
        {flag.late && (
          <p>{knownAt === null ? text('lateWords') : text('knownAt', { at: format.dateTime(knownAt) })}</p>
        )}
      </header>
      <FlagSpan flag={flag} now={now} />
      <FlagFacts flag={flag} names={names} now={now} />
      <FlagButtons flags={[flag]} acts={acts} label={reason} keys />
      <FlagAsking key={acts.asking?.kind} acts={acts} />
      {flag.conversation !== null && <Quotes flag={flag} conversation={flag.conversation} names={names} />}
      <SubjectButton flag={flag} />
      <HistoryList entries={entries} />
      <RuleRate rule={flag.rule} />
    </div>
  )
}

function SubjectButton({ flag }: { readonly flag: Flag }): ReactNode {
  const text = useText('flagging')
  const kind = flag.conversation !== null ? 'conversation' : flag.subject.kind
  if (kind !== 'conversation' && kind !== 'agent') return null
  return (
    <Button icon={kind === 'agent' ? <IconUser /> : <IconMessage />} onClick={() => openSubject(flag)}>
      {text(`open.${kind}`)}
    </Button>
  )
}

/** The chat at the message that shows it, or the agent's page. */
function openSubject(flag: Flag): void {
  if (flag.conversation !== null) openConversation(flag.conversation, flag.message)
  else if (flag.subject.kind === 'agent') openAgent(flag.subject.id)
  else return
  closeFlags()
}
