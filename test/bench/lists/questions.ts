/** What the bench of lists asks: every filter somebody may choose, and many at once. */
import type { ConversationQuery, Scope } from '../../../src/shared/contract.ts'
import { allTime, everyChat } from '../../support/everyChat.ts'
import { until } from './data.ts'
import type { SqlFilter } from './sqlLists.ts'

const day = 24 * 3_600_000
/** When everything is asked. */
export const now = until + day

const whole = allTime
const month: Scope = { ...whole, from: until - 30 * day, to: until }
export const everything = everyChat(50)

interface Filter {
  readonly name: string
  readonly change: Partial<ConversationQuery>
  /** Null: only packed facts know, or SQL would mean something else. */
  readonly sql: SqlFilter | null
}

const byAgent = `(c.agent = 7 OR EXISTS (SELECT 1 FROM assignments a WHERE a.conversation = c.id AND a.to_agent = 7))`
export const filters: readonly Filter[] = [
  { name: 'none', change: {}, sql: { sql: 'TRUE', parameters: [] } },
  { name: 'state', change: { states: ['closed'] }, sql: { sql: 'c.state = 3', parameters: [] } },
  { name: 'waiting', change: { waiting: true }, sql: { sql: 'c.waiting_since IS NOT NULL', parameters: [] } },
  {
    name: 'agent',
    change: { scope: { ...whole, agents: ['agents-7'] } },
    sql: { sql: byAgent, parameters: [] },
  },
  {
    name: 'channel, category',
    change: {
      scope: { ...whole, channels: ['channels-1', 'channels-2'], categories: ['Category 3', 'Category 4'] },
    },
    sql: { sql: 'c.channel IN (1, 2) AND c.category IN (3, 4)', parameters: [] },
  },
  { name: 'min messages', change: { minMessages: 9 }, sql: { sql: 'c.messages >= 9', parameters: [] } },
  {
    name: 'contact',
    change: { contact: 'ana 12' },
    sql: { sql: `c.contact IN (SELECT id FROM contacts WHERE name LIKE '%ana 12%')`, parameters: [] },
  },
  {
    name: 'flagged',
    change: { flagged: true },
    sql: {
      sql: 'EXISTS (SELECT 1 FROM flags f WHERE f.conversation = c.id AND f.raised_at <= ? AND (f.ended_at IS NULL OR f.ended_at > ?))',
      parameters: [now, now],
    },
  },
  { name: 'month', change: { scope: month }, sql: null },
  {
    name: 'month, agent, state',
    change: { scope: { ...month, agents: ['agents-7'] }, states: ['open', 'pending'] },
    sql: null,
  },
  { name: 'sentiment', change: { sentiments: ['neutral', 'unscored'] }, sql: null },
  { name: 'language', change: { languages: ['de'] }, sql: null },
  { name: 'rated low, failed', change: { rated: 'low', failed: true }, sql: null },
  { name: 'not reviewed', change: { reviewed: false }, sql: null },
  {
    name: 'many at once',
    change: {
      scope: {
        ...whole,
        authors: ['agent', 'bot'],
        openers: ['contact', 'agent'],
        channels: ['channels-1', 'channels-2', 'channels-3'],
      },
      states: ['closed', 'open'],
      sentiments: ['negative', 'neutral', 'positive'],
      minMessages: 3,
      reviewed: false,
    },
    sql: null,
  },
]
