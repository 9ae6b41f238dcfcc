/** What a change of hands, its author and its evidence are called; the screen and the saved file say the same. */
import type { AssignmentRow, AssignmentSource } from '../../shared/assigning.ts'
import type { Names } from '../chats/names.ts'
import type { Format } from '../ui/numbers.ts'
import type { Text } from '../ui/text.ts'

/** Who had it before and who has it now, in words. */
export interface ChangeWords {
  /** "opened," or who had it. */
  readonly from: string
  readonly to: string
  /** Whoever writes now writes to nobody: neither an agent nor a team has it. */
  readonly lost: boolean
}

export function changeWords(row: AssignmentRow, names: Names, text: Text): ChangeWords {
  const { kind, from, to, team } = row
  const nobody = team === null ? text('log.unassigned') : names.team(team)
  if (kind === 'opened') return { from: text('log.opened'), to: nobody, lost: false }
  return {
    from: from === null ? text('log.unassigned') : names.agent(from),
    to: to === null ? nobody : names.agent(to),
    lost: to === null && team === null,
  }
}

interface Author {
  readonly by: string | null
  readonly byType: string
  readonly note: string | null
}

/** Who did it: a name, a rule by its name, or what kind of thing. */
export function byWords({ by, byType, note }: Author, names: Names, text: Text): string {
  if (by !== null) return names.agent(by)
  if (byType === 'automation' && note !== null) return text('by.automationNamed', { note })
  return text(`by.${byType}`)
}

/** How sure its time is: "between 13:58 and 14:05"; null where the time is exact. */
export function boundWords(
  {
    source,
    earliest,
    at,
  }: { readonly source: AssignmentSource; readonly earliest: number; readonly at: number },
  text: Text,
  format: Format,
): string | null {
  if (source === 'inferred' || earliest >= at) return null
  const [from, to] = [format.time(earliest), format.time(at)]
  if (format.date(earliest) !== format.date(at)) return text('bound', { from: format.dateTime(earliest), to })
  return from === to
    ? text('bound', { from: format.exactTime(earliest), to: format.exactTime(at) })
    : text('bound', { from, to })
}
