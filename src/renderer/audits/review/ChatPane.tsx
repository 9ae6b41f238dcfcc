import { useCallback, type ReactNode } from 'react'
import { dayKey } from '../../../shared/period.ts'
import { useAsk } from '../../api.ts'
import { useNow } from '../../chats/clock.ts'
import { useNames } from '../../chats/names.ts'
import { useZone } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { IconEye, IconLock } from '../../ui/icons.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { useFailureText } from '../../ui/failureText.tsx'
import { useText } from '../../ui/text.ts'
import { ReviewThread } from './ReviewThread.tsx'
import type { Chat } from './useChat.ts'
import type { Picking } from './useDesk.ts'

interface ChatPaneProps {
  readonly chat: Chat
  /** Whom the review is about. */
  readonly agent: string | null
  readonly shown: string | null
  readonly picking: Picking | null
  readonly marked: ReadonlySet<string>
  readonly onPick: ((message: string) => void) | null
  readonly renderPinned: (message: string) => ReactNode
}

/** Whom the review is about, with whom and when; below, what was written. */
export function ChatPane(props: ChatPaneProps): ReactNode {
  const { chat, shown, picking, marked, onPick, renderPinned } = props
  const names = useNames()
  const now = useNow(60_000)
  const zone = useZone()
  const dayOf = useCallback((at: number) => dayKey(at, zone), [zone])
  const { data: settings } = useAsk('settings', [], ['settings'])
  if (chat.failure !== null)
    return (
      <section className="audit-chat chats-conversation-state">
        <Failed failure={chat.failure} again={chat.again} />
      </section>
    )
  if (chat.conversation === undefined || settings === undefined)
    return (
      <section className="audit-chat chats-conversation-state">
        <Loading />
      </section>
    )
  return (
    <section className="audit-chat" aria-labelledby="audit-agent">
      <Head {...props} />
      {picking !== null && <PickingLine chat={chat} shown={shown} />}
      {chat.older > 0 && <Older chat={chat} />}
      <ReviewThread
        key={chat.id}
        conversation={chat.conversation}
        targets={settings.targets}
        names={names}
        now={now}
        dayOf={dayOf}
        shown={shown}
        picking={picking !== null}
        marked={marked}
        onPick={onPick}
        renderPinned={renderPinned}
      />
    </section>
  )
}

function Head({ chat, agent }: ChatPaneProps): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const names = useNames()
  const { conversation, hidden, toggleHidden } = chat
  if (conversation === undefined) return null
  const { row, contact } = conversation
  return (
    <header className="chats-conversation-head">
      <h2 id="audit-agent">
        <bdi>{agent === null ? text('nobody') : names.agent(agent)}</bdi>
      </h2>
      <p>
        {text(hidden ? 'chat.withHidden' : 'chat.with', {
          name: contact.name,
          channel: row.channel.name,
          at: format.dateTime(row.openedAt),
        })}
        {row.category !== null && `${format.signs.clause}${row.category}`}
      </p>
      <span className="audit-name-button">
        <Button
          icon={hidden ? <IconLock /> : <IconEye />}
          aria-pressed={!hidden}
          title={text(hidden ? 'chat.showName' : 'chat.hideName')}
          onClick={toggleHidden}
        >
          {text(hidden ? 'chat.hidden' : 'chat.shown')}
        </Button>
      </span>
    </header>
  )
}

/** Says which message would be taken, for those who hear the page as well. */
function PickingLine({ chat, shown }: Pick<ChatPaneProps, 'chat' | 'shown'>): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const message = chat.conversation?.timeline.find((item) => item.kind === 'message' && item.id === shown)
  const words = message?.kind === 'message' ? (message.text ?? message.caption ?? '') : ''
  return (
    <output className="audit-picking">
      {text('chat.picking')}
      {message !== undefined && (
        <bdi className="audit-picking-words">
          {format.time(message.at)} {words}
        </bdi>
      )}
    </output>
  )
}

function Older({ chat }: Pick<ChatPaneProps, 'chat'>): ReactNode {
  const text = useText('audits')
  const failureText = useFailureText()
  const format = useFormat()
  return (
    <p className="audit-older">
      <Button quiet onClick={chat.earlier}>
        {text('chat.earlier', { count: chat.older, shown: format.count(chat.older) })}
      </Button>
      {chat.olderFailure !== null && <span role="alert">{failureText(chat.olderFailure).message}</span>}
    </p>
  )
}
