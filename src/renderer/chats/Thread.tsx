import {
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react'
import type { Conversation, Targets } from '../../shared/contract.ts'
import { openConversation } from '../selection.ts'
import { useText } from '../ui/text.ts'
import { Empty } from '../ui/states.tsx'
import type { Hits } from './search/useHits.ts'
import { type Asked, MessageActions } from './MessageActions.tsx'
import type { Names } from './names.ts'
import { selectedMessages } from './copying.ts'
import { threadPlaces } from './threadPlaces.ts'
import { ThreadRows, type RowWords } from './ThreadRows.tsx'
import type { ThreadRow } from './threadRows.ts'
import { useCopyWords } from './useCopyWords.ts'
import { useScrolling, type ThreadPort } from './useScrolling.ts'
import { useTimeline } from './useTimeline.ts'
import { spacersOf, useVirtualRows } from './virtualRows.ts'

interface ThreadProps {
  readonly conversation: Conversation
  readonly targets: Targets
  readonly names: Names
  readonly now: number
  readonly dayOf: (at: number) => string
  /** The message or comment it is shown at; null: its end. */
  readonly pointed: string | null
  readonly hits: Hits
  /** Told how to scroll, for what stands above. */
  readonly port: Ref<ThreadPort>
}

/** The conversation, one row an item: twenty thousand cost no more than those in sight, which are fetched as they come. */
export function Thread(props: ThreadProps): ReactNode {
  const { conversation, targets, names, now, dayOf, pointed, hits, port } = props
  const text = useText('chats')
  const scroller = useRef<HTMLDivElement>(null)
  const heights = useRef<ReadonlyMap<number, readonly ThreadRow[]>>(new Map())
  const { total } = conversation
  const [opening] = useState(() => openingAt(conversation))
  const virtualizer = useVirtualRows({
    scroller,
    count: total,
    keyOf: placeKey,
    heightOf: useCallback((place: number) => guess(heights.current.get(place)), []),
    paddingStart: 8,
    paddingEnd: 16,
    initialOffset: opening * guessedHeight,
    inFlow: true,
  })
  const items = virtualizer.getVirtualItems()
  const from = items[0]?.index ?? opening
  const to = items.at(-1)?.index ?? opening
  const timeline = useTimeline(conversation, from, to)
  const { flags, waits } = conversation
  const { part } = timeline
  const places = useMemo(
    () =>
      part === null
        ? new Map<number, readonly ThreadRow[]>()
        : threadPlaces(part, total, { waits, flags, targets, now, dayOf }),
    [part, total, waits, flags, targets, now, dayOf],
  )
  useLayoutEffect(() => {
    heights.current = places
  }, [places])
  const scrolling = useScrolling({ virtualizer, total, opening: conversation.found, pointed, timeline })
  useImperativeHandle(port, () => scrolling)
  const [asked, ask] = useState<Asked | null>(null)
  const words = useRowWords({
    id: conversation.row.id,
    names,
    pointed,
    hits,
    messages: timeline.messages,
    onAsk: ask,
  })
  const copyWords = useCopyWords(names)
  const spacers = spacersOf(virtualizer)
  if (total === 0)
    return (
      <div className="chats-thread">
        <Empty why={text('empty.thread')} todo={text('empty.threadTry')} />
      </div>
    )
  return (
    // The keys are those of scrolling itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={scroller}
      className="chats-thread"
      aria-label={text('thread.label', { name: conversation.contact.name })}
      // A region that scrolls is reached and scrolled by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={(event) => {
        const { key, ctrlKey, metaKey, shiftKey } = event
        if ((key !== 'Home' && key !== 'End') || ctrlKey || metaKey || shiftKey) return
        event.preventDefault()
        scrolling.show(key === 'Home' ? 0 : total - 1)
      }}
      onCopy={(event) => {
        const chosen = selectedMessages(event.currentTarget, places)
        if (chosen.length < 2) return
        event.clipboardData.setData('text/plain', copyWords(chosen))
        event.preventDefault()
      }}
    >
      <div style={{ blockSize: spacers.before }} />
      <ol className="chats-rows">
        {items.map(({ index: place, key }) => (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={place}
            aria-setsize={total}
            aria-posinset={place + 1}
            className="chats-place"
          >
            <ThreadRows rows={places.get(place)} words={words} />
          </li>
        ))}
      </ol>
      <div style={{ blockSize: spacers.behind }} />
      {asked && (
        <MessageActions
          conversation={conversation.row.id}
          asked={asked}
          names={names}
          onClose={() => ask(null)}
        />
      )}
    </section>
  )
}

function placeKey(place: number): string {
  return String(place)
}

/** The place in view as it opens: where it was asked for, else the end. */
function openingAt({ found, total }: Conversation): number {
  return found ?? Math.max(0, total - 1)
}

interface Spoken extends Pick<RowWords, 'names' | 'pointed' | 'hits' | 'messages' | 'onAsk'> {
  readonly id: string
}

function useRowWords({ id, names, pointed, hits, messages, onAsk }: Spoken): RowWords {
  const actionsLabel = useText('chats')('copy.title')
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const onUnfold = useCallback((one: string) => setUnfolded((before) => toggled(before, one)), [])
  const onQuote = useCallback((message: string) => openConversation(id, message), [id])
  return useMemo(
    () => ({ names, pointed, hits, messages, unfolded, onUnfold, onQuote, onAsk, actionsLabel }),
    [names, pointed, hits, messages, unfolded, onUnfold, onQuote, onAsk, actionsLabel],
  )
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}

/** Pixels of a row nothing is known of yet: a message of one line. */
const guessedHeight = 50

/** A first guess in pixels; each place is measured once it is drawn. */
function guess(rows: readonly ThreadRow[] | undefined): number {
  if (rows === undefined) return guessedHeight
  return rows.reduce((sum, row) => sum + guessRow(row), 0)
}

function guessRow(row: ThreadRow): number {
  if (row.kind === 'gap') return row.height
  if (row.kind === 'item' && row.item.kind === 'message') {
    const length = (row.item.text ?? row.item.caption ?? '').length
    return 48 + 20 * Math.floor(Math.min(length, 2000) / 60)
  }
  return 32
}
