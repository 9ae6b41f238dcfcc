/** The columns of one row a message that counts: what it is, what became of it, and the metrics it has of its own. */
import { metrics, type MetricId } from '../../shared/metrics.ts'
import type { CellKind, CellValue } from '../exports/xlsx/cells.ts'
import { messageBits } from '../metrics/bits.ts'
import { authorOf, contentOf, directionOf } from '../store/bits.ts'
import type { ContactNames } from './conversationHeads.ts'
import type { CodeNames } from './names.ts'
import type { ReadColumn } from './rowColumn.ts'
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

function column(name: string, kind: CellKind, about: string, cell: Cell, personal?: true): Column {
  return {
    name,
    kind,
    about,
    ...(personal === undefined ? {} : { personal }),
    read: (batch) => (index) => {
      const [row, stored] = [batch.rows[index], batch.stored[index]]
      return row === undefined || stored == null ? null : cell(row, stored, batch)
    },
  }
}

/** A metric that counts messages: 1 or 0; empty for messages of which the source reports no statuses, where it needs them. */
function counting(metric: MetricId, bits: number, needs = 0): Column {
  return column(metric, 'count', aboutOf(metric), (row) => {
    if ((row.bits & needs) !== needs) return needs === 0 || (row.bits & needs) === 0 ? 0 : null
    return Number((row.bits & bits) === bits)
  })
}

function replying(metric: ReplyMetric): Column {
  const kind = metrics[metric].unit === 'seconds' ? 'duration' : 'count'
  return column(
    metric,
    kind,
    `${aboutOf(metric)} ${kind === 'duration' ? 'Of the reply that ended the wait.' : '1: in target, 0: late; of the reply that ended the wait.'}`,
    ({ k }, _, { replies }) => replies[metric].get(k) ?? null,
  )
}

function aboutOf(metric: MetricId): string {
  return `${metrics[metric].name}. ${metrics[metric].definition}`
}

const { inbound, outbound, tracked, delivered, read, failed, inWindow, outsideWindow } = messageBits
const moods = ['negative', 'neutral', 'positive'] as const

export const messageColumns: readonly Column[] = [
  column(
    'conversation_number',
    'number',
    'Its conversation’s number in this workspace, the same in every file.',
    ({ slot }) => slot,
  ),
  column('message_id', 'text', 'Its id in the source.', (_, { id }) => id, true),
  column(
    'conversation_id',
    'text',
    'Its conversation’s id in the source.',
    ({ slot }, _, { conversationId }) => conversationId(slot),
    true,
  ),
  column('contact_number', 'number', 'The contact’s number in this workspace.', ({ contact }) => contact),
  column(
    'contact_id',
    'text',
    'The contact’s id in the source.',
    ({ contact }, _, { contacts }) => contacts(contact).contactId,
    true,
  ),
  column(
    'contact',
    'text',
    'The contact’s name.',
    ({ contact }, _, { contacts }) => contacts(contact).contactName,
    true,
  ),
  column('channel_id', 'text', 'The channel it came or went on.', ({ channel }, _, { names }) =>
    names.channelId(channel),
  ),
  column('channel', 'text', 'That channel’s name.', ({ channel }, _, { names }) => names.channel(channel)),
  column('category', 'text', 'What its conversation is about.', ({ category }, _, { names }) =>
    names.category(category),
  ),
  column('at', 'time', 'When it was sent or came in.', ({ at }) => at),
  column('direction', 'text', 'in: from the contact; out: to the contact.', (_, { flags }) =>
    directionOf(flags),
  ),
  column(
    'author',
    'text',
    'Who wrote it: contact, agent, bot, automation, campaign, app (the phone app).',
    (_, { flags }) => authorOf(flags),
  ),
  column('agent_id', 'text', 'The agent who wrote it.', (_, { agent }, { names }) => names.agentId(agent)),
  column('agent', 'text', 'That agent’s name.', (_, { agent }, { names }) => names.agent(agent)),
  column('assigned_agent_id', 'text', 'Who had the conversation then.', ({ assigned }, _, { names }) =>
    names.agentId(assigned),
  ),
  column('assigned_agent', 'text', 'That agent’s name.', ({ assigned }, _, { names }) =>
    names.agent(assigned),
  ),
  column('team_id', 'text', 'The team it counts for.', ({ team }, _, { names }) => names.teamId(team)),
  column('team', 'text', 'That team’s name.', ({ team }, _, { names }) => names.team(team)),
  column('type', 'text', 'What it is made of: text, image, audio, template …', (_, { flags }) =>
    contentOf(flags),
  ),
  column('template', 'text', 'The template it was made from.', (_, { template }, { names }) =>
    names.word(template),
  ),
  column('text', 'text', 'What it says.', (_, { text }) => text, true),
  column('language', 'text', 'The language of its text, as a code.', (_, { language }, { names }) =>
    names.word(language),
  ),
  column(
    'sentiment',
    'text',
    'negative, neutral or positive, an estimate by word lists; empty: not scored.',
    (_, { sentiment }) => (sentiment === null ? null : (moods[sentiment + 1] ?? null)),
  ),
  column('sent_at', 'time', 'When it was reported sent.', (_, { sentAt }) => sentAt),
  column('delivered_at', 'time', 'When it was reported delivered.', (_, { deliveredAt }) => deliveredAt),
  column('read_at', 'time', 'When it was reported read or played.', (_, { readAt }) => readAt),
  column('failed_at', 'time', 'When it was reported failed.', (_, { failedAt }) => failedAt),
  column('error_code', 'number', 'Why it failed, as the source’s code.', (_, { errorCode }) => errorCode),
  column('error', 'text', 'The same in the source’s words.', (_, { error }) => error),
  column('price', 'text', 'Category of its price, and country.', (_, { price }, { names }) =>
    names.word(price),
  ),
  counting('messages_received', inbound),
  counting('messages_sent', outbound),
  counting('messages_delivered', outbound | tracked | delivered, outbound | tracked),
  counting('messages_read', outbound | tracked | delivered | read, outbound | tracked),
  counting('messages_failed', outbound | tracked | failed, outbound | tracked),
  counting('sent_in_window', outbound | inWindow),
  counting('sent_outside_window', outbound | outsideWindow),
  column('billable_messages', 'count', aboutOf('billable_messages'), ({ billable }) => Number(billable)),
  ...replyMetrics.map(replying),
]
