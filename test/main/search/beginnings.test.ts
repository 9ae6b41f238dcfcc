import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../bench/metrics/random.ts'
import { apply, records } from '../../support/database.ts'
import { ask, expectSame, idsOf, message, openTown, recordsFrom, start, words } from './town.ts'

describe('a word that is only begun', () => {
  it('is found by as many of its letters as were typed, in every script, alone and behind another word', async () => {
    const town = openTown()
    apply(town.cache, records(...recordsFrom(51, 40)))
    await town.writer.finished()
    let found = 0
    for (const word of [...words, '40917', '退款订单', 'ขอคืนเงิน'])
      for (let length = 1; length <= Math.min(8, word.length); length += 1) {
        const begun = word.slice(0, length)
        if (!begun.isWellFormed()) continue
        found += await expectSame(town, `${begun}*`)
        found += await expectSame(town, `order ${begun}`)
        found += await expectSame(town, `is:failed ${begun}`)
        found += await expectSame(town, `error:${begun}`)
      }
    expect(found).toBeGreaterThan(1000)
  })

  it('and is followed by more letters or words than are named one by one', async () => {
    const town = openTown()
    const texts = Array.from({ length: 700 }, (_, index) => {
      const letter = String.fromCodePoint(0xac00 + index)
      return `ab${letter} begin${letter} ${100_000 + index}`
    })
    apply(
      town.cache,
      records(...texts.map((text, index) => message(`m${index}`, text, { at: start + index * 1000 }))),
    )
    await town.writer.finished()
    for (const begun of [
      'ab',
      'be',
      'beg',
      'begin',
      'begin가',
      'ab가',
      '10',
      '100',
      '1000',
      '10000',
      '100000',
    ])
      expect([begun, (await expectSame(town, `${begun}*`)) > 0]).toEqual([begun, true])
    expect(idsOf(await ask(town.reader, 'be*', { limit: 3 }))).toEqual(['m699', 'm698', 'm697'])
  })
})

describe('words of messages that failed', () => {
  const failed = (id: string) =>
    ({
      kind: 'message_status',
      message: id,
      status: 'failed',
      at: start + 9e6,
      error: { code: 131047, title: 'Re-engagement message' },
    }) as const
  const out = { direction: 'out', author: { type: 'agent', id: 'ana' } } as const

  it('are those of the messages that failed, and of no others', async () => {
    const town = openTown()
    apply(
      town.cache,
      records(
        message('m1', 'late order, 退款 at 0170 1234567', out),
        message('m2', 'late order, 退款 at 0170 1234567', out),
        message('m3', 'order late', out),
        failed('m1'),
        failed('m3'),
      ),
    )
    await town.writer.finished()
    const finds = async (text: string) => {
      await expectSame(town, text)
      return idsOf(await ask(town.reader, text))
    }
    expect(await finds('is:failed order')).toEqual(['m3', 'm1'])
    expect(await finds('is:failed "late order"')).toEqual(['m1'])
    expect(await finds('"late ord" is:failed')).toEqual([])
    expect(await finds('is:failed late or')).toEqual(['m3', 'm1'])
    expect(await finds('is:failed 退')).toEqual(['m1'])
    expect(await finds('is:failed 退款')).toEqual(['m1'])
    expect(await finds('is:failed 01701234567')).toEqual(['m1'])
    expect(await finds('is:failed -退款 order')).toEqual(['m3'])
    expect(await finds('is:failed error:engage')).toEqual(['m3', 'm1'])
    expect(await finds('-is:failed order ')).toEqual(['m2'])
  })

  it('leave with the failure, and come with it', async () => {
    const town = openTown()
    apply(town.cache, records(message('m1', 'needle', out), failed('m1')))
    await town.writer.finished()
    expect(idsOf(await ask(town.reader, 'needle is:failed'))).toEqual(['m1'])
    apply(
      town.cache,
      records({ kind: 'message_status', message: 'm1', status: 'delivered', at: start + 99e5 }),
    )
    for (const moment of ['before it is indexed', 'after it is indexed']) {
      expect([moment, idsOf(await ask(town.reader, 'needle is:failed'))]).toEqual([moment, []])
      expect([moment, idsOf(await ask(town.reader, 'needle '))]).toEqual([moment, ['m1']])
      await town.writer.finished()
    }
  })

  it('give the same as the scan for any question of them', async () => {
    const town = openTown()
    const random = randomFrom(52)
    apply(town.cache, records(...recordsFrom(52, 60)))
    await town.writer.finished()
    const word = () => words[Math.floor(random() * words.length)]!
    let found = 0
    for (let number = 0; number < 150; number += 1)
      for (const text of [
        `${word()} is:failed`,
        `is:failed -${word()} ${word()}*`,
        `"${word()} ${word()}" is:failed`,
      ])
        found += await expectSame(town, text)
    expect(found).toBeGreaterThan(50)
  })
})
