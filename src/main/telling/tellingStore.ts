/** What telling remembers over a restart, in workspace.db: sightings, what is still to be told, and what is to be posted. */
import type { Reason } from '../../shared/phrases.ts'
import { keepSightings } from '../attention/sightings.ts'
import type { FlagSighting } from '../attention/watching.ts'
import { rawSql, sql, value, type ReadableDb, type WritableDb } from '../store/database.ts'

/** Moments by the engine's clock; null: never. */
export interface TellingMoments {
  /** The first look at this workspace: what was raised before it is history, not news. */
  readonly firstLookAt: number | null
  readonly noticeAt: number | null
  /** Until when the digests tell. */
  readonly digestTo: number | null
  readonly postedAt: number | null
  /** Why the last post failed, in one sentence; null: it did not. */
  readonly postFailure: Reason | null
}

/** A flag that is to be told; `at`: since when. */
export interface QueuedFlag {
  readonly flag: string
  readonly at: number
}

export interface TellingMemory {
  readonly moments: TellingMoments
  /** Oldest first. */
  readonly queue: readonly QueuedFlag[]
}

/** A body to be posted. `id` names it to the receiver, however often it is tried. */
export interface Post {
  readonly id: string
  readonly at: number
  /** JSON. */
  readonly body: string
}

export interface WaitingPost extends Post {
  readonly tries: number
  readonly nextAt: number
}

/** Kept whole or not at all. */
export interface TellingChange {
  readonly sightings?: readonly FlagSighting[]
  readonly queued?: readonly QueuedFlag[]
  /** No longer in the queue: told, or not to be told any more. */
  readonly settled?: readonly string[]
  readonly posts?: readonly Post[]
  readonly moments?: Partial<TellingMoments>
}

/** Answered by the writer thread. */
export interface TellingStore {
  tellingMemory(): Promise<TellingMemory>
  keepTelling(change: TellingChange): Promise<void>
  /** The post whose turn it is, whenever that is; and how many wait. Order is kept: nothing overtakes it. */
  nextPost(): Promise<{ readonly post: WaitingPost | null; readonly waiting: number }>
  /** It was taken, or is given up with a reason. */
  endPost(id: string, at: number, failure: Reason | null): Promise<void>
  /** It was not taken, and is tried again. */
  delayPost(id: string, nextAt: number, failure: Reason): Promise<void>
  /** There is nowhere to post to any more. */
  forgetPosts(): Promise<void>
}

export function createTellingStore(workspace: WritableDb): TellingStore {
  return {
    tellingMemory: async () => ({ moments: readMoments(workspace), queue: readQueue(workspace) }),
    async keepTelling(change) {
      workspace.transaction(() => keep(workspace, change)).immediate()
    },
    nextPost: async () => ({ post: firstPost(workspace), waiting: countPosts(workspace) }),
    async endPost(id, at, failure) {
      const end = workspace.transaction(() => {
        sql(workspace, 'DELETE FROM webhook_outbox WHERE id = ?').run(id)
        keepMoments(workspace, { postFailure: failure, ...(failure === null ? { postedAt: at } : {}) })
      })
      end.immediate()
    },
    async delayPost(id, nextAt, failure) {
      const delay = workspace.transaction(() => {
        sql(
          workspace,
          'UPDATE webhook_outbox SET tries = tries + 1, next_at = ?, failure = ? WHERE id = ?',
        ).run(nextAt, failure.text, id)
        keepMoments(workspace, { postFailure: failure })
      })
      delay.immediate()
    },
    async forgetPosts() {
      sql(workspace, 'DELETE FROM webhook_outbox').run()
    },
  }
}

function keep(workspace: WritableDb, change: TellingChange): void {
  keepSightings(workspace, change.sightings ?? [])
  for (const { flag, at } of change.queued ?? [])
    sql(workspace, 'INSERT INTO telling_queue(flag, at) VALUES (?, ?) ON CONFLICT DO NOTHING').run(flag, at)
  for (const flag of change.settled ?? [])
    sql(workspace, 'DELETE FROM telling_queue WHERE flag = ?').run(flag)
  for (const post of change.posts ?? []) putPost(workspace, post)
  keepMoments(workspace, change.moments ?? {})
}

/** Each a millisecond after the one before at the least: the order they were made in is the order they are posted in. */
function putPost(workspace: WritableDb, { id, at, body }: Post): void {
  const last = value<number | null>(workspace, 'SELECT max(at) FROM webhook_outbox') ?? 0
  const placed = Math.max(at, last + 1)
  sql(
    workspace,
    'INSERT INTO webhook_outbox(id, at, body, next_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(id, placed, body, at)
}

function firstPost(workspace: ReadableDb): WaitingPost | null {
  const row = rawSql<[id: string, at: number, body: string, tries: number, nextAt: number]>(
    workspace,
    'SELECT id, at, body, tries, next_at FROM webhook_outbox ORDER BY at LIMIT 1',
  ).get()
  if (row === undefined) return null
  const [id, at, body, tries, nextAt] = row
  return { id, at, body, tries, nextAt }
}

function countPosts(workspace: ReadableDb): number {
  return value<number>(workspace, 'SELECT count(*) FROM webhook_outbox') ?? 0
}

function readQueue(workspace: ReadableDb): readonly QueuedFlag[] {
  return rawSql<[string, number]>(workspace, 'SELECT flag, at FROM telling_queue ORDER BY at, flag')
    .all()
    .map(([flag, at]) => ({ flag, at }))
}

function readMoments(workspace: ReadableDb): TellingMoments {
  const rows = new Map(rawSql<[string, string]>(workspace, 'SELECT key, value FROM telling_state').all())
  const moment = (key: keyof TellingMoments) => {
    const read: unknown = JSON.parse(rows.get(key) ?? 'null')
    return typeof read === 'number' ? read : null
  }
  return {
    firstLookAt: moment('firstLookAt'),
    noticeAt: moment('noticeAt'),
    digestTo: moment('digestTo'),
    postedAt: moment('postedAt'),
    postFailure: reasonFrom(JSON.parse(rows.get('postFailure') ?? 'null')),
  }
}

/** Before it had words it was kept as its text. */
function reasonFrom(kept: unknown): Reason | null {
  if (typeof kept === 'string') return { text: kept }
  return typeof kept === 'object' && kept !== null && 'text' in kept ? (kept as Reason) : null
}

function keepMoments(workspace: WritableDb, moments: Partial<TellingMoments>): void {
  for (const [key, moment] of Object.entries(moments))
    sql(
      workspace,
      'INSERT INTO telling_state(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value',
    ).run(key, JSON.stringify(moment))
}
