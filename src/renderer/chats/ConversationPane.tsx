import { useCallback, useRef, useState, type ReactNode } from 'react'
import { dayKey } from '../../shared/period.ts'
import { useAsk } from '../api.ts'
import { ReviewButton } from '../audits/ReviewButton.tsx'
import { openReviewOf } from '../audits/sections.ts'
import { FlagChatButton } from '../flags/FlagChatButton.tsx'
import { useZone } from '../selection.ts'
import { TranscriptButton } from '../transcripts/TranscriptButton.tsx'
import { Button } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { IconInfoCircle, IconX } from '../ui/icons.ts'
import { Keys } from '../ui/Keys.tsx'
import { Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { useNow } from './clock.ts'
import { Facts } from './Facts.tsx'
import { GoTo } from './GoTo.tsx'
import { useHotkeys } from './hotkeys.ts'
import type { PaneEntry } from './listing.ts'
import type { Names } from './names.ts'
import { Phrase } from './Phrase.tsx'
import { HitSteps } from './search/HitSteps.tsx'
import { useHits } from './search/useHits.ts'
import { Thread } from './Thread.tsx'
import type { ThreadPort } from './useScrolling.ts'

interface ConversationPaneProps {
  readonly conversation: string | null
  /** The message or comment it is shown at; null: its end. */
  readonly message: string | null
  /** What to do while none is open; null: the list says it. */
  readonly idle: string | null
  /** The entry it was opened from. */
  readonly entry: PaneEntry | undefined
  /** What comes after it, with what was measured of it in seconds. */
  readonly next: { readonly name: string; readonly seconds: number | null } | undefined
  readonly position: number
  readonly total: number | undefined
  readonly names: Names
  readonly onNext: () => void
}

/** The open conversation and its facts. Below 1200 px the facts fold under a button. */
export function ConversationPane(props: ConversationPaneProps): ReactNode {
  const { conversation: id, message, entry, names, idle } = props
  const text = useText('chats')
  const zone = useZone()
  const now = useNow(60_000)
  const [unfolded, unfold] = useState(false)
  // Where it opens; to go on from there needs no other answer.
  const [opening] = useState(message)
  const asked = useAsk('conversation', [id ?? '', opening], ['conversations', 'assignments', 'flags'], {
    enabled: id !== null,
  })
  const { data: settings } = useAsk('settings', [], ['settings'])
  const port = useRef<ThreadPort>(null)
  const hits = useHits(id ?? '')
  const dayOf = useCallback((at: number) => dayKey(at, zone), [zone])
  useHotkeys({
    f: () => unfold((before) => !before),
    r: () => id !== null && openReviewOf(id),
  })
  // An empty list says itself why it is empty.
  if (id === null) return <PaneOf>{idle !== null && <p className="chats-quiet">{idle}</p>}</PaneOf>
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
          <span className="chats-head-tools">
            <HitSteps conversation={id} hits={hits} message={message} />
            <GoTo conversation={conversation} port={port} />
            <ReviewButton conversation={id} />
            <FlagChatButton conversation={id} message={message} />
            <TranscriptButton conversations={[id]} />
          </span>
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
          pointed={message}
          hits={hits}
          port={port}
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
function PaneFoot({ position, total, next, onNext }: ConversationPaneProps): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  if (position < 0 || total === undefined) return null
  return (
    <footer className="chats-conversation-foot">
      <span>{text('thread.position', { at: format.count(position + 1), total: format.count(total) })}</span>
      {next && (
        <button type="button" className="chats-next" onClick={onNext}>
          <Phrase
            text={text('thread.next')}
            parts={{ name: <bdi>{next.name || text('list.unnamed')}</bdi> }}
          />
          {next.seconds !== null && `${format.signs.clause}${format.duration(next.seconds)}`} <Keys>J</Keys>
        </button>
      )}
    </footer>
  )
}
