import { once } from 'node:events'
import { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'

/** What is still under way after this long is cut off. */
const GRACE_MS = 5_000

type Answer = Parameters<typeof getRequestListener>[0]

/** An HTTP server that can be stopped without breaking off an answer. */
export interface Serving {
  /** Listens and answers the address, with the port that was taken. Throws when the port cannot be had. */
  listen(port: number, host: string): Promise<string>
  /** Takes no new request and answers once those under way are answered. */
  close(): Promise<void>
}

export function createServing(answer: Answer): Serving {
  // A body of 4 MB fits into this on the slowest line; a client that trickles does not.
  const server = new Server({ requestTimeout: 60_000, headersTimeout: 10_000, keepAliveTimeout: 75_000 })
  const respond = getRequestListener(answer, { overrideGlobalObjects: false })
  let underWay = 0
  let closing = false

  // Connections on which nobody asks anything would otherwise keep the server open: a proxy opens some in advance.
  const closeWhenQuiet = () => {
    if (closing && underWay === 0) server.closeAllConnections()
  }
  server.on('request', (request, response) => {
    underWay += 1
    response.once('close', () => {
      underWay -= 1
      closeWhenQuiet()
    })
    void respond(request, response)
  })

  return {
    async listen(port, host) {
      server.listen(port, host)
      await once(server, 'listening')
      const address = server.address()
      const taken = typeof address === 'object' && address !== null ? address.port : port
      return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`
    },
    async close() {
      if (!server.listening) return
      closing = true
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      closeWhenQuiet()
      const force = setTimeout(() => server.closeAllConnections(), GRACE_MS)
      await closed
      clearTimeout(force)
    },
  }
}
