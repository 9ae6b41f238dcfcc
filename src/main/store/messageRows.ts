/** Messages between their records, their drafts and their rows. */
import type { RecordOf } from '../../shared/records.ts'
import { callBit, conversationOfK, freeEntryBit, looseBit, packFlags, stubBit } from './bits.ts'
import { referContact } from './contacts.ts'
import { rawSql, sql, type Cell } from './database.ts'
import type { MessageDraft } from './drafts.ts'
import { canonicalJson, extraJson, hashId } from './hash.ts'
import { readMessageWords, unreadWords } from './messageWords.ts'
import { readableText } from './textReading.ts'
import { refer, referActor, type Work } from './work.ts'

const columns = [
  'hash',
  'source',
  'rid',
  'at',
  'flags',
  'agent',
  'author_id',
  'contact',
  'channel',
  'text',
  'caption',
  'template',
  'media',
  'reply_to',
  'sent_at',
  'delivered_at',
  'read_at',
  'played_at',
  'failed_at',
  'deleted_at',
  'error_code',
  'error_title',
  'pricing',
  'extra',
  'template_word',
  'price_word',
  'billable',
  'language',
  'sentiment',
  'signals',
  'promise',
  'text_version',
] as const
const find = `SELECT k, ${columns.join(', ')} FROM messages WHERE hash = ? AND source = ? AND rid = ?`
const insert = `INSERT INTO messages(${columns.join(', ')}, k) VALUES (${'?, '.repeat(columns.length)}?)`
const update = `UPDATE messages SET ${columns.map((column) => `${column} = ?`).join(', ')}, k = ? WHERE k = ?`

type MessageRow = readonly [
  k: number,
  hash: number,
  source: number,
  rid: string,
  at: number,
  flags: number,
  agent: number | null,
  authorId: string | null,
  contact: number | null,
  channel: number | null,
  text: string | null,
  caption: string | null,
  template: string | null,
  media: string | null,
  replyTo: string | null,
  sentAt: number | null,
  deliveredAt: number | null,
  readAt: number | null,
  playedAt: number | null,
  failedAt: number | null,
  deletedAt: number | null,
  errorCode: number | null,
  errorTitle: string | null,
  pricing: string | null,
  extra: string | null,
  templateWord: number | null,
  priceWord: number | null,
  billable: number | null,
  language: number | null,
  sentiment: number | null,
  signals: number | null,
  promise: number | null,
  textVersion: number,
]

/** The stored message of this id, found by its hash; null when there is none. */
export function readMessage(work: Work, rid: string): MessageDraft | null {
  const row = rawSql<MessageRow>(work.db, find).get(hashId(rid), work.source, rid)
  return row ? fromRow(row) : null
}

/** Writes the message under its k; `before` is the k it was stored under, 0 when it was not. */
export function writeMessage(work: Work, draft: MessageDraft, before: number): void {
  readMessageWords(work, draft)
  const cells = columnsOf(draft, work.source)
  if (before === 0) sql(work.db, insert).run(...cells, draft.k)
  else sql(work.db, update).run(...cells, draft.k, before)
}

/** The record as a message not stored yet. Whoever it names gets a row. */
export function draftOf(work: Work, record: RecordOf<'message'>, conversation: number): MessageDraft {
  const { content, extra } = record
  const actor = referActor(work, record.author)
  const contact = record.contact === null ? null : referContact(work, record.contact)
  const channel = record.channel === null ? 0 : refer(work, 'channels', record.channel)
  const loose = record.conversation === null
  return {
    k: 0,
    conversation,
    hash: hashId(record.id),
    rid: record.id,
    at: record.at,
    flags:
      packFlags(record.direction, record.author.type, content.type) |
      (loose ? looseBit : 0) |
      (extra?.['fromStatus'] === true ? stubBit : 0) |
      (extra?.['referral'] ? freeEntryBit : 0) |
      (extra?.['call'] ? callBit : 0),
    agent: actor.agent,
    authorId: actor.id,
    contact: loose ? contact : null,
    channel: loose ? channel : null,
    text: content.text,
    caption: content.caption,
    template: content.template === null ? null : canonicalJson(content.template),
    media: content.media === null ? null : canonicalJson(content.media),
    replyTo: record.replyTo,
    sentAt: null,
    deliveredAt: null,
    readAt: null,
    playedAt: null,
    failedAt: null,
    deletedAt: null,
    errorCode: null,
    errorTitle: null,
    pricing: null,
    extra: extraJson(extra),
    ...unreadWords,
    changed: false,
  }
}

function columnsOf(draft: MessageDraft, source: number): readonly Cell[] {
  return [
    draft.hash,
    source,
    draft.rid,
    draft.at,
    draft.flags,
    draft.agent,
    draft.authorId,
    draft.contact,
    draft.channel,
    draft.text,
    draft.caption,
    draft.template,
    draft.media,
    draft.replyTo,
    draft.sentAt,
    draft.deliveredAt,
    draft.readAt,
    draft.playedAt,
    draft.failedAt,
    draft.deletedAt,
    draft.errorCode,
    draft.errorTitle,
    draft.pricing,
    draft.extra,
    draft.templateWord,
    draft.priceWord,
    draft.billable,
    draft.language,
    draft.sentiment,
    draft.signals,
    draft.promise,
    draft.textVersion,
  ]
}

function fromRow(row: MessageRow): MessageDraft {
  return {
    conversation: conversationOfK(row[0]),
    k: row[0],
    hash: row[1],
    rid: row[3],
    at: row[4],
    flags: row[5],
    agent: row[6],
    authorId: row[7],
    contact: row[8],
    channel: row[9],
    text: row[10],
    caption: row[11],
    template: row[12],
    media: row[13],
    replyTo: row[14],
    sentAt: row[15],
    deliveredAt: row[16],
    readAt: row[17],
    playedAt: row[18],
    failedAt: row[19],
    deletedAt: row[20],
    errorCode: row[21],
    errorTitle: row[22],
    pricing: row[23],
    extra: row[24],
    templateWord: row[25],
    priceWord: row[26],
    billable: row[27],
    language: row[28],
    sentiment: row[29],
    signals: row[30],
    promise: row[31],
    textVersion: row[32],
    readText: readableText(row[5], row[10], row[11]),
    changed: false,
  }
}
