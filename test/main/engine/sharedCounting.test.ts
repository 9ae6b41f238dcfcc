import { describe, expect, it } from 'vitest'
import { createSharedCounting } from '../../../src/main/engine/sharedCounting.ts'
import type { Counted } from '../../../src/main/engine/readerApi.ts'
import type { MetricsAnswer, MetricsQuery } from '../../../src/shared/contract.ts'
import { wholeScope } from '../../support/workspace.ts'

const query = (from: number, name: string): MetricsQuery => ({
  scope: wholeScope(from, from + 1),
  by: [],
  metrics: [],
  definition: name as never,
})

/** A thread that answers with what it was asked, and writes down that it was. */
function createThread(name: string, asked: string[], state = () => 'same') {
  return {
    count(queries: readonly MetricsQuery[], now: number): Promise<Counted> {
      const answers = queries.map(({ scope, definition }) => `${definition} ${scope.from} at ${now}`)
      asked.push(`${name}: ${queries.map(({ definition }) => definition).join()}`)
      return Promise.resolve({
        answers: answers as unknown as readonly MetricsAnswer[],
        state: state(),
        messages: 10,
      })
    },
    refresh: () => Promise.resolve(void asked.push(`${name} refreshed`)),
    memory: () => Promise.resolve({ columnBytes: 5, rssBytes: 0, listBytes: 0 }),
    close: () => Promise.resolve(void asked.push(`${name} closed`)),
  }
}

const page = [query(1, 'a'), query(2, 'b'), query(1, 'a'), query(2, 'b'), query(2, 'b')]
const answers = ['a 1 at 7', 'b 2 at 7', 'a 1 at 7', 'b 2 at 7', 'b 2 at 7']

async function opened(second: (asked: string[]) => ReturnType<typeof createThread>, worthSharing = 10) {
  const asked: string[] = []
  const first = createThread('first', asked)
  const start = () => Promise.resolve(asked).then(second)
  const counting = createSharedCounting({ first, start, now: () => 7, worthSharing, processors: 2 })
  expect(await counting.metricsMany(page)).toEqual(answers)
  expect(asked.splice(0)).toEqual(['first: a,b,a,b,b'])
  await counting.columnBytes()
  return { counting, asked }
}

describe('counting by two threads', () => {
  it('divides the questions by their scopes and puts the answers in order', async () => {
    const { counting, asked } = await opened((log) => createThread('second', log))
    expect(await counting.metricsMany(page)).toEqual(answers)
    expect(asked).toEqual(['first: a,a', 'second: b,b,b'])
    expect(await counting.columnBytes()).toBe(10)
  })

  it('leaves questions about one scope to the first', async () => {
    const { counting, asked } = await opened((log) => createThread('second', log))
    expect(await counting.metricsMany([query(1, 'a'), query(1, 'a')])).toEqual(['a 1 at 7', 'a 1 at 7'])
    expect(asked).toEqual(['first: a,a'])
  })

  it('never mixes two states of the data', async () => {
    const { counting, asked } = await opened((log) => createThread('second', log, () => 'older'))
    expect(await counting.metricsMany(page)).toEqual(answers)
    expect(asked).toEqual(['first: a,a', 'second: b,b,b', 'first: a,b,a,b,b'])
  })

  it('goes on with one where the second cannot start, or has ended', async () => {
    const failing = await opened(() => {
      throw new Error('There is no thread to be had.')
    })
    expect(await failing.counting.metricsMany(page)).toEqual(answers)
    const ended = await opened((log) => ({
      ...createThread('second', log),
      count: () => Promise.reject(new Error('It has ended.')),
      refresh: () => Promise.reject(new Error('It has ended.')),
      close: () => Promise.reject(new Error('It has ended.')),
    }))
    expect(await ended.counting.metricsMany(page)).toEqual(answers)
    await ended.counting.refresh({ conversations: null, dictionary: false })
    await ended.counting.close()
    expect(ended.asked.at(-1)).toBe('first closed')
  })

  it('starts no second where there is little to count', async () => {
    const { counting, asked } = await opened((log) => createThread('second', log), 11)
    await counting.metricsMany(page)
    expect(asked).toEqual(['first: a,b,a,b,b'])
  })

  it('tells both what changed, and closes both', async () => {
    const { counting, asked } = await opened((log) => createThread('second', log))
    await counting.refresh({ conversations: [1], dictionary: true })
    await counting.close()
    expect(asked).toEqual(['first refreshed', 'second refreshed', 'first closed', 'second closed'])
  })
})
