import { describe, expect, it } from 'vitest'
import type { RecordInput } from '../../../src/shared/records.ts'
import { apply, records } from '../../support/database.ts'
import { ask, expectSame, message, openTown } from './town.ts'

/** Three messages a channel, in turn, and one in no channel that is known. */
function messagesOf(channels: number, rounds: number): readonly RecordInput[] {
  const inputs: RecordInput[] = []
  for (let round = 0; round < rounds; round += 1)
    for (let channel = 1; channel <= channels; channel += 1)
      inputs.push(
        message(`m${inputs.length}`, `late order ${channel % 2 === 0 ? 'refund' : 'parcel'}`, {
          conversation: `c${channel}`,
          contact: `p${channel}`,
          channel: `line-${channel}`,
          author: { type: 'contact', id: `p${channel}` },
        }),
      )
  return inputs
}

describe('words in a channel', () => {
  it.each([1, 8, 15, 16, 40])('are those of that channel where there are %i', async (channels) => {
    const town = openTown()
    // So many that those of a lane fill a page.
    const rounds = 32
    apply(town.cache, records(...messagesOf(channels, rounds)))
    await town.writer.finished()
    expect(await town.reader.searchIndex()).toMatchObject({ state: 'ready', pending: 0 })
    for (const channel of new Set([1, Math.ceil(channels / 2), channels])) {
      const own = await ask(town.reader, `order in:line-${channel}`, { limit: 500 })
      expect(new Set(own.groups.map(({ conversation }) => conversation.channel.id))).toEqual(
        new Set([`line-${channel}`]),
      )
      expect(own.groups.flatMap(({ hits }) => hits)).toHaveLength(rounds)
      for (const text of [
        `order in:line-${channel}`,
        `"late order" in:line-${channel} -refund`,
        `order -in:line-${channel}`,
        `order in:line-${channel} in:line-1`,
        `ref* in:line-${channel} before:2026-06-02`,
        `in:line-${channel}`,
      ])
        for (const limit of [3, 50]) await expectSame(town, text, { limit })
    }
  })

  it('are found where the channel is far apart from the word, and page after page', async () => {
    const town = openTown()
    const inputs = messagesOf(2, 1)
    const many = Array.from({ length: 2600 }, (_, index) =>
      message(`x${index + 10}`, 'order', { conversation: 'c2', contact: 'p2', channel: 'line-2' }),
    )
    apply(town.cache, records(...inputs, ...many))
    await town.writer.finished()
    expect(await expectSame(town, 'order in:line-1')).toBe(1)
    const seen: string[] = []
    for (let after: string | null = null; ;) {
      const page = await ask(town.reader, 'order in:line-2', { limit: 200, after })
      seen.push(...page.groups.flatMap(({ hits }) => hits.map(({ id }) => id ?? '')))
      if ((after = page.next) === null) break
    }
    expect(seen).toHaveLength(2601)
    expect(new Set(seen).size).toBe(2601)
  })
})
