import { expect, it } from 'vitest'
import { withSlowLog } from '../../../src/main/engine/slow.ts'

it('tells questions that take longer than 100 ms, and nothing of what the engine does for itself', async () => {
  const told: unknown[] = []
  let clock = 0
  const taking = (ms: number) => async () => void (clock += ms)
  const api = withSlowLog(
    { metrics: taking(101), flags: taking(100), refresh: taking(500), openFlagChanges: taking(500) },
    { now: () => clock, announce: (event, data) => told.push([event, data]) },
  )
  await api.metrics()
  await api.flags()
  await api.refresh()
  await api.openFlagChanges()
  expect(told).toEqual([['slow', { request: 'metrics', ms: 101 }]])
})

it('tells a question that failed late, and fails as it did', async () => {
  const told: unknown[] = []
  let clock = 0
  const api = withSlowLog(
    { explain: () => Promise.reject(new Error(`after ${(clock += 190)} ms`)) },
    { now: () => clock, announce: (_, data) => told.push(data) },
  )
  await expect(api.explain()).rejects.toThrow('after 190 ms')
  expect(told).toEqual([{ request: 'explain', ms: 190 }])
})
