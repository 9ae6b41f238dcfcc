/** What of the columns the file of a month holds, and what each of them is called in it. */
import type { Columns } from '../columns.ts'
import { lengthNames, streamNames, streams, type StreamName } from '../streams.ts'
import type { Column } from './encoding.ts'
import type { Segment } from './segment.ts'

export interface Written {
  readonly stream: StreamName
  readonly segment: Segment
  /** What its columns are called by in the file. */
  readonly prefix: string
}

export function segmentsOf(columns: Columns, month: number): readonly Written[] {
  return streamNames.flatMap((name) =>
    columns.streams[name].monthOf(month).map((segment) => ({ stream: name, segment, prefix: name })),
  )
}

/** Of those that last, what goes on after the month. */
export function lastingIn(columns: Columns, written: readonly Written[]): readonly Written[] {
  return written
    .filter(({ stream }) => lengthNames[stream] !== undefined)
    .map(({ stream, segment }) => ({
      stream,
      segment: columns.streams[stream].beyondOf(segment),
      prefix: beyondName(stream),
    }))
}

export function beyondName(stream: StreamName): string {
  return `${stream} beyond`
}

/** Whether a month is as it was written. */
export function isUnchanged(columns: Columns, month: number, written: readonly Written[]): boolean {
  const now = segmentsOf(columns, month)
  return (
    now.length === written.length &&
    now.every(({ segment }, index) => segment === written[index]?.segment && segment.struck === 0)
  )
}

export function* monthColumns(written: readonly Written[]): Generator<readonly [string, Column]> {
  for (const { stream, segment, prefix } of written)
    for (const column of columnNames(stream)) yield [`${prefix} ${column}`, segment.column(column)]
}

const ownColumns = ['cell', 'kind', 'slot', 'ms', 'key', 'quarters']
const sideColumns = ['exactRow', 'exactColumn', 'exactValue', 'pauseRow', 'pauseKind', 'pauseFrom', 'pauseTo']

function columnNames(stream: StreamName): readonly string[] {
  return [...ownColumns, ...Object.keys(streams[stream].values), ...sideColumns]
}

/** Whether a month lies on disk as it is. */
export function isKept(columns: Columns, month: number): boolean {
  return streamNames.every((name) =>
    columns.streams[name].monthOf(month).every((segment) => segment.onDisk && segment.struck === 0),
  )
}
