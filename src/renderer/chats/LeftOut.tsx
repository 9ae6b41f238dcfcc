import type { ReactNode } from 'react'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import type { LeftOut as Row } from './listing.ts'

interface LeftOutProps {
  readonly id: string
  readonly rows: readonly Row[]
  readonly total: number
  readonly onOpen: (conversation: string) => void
}

/** What a number does not count, each with its reason, so that nothing is missing without a word. */
export function LeftOut({ id, rows, total, onOpen }: LeftOutProps): ReactNode {
  const text = useText('chats')
  const reason = useText('metrics')
  const format = useFormat()
  const more = total - rows.length
  return (
    <section id={id} className="chats-left-out" aria-label={text('drill.leftOutTitle')}>
      <h3>{text('drill.leftOutTitle')}</h3>
      <ul>
        {rows.map((row) => (
          <li key={row.key}>
            <button type="button" onClick={() => onOpen(row.conversation)}>
              <bdi>{row.name || text('list.unnamed')}</bdi>
              <span>{reason(`reason.${row.reason}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && <p>{text('drill.leftOutMore', { count: more, shown: format.count(more) })}</p>}
    </section>
  )
}
