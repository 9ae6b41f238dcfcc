import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createSearchWriter } from '../../../src/main/search/searchWriter.ts'
import { openIndex, readBatch } from '../../../src/main/search/indexFile.ts'
import { rawSql, sql } from '../../../src/main/store/database.ts'
import { forgetSource } from '../../../src/main/store/forget.ts'
import { below, randomFrom } from '../../bench/metrics/random.ts'
import { apply, records } from '../../support/database.ts'
import {
  ask,
  expectSame,
  idsOf,
  message,
  now,
  openTown,
  queryFrom,
  recordsFrom,
  start,
  type Town,
} from './town.ts'

const ids = async (town: Town, text: string) => idsOf(await ask(town.reader, text))

describe('what leaves the data leaves the index', () => {
  it('revoked, removed and edited messages, erased contacts, closed-down sources', async () => {
    const town = openTown()
    const { cache, writer } = town
    apply(
      cache,
      records(
        { kind: 'contact', id: 'p', name: 'Maria Lopez', phone: '+49 170 1234567' },
        message('m1', 'needle one'),
        message('m2', 'needle two'),
        message('m3', 'needle three'),
        { kind: 'comment', id: 'n1', conversation: 'c', at: start, agent: null, text: 'needle note' },
      ),
    )
    await writer.finished()
    expect(await ids(town, 'needle ')).toEqual(['m3', 'm2', 'm1', 'n1'])
    expect(await ids(town, 'maria ')).toEqual(['contact c'])
    apply(
      cache,
      records(
        message('r1', null, { at: start + 9e6, replyTo: 'm1', content: { type: 'revoke' } }),
        message('e1', null, { at: start + 9e6, replyTo: 'm2', content: { type: 'edit', text: 'haystack' } }),
        { kind: 'removed', of: 'message', id: 'm3', at: start + 9e6, reason: 'upstream' },
        { kind: 'removed', of: 'contact', id: 'p', at: start + 9e6, reason: 'erasure' },
      ),
    )
    for (const moment of ['before it is indexed', 'after it is indexed']) {
      expect([moment, await ids(town, 'needle ')]).toEqual([moment, ['n1']])
      expect([moment, await ids(town, 'haystack ')]).toEqual([moment, ['m2']])
      expect([moment, await ids(town, 'maria ')]).toEqual([moment, []])
      expect([moment, await ids(town, '01701234567')]).toEqual([moment, []])
      expect([moment, await ids(town, 'is:revoked')]).toEqual([moment, ['m1']])
      expect([moment, await ids(town, 'is:edited')]).toEqual([moment, ['m2']])
      await writer.finished()
    }
    forgetSource(cache, 'test')
    await writer.finished()
    expect(await ids(town, 'haystack ')).toEqual([])
    expect(await town.reader.searchIndex()).toMatchObject({ indexed: 0, pending: 0, state: 'ready' })
  })

  it('a removed conversation with all that was said in it', async () => {
    const town = openTown()
    apply(town.cache, records(message('m1', 'needle'), message('m2', 'needle', { conversation: 'd' })))
    await town.writer.finished()
    apply(town.cache, records({ kind: 'removed', of: 'conversation', id: 'c', at: now, reason: 'upstream' }))
    expect(await ids(town, 'needle ')).toEqual(['m2'])
    await town.writer.finished()
    expect(await ids(town, 'needle ')).toEqual(['m2'])
  })
})

describe('a process that ends at any moment', () => {
  it('between keeping a batch and taking it from the log: the batch is done again', async () => {
    const town = openTown()
    await town.writer.finished()
    apply(town.cache, records(...recordsFrom(21)))
    const log = rawSql<[number, number]>(town.cache, 'SELECT seq, ref FROM search_pending').all()
    await town.writer.finished()
    await town.writer.stop()
    // As if the log had not been shortened any more.
    sql(town.cache, 'UPDATE search_batch SET number = ?').run(readBatch(town.cache) - 1)
    for (const entry of log) sql(town.cache, 'INSERT INTO search_pending VALUES (?, ?)').run(...entry)
    apply(town.cache, records(message('c1-0', 'changed in between', { conversation: 'c1', at: start })))
    const writer = createSearchWriter({ dir: town.dir, cache: town.cache, onChange: () => undefined })
    await writer.finished()
    const random = randomFrom(21)
    for (let number = 0; number < 60; number += 1) await expectSame(town, queryFrom(random))
    await writer.stop()
  })

  it('during the first build: it goes on where it was', async () => {
    const town = openTown()
    await town.writer.stop()
    apply(town.cache, records(...recordsFrom(22, 120)))
    rmSync(join(town.dir, 'search.db'), { force: true })
    const random = randomFrom(22)
    for (let round = 0; round < 12; round += 1) {
      const writer = createSearchWriter({ dir: town.dir, cache: town.cache, onChange: () => undefined })
      for (let turn = 0; turn <= round; turn += 1) await new Promise((resolve) => setImmediate(resolve))
      await writer.stop()
      apply(town.cache, records(message(`x${round}`, 'order refund', { conversation: `c${round}` })))
      for (let number = 0; number < 5; number += 1) await expectSame(town, queryFrom(random))
    }
  })
})

describe('what changes while the index is built', () => {
  it('is neither lost nor found as it was', async () => {
    const town = openTown()
    await town.writer.stop()
    apply(town.cache, records(...recordsFrom(31, 400)))
    rmSync(join(town.dir, 'search.db'), { force: true })
    const random = randomFrom(31)
    const writer = createSearchWriter({ dir: town.dir, cache: town.cache, onChange: () => undefined })
    for (let round = 0; round < 14; round += 1) {
      await new Promise((resolve) => setImmediate(resolve))
      const from = `c${below(random, 400)}`
      // Read ahead, and not in yet.
      const next = Array.from({ length: 50 }, (_, index) => `c${399 - round * 50 - index}-0`)
      apply(
        town.cache,
        records(
          ...next.map((id) => ({ kind: 'removed', of: 'message', id, at: now, reason: 'upstream' }) as const),
          { kind: 'removed', of: 'message', id: `${from}-0`, at: now, reason: 'upstream' },
          message(`e${round}`, null, {
            conversation: from,
            at: now,
            replyTo: `${from}-1`,
            content: { type: 'edit', text: 'order needle' },
          }),
          message(`y${round}`, 'order refund', { conversation: from }),
        ),
      )
      writer.note()
      for (let number = 0; number < 3; number += 1) await expectSame(town, queryFrom(random))
    }
    await writer.finished()
    for (let number = 0; number < 60; number += 1) await expectSame(town, queryFrom(random))
    for (const text of ['order', 'refund', 'needle']) await expectSame(town, text)
    const grown = await town.reader.searchIndex()
    expect(grown).toMatchObject({ state: 'ready', pending: 0 })
    await writer.rebuild()
    await writer.finished()
    expect((await town.reader.searchIndex()).indexed).toBe(grown.indexed)
    await writer.stop()
  })
})

describe('the file of the index', () => {
  const filled = async () => {
    const town = openTown()
    apply(town.cache, records(...recordsFrom(23), message('m1', 'needle')))
    await town.writer.finished()
    return town
  }

  it('may be deleted: it is made anew', async () => {
    const town = await filled()
    await town.writer.stop()
    for (const end of ['', '-wal', '-shm']) rmSync(join(town.dir, `search.db${end}`), { force: true })
    expect(await ids(town, 'needle ')).toEqual(['m1'])
    expect((await town.reader.searchIndex()).state).toBe('rebuilding')
    const writer = createSearchWriter({ dir: town.dir, cache: town.cache, onChange: () => undefined })
    await writer.finished()
    expect((await town.reader.searchIndex()).state).toBe('ready')
    await writer.stop()
  })

  it('damaged or foreign: it is left as it is, the scan answers, and a rebuild replaces it', async () => {
    const spoil: readonly ((file: string) => void)[] = [
      (file) => writeFileSync(file, 'this is no database at all, but somebody needs it'),
      (file) => {
        const foreign = new Database(`${file}.foreign`)
        foreign.exec('CREATE TABLE theirs(x); INSERT INTO theirs VALUES (1)')
        foreign.close()
        writeFileSync(file, readFileSync(`${file}.foreign`))
      },
      (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
      (file) => {
        const bytes = readFileSync(file)
        bytes.fill(0xa5, 8192)
        writeFileSync(file, bytes)
      },
    ]
    for (const [way, damage] of spoil.entries()) {
      const town = await filled()
      await town.writer.stop()
      const file = join(town.dir, 'search.db')
      damage(file)
      for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true })
      const before = readFileSync(file)
      expect([way, await ids(town, 'needle ')]).toEqual([way, ['m1']])
      expect([way, (await town.reader.searchIndex()).state]).toEqual([way, 'damaged'])
      const writer = createSearchWriter({ dir: town.dir, cache: town.cache, onChange: () => undefined })
      apply(town.cache, records(message('m2', 'needle')))
      await writer.finished()
      expect([way, await ids(town, 'needle ')]).toEqual([way, ['m2', 'm1']])
      expect([way, existsSync(file) && readFileSync(file).equals(before)]).toEqual([way, true])
      await writer.rebuild()
      await writer.finished()
      expect([way, (await town.reader.searchIndex()).state]).toEqual([way, 'ready'])
      expect([way, await ids(town, 'needle ')]).toEqual([way, ['m2', 'm1']])
      await writer.stop()
    }
  })

  it('found damaged while it was written, then deleted by hand: it is made anew', async () => {
    const town = await filled()
    await town.writer.stop()
    sql(town.cache, 'UPDATE search_batch SET given_up = 1').run()
    expect((await town.reader.searchIndex()).state).toBe('damaged')
    for (const end of ['', '-wal', '-shm']) rmSync(join(town.dir, `search.db${end}`), { force: true })
    const writer = createSearchWriter({ dir: town.dir, cache: town.cache, onChange: () => undefined })
    await writer.finished()
    expect((await town.reader.searchIndex()).state).toBe('ready')
    expect(await ids(town, 'needle ')).toEqual(['m1'])
    await writer.stop()
  })

  it('of another cache.db, or of a newer state of it, is made anew', async () => {
    const town = await filled()
    await town.writer.stop()
    expect(openIndex(town.dir, town.cache, 'writer').kind).toBe('open')
    sql(town.cache, 'UPDATE search_batch SET number = number - 2').run()
    expect(openIndex(town.dir, town.cache, 'writer').kind).toBe('missing')
    sql(town.cache, 'UPDATE search_batch SET number = number + 3').run()
    expect(openIndex(town.dir, town.cache, 'reader').kind).toBe('missing')
    sql(town.cache, 'UPDATE search_batch SET number = number - 1').run()
    sql(town.cache, "UPDATE derivation SET value = 'another' WHERE key = 'epoch'").run()
    expect(openIndex(town.dir, town.cache, 'reader').kind).toBe('missing')
  })
})

describe('whatever is typed', () => {
  it('is never syntax and never an error', async () => {
    const town = openTown()
    apply(
      town.cache,
      records(...recordsFrom(24), message('m1', `Robert'); DROP TABLE messages;-- "quoted" NEAR(a b)`)),
    )
    await town.writer.finished()
    const nasty = [
      `'; DROP TABLE documents; --`,
      `"robert" OR 1=1`,
      'NEAR(robert drop, 2)',
      'robert AND NOT drop',
      '^robert + drop',
      '{terms} : robert',
      'postings:robert',
      '"unclosed robert',
      '***',
      '- -- ---',
      '\u0000\u0001robert\u0002',
      '\ue000\ue001\ue100 \u{f0001}',
      '\ud800 \udfff',
      'x'.repeat(5000),
      '"'.repeat(999),
      '('.repeat(999),
      Array.from({ length: 80 }, (_, index) => `word${index}`).join(' '),
      'before:9999-99-99 after:x on:2026-02-30 has:everything is:never from: in:""',
      'contact:% contact:_ contact:\\ category:\u0027',
    ]
    for (const text of nasty) await expectSame(town, text)
    expect(await ids(town, `'; DROP TABLE messages`)).toEqual(['m1'])
    expect(await ids(town, '"near a b"')).toEqual(['m1'])
    expect(await town.reader.searchIndex()).toMatchObject({ state: 'ready', pending: 0 })
  })

  it('is told where it names nothing here', async () => {
    const town = openTown()
    apply(town.cache, records(message('m1', 'needle')))
    const answer = await ask(town.reader, 'needle from:nobody')
    expect(answer.groups).toEqual([])
    expect(answer.notices).toEqual([{ code: 'unknown_value', source: 'from:nobody' }])
  })
})

describe('pages', () => {
  it('lose and repeat nothing while messages come', async () => {
    const town = openTown()
    const all = Array.from({ length: 60 }, (_, index) =>
      message(`m${index}`, 'needle', {
        conversation: `c${index % 7}`,
        at: start + Math.floor(index / 3) * 1000,
      }),
    )
    apply(town.cache, records(...all))
    await town.writer.finished()
    for (const order of ['newest', 'best'] as const) {
      const seen: string[] = []
      let late = 0
      for (let after: string | null = null; ;) {
        const answer = await ask(town.reader, 'needle ', { order, after, limit: 7 })
        seen.push(...idsOf(answer))
        if ((after = answer.next) === null) break
        late += 1
        apply(town.cache, records(message(`late-${order}-${late}`, 'needle', { at: now + late * 1000 })))
        if (late % 2 === 0) await town.writer.finished()
      }
      const early = seen.filter((id) => !id.startsWith('late'))
      expect(early.toSorted()).toEqual(all.map((_, index) => `m${index}`).toSorted())
    }
  })
})

describe('inside one conversation', () => {
  it('all hits stand in the order they were said', async () => {
    const town = openTown()
    apply(
      town.cache,
      records(
        message('m3', 'needle three'),
        message('m1', 'needle one'),
        message('m2', 'nothing'),
        message('m9', 'needle', { conversation: 'other' }),
        { kind: 'comment', id: 'n1', conversation: 'c', at: start + 90_000, agent: null, text: 'a needle' },
      ),
    )
    const inside = (text: string) => town.reader.searchInside({ conversation: 'c', text, zone: 'UTC' })
    expect((await inside('needle ')).ids).toEqual(['m1', 'n1', 'm3'])
    expect((await inside('needle -three ')).ids).toEqual(['m1', 'n1'])
    expect((await inside('')).ids).toEqual([])
  })
})
