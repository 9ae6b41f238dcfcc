/** The rows of the list pane, wherever they come from: all conversations of the period, or those behind a number. */
import type {
  ConversationRow,
  ConversationSort,
  Evidence,
  ExclusionReason,
  Explanation,
  Targets,
} from '../../shared/contract.ts'
import { assertNever } from '../../shared/assertNever.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import { waitLevel, type WaitLevel } from './waits.ts'

/** What can be opened from a list. */
export interface PaneEntry {
  /** A conversation can stand behind one number several times, so it is not its conversation's id. */
  readonly key: string
  readonly conversation: string
  readonly name: string
  readonly at: number
  /** The message that shows what is counted or was found; null: none in particular. */
  readonly message: string | null
}

/** A list that need not be held in full: a row that was not fetched yet is undefined. */
export interface Entries<T extends PaneEntry> {
  readonly count: number
  readonly at: (index: number) => T | undefined
  /** Index of the first held entry that fits; -1: none. */
  readonly find: (fits: (entry: T) => boolean) => number
}

export function entriesOf<T extends PaneEntry>(held: readonly T[], count = held.length): Entries<T> {
  return { count, at: (index) => held[index], find: (fits) => held.findIndex(fits) }
}

export interface ListEntry extends PaneEntry {
  readonly flags: number
  /** What stands at the right: a length in seconds, since when the customer waits, or a word of the column sorted by. */
  readonly figure: { readonly seconds: number } | Waiting | ColumnValue | null
  readonly level: WaitLevel
  /** The last words; null for evidence, where the second line says who did it. */
  readonly line: string | null
  readonly byTeam: boolean
  readonly agent: string | null
}

/** What a row says of the column the list is sorted by, where that is neither a time nor a length. */
export interface ColumnValue {
  readonly column: Exclude<
    ConversationSort,
    'last' | 'opened' | 'contact' | 'wait' | 'first-response' | 'resolution'
  >
  readonly row: ConversationRow
}

export interface Waiting {
  readonly since: number
  /** Seconds; null: none is set. */
  readonly target: number | null
}

export interface LeftOut {
  readonly key: string
  readonly conversation: string
  readonly name: string
  readonly reason: ExclusionReason
}

/** One conversation as a row; what it shows at the right follows the order of the list. */
export function entryOfRow(
  row: ConversationRow,
  sort: ConversationSort,
  targets: Targets | undefined,
): ListEntry {
  const { figure, level } = figureOfRow(row, sort, targets)
  return {
    key: row.id,
    conversation: row.id,
    name: row.contact.name,
    flags: row.openFlags,
    figure,
    level,
    line: row.lastText,
    byTeam: row.lastDirection === 'out',
    agent: row.agent,
    at: sort === 'opened' ? row.openedAt : row.lastAt,
    message: null,
  }
}

function figureOfRow(
  row: ConversationRow,
  sort: ConversationSort,
  targets: Targets | undefined,
): Pick<ListEntry, 'figure' | 'level'> {
  switch (sort) {
    case 'first-response':
      return measured(row.firstResponse, targets?.firstResponse ?? null)
    case 'resolution':
      return measured(row.resolution, targets?.resolution ?? null)
    case 'last':
    case 'opened':
    case 'contact':
    case 'wait':
      return waitingOf(row, targets)
    case 'agent':
    case 'team':
    case 'channel':
    case 'category':
    case 'state':
    case 'messages':
    case 'sentiment':
    case 'score':
    case 'flags':
      return { figure: { column: sort, row }, level: 'calm' }
    default:
      return assertNever(sort)
  }
}

function waitingOf(row: ConversationRow, targets: Targets | undefined): Pick<ListEntry, 'figure' | 'level'> {
  if (row.waitingSince === null) return { figure: null, level: 'calm' }
  const answered = row.firstResponse !== null
  const target = (answered ? targets?.nextResponse : targets?.firstResponse) ?? null
  return { figure: { since: row.waitingSince, target }, level: 'calm' }
}

function measured(seconds: number | null, target: number | null): Pick<ListEntry, 'figure' | 'level'> {
  if (seconds === null) return { figure: null, level: 'calm' }
  return { figure: { seconds }, level: waitLevel(seconds, target) }
}

/** Evidence as rows: durations longest first, everything else latest first. */
export function entriesOfEvidence(
  explanation: Explanation,
  targets: Targets | undefined,
): readonly ListEntry[] {
  const duration = metrics[explanation.metric].shape === 'duration'
  const target = targetOf(explanation.metric, targets)
  return [...explanation.included]
    .sort((one, other) =>
      duration ? (other.value ?? 0) - (one.value ?? 0) || other.at - one.at : other.at - one.at,
    )
    .map((evidence, index) => entryOfEvidence(evidence, index, duration, target))
}

function entryOfEvidence(
  evidence: Evidence,
  index: number,
  duration: boolean,
  target: number | null,
): ListEntry {
  const seconds = duration ? evidence.value : null
  return {
    key: `${evidence.conversation} ${evidence.message ?? evidence.at} ${index}`,
    conversation: evidence.conversation,
    name: evidence.contact,
    flags: 0,
    figure: seconds === null ? null : { seconds },
    level: seconds === null ? 'calm' : waitLevel(seconds, target),
    line: null,
    byTeam: false,
    agent: evidence.agent,
    at: evidence.at,
    message: evidence.message,
  }
}

function targetOf(metric: MetricId, targets: Targets | undefined): number | null {
  if (!targets) return null
  if (metric === 'first_response_time' || metric === 'first_response_in_target') return targets.firstResponse
  if (metric === 'next_response_time') return targets.nextResponse
  if (metric === 'resolution_time' || metric === 'resolution_in_target') return targets.resolution
  return null
}

export function leftOutOf(explanation: Explanation): readonly LeftOut[] {
  return explanation.excluded.map((evidence, index) => ({
    key: `${evidence.conversation} ${index}`,
    conversation: evidence.conversation,
    name: evidence.contact,
    reason: evidence.reason,
  }))
}

/** The measured length a row shows, in seconds; null: it shows none, or something else. */
export function measuredOf(entry: ListEntry | undefined): number | null {
  return entry && entry.figure !== null && 'seconds' in entry.figure ? entry.figure.seconds : null
}
