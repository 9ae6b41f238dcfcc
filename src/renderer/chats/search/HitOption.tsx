import type { ReactNode } from 'react'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'
import { Moment } from '../ConversationOption.tsx'
import type { Names } from '../names.ts'
import type { HitRow } from './hitRows.ts'
import { withShortLeadIn } from './leadIn.ts'
import { Snippet } from './Snippet.tsx'

/** A hit: the words round it, who wrote them and when; above the first of a conversation whose it is. */
export function HitOption({ row, names }: { readonly row: HitRow; readonly names: Names }): ReactNode {
  const text = useText('search')
  const format = useFormat()
  const { hit, group } = row
  const name = group.conversation.contact.name || text('unnamed')
  return (
    <div className="search-hit" data-first={row.first || undefined} data-last={row.last || undefined}>
      {row.first ? (
        <span className="chats-option-line">
          <span className="chats-option-name">
            <bdi>{name}</bdi>
          </span>
          <span className="chats-option-time">{group.conversation.channel.name}</span>
        </span>
      ) : (
        <bdi className="unseen">{name}</bdi>
      )}
      <span className="search-snippet" dir="auto">
        <Snippet parts={withShortLeadIn(hit.snippet)} />
      </span>
      <span className="chats-option-line search-hit-meta">
        <span>
          <Author row={row} names={names} />
          {row.more > 0 && (
            <span className="search-hit-more">
              {text('more', { count: row.more, shown: format.count(row.more) })}
            </span>
          )}
        </span>
        <Moment at={hit.at} />
      </span>
    </div>
  )
}

function Author({ row, names }: { readonly row: HitRow; readonly names: Names }): ReactNode {
  const text = useText('search')
  const { hit } = row
  if (hit.kind === 'contact') return text('kind.contact')
  const who = hit.author === null ? text(`by.${hit.direction}`) : names.agent(hit.author)
  if (hit.kind === 'message') return <bdi>{who}</bdi>
  return (
    <>
      <bdi>{who}</bdi>, {text(`kind.${hit.kind}`)}
    </>
  )
}
