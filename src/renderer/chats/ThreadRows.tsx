import { memo, type ReactNode } from 'react'
import type { MessageItem } from '../../shared/contract.ts'
import { openConversation } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { EventLine } from './EventLine.tsx'
import { GapLine } from './GapLine.tsx'
import { MessageActions } from './MessageActions.tsx'
import { MessageBubble } from './MessageBubble.tsx'
import type { Names } from './names.ts'
import type { Hits } from './search/useHits.ts'
import type { ThreadRow } from './threadRows.ts'

/** What rows need besides themselves; the same object until something in it changes. */
export interface RowWords {
  readonly conversation: string
  readonly names: Names
  /** By id: those held, and those they answer. */
  readonly messages: ReadonlyMap<string, MessageItem>
  readonly pointed: string | null
  readonly hits: Hits
  readonly unfolded: ReadonlySet<string>
  readonly onUnfold: (id: string) => void
}

interface ThreadRowsProps {
  /** Undefined: not fetched yet. */
  readonly rows: readonly ThreadRow[] | undefined
  readonly words: RowWords
}

/** What stands at one place of a conversation: its day, the silence before it, the message or event itself. */
export function ThreadRows({ rows, words }: ThreadRowsProps): ReactNode {
  const text = useText('ui')
  if (rows === undefined)
    return (
      <div className="chats-row">
        <span className="chats-awaited" aria-label={text('loading')}>
          <i />
        </span>
      </div>
    )
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
}

const Row = memo(function Row({
  row,
  words,
}: {
  readonly row: ThreadRow
  readonly words: RowWords
}): ReactNode {
  const format = useFormat()
  if (row.kind === 'day') return <p className="chats-day">{format.date(row.at)}</p>
  if (row.kind === 'gap') return <GapLine row={row} />
  const { item } = row
  const { conversation, names, messages, pointed, hits, unfolded, onUnfold } = words
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
      onQuote={(id) => openConversation(conversation, id)}
      actions={<MessageActions conversation={conversation} message={item} names={names} />}
    />
  )
})
