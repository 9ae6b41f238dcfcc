import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../support/database.ts'
import { openEngine } from '../../support/workspace.ts'
import { differences } from './compare.ts'
import { conversationPages, until } from './data.ts'
import { openDuck } from './duckdb.ts'
import { asksFloorwalker, asksSql } from './engines.ts'
import { prepareWorkspace } from './floorwalker.ts'
import { filters, questionOf } from './questions.ts'
import { readNames } from './rows.ts'
import { clockOf } from './sqlAnswer.ts'

const size = { name: 'quick', conversations: 2500, days: 60 } as const

describe('the page of the benchmark', () => {
  it('has the same figures in DuckDB as in Floorwalker', async () => {
    const workspace = prepareWorkspace(temporaryFolder(), size)
    const names = readNames(workspace.dir)
    const duck = await openDuck(workspace.folder, { ...workspace, names })
    const engine = await openEngine(workspace.dir)
    try {
      for (const filter of filters) {
        const question = questionOf(30, filter, 0)
        const own = (await asksFloorwalker(engine)(question))()
        for (const ask of [duck.askTogether, duck.askApart])
          expect(differences(own, (await asksSql(ask, names)(question))())).toEqual([])
        expect(own.size).toBeGreaterThan(filter === 'agent' ? 20 : 200)
      }
    } finally {
      await engine.close()
      duck.close()
    }
  })

  it('crosses a change of the clocks', () => {
    const clock = clockOf(questionOf(30, 'none', 14))
    expect(new Set(clock.map(({ ahead }) => ahead))).toEqual(new Set([-4 * 3_600_000, -5 * 3_600_000]))
    expect(clock[0]?.until).toBe(Date.UTC(2026, 10, 1, 6))
  })
})

describe('the comparison', () => {
  it('names a figure that differs, is missing or is there for nothing', () => {
    const one = new Map([
      ['now all a', 1],
      ['now all b', 2],
      ['now all same', 0.1 + 0.2],
    ])
    const other = new Map([
      ['now all a', 1.001],
      ['now all c', 3],
      ['now all same', 0.3],
    ])
    expect(differences(one, other)).toEqual([
      'now all a: 1 and 1.001',
      'now all b: 2 and nothing',
      'now all c: nothing and 3',
    ])
  })
})

describe('the made-up conversations', () => {
  it('are the same every time, and end before the page does', () => {
    const all = () => [...conversationPages(size, 1000)].flat()
    const records = all()
    expect(all()).toEqual(records)
    const started = records.flatMap((record) =>
      record.kind === 'conversation' ? (record.openedAt ?? 0) : [],
    )
    expect(started).toHaveLength(size.conversations)
    expect(Math.max(...started)).toBeLessThan(until)
  })

  it('hold what the page asks about', () => {
    const records = [...conversationPages(size, 1000)].flat()
    const share = (kind: string, holds: (record: (typeof records)[number]) => boolean) => {
      const those = records.filter((record) => record.kind === kind)
      return those.filter(holds).length / those.length
    }
    const failed = share(
      'message_status',
      (record) => record.kind === 'message_status' && record.status === 'failed',
    )
    expect(failed).toBeGreaterThan(0.008)
    expect(failed).toBeLessThan(0.018)
    const bots = share('message', (record) => record.kind === 'message' && record.author.type === 'bot')
    expect(bots).toBeGreaterThan(0.01)
    const ratings = records.filter(({ kind }) => kind === 'rating').length / size.conversations
    expect(ratings).toBeGreaterThan(0.15)
    expect(ratings).toBeLessThan(0.25)
    const messages = records.filter(({ kind }) => kind === 'message').length / size.conversations
    expect(messages).toBeGreaterThan(11)
    expect(messages).toBeLessThan(13)
  })
})
