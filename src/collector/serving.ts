import { once } from 'node:events'
import type { ServerType } from '@hono/node-server'

/** What is still under way after this long is cut off. */
const GRACE_MS = 5_000

/** Listens and answers the address, with the port that was taken. */
export async function listen(server: ServerType, port: number, host: string): Promise<string> {
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`
}

/** Takes no new connection and answers once the requests under way are answered. */
export async function closeGently(server: ServerType): Promise<void> {
  if (!server.listening) return
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  if ('closeIdleConnections' in server) {
    server.closeIdleConnections()
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    await closed
    clearTimeout(force)
  }
  await closed
}
