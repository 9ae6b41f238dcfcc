/** Questions in a real process: limits, queue, taking back, and what is left when it dies. */
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../support/database.ts'
import { bareContext, openDesk, query } from './world.ts'

const endless = 'WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r'
const failure = async (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => (error as { failure?: { kind: string; message: string } }).failure ?? error,
  )

describe('questions on their way', () => {
  it('answers with columns, rows and how old the data is', async () => {
    const context = bareContext(temporaryFolder())
    const answer = await openDesk(context).askQuestion(
      query(
        "SELECT 1 AS one, 'a' AS text, NULL AS none, 1.5 AS half, 9007199254740993 AS large, x'0102' AS blob",
      ),
    )
    expect(answer.columns.map(({ name }) => name)).toEqual(['one', 'text', 'none', 'half', 'large', 'blob'])
    expect(answer.rows).toEqual([[1, 'a', null, 1.5, '9007199254740993', 'blob of 2 bytes']])
    expect(answer).toMatchObject({ cut: false, asOf: context.now })
  })

  it('cuts at the rows it is asked for, and says so', async () => {
    const desk = openDesk(bareContext(temporaryFolder()))
    const counted = 'WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 20) SELECT n FROM r'
    expect(await desk.askQuestion(query(counted, { rows: 20 }))).toMatchObject({ cut: false })
    const cut = await desk.askQuestion(query(counted, { rows: 7 }))
    expect(cut).toMatchObject({ cut: true })
    expect(cut.rows).toHaveLength(7)
    // Endless rows, of which few are wanted, end by themselves.
    const rows = `WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r`
    expect((await desk.askQuestion(query(rows, { rows: 3 }))).rows).toEqual([[1], [2], [3]])
    // So do rows that are too long to be held.
    const long = `WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT hex(zeroblob(1000000)) FROM r`
    const held = await desk.askQuestion(query(long))
    expect(held.cut).toBe(true)
    expect(held.rows.length).toBeLessThan(20)
  })

  it('ends a question whose time is up, and answers the next', async () => {
    const desk = openDesk(bareContext(temporaryFolder()))
    expect(await failure(desk.askQuestion(query(endless, { seconds: 1 })))).toMatchObject({
      kind: 'busy',
      message: 'The question took longer than 1 s and was stopped; nothing was changed.',
    })
    expect((await desk.askQuestion(query('SELECT 2'))).rows).toEqual([[2]])
  })

  it('takes a question back at once, running or waiting, and asks the others in order', async () => {
    const desk = openDesk(bareContext(temporaryFolder()))
    const done: string[] = []
    const note = (name: string) => (asked: Promise<unknown>) =>
      asked.then(
        () => done.push(name),
        () => done.push(`${name} not`),
      )
    const running = note('running')(desk.askQuestion(query(endless, { id: 'running' })))
    const waiting = note('waiting')(desk.askQuestion(query('SELECT 1', { id: 'waiting' })))
    const last = note('last')(desk.askQuestion(query('SELECT 1', { id: 'last' })))
    await desk.began(0)
    await desk.cancelQuestion('waiting')
    await desk.cancelQuestion('running')
    await desk.cancelQuestion('nobody')
    await Promise.all([running, waiting, last])
    expect(done).toEqual(['waiting not', 'running not', 'last'])
  })

  it('stops a question that needs too much memory, with a sentence', async () => {
    const desk = openDesk(bareContext(temporaryFolder()))
    // A sort of several gigabytes.
    const hungry = `WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 1000)
      SELECT * FROM (SELECT n, hex(zeroblob(1900000)) || n AS x FROM r) ORDER BY x DESC`
    expect(await failure(desk.askQuestion(query(hungry)))).toMatchObject({
      message: 'The question needs more memory than the console gives it; it was stopped.',
    })
    expect((await desk.askQuestion(query('SELECT 3'))).rows).toEqual([[3]])
  })

  it('says so when the process dies, and starts another', async () => {
    const desk = openDesk(bareContext(temporaryFolder()))
    const asked = failure(desk.askQuestion(query(endless)))
    await desk.began(0)
    desk.children[0]?.kill()
    expect(await asked).toMatchObject({
      message: 'The process that answers questions stopped by itself; nothing was lost.',
    })
    expect((await desk.askQuestion(query('SELECT 4'))).rows).toEqual([[4]])
    expect(desk.children).toHaveLength(2)
    desk.close()
    expect(await failure(desk.askQuestion(query('SELECT 5')))).not.toBeNull()
  })

  it('fails as it should where there is nothing to ask', async () => {
    const context = bareContext(temporaryFolder())
    const desk = openDesk({ ...context, dir: `${context.dir}/nowhere` })
    expect(await failure(desk.askQuestion(query('SELECT 1')))).toMatchObject({ kind: 'denied' })
  })

  it('names what was perhaps meant, and the line', async () => {
    const desk = openDesk(bareContext(temporaryFolder()))
    const said = async (sql: string) => {
      const { message, hint } = (await failure(desk.askQuestion(query(sql)))) as {
        message: string
        hint: string
      }
      return `${message} ${hint}`
    }
    expect(await said('SELECT\n  chanel\nFROM messages')).toBe(
      'SQLite: no such column: chanel (line 2). Did you mean channel?',
    )
    expect(await said('SELECT * FROM mesages')).toBe('SQLite: no such table: mesages. Did you mean messages?')
    expect(await said('SELECT first_response FROM conversations')).toContain('first_response_time')
    expect(await said('SELECT agent FORM agents')).toMatch(/^SQLite: .*syntax error/)
    expect(await said('SELECT * FROM settings')).toMatch(/^There is no view “settings” to read here\./)
  })
})
