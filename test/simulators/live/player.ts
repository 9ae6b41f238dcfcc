/** Plays a day to a running collector by a clock, as an inbox tool would: what is due is posted, signed, in one body. */
import type { RecordInput } from '../../../src/shared/records.ts'
import { signature } from '../whatsapp-cloud/playDay.ts'
import type { Timed } from './records.ts'

export interface Player {
  /** Things posted so far. */
  posted(): number
  /** Resolves when everything up to the end was posted, or after `stop`; rejects where the collector refused. */
  readonly done: Promise<void>
  stop(): void
}

const every = 50
const mostLines = 2000

/** `days` are walked through in order; each part is in order of time. */
export function playTo(
  collector: { readonly url: string; readonly secret: string },
  timed: Iterator<Timed>,
  now: () => number,
): Player {
  let posted = 0
  let stopped = false
  const play = async () => {
    for (let next = timed.next(); !stopped && next.done !== true;) {
      const lines: RecordInput[] = []
      while (next.done !== true && next.value.at <= now() && lines.length < mostLines) {
        lines.push(...next.value.records)
        posted += 1
        next = timed.next()
      }
      if (lines.length > 0) await postRecords(collector, lines)
      if (next.done !== true && next.value.at > now())
        await new Promise((resolve) => setTimeout(resolve, every))
    }
  }
  const done = play()
  return { posted: () => posted, done, stop: () => (stopped = true) }
}

/** Throws where the collector did not take them. */
export async function postRecords(
  { url, secret }: { readonly url: string; readonly secret: string },
  records: readonly RecordInput[],
): Promise<void> {
  const body = records.map((record) => JSON.stringify(record)).join('\n')
  const answer = await fetch(`${url}/v1/records`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', 'x-hub-signature-256': signature(body, secret) },
    body,
  })
  await answer.arrayBuffer()
  if (answer.status !== 200)
    throw new Error(`the collector answered ${answer.status} to ${records.length} records`)
}
