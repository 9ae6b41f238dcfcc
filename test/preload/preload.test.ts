import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import type { Transport } from '../../src/shared/contract.ts'

const ipcRenderer = new EventEmitter()
const exposed: Record<string, unknown> = {}
vi.mock('electron', () => ({
  ipcRenderer,
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void (exposed[name] = value) },
}))
await import('../../src/preload/index.ts')

it('keeps what was chosen before the page listened, for the first listener and only once', () => {
  const transport = exposed['transport'] as Transport
  ipcRenderer.emit('event', {}, 'changed', { topics: ['flags'] })
  ipcRenderer.emit('event', {}, 'chosen', { flag: 'a' })
  ipcRenderer.emit('event', {}, 'chosen', { flag: 'b' })
  const first: unknown[] = []
  const second: unknown[] = []
  const stop = transport.listen('chosen', (data) => first.push(data))
  expect(first).toEqual([{ flag: 'b' }])
  stop()
  transport.listen('chosen', (data) => second.push(data))
  ipcRenderer.emit('event', {}, 'chosen', { flag: 'c' })
  expect([first, second]).toEqual([[{ flag: 'b' }], [{ flag: 'c' }]])
})
