import type { ReactNode } from 'react'
import type { MessageItem } from '../../shared/contract.ts'
import type { SearchTerm } from '../../shared/searching.ts'
import { useFormat } from '../ui/format.ts'
import { IconAlertTriangle, IconCheck, IconChecks, IconPaperclip, IconRobot } from '../ui/icons.ts'
import { useText, type Text } from '../ui/text.ts'
import { authorOf } from './authors.ts'
import type { Names } from './names.ts'
import { LongText } from './LongText.tsx'

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

/** One message: customer left, team right; bots and templates dashed, failures outlined with their reason. */
export function MessageBubble({
  message,
  quoted,
  names,
  pointed,
  unfolded,
  onUnfold,
  terms,
  onQuote,
  actions,
}: MessageBubbleProps): ReactNode {
  const text = useText('chats')
  const words = message.revoked ? null : (message.text ?? message.caption)
  return (
    <article
      className="chats-bubble"
      data-side={message.direction === 'in' ? 'in' : 'out'}
      data-machine={isMachine(message) || undefined}
      data-failed={isFailed(message) || undefined}
      data-pointed={pointed || undefined}
    >
      {message.replyTo !== null && <Quote message={quoted} names={names} onQuote={onQuote} />}
      {message.revoked ? (
        <p className="chats-revoked">{text('message.revoked')}</p>
      ) : (
        <MediaLine message={message} />
      )}
      {words !== null && words !== '' && (
        <LongText text={words} terms={terms} unfolded={unfolded} onToggle={() => onUnfold(message.id)} />
      )}
      <MetaLine message={message} names={names} />
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

function Quote({
  message,
  names,
  onQuote,
}: {
  readonly message: Message | undefined
  readonly names: Names
  readonly onQuote: ((id: string) => void) | undefined
}): ReactNode {
  const text = useText('chats')
  if (!message) return <p className="chats-quote">{text('message.replyGone')}</p>
  const words = message.revoked ? text('message.revoked') : (message.text ?? message.caption)
  const who = text('message.reply', { who: authorOf(message, names, text) })
  return (
    <blockquote className="chats-quote">
      {onQuote ? (
        <button
          type="button"
          className="chats-quote-author"
          title={text('message.toReply')}
          onClick={() => onQuote(message.id)}
        >
          {who}
        </button>
      ) : (
        <span>{who}</span>
      )}
      <span dir="auto" className="chats-quoted">
        {words ?? message.media?.name ?? text(`message.type.${message.type}`)}
      </span>
    </blockquote>
  )
}

function MediaLine({ message }: { readonly message: Message }): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  const { media, type } = message
  const wordless = message.text === null && message.caption === null
  if (media === null && (type === 'text' || type === 'template') && !wordless) return null
  if (media === null && (type === 'text' || type === 'template'))
    return (
      <p className="chats-marker">
        {text(type === 'template' ? 'message.type.template' : 'message.nothing')}
      </p>
    )
  const size = media?.bytes ?? null
  return (
    <p className="chats-marker">
      <IconPaperclip />
      <bdi>{media?.name ?? text(`message.type.${type}`)}</bdi>
      {size !== null && <span className="chats-size">{format.bytes(size)}</span>}
    </p>
  )
}

function MetaLine({ message, names }: { readonly message: Message; readonly names: Names }): ReactNode {
  const text = useText('chats')
  const format = useFormat()
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
      {!failed && <Ticks message={message} />}
    </p>
  )
}

function failure(message: Message, text: Text): string {
  if (message.error === null) return text('message.failedPlain')
  const { code, title } = message.error
  return title === null ? text('message.failedCode', { code }) : text('message.failed', { code, title })
}

/** One tick for sent, two grey for delivered, two accent for read; the words and the time are its name. */
function Ticks({ message }: { readonly message: Message }): ReactNode {
  const text = useText('chats')
  const format = useFormat()
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
