import type { ReactNode } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import type { TimelineItem } from '../../shared/contract.ts'
import type { SearchTerm } from '../../shared/searching.ts'
import { useFormat } from '../ui/format.ts'
import {
  IconArrowRight,
  IconArrowsLeftRight,
  IconCheck,
  IconClock,
  IconMoon,
  IconNote,
  IconRefresh,
  IconRobot,
  IconSend,
  IconStar,
  IconTag,
} from '../ui/icons.ts'
import { useText, type Text } from '../ui/text.ts'
import type { Names } from './names.ts'
import { Marked } from './LongText.tsx'
import { Name, Phrase } from './Phrase.tsx'

type Line = Exclude<TimelineItem, { kind: 'message' }>
type Of<K extends Line['kind']> = Extract<Line, { kind: K }>
interface Spoken {
  readonly text: Text
  readonly names: Names
  readonly terms: readonly SearchTerm[] | undefined
}

interface EventLineProps {
  readonly item: Line
  readonly names: Names
  /** What is searched for, where this is a hit. */
  readonly terms?: readonly SearchTerm[] | undefined
  /** This line is what a link or a hit points at. */
  readonly pointed?: boolean
}

/** What happened between messages, as a line: icon, time, sentence, names in medium. */
export function EventLine({ item, names, terms, pointed }: EventLineProps): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  return (
    <p className="chats-event" data-pointed={pointed || undefined}>
      <span className="chats-event-icon">{iconOf(item)}</span>
      <time dateTime={new Date(item.at).toISOString()} title={format.dateTime(item.at)}>
        {format.time(item.at)}
      </time>
      <span>
        {sentence(item, { text, names, terms })}
        <Aside item={item} names={names} />
      </span>
    </p>
  )
}

const eventIcons: Readonly<Record<string, typeof IconCheck>> = {
  closed: IconCheck,
  reopened: IconRefresh,
  pending: IconClock,
  snoozed: IconMoon,
  bot_handoff: IconRobot,
  bot_resolved: IconRobot,
  categorised: IconTag,
}

function iconOf(item: Line): ReactNode {
  const Icon = lineIcon(item)
  return <Icon />
}

function lineIcon(item: Line): typeof IconCheck {
  switch (item.kind) {
    case 'event':
      return eventIcons[item.event] ?? IconClock
    case 'assignment':
      return item.from === null ? IconArrowRight : IconArrowsLeftRight
    case 'comment':
      return IconNote
    case 'rating':
      return IconStar
    case 'survey':
      return IconSend
    default:
      return assertNever(item)
  }
}

function sentence(item: Line, spoken: Spoken): ReactNode {
  switch (item.kind) {
    case 'event':
      return eventSentence(item, spoken)
    case 'assignment':
      return assignmentSentence(item, spoken)
    case 'comment':
      return (
        <span dir="auto" className="chats-comment">
          <Marked text={item.text} terms={spoken.terms} />
        </span>
      )
    case 'rating':
      return ratingSentence(item, spoken)
    case 'survey':
      return spoken.text('event.survey')
    default:
      return assertNever(item)
  }
}

/** Who did it, as a name or a word; null when the source does not say. */
function doer(
  item: { readonly by: string | null; readonly byType: string },
  { text, names }: Spoken,
): ReactNode {
  if (item.by !== null) return <Name>{names.agent(item.by)}</Name>
  return item.byType === 'unknown' ? null : text(`by.${item.byType}`)
}

function eventSentence(item: Of<'event'>, spoken: Spoken): ReactNode {
  const by = doer(item, spoken)
  const key = by === null ? `event.${item.event}` : `event.${item.event}By`
  return (
    <>
      <Phrase text={spoken.text(key)} parts={{ by, category: <Name>{item.category ?? '–'}</Name> }} />
      {item.note !== null && (
        <span dir="auto" className="chats-note">
          {item.note}
        </span>
      )}
    </>
  )
}

function assignmentSentence(item: Of<'assignment'>, spoken: Spoken): ReactNode {
  const { text, names } = spoken
  const by = assigner(item, spoken)
  const shape =
    item.to === null ? (item.from === null ? 'team' : 'taken') : item.from === null ? 'to' : 'change'
  const parts = {
    by,
    from: item.from !== null && <Name>{names.agent(item.from)}</Name>,
    to: item.to !== null && <Name>{names.agent(item.to)}</Name>,
    team: <Name>{item.team === null ? '–' : names.team(item.team)}</Name>,
  }
  return <Phrase text={text(`assignment.${shape}${by === null ? '' : 'By'}`)} parts={parts} />
}

/** A rule is known by the note the source gives with it. */
function assigner(item: Of<'assignment'>, spoken: Spoken): ReactNode {
  if (item.by === null && item.byType === 'automation' && item.note !== null)
    return spoken.text('by.automationNamed', { note: item.note })
  return doer(item, spoken)
}

function ratingSentence(item: Of<'rating'>, { text }: Spoken): ReactNode {
  return (
    <>
      <span className="chats-name">{text('event.rating', { score: item.score, max: item.max })}</span>
      {item.comment !== null && (
        <span dir="auto" className="chats-note">
          {item.comment}
        </span>
      )}
    </>
  )
}

/** Grey words after the sentence: how long the one before had it, how we know, that it is a comment. */
function Aside({ item, names }: { readonly item: Line; readonly names: Names }): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  if (item.kind === 'comment')
    return (
      <span className="chats-aside">
        <Phrase
          text={text(item.agent === null ? 'event.comment' : 'event.commentBy')}
          parts={{ by: item.agent !== null && <bdi>{names.agent(item.agent)}</bdi> }}
        />
      </span>
    )
  if (item.kind !== 'assignment') return null
  return (
    <>
      {item.heldBefore !== null && (
        <span className="chats-aside">
          {text('assignment.after', { held: format.duration(item.heldBefore) })}
        </span>
      )}
      {(item.source === 'diffed' || item.source === 'inferred') && (
        <span className="chats-aside">{text(`assignment.${item.source}`)}</span>
      )}
    </>
  )
}
