/** A team's day over real HTTP: webhooks and records are posted to a collector, and the oracle says what must come of them. */
import { createHmac } from 'node:crypto'
import { declineHistory, offboard, playGroup, playHistory, playNotices, playUnknown } from './besides.ts'
import { planDeliveries, type Delivery } from './bodies.ts'
import { agents, createCustomer, lines } from './cast.ts'
import { playConversation } from './conversation.ts'
import { post, type Stage } from './happenings.ts'
import { closeLedger, startLedger, type Oracle } from './oracle.ts'
import { createRandom } from './random.ts'
import { calm, type Switches } from './switches.ts'

export interface DayOptions {
  readonly collectorUrl: string
  readonly appSecret: string
  /** Signs posted records; the app secret when left out. */
  readonly recordsSecret?: string
  readonly seed: number
  readonly conversations: number
  /** What is not named stays calm. */
  readonly switches?: Partial<Switches>
  /** When the day begins, in epoch milliseconds. */
  readonly now: number
}

export interface PlayedDay {
  readonly oracle: Oracle
  /** Bodies the collector took. */
  readonly bodiesSent: number
  /** Forged bodies the collector refused. */
  readonly refused: number
}

const workday = 9 * 60 * 60 * 1000

/** Makes up a day without sending it: the same seed gives the same deliveries and the same oracle. */
export function writeDay(options: Omit<DayOptions, 'collectorUrl' | 'appSecret'>): {
  readonly oracle: Oracle
  readonly deliveries: readonly Delivery[]
} {
  const switches = { ...calm, ...options.switches }
  const random = createRandom(options.seed)
  const stage: Stage = { random, ledger: startLedger(), switches, updates: [], toolLines: [] }
  const begin = Math.floor(options.now / 1000) * 1000
  for (const id of agents) post(stage, begin, { kind: 'agent', id, name: id, teams: ['support'] })
  for (let number = 0; number < options.conversations; number++) {
    const customer = createCustomer(random, stage.ledger, number, switches)
    const line = random.pick(lines)
    const startedAt = begin + random.integer(0, workday / 1000) * 1000
    const renewsUserId = number < switches.userIdRotation
    playConversation(stage, { id: `conversation-${number}`, customer, line, startedAt, renewsUserId })
    if (random.chance(switches.groups)) playGroup(stage, line, customer, startedAt + 1000)
    if (number < switches.history) playHistory(stage, line, customer, begin)
  }
  if (switches.historyDeclined) declineHistory(stage, lines[1]!, begin)
  if (switches.notices) playNotices(stage, begin + workday / 2)
  if (switches.unknownThings) playUnknown(stage, begin + workday / 3)
  if (switches.offboarding) offboard(stage, begin + 2 * workday)
  return {
    oracle: closeLedger(stage.ledger),
    deliveries: planDeliveries(stage.updates, stage.toolLines, random, switches),
  }
}

/** Makes up a day and posts it, one body after the other, as fast as the collector takes them. */
export async function playDay(options: DayOptions): Promise<PlayedDay> {
  const { oracle, deliveries } = writeDay(options)
  let bodiesSent = 0
  let refused = 0
  for (const delivery of deliveries) {
    const status = await deliver(delivery, options)
    if (status === 200) bodiesSent += 1
    else if (!delivery.honest && (status === 401 || status === 403)) refused += 1
    else throw new Error(`the collector answered ${status} to a body for ${delivery.path}`)
  }
  return { oracle, bodiesSent, refused }
}

const mostAttempts = 8

/** Sends one body, again when the collector cannot take it at the moment. Answers the last status. */
async function deliver(delivery: Delivery, options: DayOptions): Promise<number> {
  const secret =
    delivery.path === '/v1/records' ? (options.recordsSecret ?? options.appSecret) : options.appSecret
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(options.collectorUrl.replace(/\/+$/, '') + delivery.path, {
      method: 'POST',
      headers: {
        'content-type': delivery.path === '/v1/records' ? 'application/x-ndjson' : 'application/json',
        'x-hub-signature-256': signature(delivery.body, delivery.honest ? secret : `not ${secret}`),
      },
      body: delivery.body,
    })
    await response.arrayBuffer()
    const comesBack = response.status === 429 || response.status >= 500
    if (!comesBack || attempt === mostAttempts) return response.status
  }
}

/** The header that signs a body. */
export function signature(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`
}
