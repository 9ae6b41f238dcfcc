/** The page's questions as PostgreSQL is asked them: one statement a table, both periods at once, parameters by name. */
import type { Filter } from './questions.ts'
import { local, type Part } from './sqlAnswer.ts'

/** What each filter is called in Chatwoot's tables. */
const columnOf = {
  messages: { team: 'team_id', channel: 'inbox_id', agent: 'credited_id' },
  conversations: { team: 'team_id', channel: 'inbox_id', agent: 'assignee_id' },
  reporting_events: { team: 'team_id', channel: 'inbox_id', agent: 'user_id' },
  ratings: { team: 'team_id', channel: 'inbox_id', agent: 'assigned_agent_id' },
} as const

const period = `CASE WHEN created_at >= $half::timestamp THEN 0 ELSE 1 END AS period`
const shifted = local('created_at', 'timestamp', 'interval')
const hours = `extract(epoch FROM hour)::int / 3600`
const days = `extract(epoch FROM day)::int / 86400`

/** One statement for each part of the answer. */
export function statements(filter: Filter): Readonly<Record<Part, string>> {
  const wanted = (table: keyof typeof columnOf) =>
    `account_id = 1 AND created_at >= $begin::timestamp AND created_at < $end::timestamp
     ${filter === 'none' ? '' : `AND ${columnOf[table][filter]} = $only`}`
  const event = (name: string) =>
    `FROM reporting_events WHERE name = '${name}' AND ${wanted('reporting_events')}`
  const count = 'count(*)::int AS count'
  return {
    messages: `SELECT period, CASE WHEN grouping(agent) = 0 THEN 'agent' ELSE 'hour' END AS along,
      coalesce(agent, ${hours}) AS code, state, ${count}
      FROM (SELECT ${period}, coalesce(credited_id, -1)::int AS agent, date_trunc('hour', ${shifted}) AS hour,
        CASE message_type WHEN 0 THEN 0 ELSE status + 1 END AS state FROM messages WHERE ${wanted('messages')}) AS m
      GROUP BY GROUPING SETS ((period, agent, state), (period, hour, state))`,
    replies: `SELECT period,
      CASE WHEN grouping(agent) = 0 THEN 'agent' WHEN grouping(day) = 0 THEN 'day' ELSE 'all' END AS along,
      coalesce(agent, ${days}, 0) AS code, ${count},
      1000 * percentile_cont(0.5) WITHIN GROUP (ORDER BY value) AS median,
      CASE WHEN grouping(agent) = 0 THEN 1000 * percentile_disc(0.9) WITHIN GROUP (ORDER BY value) END AS p90
      FROM (SELECT ${period}, coalesce(user_id, -1) AS agent, date_trunc('day', ${shifted}) AS day, value
        ${event('first_response')}) AS e
      GROUP BY GROUPING SETS ((period), (period, agent), (period, day))`,
    closes: `SELECT period, CASE WHEN grouping(agent) = 0 THEN 'agent' ELSE 'all' END AS along, coalesce(agent, 0) AS code, ${count},
      1000 * percentile_cont(0.5) WITHIN GROUP (ORDER BY value) AS median, NULL AS p90
      FROM (SELECT ${period}, coalesce(user_id, -1) AS agent, value ${event('conversation_resolved')}) AS e
      GROUP BY GROUPING SETS ((period), (period, agent))`,
    starts: `SELECT period, CASE WHEN grouping(agent) = 0 THEN 'agent' WHEN grouping(day) = 0 THEN 'day' ELSE 'category' END AS along,
      coalesce(agent, ${days}) AS code, category, ${count}
      FROM (SELECT ${period}, coalesce(assignee_id, -1) AS agent, date_trunc('day', ${shifted}) AS day, cached_label_list AS category
        FROM conversations WHERE ${wanted('conversations')}) AS c
      GROUP BY GROUPING SETS ((period, agent), (period, day), (period, category))`,
    contacts: `SELECT period, (count(DISTINCT contact_id) FILTER (WHERE fresh))::int AS one,
      (count(DISTINCT contact_id) FILTER (WHERE NOT fresh))::int AS other
      FROM (SELECT period, contact_id, contacts.created_at >= CASE period WHEN 0 THEN $half::timestamp ELSE $begin::timestamp END AS fresh
        FROM (SELECT ${period}, contact_id FROM conversations WHERE ${wanted('conversations')}
          UNION ALL SELECT e.period, c.contact_id FROM (SELECT ${period}, conversation_id ${event('conversation_opened')}) AS e
          JOIN conversations AS c ON c.id = e.conversation_id) AS starts
        JOIN contacts ON contacts.id = contact_id) AS s
      GROUP BY period`,
    ratings: `SELECT period, count(*)::int AS one, (count(*) FILTER (WHERE rating >= 4))::int AS other
      FROM (SELECT ${period}, rating FROM (SELECT r.*${filter === 'channel' ? ', c.inbox_id' : ''} FROM csat_survey_responses AS r
        ${filter === 'channel' ? 'JOIN conversations AS c ON c.id = r.conversation_id' : ''}) AS rated WHERE ${wanted('ratings')}) AS s
      GROUP BY period`,
  }
}
