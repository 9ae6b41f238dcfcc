/** The web console of an engine on this machine, and the transport a browser's page would have to it. */
import { WebSocket } from 'ws'
import type { Engine } from '../../src/main/engine/engine.ts'
import { createDownloads } from '../../src/main/hosts/web/downloads.ts'
import { startWebConsole } from '../../src/main/hosts/web/server.ts'
import { webTransport } from '../../src/renderer/webTransport.ts'
import type { Transport } from '../../src/shared/contract.ts'
import { fetchFrom } from './fetchFrom.ts'

export interface OpenWebConsole {
  readonly transport: Transport
  readonly origin: string
  close(): Promise<void>
}

export async function openWebConsole(engine: Pick<Engine, 'api' | 'listen'>): Promise<OpenWebConsole> {
  const console = await startWebConsole({
    engine,
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
    origin,
    async close() {
      forgetOrigin()
      await console.close()
    },
  }
}
