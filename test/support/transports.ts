/** Every way a request can reach the engine, each opened over the same made-up api, so that one test holds for all. */
import { EventEmitter } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { WebContents } from 'electron'
import type { Api, Events, Transport } from '../../src/shared/contract.ts'
import type { Engine } from '../../src/main/engine/engine.ts'
import { workerTransport } from '../../src/main/engine/port.ts'
import { serve } from '../../src/main/engine/serve.ts'
import { serveIpc } from '../../src/main/hosts/electron/ipc.ts'
import { exposed, ipcRenderer } from './electronPage.ts'
import { openWebConsole } from './openWebConsole.ts'
import { createServedApi, type ServedApi } from './servedApi.ts'

export interface OpenTransport {
  readonly transport: Transport
  close(): Promise<void>
}

export const transports: readonly (readonly [name: string, open: () => Promise<OpenTransport>])[] = [
  ['in the same process', openInProcess],
  ['over a thread’s port', openThread],
  ['over the web console', () => openWebConsole(servedEngine())],
  ['over Electron’s ipc', openIpc],
]

/** The served api as an engine: what it announces reaches whoever listens. */
function servedEngine(): Pick<Engine, 'api' | 'listen'> & { readonly served: ServedApi } {
  const listeners = new EventEmitter()
  const served = createServedApi((event, data) => void listeners.emit(event, data))
  return {
    served,
    api: served as unknown as Api,
    listen(event, listener) {
      listeners.on(event, listener)
      return () => listeners.off(event, listener)
    },
  }
}

async function openInProcess(): Promise<OpenTransport> {
  const { served, listen } = servedEngine()
  const transport: Transport = {
    request: async (method, args) => structuredClone(await serve(served, method, structuredClone(args))),
    listen: (event, listener) => listen(event, (data) => listener(structuredClone(data))),
  }
  return { transport, close: () => Promise.resolve() }
}

async function openThread(): Promise<OpenTransport> {
  const listeners = new EventEmitter()
  const worker = new Worker(new URL('./servedThread.ts', import.meta.url))
  const { request } = workerTransport(worker, (event, data) => void listeners.emit(event, data))
  const transport: Transport = {
    request,
    listen(event, listener) {
      listeners.on(event, listener)
      return () => listeners.off(event, listener)
    },
  }
  return { transport, close: async () => void (await worker.terminate()) }
}

async function openIpc(): Promise<OpenTransport> {
  const contents = {
    send: (channel: string, ...data: readonly unknown[]) =>
      void ipcRenderer.emit(channel, {}, ...structuredClone(data)),
  }
  const { api, listen } = servedEngine()
  serveIpc(Promise.resolve({ api, listen }), () => contents as unknown as WebContents)
  await import('../../src/preload/index.ts')
  const transport = exposed.get('transport') as Transport
  return { transport, close: async () => void ipcRenderer.removeAllListeners() }
}

/** Resolves with the next announcement of a name; announces again until it came, for listening begins some moment after. */
export async function nextEvent<K extends keyof Events>(
  transport: Transport,
  event: K,
  announce: () => Promise<unknown>,
): Promise<Events[K]> {
  let heard: Events[K] | null = null
  const stop = transport.listen(event, (data) => (heard ??= data))
  while (heard === null) {
    await announce()
    await new Promise((resolve) => setImmediate(resolve))
  }
  stop()
  return heard
}
