/** Whatever is asked, only the views are read and nothing is changed. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Failed } from '../../../src/main/engine/failure.ts'
import { ask } from '../../../src/main/questions/ask.ts'
import { openQuestionDb } from '../../../src/main/questions/questionDb.ts'
import { views } from '../../../src/main/questions/views/all.ts'
import { examples } from '../../../src/renderer/questions/examples.ts'
import type { QuestionContext } from '../../../src/main/questions/viewSources.ts'
import type { QuestionAnswer } from '../../../src/shared/questions.ts'
import { acts, hiddenTables, readings, welcome } from './corpus.ts'
import { bareContext } from './world.ts'

const dir = mkdtempSync(join(tmpdir(), 'floorwalker-'))
let context: QuestionContext
beforeAll(() => {
  context = bareContext(dir)
  answer('SELECT count(*) FROM times')
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function answer(sql: string, rows = 10): QuestionAnswer {
  return ask({ sql, rows }, context, { clock: () => 0, began: () => undefined })
}

/** The sentence a question fails with; null: it was answered. */
function failureOf(sql: string): Failed | null {
  try {
    answer(sql)
    return null
  } catch (error) {
    if (error instanceof Failed) return error
    throw error
  }
}

/** How the files lie there: any write shows. The logs of readers come and go. */
function contents(): readonly string[] {
  return readdirSync(dir)
    .filter((name) => !/-(?:shm|wal)$/.test(name))
    .map((name) => {
      const { size, mtimeMs } = statSync(join(dir, name))
      return `${name} ${size} ${mtimeMs}`
    })
}

const viewNames = new Set(views.map(({ name }) => name))

describe('what a question may touch', () => {
  it('reads every view, and every column of it', () => {
    for (const { name, columns } of views)
      expect(answer(`SELECT * FROM ${name}`).columns.map((column) => column.name)).toEqual(
        columns.map((column) => column.name),
      )
  })

  it.each(Object.entries(examples))('answers the example %s', (_, sql) => {
    expect(failureOf(sql)).toBeNull()
  })

  it.each(welcome)('answers %j', (sql) => {
    expect(failureOf(sql)).toBeNull()
  })

  it('refuses every reading of every hidden table', () => {
    const { db } = openQuestionDb(context)
    const all = hiddenTables.flatMap((table) =>
      readings.map((reading) => reading.replaceAll(/\bT\b/g, table)),
    )
    const compiled = all.filter((sql) => {
      try {
        return db.prepare(sql).columns().length >= 0
      } catch {
        return false
      }
    })
    db.close()
    expect(all.length).toBeGreaterThan(1000)
    expect(compiled).toEqual([])
  })

  it('refuses the raw tables that share a name with a view', () => {
    for (const name of viewNames)
      for (const schema of ['main', 'cache', 'workspace', 'derived'])
        expect(failureOf(`SELECT * FROM ${schema}.${name}`)?.kind).toBe('invalid')
    // Columns that only the raw table has.
    for (const column of ['hash', 'flags', 'pricing', 'k', 'rowid', 'extra'])
      expect(failureOf(`SELECT ${column} FROM messages`)?.message).toContain('no such column')
  })

  it.each(acts)('refuses %j, and changes nothing', (sql) => {
    const before = contents()
    const failure = failureOf(sql)
    expect(failure).toBeInstanceOf(Failed)
    expect(failure?.message).toMatch(/\S.*[.]$/s)
    expect(failure?.hint).not.toBe('')
    expect(contents()).toEqual(before)
  })

  it('tells nobody the names behind the views', () => {
    const texts = [
      ...['EXPLAIN SELECT * FROM messages', 'EXPLAIN QUERY PLAN SELECT * FROM conversations'].flatMap((sql) =>
        answer(sql, 10_000).rows.flat().map(String),
      ),
      failureOf('SELECT nothing FROM messages')?.message ?? '',
      failureOf('SELECT agents.nothing FROM agents')?.message ?? '',
    ]
    expect(texts.filter((text) => /_[0-9a-f]{32}/.test(text))).toEqual([])
  })

  it('holds whatever names a question gives its own tables', () => {
    const name = fc.constantFrom(...viewNames, ...hiddenTables, 'x', 'main', 'temp')
    const table = fc.constantFrom(...hiddenTables)
    const wrap = fc.constantFrom(
      (own: string, of: string) => `WITH "${own}" AS (SELECT * FROM ${of}) SELECT * FROM "${own}"`,
      (own: string, of: string) =>
        `WITH "${own}" AS MATERIALIZED (SELECT * FROM ${of}) SELECT 1 FROM "${own}"`,
      (own: string, of: string) => `SELECT * FROM (SELECT * FROM ${of}) AS "${own}"`,
      (own: string, of: string) => `SELECT * FROM ${of} AS "${own}"`,
      (own: string, of: string) => `SELECT * FROM agents AS "${own}", ${of} AS y`,
      (own: string, of: string) =>
        `WITH a AS (SELECT 1), "${own}" AS (SELECT * FROM a, (SELECT count(*) FROM ${of})) SELECT * FROM "${own}"`,
    )
    fc.assert(
      fc.property(name, table, wrap, fc.option(wrap, { nil: null }), (own, of, inner, outer) => {
        const read = inner(own, of)
        expect(failureOf(outer === null ? read : outer(own, `(${read})`))).not.toBeNull()
      }),
    )
  })

  it('takes any text without falling over', () => {
    const words = fc.constantFrom(
      ...'SELECT FROM WHERE WITH RECURSIVE AS ( ) * , ; \' " ` [ ] -- /* */ agents messages settings 1 NULL count(*) JOIN UNION ALL VALUES . main temp'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (sql) => {
          const failure = failureOf(sql)
          if (failure !== null) expect(failure.message).not.toBe('')
        },
      ),
    )
  })
})
