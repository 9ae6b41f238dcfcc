/** One row a conversation. What is in its own row is as fresh as the last page; its figures come from views.db. */
import { metrics } from '../../../shared/metrics.ts'
import { stateName } from '../../store/heads.ts'
import { figureColumns } from '../figures/figureColumns.ts'
import { timedMetrics } from '../figures/demands.ts'
import {
  idOfRow,
  integer,
  localTime,
  nameOfRow,
  ofConversation,
  nowInSql,
  personal,
  text,
  time,
  type ColumnType,
  type View,
  type ViewColumn,
  wordOf,
} from './view.ts'

const states = [0, 1, 2, 3].map(stateName)

const figures: readonly ViewColumn[] = figureColumns.map(({ name, metric, part }) => ({
  name,
  type: part === 'of' ? 'integer' : typeOf(metric),
  sql: `d."${name}"`,
}))

function typeOf(metric: keyof typeof metrics): ColumnType {
  const { unit } = metrics[metric]
  return unit === 'count' ? 'integer' : unit === 'score' || unit === 'money' ? 'real' : unit
}

export const conversations: View = {
  name: 'conversations',
  columns: [
    ...ofConversation,
    personal(
      'contact',
      '(SELECT coalesce(p.name, p.phone, p.rid) FROM cache.contacts p WHERE p.id = c.contact)',
    ),
    text('agent_id', idOfRow('agents', 'c.agent')),
    text('agent', nameOfRow('agents', 'c.agent')),
    text('team_id', idOfRow('teams', 'c.team')),
    text('team', nameOfRow('teams', 'c.team')),
    text('category', '(SELECT g.name FROM cache.categories g WHERE g.id = c.category)'),
    text('state', wordOf(states, 'c.state')),
    text('opened_by', 'd.opened_by'),
    time('opened_at', 'c.started_at'),
    localTime('opened_local', 'c.started_at'),
    time('closed_at', 'd.closed_at'),
    localTime('closed_local', 'd.closed_at'),
    text('closed_by_type', 'd.closed_by_type'),
    time('last_at', 'c.last_at'),
    localTime('last_local', 'c.last_at'),
    time('waiting_since', 'c.waiting_since'),
    integer('episodes', 'd.episodes'),
    integer('messages', 'c.messages'),
    text('language', '(SELECT w.text FROM cache.words w WHERE w.id = d.language)'),
    text('sentiment', 'd.sentiment'),
    ...figures,
    integer(
      'abandoned',
      `(SELECT count(*) FROM derived.times t WHERE t.conversation = c.id AND t.metric = ${timedMetrics.indexOf('abandoned')}
        AND t.at <= ${nowInSql} AND t.ms > (SELECT 1000 * n.abandoned_after FROM temp.asked n))`,
    ),
    integer(
      'flags_raised',
      `(SELECT count(*) FROM cache.flags f WHERE f.conversation = c.id AND +f.raised_at <= ${nowInSql})`,
    ),
  ],
  // The join is left out by SQLite where no column asks for it.
  from: 'cache.conversations c LEFT JOIN derived.figures d ON d.conversation = c.id WHERE c.started_at IS NOT NULL',
}

const exceptAbandoned = timedMetrics.slice(0, timedMetrics.indexOf('abandoned'))

/** One row a time that was measured: medians over them are those of the metrics. */
export const times: View = {
  name: 'times',
  columns: [
    text('metric', wordOf(exceptAbandoned, 't.metric')),
    ...ofConversation,
    text('category', '(SELECT g.name FROM cache.categories g WHERE g.id = c.category)'),
    text('agent_id', idOfRow('agents', 't.agent')),
    text('agent', nameOfRow('agents', 't.agent')),
    text('team_id', idOfRow('teams', 't.team')),
    text('team', nameOfRow('teams', 't.team')),
    time('at', 't.at'),
    localTime('at_local', 't.at'),
    { name: 'seconds', type: 'seconds', sql: 't.ms / 1000.0' },
    personal('message_id', '(SELECT m.rid FROM cache.messages m WHERE m.k = t.k)'),
  ],
  from: `derived.times t JOIN cache.conversations c ON c.id = t.conversation AND c.started_at IS NOT NULL
    WHERE t.metric < ${exceptAbandoned.length}`,
}
