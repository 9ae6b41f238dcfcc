import type { ReactNode } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import { dayKey } from '../../shared/period.ts'
import { IconFlag } from '../ui/icons.ts'
import type { ColumnValue, ListEntry } from './listing.ts'
import type { RowSpeech } from './useRowSpeech.ts'
import { waitLevel } from './waits.ts'

interface ConversationOptionProps {
  readonly entry: ListEntry
  readonly speech: RowSpeech
}

/** Two lines of a conversation: who and how long; the last words and when. */
export function ConversationOption({ entry, speech }: ConversationOptionProps): ReactNode {
  const { text, format, names } = speech
  const doer = entry.agent === null ? text('facts.nobody') : names.agent(entry.agent)
  const second = entry.line === null ? doer : entry.line || text('list.noText')
  return (
    <>
      <span className="chats-option-line">
        <span className="chats-option-name">
          <bdi>{entry.name || text('list.unnamed')}</bdi>
          {entry.flags > 0 && (
            <FlagsMark words={text('list.flags', { count: entry.flags, shown: format.count(entry.flags) })} />
          )}
        </span>
        {figure(entry, speech)}
      </span>
      <span className="chats-option-line">
        <span className="chats-option-words">
          {entry.byTeam && <span className="chats-option-you">{text('list.you')}</span>}
          <span dir="auto">{second}</span>
        </span>
        <Moment at={entry.at} speech={speech} />
      </span>
    </>
  )
}

function FlagsMark({ words }: { readonly words: string }): ReactNode {
  return (
    <span className="chats-option-flag" title={words}>
      <IconFlag />
      <span className="unseen">{words}</span>
    </span>
  )
}

function figure({ figure: shown, level }: ListEntry, speech: RowSpeech): ReactNode {
  if (shown === null) return null
  if ('since' in shown) return waiting(shown, speech)
  if ('column' in shown)
    return (
      <span className="chats-option-figure chats-option-column">
        <bdi>{columnWords(shown, speech)}</bdi>
      </span>
    )
  return (
    <span className="chats-option-figure" data-level={level}>
      {speech.format.duration(shown.seconds)}
    </span>
  )
}

function columnWords({ column, row }: ColumnValue, { names, text, format }: RowSpeech): string {
  switch (column) {
    case 'agent':
      return row.agent === null ? text('facts.nobody') : names.agent(row.agent)
    case 'team':
      return row.team === null ? '–' : names.team(row.team)
    case 'channel':
      return row.channel.name
    case 'category':
      return row.category ?? '–'
    case 'state':
      return text(`state.${row.state}`)
    case 'messages':
      return text('list.messages', { count: row.messages, shown: format.count(row.messages) })
    case 'sentiment':
      return text(`sentiment.${row.sentiment ?? 'unscored'}`)
    case 'score':
      return format.score(row.score)
    case 'flags':
      return text('list.flags', { count: row.openFlags, shown: format.count(row.openFlags) })
    default:
      return assertNever(column)
  }
}

/** Moves by the minute. */
function waiting(
  { since, target }: { readonly since: number; readonly target: number | null },
  { format, now }: RowSpeech,
): ReactNode {
  const seconds = Math.max(0, (now - since) / 1000)
  const shown = seconds < 60 ? seconds : Math.floor(seconds / 60) * 60
  return (
    <span className="chats-option-figure" data-waiting data-level={waitLevel(seconds, target)}>
      {format.duration(shown)}
    </span>
  )
}

/** The time on the day of now, the date on another. */
export function Moment({ at, speech }: { readonly at: number; readonly speech: RowSpeech }): ReactNode {
  const { format, zone, now } = speech
  const day = dayKey(at, zone)
  return (
    <time className="chats-option-time" dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
      {day === dayKey(now, zone) ? format.time(at) : format.dayLabel(day)}
    </time>
  )
}
