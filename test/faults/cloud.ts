/** A cloud to sync from: a real collector in this process, and a simulated day that is posted to it piece by piece. */
import { runCollector, type RunningCollector } from '../../src/collector/main.ts'
import { createCollector } from '../../src/main/sources/whatsapp-cloud/collector.ts'
import type { CollectorEvent } from '../../src/main/sources/whatsapp-cloud/map.ts'
import type { Delivery } from '../simulators/whatsapp-cloud/bodies.ts'
import type { Oracle } from '../simulators/whatsapp-cloud/oracle.ts'
import { signature, writeDay } from '../simulators/whatsapp-cloud/playDay.ts'
import { stormy } from '../simulators/whatsapp-cloud/switches.ts'

const appSecret = 'the secret of a made-up app'
export const consoleToken = 'the-token-of-a-made-up-console'
const day = Date.UTC(2026, 4, 4, 8)

export interface Cloud {
  readonly url: string
  /** What a console must hold when everything was posted and pulled. */
  readonly oracle: Oracle
  /** Deliveries not yet posted. */
  left(): number
  /** Posts the next deliveries, at most `count`. Answers how many were refused because they were forged. */
  post(count: number): Promise<number>
  /** The collector stops and comes back at the same address after `meanwhile`; what it took, it still has. */
  outage(meanwhile: () => Promise<void>): Promise<void>
  /** Every event after a position, as a console reads them. */
  eventsAfter(position: number): Promise<readonly CollectorEvent[]>
  close(): Promise<void>
}

export async function startCloud(options: {
  readonly dataDir: string
  readonly seed: number
  readonly conversations: number
}): Promise<Cloud> {
  const { oracle, deliveries } = writeDay({ ...options, switches: stormy, now: day })
  const waiting = [...deliveries]
  const start = (port: number) =>
    runCollector({
      port,
      dataDir: options.dataDir,
      env: {
        FLOORWALKER_APP_SECRET: appSecret,
        FLOORWALKER_VERIFY_TOKEN: 'the-word-to-verify',
        FLOORWALKER_CONSOLE_TOKEN: consoleToken,
        FLOORWALKER_REQUESTS_PER_SECOND: '1000000',
      },
      now: Date.now,
      log: { write: () => true },
    })
  let collector: RunningCollector = await start(0)
  const { url } = collector
  const feed = createCollector({ collector: url, token: consoleToken }, { now: Date.now, fetch })
  return {
    url,
    oracle,
    left: () => waiting.length,
    async post(count) {
      let refused = 0
      for (const delivery of waiting.splice(0, count)) if (!(await deliver(url, delivery))) refused += 1
      return refused
    },
    async outage(meanwhile) {
      await collector.close()
      await meanwhile()
      collector = await start(Number(new URL(url).port))
    },
    async eventsAfter(position) {
      const events: CollectorEvent[] = []
      for (let more = true, after = position; more;) {
        const page = await feed.read(after, 500, AbortSignal.timeout(30_000))
        events.push(...page.events)
        ;({ more, next: after } = page)
      }
      return events
    },
    close: () => collector.close(),
  }
}

/** True when it was taken, false when it was refused as forged. Anything else is no day as it was written. */
async function deliver(url: string, { path, body, honest }: Delivery): Promise<boolean> {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: {
      'content-type': path === '/v1/records' ? 'application/x-ndjson' : 'application/json',
      'x-hub-signature-256': signature(body, honest ? appSecret : `not ${appSecret}`),
    },
    body,
  })
  await answer.arrayBuffer()
  if (answer.status === 200 && honest) return true
  if (answer.status === 401 && !honest) return false
  throw new Error(`the collector answered ${answer.status} to a body for ${path}`)
}
