/** A made-up wall: the morning of the small workspace, or a crowded one for measuring. Waits begin once and grow. */
import type { Scope } from '../../../src/shared/contract.ts'
import type { Flag } from '../../../src/shared/flags.ts'
import type { AgentLoad, AgentState, Arrivals, NowAnswer, WaitingCustomer } from '../../../src/shared/live.ts'
import { startOfDay } from '../../../src/shared/period.ts'
import { agents, categories, chance, contacts, pick, zone } from './world.ts'

const minute = 60_000
const capacity = 8
const target = 120

/** Seconds waited, customer, last words, category, agent (index in the workspace; null: nobody). */
const waiting: readonly (readonly [number, string, string, string, number | null, string])[] = [
  [761, '林佳蓉', '你好，我的包裹已經三天沒有更新了，可以幫我查一下嗎？', 'Delivery status', 0, 'zh'],
  [
    485,
    'Karin Brandt',
    'Das ist jetzt die dritte falsche Größe. Ich möchte mein Geld zurück.',
    'Returns and refunds',
    null,
    'de',
  ],
  [382, 'Julien Mercier', 'Je veux parler à un responsable, s’il vous plaît.', 'Payment', 0, 'fr'],
  [250, 'Lucía Fernández', '¿Me podéis confirmar si el pedido sale hoy?', 'Delivery status', null, 'es'],
  [168, 'Oliver Hughes', 'Any update on the replacement tent poles?', 'Product advice', 0, 'en'],
  [112, '黃俊傑', '這雙登山鞋還有 EU 43 嗎？', 'Size and fit', 3, 'zh'],
  [91, 'Sabine Roth', 'Kann ich die Lieferadresse noch ändern?', 'Delivery status', 4, 'de'],
  [67, 'Camille Dubois', 'Merci ! Et pour le code promo ?', 'Payment', 5, 'fr'],
  [58, 'محمد العلي', 'أين طلبي؟ رقم الطلب 40917', 'Delivery status', 2, 'ar'],
  [44, 'Grace Whitfield', 'Hi, is the Fjell 65 in stock in green?', 'Product advice', null, 'en'],
  [31, 'Bernd Schuster', '<b>Paket</b> ist heute bei Ihnen angekommen', 'Returns and refunds', 7, 'de'],
  [12, '許雅婷', '好的，那我先下單', 'Product advice', 13, 'zh'],
  [5, 'Amélie Girard', 'Bonjour, j’ai une question sur ma commande.', 'Delivery status', null, 'fr'],
]
/** Held and state, in the order of the workspace. */
const loads: readonly (readonly [number, AgentState])[] = [
  [9, 'online'],
  [3, 'online'],
  [6, 'online'],
  [7, 'online'],
  [5, 'online'],
  [4, 'busy'],
  [2, 'away'],
  [4, 'online'],
  [5, 'online'],
  [6, 'online'],
  [0, 'offShift'],
  [0, 'offShift'],
  [4, 'online'],
  [5, 'online'],
]

export interface FakeWall {
  readonly now: () => number
  /** 300 agents, 2,000 open conversations, and a queue that never stands still. */
  readonly crowded?: boolean
  /** Agents with known presence; the others' is unknown. */
  readonly presence?: boolean
}

export function createFakeWall({
  now,
  crowded = false,
  presence = true,
}: FakeWall): (scope: Scope) => NowAnswer {
  const begun = now()
  return (scope) => {
    const at = now()
    const allowed = (chosen: readonly string[], value: string | null) =>
      chosen.length === 0 || (value !== null && chosen.includes(value))
    const rows = (crowded ? crowdedQueue(at, begun) : smallQueue(begun)).filter(
      (row) =>
        allowed(scope.agents, row.agent) &&
        allowed(scope.teams, row.team) &&
        allowed(scope.categories, row.category),
    )
    const held = (crowded ? crowdedLoads(rows, begun) : smallLoads(rows, begun)).filter(
      (load) => allowed(scope.agents, load.agent) && allowed(scope.teams, load.team),
    )
    const unassigned = rows.filter(({ agent }) => agent === null)
    const [over] = held.filter((load) => load.held > load.capacity)
    const room = held.find((load) => load.held < 4 && load.state === 'online')
    return {
      at,
      completeTo: at - 20_000,
      target,
      waiting: {
        total: rows.length,
        overTarget: rows.filter(({ since }) => at - since > target * 1000).length,
        rows: rows.slice(0, 200),
      },
      open: crowded ? 2000 : held.reduce((sum, load) => sum + load.held, 0),
      agents: held.map((load) => (presence ? load : { ...load, state: 'unknown', stateSince: null })),
      unassigned: {
        total: unassigned.length,
        waiting: unassigned.length,
        rows: unassigned.slice(0, 50).map((row, index) => ({
          ...row,
          suggested: index === 3 ? null : (held[(index * 5 + 2) % held.length]?.agent ?? null),
        })),
      },
      arrivals: arrivalsAt(at),
      balance:
        over === undefined || room === undefined
          ? []
          : [
              {
                from: over.agent,
                to: room.agent,
                conversations: rows
                  .filter(({ agent }) => agent === over.agent)
                  .slice(1, 3)
                  .map(({ conversation, contact }) => ({ conversation, ...contact })),
                fromBefore: over.held,
                fromAfter: over.held - 2,
                toBefore: room.held,
                toAfter: room.held + 2,
                language: 'fr',
              },
            ],
      flags: flagsOf(rows, at),
    }
  }
}

function smallQueue(begun: number): readonly WaitingCustomer[] {
  return waiting.map(([seconds, name, lastText, category, agent, language], index) => ({
    conversation: `conversation-${index}`,
    contact: { id: `contact-${index}`, name },
    since: begun - seconds * 1000,
    lastText,
    category,
    channel: 'de',
    team: agent === null ? 'orders' : (agents[agent]?.teams[0] ?? null),
    agent: agent === null ? null : (agents[agent]?.id ?? null),
    language,
    openFlags: seconds > target ? 1 : 0,
  }))
}

function smallLoads(rows: readonly WaitingCustomer[], begun: number): readonly AgentLoad[] {
  return agents.map(({ id, teams }, index) => {
    const [held, state] = loads[index]!
    return {
      agent: id,
      team: teams[0] ?? null,
      state,
      stateSince: begun - (index + 3) * 90 * 1000,
      held,
      waiting: rows.filter(({ agent }) => agent === id).length,
      capacity,
    }
  })
}

/** Every tenth of a second somebody is answered and somebody else writes. */
function crowdedQueue(at: number, begun: number): readonly WaitingCustomer[] {
  const moved = Math.floor((at - begun) / 100)
  return Array.from({ length: 400 }, (_, place) => {
    const number = moved + place
    const answered = chance(`crowd ${number}`) < 0.1
    return answered ? null : crowdedCustomer(number, begun)
  })
    .filter((row) => row !== null)
    .sort((one, other) => one.since - other.since)
}

function crowdedCustomer(number: number, begun: number): WaitingCustomer {
  const id = `crowd-${number}`
  const agent = chance(`${id} agent`) < 0.1 ? null : `Agent ${1 + Math.floor(chance(`${id} who`) * 300)}`
  return {
    conversation: id,
    contact: { id: `contact-${number}`, name: `${pick(id, contacts)} ${number}` },
    since: begun - (400 - number) * 100 - chance(`${id} since`) * minute,
    lastText: pick(`${id} text`, waiting)[2],
    category: pick(`${id} category`, categories),
    channel: 'de',
    team: 'orders',
    agent,
    language: 'en',
    openFlags: 0,
  }
}

function crowdedLoads(rows: readonly WaitingCustomer[], begun: number): readonly AgentLoad[] {
  const waits = Map.groupBy(rows, ({ agent }) => agent)
  return Array.from({ length: 300 }, (_, index): AgentLoad => {
    const agent = `Agent ${index + 1}`
    const count = waits.get(agent)?.length ?? 0
    return {
      agent,
      team: pick(`${agent} team`, ['orders', 'returns', 'sales']),
      state: pick(`${agent} state`, ['online', 'online', 'online', 'busy', 'away', 'offline'] as const),
      stateSince: begun - chance(agent) * 60 * minute,
      held: count + Math.floor(chance(`${agent} held`) * 9),
      waiting: count,
      capacity,
    }
  }).sort((one, other) => (one.team ?? '').localeCompare(other.team ?? ''))
}

/** Half hours with two peaks, a little more than usual today. */
function arrivalsAt(at: number): Arrivals {
  const from = startOfDay(at, zone)
  const step = 1800
  const usualAt = (index: number) => {
    const hour = index / 2
    const rise = (peak: number, width: number) => Math.exp(-(((hour - peak) / width) ** 2))
    return Math.max(0, Math.round(30 * rise(11.2, 2.4) + 24 * rise(15.8, 2.2) - 1))
  }
  const current = Math.floor((at - from) / (step * 1000))
  const part = (at - from) / (step * 1000) - current
  const todayAt = (index: number) => Math.round(usualAt(index) * (0.9 + chance(`today ${index}`) * 0.4))
  return {
    from,
    stepSeconds: step,
    today: Array.from({ length: current + 1 }, (_, index) =>
      index === current ? Math.floor(todayAt(index) * part) : todayAt(index),
    ),
    usual: Array.from({ length: 48 }, (_, index) => ({
      median: usualAt(index),
      low: Math.round(usualAt(index) * 0.8),
      high: Math.round(usualAt(index) * 1.2),
    })),
    days: 8,
    forecast: Array.from({ length: 48 - current }, (_, index) => ({
      step: current + index,
      expected: usualAt(current + index) * 1.08,
      low: usualAt(current + index) * 0.85,
      high: usualAt(current + index) * 1.3,
    })),
  }
}

const rules = [
  'unresolved',
  'negative',
  'asks_person',
  'message_failed',
  'ping_pong',
  'promise',
  'overloaded',
  'failing_template',
] as const

/** Seconds, a count or a share, as each rule measures. */
const measured: Readonly<Record<(typeof rules)[number], number | null>> = {
  unresolved: 761,
  negative: 485,
  asks_person: 382,
  message_failed: null,
  ping_pong: 4,
  promise: null,
  overloaded: 9,
  failing_template: 0.4,
}

function flagsOf(rows: readonly WaitingCustomer[], at: number): NowAnswer['flags'] {
  const flags = rules.map((rule, index): Flag => {
    const row = rows[index % Math.max(rows.length, 1)]
    const about = rule === 'overloaded' ? 'agent' : rule === 'failing_template' ? 'template' : 'conversation'
    return {
      id: `now-flag-${index}`,
      rule,
      severity: index < 2 ? 'danger' : 'warning',
      madeBy: 'rule',
      subject:
        about === 'template'
          ? { kind: about, id: 'restock', name: 'restock_alert_de' }
          : about === 'agent'
            ? { kind: about, id: agents[0]!.id, name: agents[0]!.name }
            : { kind: about, id: row?.conversation ?? '', name: row?.contact.name ?? '' },
      conversation: about === 'conversation' ? (row?.conversation ?? null) : null,
      contact: about === 'conversation' ? (row?.contact ?? null) : null,
      agent: about === 'agent' ? agents[0]!.id : (row?.agent ?? null),
      from: at - 15 * minute,
      raisedAt: at - 9 * minute,
      endedAt: null,
      seconds: measured[rule],
      target: rule === 'overloaded' ? capacity : 300,
      code: rule === 'message_failed' ? 131026 : null,
      text: null,
      message: null,
      messages: [],
      late: false,
      owner: null,
      snoozedUntil: null,
      decision: null,
      reason: null,
    }
  })
  return { open: 23, danger: 2, rows: rows.length === 0 ? [] : flags }
}
