import type { ReactNode } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import { dayKey } from '../../shared/period.ts'
import { useZone } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import type { Format } from '../ui/numbers.ts'
import { IconFlag } from '../ui/icons.ts'
import { type Text, useText } from '../ui/text.ts'
import { useNow } from './clock.ts'
import type { ColumnValue, ListEntry } from './listing.ts'
import type { Names } from './names.ts'
import { waitLevel } from './waits.ts'

/** Two lines of a conversation: who and how long; the last words and when. */
export function ConversationOption({
  entry,
  names,
}: {
  readonly entry: ListEntry
  readonly names: Names
}): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  const flags = text('list.flags', { count: entry.flags, shown: format.count(entry.flags) })
  const doer = entry.agent === null ? text('facts.nobody') : names.agent(entry.agent)
  const second = entry.line === null ? doer : entry.line || text('list.noText')
  return (
    <>
      <span className="chats-option-line">
        <span className="chats-option-name">
          <bdi>{entry.name || text('list.unnamed')}</bdi>
          {entry.flags > 0 && (
            <span className="chats-option-flag" title={flags}>
              <IconFlag />
              <span className="unseen">{flags}</span>
            </span>
          )}
        </span>
        <Figure entry={entry} names={names} />
      </span>
      <span className="chats-option-line">
        <span className="chats-option-words">
          {entry.byTeam && <span className="chats-option-you">{text('list.you')}</span>}
          <span dir="auto">{second}</span>
        </span>
        <Moment at={entry.at} />
      </span>
    </>
  )
}

function Figure({ entry, names }: { readonly entry: ListEntry; readonly names: Names }): ReactNode {
  const format = useFormat()
  const { figure } = entry
  if (figure === null) return null
  if ('since' in figure) return <Waiting since={figure.since} target={figure.target} />
  if ('column' in figure) return <Column value={figure} names={names} />
  return (
    <span className="chats-option-figure" data-level={entry.level}>
      {format.duration(figure.seconds)}
    </span>
  )
}

function Column({ value, names }: { readonly value: ColumnValue; readonly names: Names }): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  return (
    <span className="chats-option-figure chats-option-column">
      <bdi>{columnWords(value, names, text, format)}</bdi>
    </span>
  )
}

function columnWords({ column, row }: ColumnValue, names: Names, text: Text, format: Format): string {
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

/** Moves by the minute: the open conversation alone counts seconds. */
function Waiting({ since, target }: { readonly since: number; readonly target: number | null }): ReactNode {
  const format = useFormat()
  const now = useNow(30_000)
  const seconds = Math.max(0, (now - since) / 1000)
  const shown = seconds < 60 ? seconds : Math.floor(seconds / 60) * 60
  return (
    <span className="chats-option-figure" data-waiting data-level={waitLevel(seconds, target)}>
      {format.duration(shown)}
    </span>
  )
}

/** The time on the day of now, the date on another. */
export function Moment({ at }: { readonly at: number }): ReactNode {
  const format = useFormat()
  const zone = useZone()
  const now = useNow(60_000)
  const day = dayKey(at, zone)
  return (
    <time className="chats-option-time" dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
      {day === dayKey(now, zone) ? format.time(at) : format.dayLabel(day)}
    </time>
  )
}
