import { useCallback, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Conversation, Targets, TimelineItem } from '../../../shared/contract.ts'
import { EventLine } from '../../chats/EventLine.tsx'
import { GapLine } from '../../chats/GapLine.tsx'
import { MessageBubble, type Message } from '../../chats/MessageBubble.tsx'
import type { Names } from '../../chats/names.ts'
import { threadRows, type ThreadRow } from '../../chats/threadRows.ts'
import { spacersOf, useVirtualRows } from '../../chats/virtualRows.ts'
import { useFormat } from '../../ui/format.ts'
import { IconPin } from '../../ui/icons.ts'
import { Empty } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'

export interface ReviewThreadProps {
  readonly conversation: Conversation
  readonly targets: Targets
  readonly names: Names
  readonly now: number
  readonly dayOf: (at: number) => string
  /** The message to show: a cited one, or the one the person is about to choose. */
  readonly shown: string | null
  /** A message is being chosen: a click anywhere on one takes it. */
  readonly picking: boolean
  /** Messages a check or a rating points at. */
  readonly marked: ReadonlySet<string>
  /** Null: nothing can be pinned. */
  readonly onPick: ((message: string) => void) | null
  /** What is pinned to a message. */
  readonly renderPinned: (message: string) => ReactNode
}

/** The chat under review: as in Chats, with what is pinned to its messages, and a way to choose one. */
export function ReviewThread(props: ReviewThreadProps): ReactNode {
  const { shown } = props
  const words = useText('audits')
  const text = useText('chats')
  const rows = useRows(props)
  const { timeline, quoted } = props.conversation
  const messages = useMemo(() => messagesById([...quoted, ...timeline]), [quoted, timeline])
  const scroller = useRef<HTMLDivElement>(null)
  const [unfolded, setUnfolded] = useState<readonly string[]>([])
  const virtualizer = useVirtualRows({
    scroller,
    count: rows.length,
    keyOf: useCallback((index: number) => rows[index]?.key ?? String(index), [rows]),
    heightOf: guess,
    paddingStart: 8,
    paddingEnd: 16,
    inFlow: true,
  })
  const spacers = spacersOf(virtualizer)
  const aim = shown === null ? -1 : rows.findIndex(({ key }) => key === shown)
  useLayoutEffect(() => {
    if (aim >= 0) virtualizer.scrollToIndex(aim, { align: 'auto' })
  }, [virtualizer, aim])
  const toggle = (id: string) =>
    setUnfolded((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))
  if (rows.length === 0)
    return (
      <div className="chats-thread">
        <Empty why={text('empty.thread')} todo={text('empty.threadTry')} />
      </div>
    )
  return (
    <section
      ref={scroller}
      className="chats-thread"
      aria-label={words('chat.label')}
      // A region that scrolls is reached and scrolled by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div style={{ blockSize: spacers.before }} />
      <ol className="chats-rows">
        {virtualizer.getVirtualItems().map(({ index, key }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="chats-place"
            >
              <div
                className="chats-row"
                data-wait={row.gutter?.level}
                data-starts={row.gutter?.starts || undefined}
                data-ends={row.gutter?.ends || undefined}
              >
                <Row {...props} row={row} messages={messages} unfolded={unfolded} onUnfold={toggle} />
              </div>
            </li>
          )
        })}
      </ol>
      <div style={{ blockSize: spacers.behind }} />
    </section>
  )
}

/** Pixels of a row before it is measured: a message of one line. */
function guess(): number {
  return 56
}

function useRows({
  conversation,
  targets,
  now,
  dayOf,
}: Pick<ReviewThreadProps, 'conversation' | 'targets' | 'now' | 'dayOf'>): readonly ThreadRow[] {
  return useMemo(() => {
    const { timeline, waits, flags } = conversation
    return threadRows({ timeline, waits, flags, targets, now, dayOf })
  }, [conversation, targets, now, dayOf])
}

function messagesById(items: readonly TimelineItem[]): ReadonlyMap<string, Message> {
  return new Map(items.flatMap((item) => (item.kind === 'message' ? [[item.id, item] as const] : [])))
}

interface RowProps extends ReviewThreadProps {
  readonly row: ThreadRow
  readonly messages: ReadonlyMap<string, Message>
  readonly unfolded: readonly string[]
  readonly onUnfold: (id: string) => void
}

function Row({ row, ...props }: RowProps): ReactNode {
  const format = useFormat()
  if (row.kind === 'day') return <p className="chats-day">{format.date(row.at)}</p>
  if (row.kind === 'gap') return <GapLine row={row} />
  if (row.item.kind === 'message') return <MessageRow {...props} message={row.item} />
  return <EventLine item={row.item} names={props.names} />
}

interface MessageRowProps extends Omit<RowProps, 'row'> {
  readonly message: Message
}

function MessageRow({ message, messages, names, unfolded, onUnfold, ...props }: MessageRowProps): ReactNode {
  const { shown, marked, picking, onPick, renderPinned } = props
  const words = useText('audits')
  const format = useFormat()
  const label = words('chat.pin', { time: format.time(message.at) })
  return (
    <div
      className="audit-message"
      data-side={message.direction === 'in' ? 'in' : 'out'}
      data-marked={marked.has(message.id) || undefined}
    >
      <MessageBubble
        message={message}
        quoted={message.replyTo === null ? undefined : messages.get(message.replyTo)}
        names={names}
        pointed={message.id === shown}
        unfolded={unfolded.includes(message.id)}
        onUnfold={onUnfold}
      />
      {onPick !== null && (
        <button
          type="button"
          // By keyboard a message is chosen with the arrows, so that a chat of thousands is one stop.
          tabIndex={-1}
          className={picking ? 'audit-take' : 'chats-icon-button audit-pin'}
          aria-label={label}
          title={label}
          onClick={() => onPick(message.id)}
        >
          {!picking && <IconPin />}
        </button>
      )}
      {renderPinned(message.id)}
    </div>
  )
}
