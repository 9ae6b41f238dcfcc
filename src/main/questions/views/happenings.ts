/** What happened to conversations: who got them, what was flagged, rated, reviewed and noted. */
import {
  idOfRow,
  integer,
  localTime,
  nameOfRow,
  ofConversation,
  nowInSql,
  personal,
  real,
  seconds,
  text,
  time,
  type View,
} from './view.ts'

/** Rows of a table of the cache that name a conversation which is shown. */
const about = (table: string, alias: string) =>
  `cache.${table} ${alias} JOIN cache.conversations c ON c.id = ${alias}.conversation AND c.started_at IS NOT NULL`

/** What another table of the workspace says of a conversation, which it names as its source does. */
const named = (table: string, alias: string) =>
  `workspace.${table} ${alias} JOIN cache.sources s ON s.ref = ${alias}.source
    JOIN cache.conversations c ON c.source = s.id AND c.rid = ${alias}.conversation AND c.started_at IS NOT NULL`

export const assignments: View = {
  name: 'assignments',
  columns: [
    ...ofConversation,
    time('at', 'a.at'),
    localTime('at_local', 'a.at'),
    text('from_agent_id', idOfRow('agents', 'a.from_agent')),
    text('from_agent', nameOfRow('agents', 'a.from_agent')),
    text('to_agent_id', idOfRow('agents', 'a.to_agent')),
    text('to_agent', nameOfRow('agents', 'a.to_agent')),
    text('team_id', idOfRow('teams', 'a.team')),
    text('team', nameOfRow('teams', 'a.team')),
    text('by_type', 'a.by_type'),
    text('by_agent_id', idOfRow('agents', 'a.by_agent')),
    text('source', 'a.source_of'),
  ],
  from: about('assignments', 'a'),
}

const decisions = `LEFT JOIN workspace.flag_decisions d ON d.flag = f.id LEFT JOIN workspace.flag_care o ON o.flag = f.id`
const decided = [
  text('decision', 'd.decision'),
  text('reason', 'd.reason'),
  text('owner_id', 'o.owner'),
] as const

const flagsOfRules: View = {
  name: 'flags',
  columns: [
    personal('flag_id', 'f.id'),
    text('rule', 'f.rule'),
    text('severity', 'f.severity'),
    ...ofConversation,
    text('agent_id', idOfRow('agents', 'f.agent')),
    text('agent', nameOfRow('agents', 'f.agent')),
    text('team_id', idOfRow('teams', 'f.team')),
    text('team', nameOfRow('teams', 'f.team')),
    time('raised_at', 'f.raised_at'),
    localTime('raised_local', 'f.raised_at'),
    // An end may be known before its time.
    time('ended_at', `CASE WHEN f.ended_at <= ${nowInSql} THEN f.ended_at END`),
    seconds('seconds', 'f.seconds'),
    integer('target_seconds', 'f.target'),
    integer('error_code', 'f.code'),
    personal('text', 'f.text'),
    personal('message_id', 'f.message'),
    ...decided,
  ],
  from: `${about('flags', 'f')} ${decisions} WHERE f.raised_at <= ${nowInSql}`,
}

const flagsByHand: View = {
  name: 'flags',
  columns: [
    personal('flag_id', 'f.id'),
    text('rule', `'by_hand'`),
    text('severity', 'f.severity'),
    ...ofConversation,
    text('agent_id', idOfRow('agents', 'c.agent')),
    text('agent', nameOfRow('agents', 'c.agent')),
    text('team_id', idOfRow('teams', 'c.team')),
    text('team', nameOfRow('teams', 'c.team')),
    time('raised_at', 'f.at'),
    localTime('raised_local', 'f.at'),
    time('ended_at', 'NULL'),
    seconds('seconds', 'NULL'),
    integer('target_seconds', 'NULL'),
    integer('error_code', 'NULL'),
    personal('text', 'f.text'),
    personal('message_id', 'f.message'),
    ...decided,
  ],
  from: `${named('hand_flags', 'f')} ${decisions}`,
}

/** Flags whose time has come, of rules about conversations and of people. */
export const flags: readonly [View, View] = [flagsOfRules, flagsByHand]

export const ratings: View = {
  name: 'ratings',
  columns: [
    ...ofConversation,
    text('agent_id', idOfRow('agents', 'c.agent')),
    text('agent', nameOfRow('agents', 'c.agent')),
    time('at', 'r.at'),
    localTime('at_local', 'r.at'),
    real('score', 'r.score'),
    real('lowest', 'r.min'),
    real('highest', 'r.max'),
    personal('comment', 'r.comment'),
  ],
  from: about('ratings', 'r'),
}

export const reviews: View = {
  name: 'reviews',
  columns: [
    text('review_id', 'r.id'),
    ...ofConversation,
    text('agent_id', 'r.agent'),
    text('reviewer', 'r.reviewer'),
    text(
      'scorecard',
      `coalesce((SELECT k.name FROM workspace.scorecards k WHERE k.id = r.scorecard AND k.version = r.version), r.scorecard)`,
    ),
    integer('scorecard_version', 'r.version'),
    text('state', 'r.state'),
    real('score', 'r.score'),
    integer('calibration', 'r.calibration'),
    time('conversation_at', 'r.conversation_at'),
    time('submitted_at', 'r.submitted_at'),
    localTime('submitted_local', 'r.submitted_at'),
  ],
  // What is still being written is the reviewer's own; others' reviews of a calibration stay hidden until it is closed.
  from: `${named('reviews', 'r')} WHERE r.submitted_at IS NOT NULL AND (r.calibration = 0
    OR EXISTS (SELECT 1 FROM workspace.samples p WHERE p.id = r.sample AND p.closed = 1))`,
}

const author = '(SELECT a.id FROM cache.agents a WHERE a.source = n.source AND a.rid = n.agent)'

export const comments: View = {
  name: 'comments',
  columns: [
    personal('comment_id', 'n.rid'),
    ...ofConversation,
    time('at', 'n.at'),
    localTime('at_local', 'n.at'),
    text('agent_id', idOfRow('agents', author)),
    text('agent', nameOfRow('agents', author)),
    personal('text', 'n.text'),
  ],
  from: about('comments', 'n'),
}
