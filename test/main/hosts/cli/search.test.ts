import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchAnswer } from '../../../../src/shared/searching.ts'
import { emptyOffice, openOffice, type Office } from './commandLine.ts'

let office: Office
beforeAll(async () => void (office = await openOffice()))
afterAll(() => office.close())

const find = (...args: readonly string[]) => office.json<SearchAnswer>('search', ...args)

describe('floorwalker search', () => {
  it('tells each hit under its conversation, what was found in brackets', async () => {
    const { code, out } = await office.call('search', '1007')
    expect({ code, out }).toEqual({
      code: 0,
      out: 'c7  Zelda Number7\n  2026-05-04T16:00:00.000Z  Where is my parcel? It is number [1007].\n1 hits\n',
    })
  })

  it('takes its last word to its end: it is no beginning of another', async () => {
    expect((await find('parce')).total.hits).toBe(0)
    expect((await find('parce*')).total.hits).toBe(80)
  })

  it('takes what is left out with its dash, alone or among others, and puts words of the call together', async () => {
    // What is set against something else is counted to fifty and then told as "more".
    expect((await find('-from:ana')).total).toMatchObject({ hits: 50 })
    expect((await find('parcel', '-from:contact')).total.hits).toBe(40)
    expect((await find('--', '-from:ana')).total).toMatchObject({ hits: 50 })
    expect((await find('where', 'parcel', '-Vienna', '-hello', '-tomorrow')).total.hits).toBe(40)
  })

  it('goes on where a page ended', async () => {
    const first = await find('where', '--limit', '30')
    const rest = await find('where', '--limit', '30', '--after', first.next ?? '')
    const chats = [first, rest].flatMap(({ groups }) => groups.map(({ conversation }) => conversation.id))
    expect(new Set(chats).size).toBe(40)
    expect(rest.next).toBeNull()
    const { err } = await office.call('search', 'where', '--limit', '30')
    expect(err).toContain(`More: --after ${first.next}\n`)
  })

  it('says what it left out, and answers the rest', async () => {
    const { code, out, err } = await office.call('search', '1007 before:2026-02-30')
    expect(code).toBe(0)
    expect(err).toContain('Left out: before:2026-02-30 (bad_date).\n')
    expect(out).toContain('\n1 hits\n')
  })

  it.each([["'; DROP TABLE messages; --"], ['"1007" OR 1=1'], ['NEAR(parcel 1007, 2)'], ['{text} : parcel']])(
    'takes %s for words',
    async (text) => {
      expect((await office.call('search', text)).code).toBe(0)
      expect((await find('parcel')).total.hits).toBe(80)
    },
  )

  it.each([
    [[], 'Say what to look for'],
    [['parcel', '--limt', '5'], 'search has no option --limt'],
    [['parcel', '--limit', '0'], '--limit 0 is no whole number of at least 1.'],
    [['parcel', '--order', 'oldest'], '--order oldest does not exist; there are: newest, best.'],
    [['parcel', '--zone', 'Mars'], '--zone Mars is no time zone'],
  ])('answers %j with exit code 2 and what is wrong', async (args, message) => {
    const { code, out, err } = await office.call('search', ...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
  })

  it('answers a place that is none with exit code 1', async () => {
    const { code, err } = await office.call('search', 'parcel', '--after', 'nonsense')
    expect([code, err]).toEqual([
      1,
      'The place in the hits to go on from cannot be read.\nSearch again from the beginning.\n',
    ])
  })

  it('finds all the same where there is no index yet, or it is damaged', async () => {
    const file = join(office.workspace, 'search.db')
    rmSync(file)
    expect((await find('1007')).total.hits).toBe(1)
    expect((await office.call('search', '1007')).err).toMatch(
      /^The search index is not complete: \d+ entries/,
    )
    writeFileSync(file, 'something else')
    const answer = await find('1007')
    expect(answer.total.hits).toBe(1)
    expect(answer.index.state).toBe('damaged')
    expect(readFileSync(file, 'utf8')).toBe('something else')
    expect((await office.call('search', '1007')).err).toContain('The search index is damaged')
  })

  it('makes a damaged index anew, and waits until everything is in it', async () => {
    const nothing = await office.call('search')
    expect([nothing.code, nothing.err]).toEqual([2, expect.stringContaining('Say what to look for')])
    writeFileSync(join(office.workspace, 'search.db'), 'something else')
    const { code, err } = await office.call('search', '--rebuild')
    expect([code, err]).toEqual([0, expect.stringContaining('The search index was made anew.\n')])
    expect((await find('1007')).index).toMatchObject({ state: 'ready', pending: 0 })
    expect((await find('1007', '--rebuild')).total.hits).toBe(1)
  })

  it('makes no workspace where there is none', async () => {
    const nowhere = emptyOffice()
    const { code, err } = await nowhere.call('search', 'parcel')
    expect([code, existsSync(nowhere.workspace)]).toEqual([1, false])
    expect(err).toContain('There is no workspace in')
    nowhere.close()
  })
})

describe('floorwalker transcript', () => {
  const write = (out: string, ...args: readonly string[]) =>
    office.call('transcript', '--out', join(office.folder, out), ...args)
  const read = (name: string) => readFileSync(join(office.folder, name), 'utf8')

  it('writes chats with names hidden, or shown where asked', async () => {
    expect((await write('hidden.txt', 'c1', 'c2')).code).toBe(0)
    expect(read('hidden.txt')).not.toContain('Zelda')
    expect(read('hidden.txt')).toContain('parcel comes tomorrow')
    expect((await write('shown.html', 'c1', '--show-names', '--language', 'de')).code).toBe(0)
    expect(read('shown.html')).toContain('Zelda Number1')
    expect(read('shown.html')).toContain('<html lang="de"')
  })

  it('tells a program where the file is', async () => {
    const out = join(office.folder, 'one.txt')
    expect(await office.json('transcript', 'c1', '--out', out)).toEqual({ saved: out })
  })

  it.each([
    ['one.doc', ['c1'], 2, 'the file’s name must end in .pdf, .html or .txt.'],
    ['none.txt', [], 2, "missing required argument 'conversations'"],
    ['it.txt', ['c1', '--language', 'it'], 2, '--language it does not exist'],
    ['gone.txt', ['c1', 'c999'], 1, 'There is no conversation "c999".'],
    ['no/folder.txt', ['c1'], 1, 'no/folder.txt could not be written: there is no such folder'],
  ])('writes nothing to %s for %j', async (name, args, code, message) => {
    const called = await write(name, ...args)
    expect([called.code, called.out]).toEqual([code, ''])
    expect(called.err).toContain(message)
    expect(readdirSync(office.folder)).not.toContain(name)
  })
})
