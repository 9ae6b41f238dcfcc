/** How what happened travels: batched into bodies, twice, late, or in another order than it happened. */
import { waba } from './cast.ts'
import type { ToolLine, Update } from './happenings.ts'
import type { Random } from './random.ts'
import type { Switches } from './switches.ts'

export interface Delivery {
  /** When it is sent, in simulated epoch milliseconds. */
  readonly at: number
  readonly path: '/webhooks/whatsapp' | '/v1/records'
  readonly body: string
  /** Signed with the right secret. */
  readonly honest: boolean
}

const hour = 60 * 60 * 1000
/** The cloud puts at most a thousand updates into one body. */
const largestBatch = { single: 1, few: 12, huge: 1000 } as const

/** Everything that is sent, in the order in which it is sent. */
export function planDeliveries(
  updates: readonly Update[],
  toolLines: readonly ToolLine[],
  random: Random,
  switches: Switches,
): readonly Delivery[] {
  const again = updates.filter(() => random.chance(switches.duplicates / 2))
  const all = [
    ...updates,
    ...again.map((update) => ({ ...update, at: update.at + random.integer(1, 6) * hour })),
  ]
  const webhooks = batched(all.sort(byTime), random, largestBatch[switches.batches]).map(
    (batch): Delivery => ({
      at: batch.at(-1)!.at,
      path: '/webhooks/whatsapp',
      body: JSON.stringify(envelope(batch)),
      honest: true,
    }),
  )
  const records = batched([...toolLines].sort(byTime), random, 20).map((batch): Delivery => ({
    at: batch.at(-1)!.at,
    path: '/v1/records',
    body: `${batch.map((line) => line.text).join('\n')}\n`,
    honest: true,
  }))
  const planned = [...webhooks, ...records]
  const repeated = planned.filter(() => random.chance(switches.duplicates))
  const late = [
    ...planned.map((one) => delayed(one, random, switches)),
    ...repeated.map((one) => after(one, random)),
  ]
  return [...missedInOutages(late, random, switches.outages), ...forged(random, switches)].sort(byTime)
}

function byTime(one: { readonly at: number }, other: { readonly at: number }): number {
  return one.at - other.at
}

function batched<T>(items: readonly T[], random: Random, largest: number): T[][] {
  const batches: T[][] = []
  for (let index = 0; index < items.length;) {
    const size = largest === 1000 ? largest : random.integer(1, largest)
    batches.push(items.slice(index, index + size))
    index += size
  }
  return batches
}

/** Updates of one number, field and list share one value, as the cloud aggregates them. */
function envelope(batch: readonly Update[]): object {
  const groups = new Map<string, Update[]>()
  for (const [index, update] of batch.entries()) {
    const key =
      update.part === null
        ? `alone ${index}`
        : `${update.line?.phone_number_id} ${update.field} ${update.part}`
    groups.set(key, [...(groups.get(key) ?? []), update])
  }
  const changes = [...groups.values()].map((group) => ({ field: group[0]!.field, value: valueOf(group) }))
  const time = batch.some((update) => update.part === null) ? { time: Math.floor(batch[0]!.at / 1000) } : {}
  return { object: 'whatsapp_business_account', entry: [{ id: waba, ...time, changes }] }
}

function valueOf(group: readonly Update[]): object {
  const [first] = group
  if (first === undefined || first.part === null) return first?.item ?? {}
  const contacts = group.flatMap((update) => update.contacts)
  return {
    messaging_product: 'whatsapp',
    metadata: first.line,
    ...(contacts.length > 0 ? { contacts } : {}),
    [first.part]: group.map((update) => update.item),
  }
}

function delayed(delivery: Delivery, random: Random, switches: Switches): Delivery {
  return random.chance(switches.reordering) ? after(delivery, random) : delivery
}

function after(delivery: Delivery, random: Random): Delivery {
  return { ...delivery, at: delivery.at + random.integer(1, 6 * hour) }
}

/** What the receiver missed is tried again after 1, 2, 4, … minutes, until it is back. */
function missedInOutages(deliveries: readonly Delivery[], random: Random, outages: number): Delivery[] {
  const times = deliveries.map((delivery) => delivery.at)
  const from = Math.min(...times)
  const to = Math.max(...times)
  const away = Array.from({ length: outages }, () => {
    const start = random.integer(from, to)
    return { start, end: start + random.integer(hour / 4, 2 * hour) }
  })
  const isAway = (at: number) => away.some(({ start, end }) => at >= start && at < end)
  return deliveries.map((delivery) => {
    let { at } = delivery
    for (let wait = 60_000; isAway(at); wait *= 2) at += wait
    return { ...delivery, at }
  })
}

/** Bodies of someone who does not know the secret. */
function forged(random: Random, switches: Switches): Delivery[] {
  return Array.from({ length: switches.badSignatures }, (_, index) => ({
    at: index,
    path: '/webhooks/whatsapp' as const,
    body: JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: waba,
          changes: [{ field: 'messages', value: { messages: [{ id: `forged-${random.hex(8)}` }] } }],
        },
      ],
    }),
    honest: false,
  }))
}
