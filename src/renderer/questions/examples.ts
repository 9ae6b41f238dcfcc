/** Questions to begin with; their names are words of the screen. */
export const examples = {
  responseByHour: `SELECT strftime('%H', at_local) AS hour, channel,
  count(*) AS replies, median(seconds) AS median_seconds
FROM times
WHERE metric = 'first_response_time'
GROUP BY hour, channel
ORDER BY hour, channel`,
  frequentWriters: `SELECT contact, count(*) AS conversations, max(opened_local) AS last_opened
FROM conversations
WHERE opened_local >= date('now', '-7 days')
GROUP BY contact_number
HAVING count(*) >= 3
ORDER BY conversations DESC`,
  waiting: `SELECT contact, channel, agent, category, waiting_since
FROM conversations
WHERE waiting_since IS NOT NULL
ORDER BY waiting_since`,
  slowest: `SELECT at_local, agent, channel, category, seconds, conversation_id
FROM times
WHERE metric = 'first_response_time' AND at_local >= date('now', '-30 days')
ORDER BY seconds DESC
LIMIT 50`,
  agents: `SELECT agent, count(DISTINCT conversation_number) AS conversations, count(*) AS replies,
  median(seconds) AS median_seconds, percentile(seconds, 90) AS p90_seconds
FROM times
WHERE metric = 'first_response_time' AND agent IS NOT NULL
GROUP BY agent_id
ORDER BY replies DESC`,
  categories: `SELECT substr(opened_local, 1, 7) AS month, category, count(*) AS conversations,
  avg(resolution_time) AS resolution_seconds
FROM conversations
GROUP BY month, category
ORDER BY month, conversations DESC`,
  failures: `SELECT error_code, error, channel, count(*) AS messages
FROM messages
WHERE messages_failed = 1
GROUP BY error_code, channel_id
ORDER BY messages DESC`,
  templates: `SELECT template, count(*) AS sent,
  avg(messages_delivered) AS delivered_rate, avg(messages_read) AS read_rate
FROM messages
WHERE template IS NOT NULL AND messages_sent = 1
GROUP BY template
ORDER BY sent DESC`,
  reopened: `SELECT category, count(*) AS conversations, sum(conversations_reopened) AS reopenings,
  avg(conversations_reopened > 0) AS reopened_rate
FROM conversations
GROUP BY category
HAVING conversations >= 30
ORDER BY reopened_rate DESC`,
  badRatings: `SELECT at_local, agent, score, highest, comment, conversation_id
FROM ratings
WHERE score <= (lowest + highest) / 2
ORDER BY at DESC`,
} as const satisfies Record<string, string>

export type Example = keyof typeof examples
