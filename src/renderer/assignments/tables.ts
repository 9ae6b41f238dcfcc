/** What the place shows as files: the same words and figures, to the end of each list. Pure. */
import type { AssignmentRow, HandOverQuality, HeldAt } from '../../shared/assigning.ts'
import type { Names } from '../chats/names.ts'
import type { DataTable, TableColumn } from '../ui/dataTable.ts'
import type { Format } from '../ui/numbers.ts'
import type { Text } from '../ui/text.ts'
import type { LaneRow } from './laneRows.ts'
import { boundWords, byWords, changeWords } from './logWords.ts'

type HeldRow = HeldAt['rows'][number]

/** What a table is written with. */
export interface TableWords {
  readonly text: Text
  readonly names: Names
  readonly format: Format
}

export function logTable(
  rows: readonly AssignmentRow[],
  { text, names, format }: TableWords,
  flags: (row: AssignmentRow) => string,
): DataTable {
  return {
    title: text('log.label'),
    columns: [
      { title: text('log.time'), kind: 'time' },
      { title: text('log.contact'), kind: 'text' },
      { title: text('file.kind'), kind: 'text' },
      { title: text('file.from'), kind: 'text' },
      { title: text('file.to'), kind: 'text' },
      { title: text('log.by'), kind: 'text' },
      { title: text('log.source'), kind: 'text' },
      { title: text('file.bound'), kind: 'text' },
      { title: text('log.held'), kind: 'duration' },
      { title: text('log.firstAction'), kind: 'duration' },
      { title: text('log.comment'), kind: 'text' },
      { title: text('file.mentions'), kind: 'text' },
      { title: text('log.flag'), kind: 'text' },
    ],
    rows: rows.map((row) => {
      const { from, to } = changeWords(row, names, text)
      return [
        row.at,
        row.contact.name || text('log.unnamed'),
        text(`kind.${row.kind}`),
        row.kind === 'opened' ? null : from,
        to,
        byWords(row, names, text),
        text(`source.${row.source}`),
        boundWords(row, text, format),
        row.heldBefore,
        row.firstAction,
        row.comment,
        row.mentions.map((id) => names.agent(id)).join(', '),
        flags(row),
      ]
    }),
    metrics: [],
  }
}

export function heldAtTable(rows: readonly HeldRow[], at: number, words: TableWords): DataTable {
  const { text, names, format } = words
  return {
    title: text('heldAt.label'),
    columns: [
      { title: text('log.contact'), kind: 'text' },
      { title: text('heldAt.agent'), kind: 'text' },
      { title: text('heldAt.team'), kind: 'text' },
      { title: text('heldAt.since'), kind: 'time' },
      { title: text('heldAt.for'), kind: 'duration' },
      { title: text('heldAt.waiting'), kind: 'duration' },
      { title: text('heldAt.category'), kind: 'text' },
      { title: text('log.source'), kind: 'text' },
      { title: text('file.bound'), kind: 'text' },
    ],
    rows: rows.map((row) => [
      row.contact.name || text('log.unnamed'),
      row.agent === null ? text('nobody') : names.agent(row.agent),
      row.team === null ? null : names.team(row.team),
      row.from,
      secondsSince(row.from, at),
      row.waitingSince === null ? null : secondsSince(row.waitingSince, at),
      row.category,
      text(`source.${row.source}`),
      boundWords({ ...row, at: row.from }, text, format),
    ]),
    metrics: [],
    notes: [text('file.asOf', { at: format.dateTime(at) })],
  }
}

/** Whole seconds: the screen shows no part of one. */
export function secondsSince(from: number, at: number): number {
  return Math.max(0, Math.round((at - from) / 1000))
}

/** The figures beside the lanes, in the order of the lanes. */
export function lanesTable(
  rows: readonly LaneRow[],
  about: { readonly at: number; readonly day: number },
  { text, names, format }: TableWords,
): DataTable {
  const figure = (key: string): TableColumn => ({ title: text(`file.${key}`), kind: 'count' })
  return {
    title: text('lanes.title'),
    columns: [
      { title: text('heldAt.team'), kind: 'text' },
      { title: text('lanes.agent'), kind: 'text' },
      figure('heldNow'),
      figure('waitingNow'),
      figure('assigned'),
      { title: text('lanes.median'), kind: 'duration' },
    ],
    rows: rows.map(({ agent, team }) => [
      team,
      names.agent(agent.agent),
      agent.held,
      agent.waiting,
      agent.today,
      agent.medianHeld,
    ]),
    metrics: [],
    notes: [
      text('file.asOf', { at: format.dateTime(about.at) }),
      text('file.day', { day: format.date(about.day) }),
    ],
  }
}

export function handOverTable(rows: readonly HandOverQuality[], { text, names }: TableWords): DataTable {
  return {
    title: text('handOvers.title'),
    columns: [
      { title: text('lanes.agent'), kind: 'text' },
      { title: text('handOvers.received'), kind: 'count' },
      { title: text('handOvers.firstAction'), kind: 'duration' },
      { title: text('handOvers.repeated'), kind: 'count' },
      { title: text('handOvers.of'), kind: 'count' },
      { title: text('handOvers.share'), kind: 'rate' },
    ],
    rows: rows.map((row) => [
      names.agent(row.agent),
      row.received,
      row.medianFirstAction,
      row.repeated,
      row.of,
      row.of === 0 ? null : row.repeated / row.of,
    ]),
    metrics: [],
    notes: [text('handOvers.how')],
  }
}
