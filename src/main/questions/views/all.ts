/** Every reporting view, in the order they are shown. A name with several views behind it is their union. */
import { conversations, times } from './conversations.ts'
import { assignments, comments, flags, ratings, reviews } from './happenings.ts'
import { messages } from './messages.ts'
import { agents, channels, contacts, teams } from './people.ts'
import type { View, ViewColumn } from './view.ts'

export interface NamedView {
  readonly name: string
  readonly columns: readonly ViewColumn[]
  readonly parts: readonly View[]
}

export const views: readonly NamedView[] = [
  one(conversations),
  one(messages),
  one(times),
  one(agents),
  one(teams),
  one(channels),
  one(contacts),
  one(assignments),
  { name: 'flags', columns: flags[0].columns, parts: flags },
  one(ratings),
  one(reviews),
  one(comments),
]

function one(view: View): NamedView {
  return { name: view.name, columns: view.columns, parts: [view] }
}

/** What a view selects, as one statement. */
export function selectOf({ parts }: NamedView): string {
  return parts
    .map(
      ({ columns, from }) =>
        `SELECT ${columns.map(({ name, sql }) => `${sql} AS "${name}"`).join(',\n  ')}\nFROM ${from}`,
    )
    .join('\nUNION ALL\n')
}

/** Whether a column's values are in views.db; `view` and `column` as they are called. */
export function isFigure(view: string, column: string): boolean {
  return figureColumnsOf.get(view)?.has(column) ?? false
}

const figureColumnsOf = new Map(
  views.map(({ name, columns, parts }) => {
    const all = parts.some(({ from }) => from.startsWith('derived.'))
    const own = columns.filter(({ sql }) => all || /\bd\.|\bderived\./.test(sql)).map((column) => column.name)
    // A view that is only counted is asked for no column.
    return [name, new Set(all ? [...own, ''] : own)] as const
  }),
)

/** Whether a column holds a customer's name, number, id or words. */
export function isPersonal(view: string, column: string): boolean {
  const columns = views.find(({ name }) => name === view)?.columns ?? []
  return columns.some(({ name, personal }) => name === column && personal === true)
}
