/** views.db follows the facts: what changed, what went, other rules, another version. */
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask } from '../../../src/main/questions/ask.ts'
import type { QuestionContext } from '../../../src/main/questions/viewSources.ts'
import { openCache } from '../../../src/main/store/open.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { apply, records, temporaryFolder } from '../../support/database.ts'
import { bareContext } from './world.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 4, 11, 9, minute)).toISOString()

function chat(id: string, minutes: readonly number[]): readonly RecordInput[] {
  return minutes.map((minute, index): RecordInput => ({
    kind: 'message',
    id: `${id}.${index}`,
    conversation: id,
    contact: 'p1',
    channel: 'c1',
    at: at(minute),
    direction: index % 2 === 0 ? 'in' : 'out',
    author: index % 2 === 0 ? { type: 'contact', id: 'p1' } : { type: 'agent', id: 'a1' },
    content: { type: 'text', text: `${id} ${index}`, caption: null, template: null, media: null },
    replyTo: null,
  }))
}

function put(dir: string, ...inputs: readonly RecordInput[]): void {
  const cache = openCache(dir, 'writer')
  apply(cache, records(...inputs))
  cache.close()
}

function figures(context: QuestionContext): readonly unknown[] {
  const sql = `SELECT conversation_id, messages_received, messages_sent, first_response_time, first_response_in_target,
    (SELECT count(*) FROM times t WHERE t.conversation_number = c.conversation_number) FROM conversations c ORDER BY 1`
  return ask({ sql, rows: 100 }, context, { clock: () => 0, began: () => undefined }).rows
}

describe('the figures of conversations', () => {
  it('are unpacked when they are asked for, and follow what changes', () => {
    const context = bareContext(temporaryFolder())
    expect(figures(context)).toEqual([])
    put(context.dir, ...chat('one', [0, 1]), ...chat('two', [0]))
    expect(figures(context)).toEqual([
      ['one', 1, 1, 60, 1, 1],
      ['two', 1, 0, null, null, 0],
    ])
    put(context.dir, ...chat('two', [0, 5]), ...chat('three', [2, 3]))
    expect(figures(context)).toEqual([
      ['one', 1, 1, 60, 1, 1],
      ['three', 1, 1, 60, 1, 1],
      ['two', 1, 1, 300, 0, 1],
    ])
    put(context.dir, { kind: 'removed', id: 'one', of: 'conversation', at: at(30), reason: 'retention' })
    expect(figures(context).map((row) => (row as unknown[])[0])).toEqual(['three', 'two'])
    // Nothing changed: nothing is made anew, and the same is answered.
    expect(figures(context)).toHaveLength(2)
  })

  it('are there also where times are only counted', () => {
    const context = bareContext(temporaryFolder())
    put(context.dir, ...chat('one', [0, 1]))
    const counted = ask({ sql: 'SELECT count(*) FROM times', rows: 1 }, context, {
      clock: () => 0,
      began: () => undefined,
    })
    expect(counted.rows).toEqual([[1]])
  })

  it('are made anew for other targets, another version, or when the file is gone or of another', () => {
    const context = bareContext(temporaryFolder())
    put(context.dir, ...chat('one', [0, 1]))
    expect(figures(context)).toEqual([['one', 1, 1, 60, 1, 1]])
    const strict = { ...context.settings, targets: { ...context.settings.targets, firstResponse: 30 } }
    expect(figures({ ...context, settings: strict })).toEqual([['one', 1, 1, 60, 0, 1]])
    expect(figures(context)).toEqual([['one', 1, 1, 60, 1, 1]])
    const file = new DatabaseSync(join(context.dir, 'views.db'))
    file.exec(`UPDATE figures SET messages_sent = 99; UPDATE state SET value = 'older' WHERE key = 'format'`)
    file.close()
    expect(figures(context)).toEqual([['one', 1, 1, 60, 1, 1]])
  })
})
