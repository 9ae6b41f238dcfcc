/** Every way a request can reach the engine, each opened over the same made-up api, so that one test holds for all. */
import { EventEmitter } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { WebContents } from 'electron'
import { WebSocket } from 'ws'
import type { Api, Events, Transport } from '../../src/shared/contract.ts'
import type { Engine } from '../../src/main/engine/engine.ts'
import { workerTransport } from '../../src/main/engine/port.ts'
import { serve } from '../../src/main/engine/serve.ts'
import { serveIpc } from '../../src/main/hosts/electron/ipc.ts'
import { createDownloads } from '../../src/main/hosts/web/downloads.ts'
import { startWebConsole } from '../../src/main/hosts/web/server.ts'
import { webTransport } from '../../src/renderer/webTransport.ts'
import { fetchFrom } from './fetchFrom.ts'
import { exposed, ipcRenderer } from './electronPage.ts'
import { createServedApi, type ServedApi } from './servedApi.ts'

export interface OpenTransport {
  readonly transport: Transport
  close(): Promise<void>
}

export const transports: readonly (readonly [name: string, open: () => Promise<OpenTransport>])[] = [
  ['in the same process', openInProcess],
  ['over a thread’s port', openThread],
  ['over the web console', openWeb],
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

async function openWeb(): Promise<OpenTransport> {
  const console = await startWebConsole({
    engine: servedEngine(),
    assets: new Map(),
    downloads: createDownloads(),
    now: Date.now,
    port: 0,
    onTooMany: () => undefined,
  })
  const origin = `http://127.0.0.1:${console.port}`
  const forgetOrigin = fetchFrom(origin)
  const tab: { token: string | null } = { token: null }
  const transport = webTransport({
    origin,
    takeCode: () => console.link().split('#k=')[1] ?? null,
    token: { read: () => tab.token, write: (token) => void (tab.token = token) },
    // A browser's socket that breaks only closes; this one would also throw.
    openSocket: (address) => new WebSocket(address, { origin }).on('error', () => undefined),
    later: () => undefined,
    failure: (kind) => ({ kind, message: 'The console does not answer.', hint: '' }),
  })
  return {
    transport,
    async close() {
      forgetOrigin()
      await console.close()
    },
  }
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
