import type { ReactNode } from 'react'
import type { MessageItem } from '../../shared/contract.ts'
import type { Flag } from '../../shared/flags.ts'
import { useAsk } from '../api.ts'
import { wordsOf } from '../chats/copying.ts'
import type { Names } from '../chats/names.ts'
import { openConversation } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { closeFlags } from './flagDesk.ts'

/** The evidence holds no more than this many of them. */
const most = 8

interface QuotesProps {
  readonly flag: Flag
  readonly conversation: string
  readonly names: Names
}

/** The messages that show it, each a way into the chat. */
export function Quotes({ flag, conversation, names }: QuotesProps): ReactNode {
  const text = useText('flagging')
  const all = flag.message === null ? flag.messages : [...new Set([...flag.messages, flag.message])]
  if (all.length === 0) return null
  return (
    <section className="flag-quotes">
      <h4>{text('quotes', { count: Math.min(all.length, most) })}</h4>
      <ol>
        {all.slice(0, most).map((message) => (
          <Quote key={message} conversation={conversation} message={message} names={names} />
        ))}
      </ol>
    </section>
  )
}

interface QuoteProps {
  readonly conversation: string
  readonly message: string
  readonly names: Names
}

function Quote({ conversation, message, names }: QuoteProps): ReactNode {
  const text = useText('flagging')
  const words = useText('conversation')
  const format = useFormat()
  const { data } = useAsk(
    'timeline',
    [{ conversation, limit: 1, from: { kind: 'around', id: message } }],
    ['conversations'],
  )
  const item = data?.timeline.find((one) => 'id' in one && one.id === message) ?? data?.timeline[0]
  if (item === undefined || (item.kind !== 'message' && item.kind !== 'comment')) return null
  const said = item.kind === 'comment' ? item.text : wordsOf(item)
  const author =
    item.kind === 'comment'
      ? nameOf(item.agent, names, words('event.comment'))
      : nameOf(item.author.agent, names, words(`message.author.${item.author.type}`))
  return (
    <li>
      <button
        type="button"
        className="flag-quote"
        data-direction={item.kind === 'comment' ? 'internal' : item.direction}
        onClick={() => {
          openConversation(conversation, message)
          closeFlags()
        }}
      >
        <span className="flag-quote-head">
          <bdi>{author}</bdi>, {format.dateTime(item.at)}
        </span>
        <span dir="auto">
          {said ?? words(`message.type.${item.kind === 'message' ? typeOf(item) : 'text'}`)}
        </span>
        <span className="unseen">{text('open.message')}</span>
      </button>
    </li>
  )
}

function nameOf(agent: string | null, names: Names, otherwise: string): string {
  return agent === null ? otherwise : names.agent(agent)
}

function typeOf({ type }: MessageItem): string {
  return type
}
