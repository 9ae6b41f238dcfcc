import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { askAgainOnChange } from '../../src/renderer/askAgain.ts'
import type { Topic } from '../../src/shared/contract.ts'

/** A question about `topics` that is shown on a screen; answers wait until they are given. */
function screen(client: QueryClient, name: string, topics: readonly Topic[]) {
  const open: ((value: number) => void)[] = []
  let asked = 0
  const fetch = () =>
    client.fetchQuery({
      queryKey: [name],
      meta: { topics },
      queryFn: () => {
        asked += 1
        return new Promise<number>((resolve) => open.push(resolve))
      },
    })
  return {
    fetch,
    asked: () => asked,
    invalid: () => client.getQueryState([name])?.isInvalidated ?? false,
    answer: async () => {
      open.shift()?.(asked)
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

function clock() {
  const waiting: (() => void)[] = []
  return {
    later: (_: number, callback: () => void) => void waiting.push(callback),
    pass: () => {
      for (const callback of waiting.splice(0)) callback()
    },
    waiting: () => waiting.length,
  }
}

describe('asking again', () => {
  it('touches only the questions about what changed', async () => {
    const client = new QueryClient()
    const numbers = screen(client, 'metrics', ['numbers'])
    const settings = screen(client, 'settings', ['settings'])
    for (const one of [numbers, settings]) {
      void one.fetch()
      await one.answer()
    }
    askAgainOnChange(client, clock().later)(['numbers', 'flags'])
    expect(numbers.invalid()).toBe(true)
    expect(settings.invalid()).toBe(false)
  })

  it('gathers what is announced in between into one round', async () => {
    const client = new QueryClient()
    const numbers = screen(client, 'metrics', ['numbers'])
    void numbers.fetch()
    await numbers.answer()
    const time = clock()
    const changed = askAgainOnChange(client, time.later)
    changed(['flags'])
    for (let count = 0; count < 50; count += 1) changed(['numbers'])
    expect(numbers.invalid()).toBe(false)
    expect(time.waiting()).toBe(1)
    time.pass()
    expect(numbers.invalid()).toBe(true)
  })

  it('asks again after the answer when something changed while a question was under way', async () => {
    const client = new QueryClient()
    const slow = screen(client, 'metrics', ['numbers'])
    void slow.fetch()
    const time = clock()
    askAgainOnChange(client, time.later)(['numbers'])
    expect(slow.invalid()).toBe(false)
    await slow.answer()
    time.pass()
    expect(slow.invalid()).toBe(true)
  })

  it('comes to rest when nothing changes', () => {
    const time = clock()
    askAgainOnChange(new QueryClient(), time.later)(['numbers'])
    time.pass()
    expect(time.waiting()).toBe(0)
  })
})
