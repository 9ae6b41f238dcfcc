import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Conversation, Targets } from '../../shared/contract.ts'
import { Empty } from '../ui/states.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { EventLine } from './EventLine.tsx'
import { GapLine } from './GapLine.tsx'
import { MessageBubble, type Message } from './MessageBubble.tsx'
import type { Names } from './names.ts'
import { threadRows, type ThreadRow } from './threadRows.ts'
import { useVirtualRows, type VirtualRows } from './virtualRows.ts'

interface ThreadProps {
  readonly conversation: Conversation
  readonly targets: Targets
  readonly names: Names
  readonly now: number
  readonly dayOf: (at: number) => string
  /** The message a number points at; the thread opens there instead of at its end. */
  readonly pointed: string | null
}

/** The conversation, drawn row by row: thousands of messages cost no more than those in sight. */
export function Thread({ conversation, targets, names, now, dayOf, pointed }: ThreadProps): ReactNode {
  const text = useText('chats')
  const rows = useRows({ conversation, targets, now, dayOf })
  const messages = useMemo(() => messagesById(conversation), [conversation])
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualRows({
    scroller,
    count: rows.length,
    keyOf: (index) => rows[index]?.key ?? String(index),
    heightOf: (index) => estimate(rows[index]),
    paddingStart: 8,
    paddingEnd: 16,
  })
  useOpening(virtualizer, rows, pointed)
  const toggle = (id: string) => setUnfolded((before) => toggled(before, id))
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
      aria-label={text('thread.label', { name: conversation.contact.name })}
      // A region that scrolls is reached and scrolled by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <ol className="chats-rows" style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="chats-row"
              data-wait={row.gutter?.level}
              data-starts={row.gutter?.starts || undefined}
              data-ends={row.gutter?.ends || undefined}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Row {...{ row, names, messages, pointed, unfolded }} onUnfold={toggle} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function useRows(
  input: Pick<ThreadProps, 'conversation' | 'targets' | 'now' | 'dayOf'>,
): readonly ThreadRow[] {
  const { conversation, targets, now, dayOf } = input
  return useMemo(
    () =>
      threadRows({
        timeline: conversation.timeline,
        waits: conversation.waits,
        flags: conversation.flags,
        targets,
        now,
        dayOf,
      }),
    [conversation, targets, now, dayOf],
  )
}

/** Opens at the message a number points at, else at the end; and stays at the end while new messages come. */
function useOpening(virtualizer: VirtualRows, rows: readonly ThreadRow[], pointed: string | null): void {
  const count = rows.length
  const aim = useMemo(() => rows.findIndex((row) => row.key === pointed), [rows, pointed])
  const atEnd = useRef(true)
  useLayoutEffect(() => {
    if (aim < 0) return
    atEnd.current = false
    virtualizer.scrollToIndex(aim, { align: 'center' })
  }, [virtualizer, aim])
  useLayoutEffect(() => {
    if (atEnd.current) virtualizer.scrollToIndex(count - 1, { align: 'end' })
  }, [virtualizer, count])
  const { scrollElement } = virtualizer
  useLayoutEffect(() => {
    if (scrollElement === null) return undefined
    const remember = () => {
      const { scrollTop, clientHeight, scrollHeight } = scrollElement
      atEnd.current = scrollTop + clientHeight >= scrollHeight - 8
    }
    scrollElement.addEventListener('scroll', remember, { passive: true })
    return () => scrollElement.removeEventListener('scroll', remember)
  }, [scrollElement])
}

interface RowProps {
  readonly row: ThreadRow
  readonly names: Names
  readonly messages: ReadonlyMap<string, Message>
  readonly pointed: string | null
  readonly unfolded: ReadonlySet<string>
  readonly onUnfold: (id: string) => void
}

function Row({ row, names, messages, pointed, unfolded, onUnfold }: RowProps): ReactNode {
  const format = useFormat()
  if (row.kind === 'day') return <p className="chats-day">{format.date(row.at)}</p>
  if (row.kind === 'gap') return <GapLine row={row} />
  const { item } = row
  if (item.kind !== 'message') return <EventLine item={item} names={names} />
  return (
    <MessageBubble
      message={item}
      quoted={item.replyTo === null ? undefined : messages.get(item.replyTo)}
      names={names}
      pointed={item.id === pointed}
      unfolded={unfolded.has(item.id)}
      onUnfold={onUnfold}
    />
  )
}

function messagesById(conversation: Conversation): ReadonlyMap<string, Message> {
  return new Map(
    conversation.timeline.flatMap((item) => (item.kind === 'message' ? [[item.id, item] as const] : [])),
  )
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}

/** A first guess in pixels; each row is measured once it is drawn. */
function estimate(row: ThreadRow | undefined): number {
  if (row?.kind === 'gap') return row.height
  if (row?.kind === 'item' && row.item.kind === 'message') {
    const length = (row.item.text ?? row.item.caption ?? '').length
    return 48 + 20 * Math.floor(Math.min(length, 2000) / 60)
  }
  return 32
}
