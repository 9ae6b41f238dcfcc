/** The columns of one row a message that counts: what it is, what became of it, and the metrics it has of its own. */
import { metrics, type MetricId } from '../../shared/metrics.ts'
import type { CellKind, CellValue } from '../exports/xlsx/cells.ts'
import { messageBits } from '../metrics/bits.ts'
import { authorOf, contentOf, directionOf } from '../store/bits.ts'
import type { ContactNames } from './conversationHeads.ts'
import type { CodeNames } from './names.ts'
import type { MetricMeaning, ReadColumn } from './rowColumn.ts'
import type { StoredMessage } from './storedMessages.ts'

/** A message as the streams know it. Codes are the store's row ids, 0 for none. */
export interface MessageRow {
  readonly k: number
  readonly at: number
  readonly slot: number
  readonly contact: number
  readonly channel: number
  readonly category: number
  /** Who was assigned then. */
  readonly assigned: number
  readonly team: number
  /** `messageBits`; 0 where the message itself is not counted in the scope, only the reply it was. */
  readonly bits: number
  readonly billable: boolean
}

/** What the replies among the messages are measured by, by their k. */
export type ReplyMetric = (typeof replyMetrics)[number]
export const replyMetrics = [
  'first_response_time',
  'first_response_in_target',
  'time_to_first_response_from_assignment',
  'next_response_time',
  'next_response_in_target',
] as const satisfies readonly MetricId[]

export interface MessageBatch {
  readonly rows: readonly MessageRow[]
  readonly stored: readonly (StoredMessage | null)[]
  readonly contacts: (contact: number) => ContactNames
  readonly conversationId: (slot: number) => string | null
  readonly replies: Readonly<Record<ReplyMetric, ReadonlyMap<number, number>>>
  readonly names: CodeNames
}

type Column = ReadColumn<MessageBatch>
type Cell = (row: MessageRow, stored: StoredMessage, batch: MessageBatch) => CellValue

function column(name: string, kind: CellKind, cell: Cell, personal?: true): Column {
  return {
    name,
    kind,
    ...(personal === undefined ? {} : { personal }),
    read: (batch) => (index) => {
      const [row, stored] = [batch.rows[index], batch.stored[index]]
      return row === undefined || stored == null ? null : cell(row, stored, batch)
    },
  }
}

const { inbound, outbound, tracked, delivered, read, failed, inWindow, outsideWindow } = messageBits

/** A column of a metric, which means that metric. */
function metricColumn(metric: MetricId, kind: CellKind, as: MetricMeaning['as'], cell: Cell): Column {
  return { ...column(metric, kind, cell), meaning: { metric, as } }
}

/** A metric that counts messages: 1 or 0; empty for messages of which the source reports no statuses, where it needs them. */
function counting(metric: MetricId, bits: number, needs = 0): Column {
  return metricColumn(metric, 'count', 'value', (row) => {
    if ((row.bits & needs) !== needs) return (row.bits & outbound) === 0 ? 0 : null
    return Number((row.bits & bits) === bits)
  })
}

function replying(metric: ReplyMetric): Column {
  const isTime = metrics[metric].unit === 'seconds'
  return metricColumn(
    metric,
    isTime ? 'duration' : 'count',
    isTime ? 'reply' : 'inTarget',
    ({ k }, _, { replies }) => replies[metric].get(k) ?? null,
  )
}

const moods = ['negative', 'neutral', 'positive'] as const

export const messageColumns: readonly Column[] = [
  column('conversation_number', 'number', ({ slot }) => slot),
  column('message_id', 'text', (_, { id }) => id, true),
  column('conversation_id', 'text', ({ slot }, _, { conversationId }) => conversationId(slot), true),
  column('contact_number', 'number', ({ contact }) => contact),
  column('contact_id', 'text', ({ contact }, _, { contacts }) => contacts(contact).contactId, true),
  column('contact', 'text', ({ contact }, _, { contacts }) => contacts(contact).contactName, true),
  column('channel_id', 'text', ({ channel }, _, { names }) => names.channelId(channel)),
  column('channel', 'text', ({ channel }, _, { names }) => names.channel(channel)),
  column('category', 'text', ({ category }, _, { names }) => names.category(category)),
  column('at', 'time', ({ at }) => at),
  column('direction', 'text', (_, { flags }) => directionOf(flags)),
  column('author', 'text', (_, { flags }) => authorOf(flags)),
  column('agent_id', 'text', (_, { agent }, { names }) => names.agentId(agent)),
  column('agent', 'text', (_, { agent }, { names }) => names.agent(agent)),
  column('assigned_agent_id', 'text', ({ assigned }, _, { names }) => names.agentId(assigned)),
  column('assigned_agent', 'text', ({ assigned }, _, { names }) => names.agent(assigned)),
  column('team_id', 'text', ({ team }, _, { names }) => names.teamId(team)),
  column('team', 'text', ({ team }, _, { names }) => names.team(team)),
  column('type', 'text', (_, { flags }) => contentOf(flags)),
  column('template', 'text', (_, { template }, { names }) => names.word(template)),
  column('text', 'text', (_, { text }) => text, true),
  column('language', 'text', (_, { language }, { names }) => names.word(language)),
  column('sentiment', 'text', (_, { sentiment }) =>
    sentiment === null ? null : (moods[sentiment + 1] ?? null),
  ),
  column('sent_at', 'time', (_, { sentAt }) => sentAt),
  column('delivered_at', 'time', (_, { deliveredAt }) => deliveredAt),
  column('read_at', 'time', (_, { readAt }) => readAt),
  column('failed_at', 'time', (_, { failedAt }) => failedAt),
  column('error_code', 'number', (_, { errorCode }) => errorCode),
  column('error', 'text', (_, { error }) => error),
  column('price', 'text', (_, { price }, { names }) => names.word(price)),
  counting('messages_received', inbound),
  counting('messages_sent', outbound),
  counting('messages_delivered', outbound | tracked | delivered, outbound | tracked),
  counting('messages_read', outbound | tracked | delivered | read, outbound | tracked),
  counting('messages_failed', outbound | tracked | failed, outbound | tracked),
  counting('sent_in_window', outbound | inWindow),
  counting('sent_outside_window', outbound | outsideWindow),
  metricColumn('billable_messages', 'count', 'value', ({ billable }) => Number(billable)),
  ...replyMetrics.map(replying),
]
