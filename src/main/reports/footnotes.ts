/** Small numbers in a report, each leading to the conversations behind what it stands at. */
import type { ExplainQuery, Named } from '../../shared/contract.ts'
import type { Footnote } from '../../shared/reporting.ts'
import type { EvidenceRow } from '../metrics/explain.ts'
import type { NumbersThen } from '../engine/numbers.ts'
import type { ReportPorts } from './ports.ts'

/** A footnote before the report's fingerprint, which its id begins with, is known. */
export type NumberedNote = Omit<Footnote, 'id'>

export interface Footnotes {
  /** The number of what is behind a figure; null: nothing is. The same figure keeps its number. */
  figure(query: ExplainQuery, about: string): number | null
  /** The number of one conversation. */
  conversation(chat: NotedChat, about: string): number
  list(): readonly NumberedNote[]
}

export interface NotedChat {
  readonly conversation: string
  readonly contact: Named
  readonly at: number
}

/** Conversations kept behind a footnote, and of whom the appendix tells the names where they are shown. */
const mostKept = 200
const mostNamed = 3

export function createFootnotes(ports: {
  readonly behind: NumbersThen['behind']
  readonly conversation: ReportPorts['conversation']
  readonly chat: ReportPorts['chat']
  readonly hideNames: boolean
}): Footnotes {
  const notes = new Map<string, NumberedNote>()
  const keep = (key: string, note: () => Omit<NumberedNote, 'number'> | null): number | null => {
    const known = notes.get(key)
    if (known !== undefined) return known.number
    const made = note()
    if (made === null) return null
    const number = notes.size + 1
    notes.set(key, { number, ...made })
    return number
  }
  const named = <Row>(rows: readonly Row[], chatOf: (row: Row) => NotedChat) =>
    ports.hideNames
      ? []
      : rows.map(chatOf).map(({ conversation, contact, at }) => ({ name: contact.name, conversation, at }))

  return {
    figure(query, about) {
      const { metric, scope, key } = query
      return keep(JSON.stringify([metric, scope.from, scope.to, key ?? null]), () => {
        const { included, includedTotal } = ports.behind({ ...query, limit: mostKept })
        if (includedTotal === 0) return null
        const rows = distinct(included)
        return {
          about,
          total: includedTotal,
          conversations: rows.map(({ conversation }) => ports.conversation(conversation)),
          when: { from: scope.from, to: scope.to },
          contacts: named(rows.slice(0, mostNamed), (row) => ({ ...ports.chat(row), at: row.at })),
        }
      })
    },
    conversation(chat, about) {
      const { conversation, at } = chat
      return (
        keep(`chat ${conversation}`, () => ({
          about,
          total: 1,
          conversations: [conversation],
          when: { from: at, to: at },
          contacts: named([chat], (one) => one),
        })) ?? 0
      )
    },
    list: () => [...notes.values()],
  }
}

/** One row a conversation, in the order they come. Some figures count what is no conversation's. */
function distinct(rows: readonly EvidenceRow[]): readonly EvidenceRow[] {
  const first = new Map<number, EvidenceRow>()
  for (const row of rows)
    if (row.conversation >= 0 && !first.has(row.conversation)) first.set(row.conversation, row)
  return [...first.values()]
}
