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

function column(name: string, kind: CellKind, about: string, cell: Cell, personal?: true): Column {
  return {
    name,
    kind,
    about,
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
  column(
    'conversation_number',
    'number',
    'Its number in this workspace: the same in every file, and no customer’s number.',
    ({ slot }) => slot,
  ),
  column('conversation_id', 'text', 'Its id in the source.', ({ id }) => id, true),
  column(
    'contact_number',
    'number',
    'The contact’s number in this workspace, the same in every file.',
    ({ contact }) => contact,
  ),
  column('contact_id', 'text', 'The contact’s id in the source.', ({ contactId }) => contactId, true),
  column('contact', 'text', 'The contact’s name.', ({ contactName }) => contactName, true),
  column('contact_phone', 'text', 'The contact’s telephone number.', ({ phone }) => phone, true),
  column('channel_id', 'text', 'The channel it is on.', ({ channel }, _, names) => names.channelId(channel)),
  column('channel', 'text', 'That channel’s name.', ({ channel }, _, names) => names.channel(channel)),
  column('agent_id', 'text', 'Who has it now, as far as is known.', ({ agent }, _, names) =>
    names.agentId(agent),
  ),
  column('agent', 'text', 'That agent’s name.', ({ agent }, _, names) => names.agent(agent)),
  column('team_id', 'text', 'The team that has it now.', ({ team }, _, names) => names.teamId(team)),
  column('team', 'text', 'That team’s name.', ({ team }, _, names) => names.team(team)),
  column(
    'agents',
    'text',
    'Names of all agents who wrote to the contact, in the order they first did.',
    (_, { agents }, names) =>
      agents.length === 0 ? null : agents.map((one) => names.agent(one) ?? '?').join(', '),
  ),
  column('category', 'text', 'What it is about.', ({ category }, _, names) => names.category(category)),
  column('state', 'text', 'open, pending, snoozed or closed, as it is now.', ({ state }) => state),
  column(
    'opened_by',
    'text',
    'Who opened it: contact, agent, bot, automation, campaign, api.',
    (_, { openedBy }) => openedBy,
  ),
  column('opened_at', 'time', 'When its first episode began.', ({ openedAt }) => openedAt),
  column(
    'closed_at',
    'time',
    'When it was closed last; empty while it is open.',
    ({ state }, { lastClosedAt }) => (state === 'closed' ? lastClosedAt : null),
  ),
  column('last_at', 'time', 'When anything was last heard in it.', ({ lastAt }) => lastAt),
  column(
    'waiting_since',
    'time',
    'Since when its customer waits for a person.',
    ({ waitingSince }) => waitingSince,
  ),
  column('episodes', 'count', 'How often it was opened or reopened so far.', (_, { episodes }) => episodes),
  column(
    'language',
    'text',
    'The language the customer writes, as a code, as far as is known.',
    (_, { language }, names) => names.word(language),
  ),
  column(
    'sentiment',
    'text',
    'negative, neutral or positive, an estimate by word lists; empty: not scored.',
    (_, { sentiment }) => sentiment,
  ),
]

const figures: readonly Column[] = conversationMetrics
  .flatMap((metric) => columnsOfMetric(metric))
  .map(({ metric, part, ...own }) => ({ ...own, read: (batch) => batch.figures.read(metric, part) }))

export const conversationColumns: readonly Column[] = [...facts, ...figures]
