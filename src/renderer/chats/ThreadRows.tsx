import { memo, type ReactNode } from 'react'
import type { MessageItem } from '../../shared/contract.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { EventLine } from './EventLine.tsx'
import { GapLine } from './GapLine.tsx'
import { ActionsButton, type Asked } from './MessageActions.tsx'
import { MessageBubble } from './MessageBubble.tsx'
import type { Names } from './names.ts'
import type { Hits } from './search/useHits.ts'
import type { ThreadRow } from './threadRows.ts'

/** What rows need besides themselves; the same object until something in it changes. */
export interface RowWords {
  readonly names: Names
  /** By id: those held, and those they answer. */
  readonly messages: ReadonlyMap<string, MessageItem>
  readonly pointed: string | null
  readonly hits: Hits
  readonly unfolded: ReadonlySet<string>
  readonly onUnfold: (id: string) => void
  readonly onQuote: (id: string) => void
  readonly onAsk: (asked: Asked) => void
  readonly actionsLabel: string
}

interface ThreadRowsProps {
  /** Undefined: not fetched yet. */
  readonly rows: readonly ThreadRow[] | undefined
  readonly words: RowWords
}

/** What stands at one place of a conversation: its day, the silence before it, the message or event itself. */
export const ThreadRows = memo(function ThreadRows({ rows, words }: ThreadRowsProps): ReactNode {
  if (rows === undefined) return <Awaited />
  return rows.map((row) => (
    <div
      key={row.key}
      className="chats-row"
      data-wait={row.gutter?.level}
      data-starts={row.gutter?.starts || undefined}
      data-ends={row.gutter?.ends || undefined}
    >
      <Row row={row} words={words} />
    </div>
  ))
})

function Awaited(): ReactNode {
  const text = useText('ui')
  return (
    <div className="chats-row">
      <span className="chats-awaited" aria-label={text('loading')}>
        <i />
      </span>
    </div>
  )
}

function Row({ row, words }: { readonly row: ThreadRow; readonly words: RowWords }): ReactNode {
  if (row.kind === 'day') return <Day at={row.at} />
  if (row.kind === 'gap') return <GapLine row={row} />
  const { item } = row
  const { names, messages, pointed, hits, unfolded, onUnfold, onQuote, onAsk, actionsLabel } = words
  if (item.kind !== 'message') {
    const id = item.kind === 'comment' ? item.id : null
    const terms = id !== null && hits.ids.has(id) ? hits.terms : undefined
    return <EventLine item={item} names={names} terms={terms} pointed={id !== null && id === pointed} />
  }
  const hit = hits.ids.has(item.id)
  return (
    <MessageBubble
      message={item}
      quoted={item.replyTo === null ? undefined : messages.get(item.replyTo)}
      names={names}
      pointed={item.id === pointed}
      unfolded={unfolded.has(item.id) !== hit}
      onUnfold={onUnfold}
      terms={hit ? hits.terms : undefined}
      onQuote={onQuote}
      actions={<ActionsButton message={item} label={actionsLabel} onAsk={onAsk} />}
    />
  )
}

function Day({ at }: { readonly at: number }): ReactNode {
  const format = useFormat()
  return <p className="chats-day">{format.date(at)}</p>
}
