import { useCallback, useState, type ReactNode } from 'react'
import { dayKey } from '../../shared/period.ts'
import { useAsk } from '../api.ts'
import { useZone } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { IconInfoCircle, IconX } from '../ui/icons.ts'
import { Keys } from '../ui/Keys.tsx'
import { Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { useNow } from './clock.ts'
import { Facts } from './Facts.tsx'
import { useHotkeys } from './hotkeys.ts'
import type { ListEntry } from './listing.ts'
import type { Names } from './names.ts'
import { Phrase } from './Phrase.tsx'
import { Thread } from './Thread.tsx'

interface ConversationPaneProps {
  readonly conversation: string | null
  /** The entry it was opened from; it may point at a message. */
  readonly entry: ListEntry | undefined
  readonly next: ListEntry | undefined
  readonly position: number
  readonly total: number | undefined
  readonly names: Names
  readonly onStep: (by: 1 | -1) => void
}

/** The open conversation and its facts. Below 1200 px the facts fold under a button. */
export function ConversationPane(props: ConversationPaneProps): ReactNode {
  const { conversation: id, entry, names } = props
  const text = useText('chats')
  const zone = useZone()
  const now = useNow(60_000)
  const [unfolded, unfold] = useState(false)
  const asked = useAsk('conversation', [id ?? ''], ['conversations', 'assignments', 'flags'], {
    enabled: id !== null,
  })
  const { data: settings } = useAsk('settings', [], ['settings'])
  const dayOf = useCallback((at: number) => dayKey(at, zone), [zone])
  useHotkeys({ f: () => unfold((before) => !before) })
  // The list then says itself why it is empty.
  if (id === null) return <PaneOf>{null}</PaneOf>
  if (asked.failure)
    return (
      <PaneOf>
        <Failed failure={asked.failure} again={asked.again} />
      </PaneOf>
    )
  // The pane is one conversation: another one's messages under this one's name would be a lie, dimmed or not.
  const conversation = asked.data?.row.id === id ? asked.data : undefined
  if (!conversation || !settings)
    return (
      <PaneOf>
        <Loading />
      </PaneOf>
    )
  return (
    <>
      <section
        className="chats-conversation"
        aria-labelledby="chats-contact"
        data-stale={asked.stale || undefined}
      >
        <header className="chats-conversation-head">
          <h2 id="chats-contact">
            <bdi>{conversation.contact.name || text('list.unnamed')}</bdi>
          </h2>
          <p>
            <bdi>
              {[conversation.row.channel.name, conversation.contact.phone].filter(Boolean).join(', ')}
            </bdi>
          </p>
          <span className="chats-facts-button">
            <Button
              icon={<IconInfoCircle />}
              keys="F"
              aria-pressed={unfolded}
              onClick={() => unfold(!unfolded)}
            >
              {text('thread.facts')}
            </Button>
          </span>
        </header>
        <Thread
          conversation={conversation}
          targets={settings.targets}
          names={names}
          now={now}
          dayOf={dayOf}
          pointed={entry?.message ?? null}
        />
        <PaneFoot {...props} />
      </section>
      <aside
        className="chats-facts-pane"
        aria-label={text('facts.label')}
        data-unfolded={unfolded || undefined}
      >
        <button
          type="button"
          className="chats-icon-button chats-facts-close"
          aria-label={text('thread.closeFacts')}
          onClick={() => unfold(false)}
        >
          <IconX />
        </button>
        <Facts
          key={entry?.key ?? id}
          conversation={conversation}
          targets={settings.targets}
          names={names}
          now={now}
          at={entry?.message ? entry.at : null}
        />
      </aside>
    </>
  )
}

function PaneOf({ children }: { readonly children: ReactNode }): ReactNode {
  return <section className="chats-conversation chats-conversation-state">{children}</section>
}

/** Where in the list this is, and what comes next. */
function PaneFoot({ position, total, next, onStep }: ConversationPaneProps): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  if (position < 0 || total === undefined) return null
  const measured = next?.figure && 'seconds' in next.figure ? next.figure.seconds : null
  return (
    <footer className="chats-conversation-foot">
      <span>{text('thread.position', { at: format.count(position + 1), total: format.count(total) })}</span>
      {next && (
        <button type="button" className="chats-next" onClick={() => onStep(1)}>
          <Phrase
            text={text('thread.next')}
            parts={{ name: <bdi>{next.name || text('list.unnamed')}</bdi> }}
          />
          {measured !== null && `, ${format.duration(measured)}`} <Keys>J</Keys>
        </button>
      )}
    </footer>
  )
}
