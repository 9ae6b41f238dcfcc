/** The columns of one row a conversation: what it is, whose it is, how it stands, and every metric it has of its own. */
import type { CellKind, CellValue } from '../exports/xlsx/cells.ts'
import type { ConversationHead } from './conversationHeads.ts'
import type { ConversationFigures } from './conversationFigures.ts'
import type { ConversationTraits } from './conversationTraits.ts'
import { columnsOfMetric, conversationMetrics } from './metricColumns.ts'
import type { CodeNames } from './names.ts'
import type { ReadColumn } from './rowColumn.ts'

export interface ConversationBatch {
  /** By row, as all else here. */
  readonly slots: readonly number[]
  readonly heads: readonly (ConversationHead | null)[]
  readonly traits: readonly ConversationTraits[]
  readonly figures: ConversationFigures
  readonly names: CodeNames
}

type Column = ReadColumn<ConversationBatch>
type Cell = (head: ConversationHead, traits: ConversationTraits, names: CodeNames) => CellValue

function column(name: string, kind: CellKind, cell: Cell, personal?: true): Column {
  return {
    name,
    kind,
    ...(personal === undefined ? {} : { personal }),
    read:
      ({ heads, traits, names }) =>
      (row) => {
        const [head, own] = [heads[row], traits[row]]
        return head == null || own === undefined ? null : cell(head, own, names)
      },
  }
}

const facts: readonly Column[] = [
  column('conversation_number', 'number', ({ slot }) => slot),
  column('conversation_id', 'text', ({ id }) => id, true),
  column('contact_number', 'number', ({ contact }) => contact),
  column('contact_id', 'text', ({ contactId }) => contactId, true),
  column('contact', 'text', ({ contactName }) => contactName, true),
  column('contact_phone', 'text', ({ phone }) => phone, true),
  column('channel_id', 'text', ({ channel }, _, names) => names.channelId(channel)),
  column('channel', 'text', ({ channel }, _, names) => names.channel(channel)),
  column('agent_id', 'text', ({ agent }, _, names) => names.agentId(agent)),
  column('agent', 'text', ({ agent }, _, names) => names.agent(agent)),
  column('team_id', 'text', ({ team }, _, names) => names.teamId(team)),
  column('team', 'text', ({ team }, _, names) => names.team(team)),
  column('agents', 'text', (_, { agents }, names) =>
    agents.length === 0 ? null : agents.map((one) => names.agent(one) ?? '?').join(', '),
  ),
  column('category', 'text', ({ category }, _, names) => names.category(category)),
  column('state', 'text', ({ state }) => state),
  column('opened_by', 'text', (_, { openedBy }) => openedBy),
  column('opened_at', 'time', ({ openedAt }) => openedAt),
  column('closed_at', 'time', ({ state }, { lastClosedAt }) => (state === 'closed' ? lastClosedAt : null)),
  column('last_at', 'time', ({ lastAt }) => lastAt),
  column('waiting_since', 'time', ({ waitingSince }) => waitingSince),
  column('episodes', 'count', (_, { episodes }) => episodes),
  column('language', 'text', (_, { language }, names) => names.word(language)),
  column('sentiment', 'text', (_, { sentiment }) => sentiment),
]

const figures: readonly Column[] = conversationMetrics
  .flatMap((metric) => columnsOfMetric(metric))
  .map(({ metric, part, ...own }) => ({ ...own, read: (batch) => batch.figures.read(metric, part) }))

export const conversationColumns: readonly Column[] = [...facts, ...figures]
