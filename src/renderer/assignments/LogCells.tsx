import type { ReactNode } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import type { AssignmentRow } from '../../shared/assigning.ts'
import { dayKey } from '../../shared/period.ts'
import { useNames } from '../chats/names.ts'
import { openFlag } from '../flags/flagDesk.ts'
import { useFlagReason } from '../flags/useFlagReason.ts'
import { useZone } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { IconFlag } from '../ui/icons.ts'
import { useText } from '../ui/text.ts'
import { byWords, changeWords } from './logWords.ts'
import { commentPieces } from './mentions.ts'
import { RowDoor } from './RowDoor.tsx'
import { SourceMark } from './SourceMark.tsx'

export type LogColumn =
  'time' | 'contact' | 'change' | 'by' | 'source' | 'held' | 'firstAction' | 'comment' | 'flag'

const all: readonly LogColumn[] = [
  'time',
  'contact',
  'change',
  'by',
  'source',
  'held',
  'firstAction',
  'comment',
  'flag',
]
/** Pixels under which the path of a row says how soon somebody acted, and under which also who did it. */
const roomForAll = 1120
const roomForAuthor = 1040

/** The columns a table of this width has room for. */
export function logColumns(width: number): readonly LogColumn[] {
  if (width === 0 || width >= roomForAll) return all
  const known = all.filter((column) => column !== 'firstAction')
  return width >= roomForAuthor ? known : known.filter((column) => column !== 'by')
}

/** Pixels of the columns in a table of this width; null: what is left. */
export function logWidths(
  columns: readonly LogColumn[],
  width: number,
  withDay: boolean,
): readonly (number | null)[] {
  const room = width >= roomToSpare ? 2 : width >= roomForAll || width === 0 ? 1 : 0
  return columns.map((column) => (column === 'time' && !withDay ? 54 : widths[column][room]))
}

const roomToSpare = 1500

type Width = number | null
/** In a small window, in a usual one, and on a large screen. */
const widths: Readonly<Record<LogColumn, readonly [Width, Width, Width]>> = {
  time: [96, 96, 110],
  contact: [130, 140, 200],
  change: [190, 206, 280],
  by: [110, 118, 170],
  source: [150, 184, 240],
  held: [100, 100, 110],
  firstAction: [100, 100, 110],
  comment: [null, null, null],
  flag: [150, 170, 340],
}

export function LogHead({ columns }: { readonly columns: readonly LogColumn[] }): ReactNode {
  const text = useText('assignments')
  return columns.map((column) => (
    <th key={column} scope="col" className={isFigure(column) ? 'figure' : undefined}>
      {text(`log.${column}`)}
    </th>
  ))
}

function isFigure(column: LogColumn): boolean {
  return column === 'held' || column === 'firstAction'
}

interface LogCellsProps {
  readonly row: AssignmentRow
  readonly columns: readonly LogColumn[]
  readonly withDay: boolean
  readonly onPath: (conversation: string) => void
}

/** One change of hands. */
export function LogCells({ row, columns, withDay, onPath }: LogCellsProps): ReactNode {
  return columns.map((column) => (
    <td key={column} className={isFigure(column) ? 'figure' : undefined}>
      <Cell column={column} row={row} withDay={withDay} onPath={onPath} />
    </td>
  ))
}

function Cell({ column, row, withDay, onPath }: Omit<LogCellsProps, 'columns'> & { column: LogColumn }) {
  const text = useText('assignments')
  const format = useFormat()
  const names = useNames()
  switch (column) {
    case 'time':
      return <When at={row.at} withDay={withDay} />
    case 'contact':
      return <RowDoor conversation={row.conversation} contact={row.contact} onPath={onPath} />
    case 'change':
      return <Change row={row} />
    case 'by':
      return <bdi className="second">{byWords(row, names, text)}</bdi>
    case 'source':
      return <SourceMark source={row.source} earliest={row.earliest} at={row.at} />
    case 'held':
      return format.duration(row.heldBefore)
    case 'firstAction':
      return <span className="second">{format.duration(row.firstAction)}</span>
    case 'comment':
      return <Comment row={row} />
    case 'flag':
      return <Flags row={row} />
    default:
      return assertNever(column)
  }
}

/** A time; in a list over several days with its day. */
export function When({ at, withDay }: { readonly at: number; readonly withDay: boolean }): ReactNode {
  const format = useFormat()
  const zone = useZone()
  return (
    <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)}>
      {withDay && <span className="log-day">{format.dayLabel(dayKey(at, zone))} </span>}
      {format.time(at)}
    </time>
  )
}

function Change({ row }: { readonly row: AssignmentRow }): ReactNode {
  const { from, to, lost } = changeWords(row, useNames(), useText('assignments'))
  const words = row.kind === 'opened' ? `${from} ${to}` : `${from} → ${to}`
  return (
    <span title={words}>
      <bdi className="second">{from}</bdi>
      <span className="second">{row.kind === 'opened' ? ' ' : ' → '}</span>
      <bdi className={lost ? 'log-lost' : undefined}>{to}</bdi>
    </span>
  )
}

function Comment({ row }: { readonly row: AssignmentRow }): ReactNode {
  const names = useNames()
  if (row.comment === null) return null
  const pieces = commentPieces(
    row.comment,
    row.mentions.map((id) => names.agent(id)),
  )
  return (
    <span className="second" dir="auto" title={pieces.map(({ text }) => text).join('')}>
      {pieces.map(({ text, mention }, index) =>
        // A comment never changes its own order, so the index is the identity of a piece.
        mention ? (
          <b key={`${index} ${text}`} className="log-mention">
            {text}
          </b>
        ) : (
          text
        ),
      )}
    </span>
  )
}

function Flags({ row }: { readonly row: AssignmentRow }): ReactNode {
  const text = useText('assignments')
  const reason = useFlagReason()
  const [first] = row.flags
  if (first === undefined) return null
  const more = row.flags.length - 1
  return (
    <button
      type="button"
      className="log-flag"
      data-severity={first.severity}
      title={row.flags.map(reason).join('\n')}
      onClick={() => openFlag(first.id)}
    >
      <IconFlag />
      <span>{reason(first)}</span>
      {more > 0 && <small aria-label={text('log.moreFlags', { count: more })}>+{more}</small>}
    </button>
  )
}
