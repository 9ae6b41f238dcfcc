import type { ReactNode } from 'react'
import type { MessageItem } from '../../shared/contract.ts'
import type { SearchTerm } from '../../shared/searching.ts'
import { useFormat } from '../ui/format.ts'
import { IconAlertTriangle, IconCheck, IconChecks, IconPaperclip, IconRobot } from '../ui/icons.ts'
import type { Format } from '../ui/numbers.ts'
import { useText, type Text } from '../ui/text.ts'
import { authorOf } from './authors.ts'
import { LongText } from './LongText.tsx'
import type { Names } from './names.ts'

export type Message = MessageItem

interface MessageBubbleProps {
  readonly message: Message
  /** The message this one answers; undefined: it is not held here. */
  readonly quoted: Message | undefined
  readonly names: Names
  /** This message is what the number counts. */
  readonly pointed: boolean
  readonly unfolded: boolean
  readonly onUnfold: (id: string) => void
  /** What is searched for, where this message is a hit: its words are marked. */
  readonly terms?: readonly SearchTerm[] | undefined
  /** Goes to the message this one answers; absent: it is not gone to. */
  readonly onQuote?: (id: string) => void
  /** What can be done with it, at its edge. */
  readonly actions?: ReactNode
}

/** Asked for once a bubble: a thread draws them by the dozen in each frame. */
interface Spoken {
  readonly message: Message
  readonly names: Names
  readonly text: Text
  readonly format: Format
}

/** One message: customer left, team right; bots and templates dashed, failures outlined with their reason. */
export function MessageBubble(props: MessageBubbleProps): ReactNode {
  const { message, quoted, names, pointed, unfolded, onUnfold, terms, onQuote, actions } = props
  const text = useText('chats')
  const format = useFormat()
  const spoken: Spoken = { message, names, text, format }
  const words = message.revoked ? null : (message.text ?? message.caption)
  return (
    <article
      className="chats-bubble"
      data-side={message.direction === 'in' ? 'in' : 'out'}
      data-machine={isMachine(message) || undefined}
      data-failed={isFailed(message) || undefined}
      data-pointed={pointed || undefined}
    >
      {message.replyTo !== null && <Quote quoted={quoted} names={names} text={text} onQuote={onQuote} />}
      {message.revoked ? <p className="chats-revoked">{text('message.revoked')}</p> : mediaLine(spoken)}
      {words !== null && words !== '' && (
        <LongText text={words} terms={terms} unfolded={unfolded} onToggle={() => onUnfold(message.id)} />
      )}
      {metaLine(spoken)}
      {message.reactions.length > 0 && <Reactions message={message} />}
      {actions}
    </article>
  )
}

function isFailed(message: Message): boolean {
  return message.status === null ? message.error !== null : message.status.name === 'failed'
}

function isMachine({ author, direction, template }: Message): boolean {
  if (direction === 'in') return false
  return template !== null || ['bot', 'automation', 'campaign', 'system'].includes(author.type)
}

interface QuoteProps {
  readonly quoted: Message | undefined
  readonly names: Names
  readonly text: Text
  readonly onQuote: ((id: string) => void) | undefined
}

function Quote({ quoted, names, text, onQuote }: QuoteProps): ReactNode {
  if (!quoted) return <p className="chats-quote">{text('message.replyGone')}</p>
  const words = quoted.revoked ? text('message.revoked') : (quoted.text ?? quoted.caption)
  const who = text('message.reply', { who: authorOf(quoted, names, text) })
  return (
    <blockquote className="chats-quote">
      {onQuote ? (
        <button
          type="button"
          className="chats-quote-author"
          title={text('message.toReply')}
          onClick={() => onQuote(quoted.id)}
        >
          {who}
        </button>
      ) : (
        <span>{who}</span>
      )}
      <span dir="auto" className="chats-quoted">
        {words ?? quoted.media?.name ?? text(`message.type.${quoted.type}`)}
      </span>
    </blockquote>
  )
}

function mediaLine({ message, text, format }: Spoken): ReactNode {
  const { media, type } = message
  const wordless = message.text === null && message.caption === null
  if (media === null && (type === 'text' || type === 'template'))
    return wordless ? (
      <p className="chats-marker">
        {text(type === 'template' ? 'message.type.template' : 'message.nothing')}
      </p>
    ) : null
  const size = media?.bytes ?? null
  return (
    <p className="chats-marker">
      <IconPaperclip />
      <bdi>{media?.name ?? text(`message.type.${type}`)}</bdi>
      {size !== null && <span className="chats-size">{format.bytes(size)}</span>}
    </p>
  )
}

function metaLine(spoken: Spoken): ReactNode {
  const { message, names, text, format } = spoken
  const failed = isFailed(message)
  return (
    <p className="chats-meta" data-failed={failed || undefined}>
      {failed && (
        <>
          <IconAlertTriangle />
          <span>{failure(message, text)}</span>
        </>
      )}
      {message.direction !== 'in' && !failed && isMachine(message) && <IconRobot />}
      {message.direction !== 'in' && <bdi>{authorOf(message, names, text)}</bdi>}
      {message.template !== null && <span>{text('message.template', { name: message.template })}</span>}
      {message.direction === 'internal' && <span>{text('message.internal')}</span>}
      {message.inWindow === false && message.direction === 'out' && <span>{text('message.outside')}</span>}
      {message.edited && <span>{text('message.edited')}</span>}
      <time dateTime={new Date(message.at).toISOString()} title={format.dateTime(message.at)}>
        {format.time(message.at)}
      </time>
      {!failed && ticks(spoken)}
    </p>
  )
}

function failure(message: Message, text: Text): string {
  if (message.error === null) return text('message.failedPlain')
  const { code, title } = message.error
  return title === null ? text('message.failedCode', { code }) : text('message.failed', { code, title })
}

/** One tick for sent, two grey for delivered, two accent for read; the words and the time are its name. */
function ticks({ message, text, format }: Spoken): ReactNode {
  const { status } = message
  if (status === null || message.direction === 'in') return null
  const label = text('message.statusAt', {
    status: text(`message.status.${status.name}`),
    time: format.time(status.at),
  })
  if (status.name === 'deleted') return <span>{text('message.status.deleted')}</span>
  const read = status.name === 'read' || status.name === 'played'
  const Icon = status.name === 'sent' ? IconCheck : IconChecks
  return (
    <span className="chats-ticks" title={label} data-read={read || undefined}>
      <Icon />
      <span className="unseen">{label}</span>
    </span>
  )
}

function Reactions({ message }: { readonly message: Message }): ReactNode {
  const text = useText('chats')
  return (
    <p className="chats-reactions">
      {message.reactions.map(({ emoji, by }, index) => {
        const label = text(by === 'in' ? 'message.reactionIn' : 'message.reactionOut', { emoji })
        return (
          <span key={`${by} ${emoji} ${index}`} title={label}>
            <span aria-hidden>{emoji}</span>
            <span className="unseen">{label}</span>
          </span>
        )
      })}
    </p>
  )
}
