/** One conversation from the customer's first word to its close, told to the webhooks, the inbox tool and the oracle. */
import {
  agents,
  contactOf,
  recipientOf,
  renewUserId,
  senderOf,
  toolContact,
  type Customer,
  type Line,
} from './cast.ts'
import { post, rfc3339, stamp, wamid, type Stage } from './happenings.ts'
import { noteMessage, noteStatus } from './oracle.ts'
import { answer, say, speak, type Utterance } from './speech.ts'

const second = 1000
const minute = 60 * second

export interface Scene {
  readonly id: string
  readonly customer: Customer
  readonly line: Line
  /** Epoch milliseconds, whole seconds. */
  readonly startedAt: number
  readonly renewsUserId: boolean
}

/** Plays one conversation. */
export function playConversation(stage: Stage, scene: Scene): void {
  const { random, ledger, switches } = stage
  const { id, customer, line } = scene
  let at = scene.startedAt
  let agent = random.pick(agents)
  let last: string | null = null
  ledger.conversations += 1
  post(stage, at, {
    kind: 'conversation',
    id,
    contact: toolContact(customer),
    channel: line.phone_number_id,
    openedAt: rfc3339(at),
    openedBy: { type: 'contact' },
  })
  const exchanges = random.integer(1, 5)
  for (let exchange = 0; exchange < exchanges; exchange++) {
    for (let count = random.integer(1, 3); count > 0; count--) {
      last = hear(stage, scene, at, speak(random, last, switches.unknownThings))
      at += random.integer(1, 90) * second
    }
    if (exchange === 0) assign(stage, id, at, null, agent)
    if (exchange > 0 && random.chance(0.15)) {
      const next = random.pick(agents.filter((other) => other !== agent))
      assign(stage, id, at, agent, next)
      agent = next
    }
    if (scene.renewsUserId && exchange === 0) renew(stage, scene, at)
    if (random.chance(switches.calls)) call(stage, scene, at)
    at += random.integer(5, 600) * second
    last = reply(stage, scene, at, agent)
    if (random.chance(0.2)) comment(stage, id, at, agent)
    at += random.integer(10, 900) * second
  }
  post(stage, at, {
    kind: 'conversation_event',
    conversation: id,
    at: rfc3339(at),
    event: 'closed',
    by: { type: 'agent', id: agent },
  })
  ledger.closings += 1
}

/** The customer sends something. */
export function hear(
  stage: Stage,
  scene: Scene,
  at: number,
  utterance: Utterance,
  around: object = {},
): string {
  const { customer, line } = scene
  const id = wamid(stage.random)
  const item = { ...senderOf(customer), id, timestamp: stamp(stage, at), ...utterance.body, ...around }
  stage.updates.push({ at, field: 'messages', line, part: 'messages', item, contacts: [contactOf(customer)] })
  noteMessage(stage.ledger, {
    id,
    channel: line.phone_number_id,
    contactKey: customer.key,
    at,
    direction: 'in',
    type: utterance.type,
    author: { type: 'contact', id: null },
    text: utterance.text,
  })
  return id
}

/** The business answers: through the inbox tool, on the phone, or by some other program nobody told us of. */
function reply(stage: Stage, scene: Scene, at: number, agent: string): string {
  const { random, switches } = stage
  const utterance = say(answer(random))
  if (random.chance(switches.phoneApp)) return echo(stage, scene, at, utterance)
  const id = wamid(random)
  const told = switches.inboxTool && random.chance(0.9)
  // The tool's clock is a little ahead of the cloud's: what it says of its own message counts.
  const toldAt = told ? at + 2 * second : at
  noteMessage(stage.ledger, {
    id,
    channel: scene.line.phone_number_id,
    contactKey: scene.customer.key,
    at: toldAt,
    direction: 'out',
    type: told ? 'text' : 'unknown',
    author: told ? { type: 'agent', id: agent } : { type: 'unknown', id: null },
    text: told ? utterance.text : null,
  })
  if (told)
    post(stage, at, {
      kind: 'message',
      id,
      conversation: scene.id,
      contact: toolContact(scene.customer),
      channel: scene.line.phone_number_id,
      at: rfc3339(toldAt),
      direction: 'out',
      author: { type: 'agent', id: agent },
      content: { type: 'text', text: utterance.text },
    })
  follow(stage, scene, at, id)
  return id
}

function echo(stage: Stage, scene: Scene, at: number, utterance: Utterance): string {
  const id = wamid(stage.random)
  const { customer, line } = scene
  const to = customer.hidden ? { to_user_id: customer.bsuid } : { to: customer.phone }
  const item = { from: line.display_phone_number, ...to, id, timestamp: stamp(stage, at), ...utterance.body }
  stage.updates.push({ at, field: 'smb_message_echoes', line, part: 'message_echoes', item, contacts: [] })
  noteMessage(stage.ledger, {
    id,
    channel: line.phone_number_id,
    contactKey: customer.key,
    at,
    direction: 'out',
    type: utterance.type,
    author: { type: 'app', id: null },
    text: utterance.text,
  })
  return id
}

/** What becomes of a sent message. */
function follow(stage: Stage, scene: Scene, at: number, id: string): void {
  const { random, switches } = stage
  tell(stage, scene, at, id, 'sent')
  if (random.chance(switches.failures)) return tell(stage, scene, at + second, id, 'failed')
  const readAt = at + random.integer(3, 300) * second
  if (!random.chance(switches.readWithoutDelivered)) tell(stage, scene, at + 2 * second, id, 'delivered')
  if (random.chance(0.7)) tell(stage, scene, readAt, id, 'read')
  if (random.chance(0.05)) tell(stage, scene, readAt + second, id, 'played')
  if (random.chance(0.02)) tell(stage, scene, readAt + 60 * second, id, 'deleted')
  if (switches.unknownThings && random.chance(0.05)) tell(stage, scene, readAt + second, id, 'teleported')
}

function tell(
  stage: Stage,
  scene: Scene,
  at: number,
  id: string,
  status: 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'deleted' | 'teleported',
): void {
  const { random, switches } = stage
  const old = switches.statusVersion === 'v23' || (switches.statusVersion === 'mixed' && random.chance(0.5))
  const category = switches.unknownThings && random.chance(0.1) ? 'general_purpose_oracle' : 'service'
  const item = {
    id,
    status,
    timestamp: stamp(stage, at),
    ...recipientOf(scene.customer),
    ...(old ? { conversation: { id: random.hex(32), origin: { type: 'service' } } } : {}),
    ...(status === 'sent'
      ? { pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category } }
      : {}),
    ...(status === 'failed'
      ? { errors: [{ code: 131049, title: 'Not delivered', error_data: { details: '…' } }] }
      : {}),
  }
  const contacts = status === 'failed' ? [] : [contactOf(scene.customer)]
  stage.updates.push({ at, field: 'messages', line: scene.line, part: 'statuses', item, contacts })
  if (status !== 'teleported') noteStatus(stage.ledger, id, status)
}

function assign(stage: Stage, conversation: string, at: number, from: string | null, to: string): void {
  post(stage, at, {
    kind: 'assignment',
    conversation,
    at: rfc3339(at),
    from,
    to,
    by: { type: 'agent', id: from ?? to },
  })
  stage.ledger.assignments += 1
}

function comment(stage: Stage, conversation: string, at: number, agent: string): void {
  const id = `comment-${stage.random.hex(12)}`
  post(stage, at, {
    kind: 'comment',
    id,
    conversation,
    at: rfc3339(at),
    agent,
    text: 'Asked the warehouse',
    mentions: ['ana'],
  })
  stage.ledger.comments += 1
}

/** A renewed user id is told by a field of its own, or by a system message. */
function renew(stage: Stage, scene: Scene, at: number): void {
  const { random, ledger } = stage
  const { customer, line } = scene
  const before = senderOf(customer)
  const previous = renewUserId(random, ledger, customer)
  if (random.chance(0.5)) {
    const item = {
      ...(customer.hidden ? {} : { wa_id: customer.phone }),
      detail: 'User id has been updated.',
      user_id: { previous, current: customer.bsuid },
      timestamp: stamp(stage, at),
    }
    stage.updates.push({ at, field: 'user_id_update', line, part: 'user_id_update', item, contacts: [] })
    return
  }
  const id = wamid(random)
  const body = `User ${customer.name} changed from ${previous} to ${customer.bsuid}`
  const item = {
    ...before,
    id,
    timestamp: stamp(stage, at),
    type: 'system',
    system: { type: 'user_changed_user_id', user_id: customer.bsuid, body },
  }
  stage.updates.push({ at, field: 'messages', line, part: 'messages', item, contacts: [] })
  noteMessage(ledger, {
    id,
    channel: line.phone_number_id,
    contactKey: customer.key,
    at,
    direction: 'in',
    type: 'system',
    author: { type: 'system', id: null },
    text: body,
  })
}

function call(stage: Stage, scene: Scene, at: number): void {
  const { customer, line } = scene
  const id = `wacid.${stage.random.hex(24)}`
  const events = [
    { event: 'connect', at, text: 'Call from the customer: connect', rest: {} },
    {
      event: 'terminate',
      at: at + minute,
      text: 'Call from the customer: terminate (completed, 60 s)',
      rest: { status: 'COMPLETED', duration: 60 },
    },
  ]
  for (const { event, at, text, rest } of events) {
    const item = {
      ...senderOf(customer),
      id,
      event,
      direction: 'USER_INITIATED',
      timestamp: stamp(stage, at),
      ...rest,
    }
    stage.updates.push({ at, field: 'calls', line, part: 'calls', item, contacts: [contactOf(customer)] })
    noteMessage(stage.ledger, {
      id: `${id}:${event}`,
      channel: line.phone_number_id,
      contactKey: customer.key,
      at,
      direction: 'in',
      type: 'system',
      author: { type: 'contact', id: null },
      text,
    })
  }
}
