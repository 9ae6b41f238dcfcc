import { Client } from 'pg'

export const APPEND_CHANNEL = 'collector_appended'
const RECONNECT_MS = 1_000

/**
 * Calls `wake` whenever any collector appended to the log, over a connection of its own. A lost connection is made again;
 * what was missed meanwhile is made up for by one wake. The function it answers stops it.
 */
export function listenForAppends(
  url: string,
  wake: () => void,
  onTrouble: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false
  let current: Client | null = null
  let retry: NodeJS.Timeout | null = null
  let connecting = connect()

  async function connect(): Promise<void> {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true })
    current = client
    client.on('notification', wake)
    // A connection reports its end either way; its error comes before.
    client.on('error', onTrouble)
    client.on('end', again)
    try {
      await client.connect()
      await client.query(`LISTEN ${APPEND_CHANNEL}`)
      wake()
    } catch (error) {
      if (!stopped) onTrouble(error)
      await client.end().catch(() => undefined)
      again()
    }
  }

  function again(): void {
    if (stopped || retry !== null) return
    retry = setTimeout(() => {
      retry = null
      connecting = connect()
    }, RECONNECT_MS)
  }

  return async () => {
    stopped = true
    if (retry !== null) clearTimeout(retry)
    // A connection half made cannot be ended yet.
    await connecting
    await current?.end().catch(() => undefined)
  }
}
