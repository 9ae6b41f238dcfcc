/** The parts of the page as PostgreSQL is asked for them, in Chatwoot's tables; parameters by name. */
import { assertNever } from '../../../src/shared/assertNever.ts'
import type { Filter } from './questions.ts'
import { local, type Part } from './sqlAnswer.ts'
import { whole, type Grouping, type PartPlan } from './sqlStatements.ts'

/** What each filter is called in Chatwoot's tables. */
const columnOf = {
  messages: { team: 'team_id', channel: 'inbox_id', agent: 'credited_id' },
  conversations: { team: 'team_id', channel: 'inbox_id', agent: 'assignee_id' },
  reporting_events: { team: 'team_id', channel: 'inbox_id', agent: 'user_id' },
  ratings: { team: 'team_id', channel: 'inbox_id', agent: 'assigned_agent_id' },
} as const

const period = `CASE WHEN created_at >= $half::timestamp THEN 0 ELSE 1 END AS period`
const shifted = local('created_at', 'timestamp', 'interval')
const count = 'count(*)::int AS count'
const agents: Grouping = { along: 'agent', by: 'agent', code: 'agent::text' }
const days: Grouping = { along: 'day', by: 'day', code: '(extract(epoch FROM day)::int / 86400)::text' }
const hours: Grouping = { along: 'hour', by: 'hour', code: '(extract(epoch FROM hour)::int / 3600)::text' }
const all: Grouping = { ...whole, code: "'0'" }
const median = '1000 * percentile_cont(0.5) WITHIN GROUP (ORDER BY value) AS median'

export function planOf(part: Part, filter: Filter): PartPlan {
  const wanted = (table: keyof typeof columnOf) =>
    `account_id = 1 AND created_at >= $begin::timestamp AND created_at < $end::timestamp
     ${filter === 'none' ? '' : `AND ${columnOf[table][filter]} = $only`}`
  const event = (name: string, columns: string) =>
    `(SELECT ${period}, ${columns} FROM reporting_events WHERE name = '${name}' AND ${wanted('reporting_events')}) AS events`
  switch (part) {
    case 'messages':
      return {
        groupings: [agents, hours],
        figures: () => count,
        from: `(SELECT ${period}, coalesce(credited_id, -1) AS agent, date_trunc('hour', ${shifted}) AS hour,
          CASE message_type WHEN 0 THEN 0 ELSE status + 1 END AS state FROM messages WHERE ${wanted('messages')}) AS m`,
        also: 'state',
      }
    case 'replies':
      return {
        groupings: [all, agents, days],
        figures: (grouping) => `${count}, ${median}, ${p90(grouping)} AS p90`,
        from: event(
          'first_response',
          `coalesce(user_id, -1) AS agent, date_trunc('day', ${shifted}) AS day, value`,
        ),
      }
    case 'closes':
      return {
        groupings: [all, agents],
        figures: () => `${count}, ${median}, NULL AS p90`,
        from: event('conversation_resolved', 'coalesce(user_id, -1) AS agent, value'),
      }
    case 'starts':
      return {
        groupings: [agents, days, { along: 'category', by: 'category', code: 'category' }],
        figures: () => count,
        from: `(SELECT ${period}, coalesce(assignee_id, -1) AS agent, date_trunc('day', ${shifted}) AS day,
          cached_label_list AS category FROM conversations WHERE ${wanted('conversations')}) AS c`,
      }
    case 'contacts': {
      const fresh =
        'contacts.created_at >= CASE period WHEN 0 THEN $half::timestamp ELSE $begin::timestamp END AS fresh'
      return {
        groupings: [all],
        figures: () => `(count(DISTINCT contact_id) FILTER (WHERE fresh))::int AS one,
          (count(DISTINCT contact_id) FILTER (WHERE NOT fresh))::int AS other`,
        from: `(SELECT period, contact_id, ${fresh} FROM (
          SELECT ${period}, contact_id FROM conversations WHERE ${wanted('conversations')}
          UNION ALL SELECT period, c.contact_id FROM ${event('conversation_opened', 'conversation_id')}
          JOIN conversations AS c ON c.id = conversation_id) AS starts
          JOIN contacts ON contacts.id = contact_id) AS s`,
      }
    }
    case 'ratings': {
      const channel = filter === 'channel' ? 'JOIN conversations AS c ON c.id = r.conversation_id' : ''
      const rated = `SELECT r.*${filter === 'channel' ? ', c.inbox_id' : ''} FROM csat_survey_responses AS r ${channel}`
      return {
        groupings: [all],
        figures: () => 'count(*)::int AS one, (count(*) FILTER (WHERE rating >= 4))::int AS other',
        from: `(SELECT ${period}, rating FROM (${rated}) AS rated WHERE ${wanted('ratings')}) AS s`,
      }
    }
    default:
      return assertNever(part)
  }
}

/** Only agents are shown theirs. */
function p90(grouping: Grouping | null): string {
  const quantile = '1000 * percentile_disc(0.9) WITHIN GROUP (ORDER BY value)'
  if (grouping === null) return `CASE WHEN grouping(agent) = 0 THEN ${quantile} END`
  return grouping.along === 'agent' ? quantile : 'NULL'
}
