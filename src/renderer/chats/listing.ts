/** The rows of the list pane, wherever they come from: all conversations of the period, or those behind a number. */
import type {
  ConversationQuery,
  ConversationRow,
  Evidence,
  ExclusionReason,
  Explanation,
  Targets,
} from '../../shared/contract.ts'
import { metrics, type MetricId } from '../../shared/metrics.ts'
import { waitLevel, type WaitLevel } from './waits.ts'

export interface ListEntry {
  /** A conversation can stand behind one number several times, so it is not its conversation's id. */
  readonly key: string
  readonly conversation: string
  readonly name: string
  readonly flags: number
  /** What stands at the right: a measured length in seconds, or since when the customer waits. */
  readonly figure: { readonly seconds: number } | Waiting | null
  readonly level: WaitLevel
  /** The last words; null for evidence, where the second line says who did it. */
  readonly line: string | null
  readonly byTeam: boolean
  readonly agent: string | null
  readonly at: number
  /** The message that shows what is counted. */
  readonly message: string | null
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

type Sort = ConversationQuery['sort']

/** One conversation as a row; what it shows at the right follows the order of the list. */
export function entryOfRow(row: ConversationRow, sort: Sort, targets: Targets | undefined): ListEntry {
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
    at: row.lastAt,
    message: null,
  }
}

function figureOfRow(
  row: ConversationRow,
  sort: Sort,
  targets: Targets | undefined,
): Pick<ListEntry, 'figure' | 'level'> {
  if (sort === 'first-response') return measured(row.firstResponse, targets?.firstResponse ?? null)
  if (sort === 'resolution') return measured(row.resolution, targets?.resolution ?? null)
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
