/** One row a message, straight from the store: as fresh as the last page. */
import { authorOf, contentOf, directionOf } from '../../store/bits.ts'
import {
  hiddenConversations,
  idOfRow,
  integer,
  localTime,
  nameOfRow,
  ofConversation,
  personal,
  text,
  time,
  type View,
  wordOf,
} from './view.ts'

const directions = ['in', 'out', 'internal', 'unknown'].map((_, bits) => directionOf(bits))
const authors = Array.from({ length: 8 }, (_, bits) => authorOf(bits << 3))
const types = Array.from({ length: 17 }, (_, bits) => contentOf(bits << 7))

const direction = '(m.flags & 7)'
const author = '((m.flags >> 3) & 15)'
const type = '((m.flags >> 7) & 63)'
const word = (column: string) => `(SELECT w.text FROM cache.words w WHERE w.id = ${column})`
const isOut = `${direction} = ${directions.indexOf('out')}`
const echoes = (['reaction', 'edit', 'revoke', 'system'] as const).map((echo) => types.indexOf(echo))
/** As `countsAsMessage` of metrics/steps.ts decides. */
const counts = `(${direction} < 2 AND ${author} <> ${authors.indexOf('system')} AND ${type} NOT IN (${echoes.join(', ')}))`
/** A failure is final unless a higher status came after it. */
const reached = 'max(coalesce(m.delivered_at, -1), coalesce(m.read_at, -1), coalesce(m.played_at, -1))'
/** 1 or 0; null for messages of which the source reports no statuses. */
const status = (is: string) =>
  `CASE WHEN NOT ${counts} OR NOT ${isOut} THEN 0 WHEN ${reached} >= 0 OR m.sent_at IS NOT NULL OR m.failed_at IS NOT NULL THEN ${is} END`

export const messages: View = {
  name: 'messages',
  columns: [
    personal('message_id', 'm.rid'),
    ...ofConversation,
    time('at', 'm.at'),
    localTime('at_local', 'm.at'),
    text('direction', wordOf(directions, direction)),
    text('author', wordOf(authors, author)),
    text('agent_id', idOfRow('agents', 'm.agent')),
    text('agent', nameOfRow('agents', 'm.agent')),
    text('type', wordOf(types, type)),
    text('template', word('m.template_word')),
    personal('text', 'coalesce(m.text, m.caption)'),
    text('language', word('m.language')),
    text(
      'sentiment',
      `CASE m.sentiment WHEN -1 THEN 'negative' WHEN 0 THEN 'neutral' WHEN 1 THEN 'positive' END`,
    ),
    time('sent_at', 'm.sent_at'),
    time('delivered_at', 'm.delivered_at'),
    time('read_at', 'coalesce(m.read_at, m.played_at)'),
    time('failed_at', 'm.failed_at'),
    integer('error_code', 'm.error_code'),
    text('error', 'm.error_title'),
    text('price', word('m.price_word')),
    integer('messages_received', `${counts} AND NOT ${isOut}`),
    integer('messages_sent', `${counts} AND ${isOut}`),
    integer('messages_delivered', status(`${reached} >= 0`)),
    integer('messages_read', status('coalesce(m.read_at, m.played_at) IS NOT NULL')),
    integer('messages_failed', status(`m.failed_at IS NOT NULL AND ${reached} < m.failed_at`)),
    integer('billable_messages', `${counts} AND ${isOut} AND coalesce(m.billable, 0)`),
  ],
  // The join is left out by SQLite where no column asks for it.
  from: `cache.messages m LEFT JOIN cache.conversations c ON c.id = m.k >> 20
    WHERE m.k >> 20 NOT IN (${hiddenConversations})`,
}
