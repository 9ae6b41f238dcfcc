/** What happens beside the conversations: groups, back history, notices, and things nobody knows yet. */
import { waba, type Customer, type Line } from './cast.ts'
import { hear } from './conversation.ts'
import { stamp, wamid, type Stage } from './happenings.ts'
import { noteContact, noteMessage, noteStatus } from './oracle.ts'
import { say } from './speech.ts'

const second = 1000
const day = 24 * 60 * 60 * second

/** A group: it is made, a member asks, the business answers to all. */
export function playGroup(stage: Stage, line: Line, member: Customer, at: number): void {
  const { random, ledger } = stage
  const group = `group${random.hex(12)}`
  const key = `group-${group}`
  noteContact(ledger, key, [group])
  const made = {
    timestamp: stamp(stage, at),
    group_id: group,
    type: 'group_create',
    subject: 'Fans',
    added_participants: [{ wa_id: 1 }],
  }
  stage.updates.push({ at, field: 'group_lifecycle_update', line, part: 'groups', item: made, contacts: [] })
  ledger.notices.add('group')
  const scene = { id: '', customer: member, line, startedAt: at, renewsUserId: false }
  hear(stage, scene, at + second, say('What does everyone think?'), { group_id: group })
  const id = wamid(random)
  noteMessage(ledger, {
    id,
    channel: line.phone_number_id,
    contactKey: key,
    at: at + 2 * second,
    direction: 'out',
    type: 'unknown',
    author: { type: 'unknown', id: null },
    text: null,
  })
  const statuses = [
    { status: 'sent', at: at + 2 * second, who: {} },
    { status: 'read', at: at + 9 * second, who: { recipient_participant_user_id: member.bsuid } },
  ] as const
  for (const { status, at, who } of statuses) {
    const item = {
      id,
      status,
      timestamp: stamp(stage, at),
      recipient_id: group,
      recipient_type: 'group',
      ...who,
    }
    stage.updates.push({ at, field: 'messages', line, part: 'statuses', item, contacts: [] })
    noteStatus(ledger, id, status)
  }
}

/** Half a year of a customer's messages, in three phases whose chunks come in any order; a picture comes later. */
export function playHistory(stage: Stage, line: Line, customer: Customer, at: number): void {
  const { random } = stage
  const phases = [0, 1, 2].map((phase) => ({
    metadata: { phase, chunk_order: phase + 1, progress: phase === 2 ? 100 : 50 * phase + 10 },
    threads: [
      {
        ...(customer.hidden ? {} : { id: customer.phone }),
        context: {
          ...(customer.hidden ? {} : { wa_id: customer.phone }),
          user_id: customer.bsuid,
          parent_user_id: customer.parent,
        },
        messages: Array.from({ length: 6 }, (_, index) =>
          past(stage, line, customer, at - (phase * 60 + 1) * day - index * 60 * second, index),
        ),
      },
    ],
  }))
  for (const item of random.shuffled(phases))
    stage.updates.push({ at, field: 'history', line, part: 'history', item, contacts: [] })
  stage.ledger.notices.add('history_complete')
}

function past(stage: Stage, line: Line, customer: Customer, at: number, index: number): object {
  const { random, ledger } = stage
  const id = wamid(random)
  const ours = index % 2 === 1
  const isPicture = index === 4
  const text = isPicture ? null : `Message ${index} of long ago`
  noteMessage(ledger, {
    id,
    channel: line.phone_number_id,
    contactKey: customer.key,
    at,
    direction: ours ? 'out' : 'in',
    type: isPicture ? 'image' : 'text',
    author: { type: ours ? 'app' : 'contact', id: null },
    text,
  })
  if (ours) noteStatus(ledger, id, 'read')
  const timestamp = stamp(stage, at)
  const from = ours ? { from: line.display_phone_number } : customer.hidden ? {} : { from: customer.phone }
  if (isPicture) {
    const sender = customer.hidden ? { from_user_id: customer.bsuid } : from
    const item = { ...sender, id, timestamp, type: 'image', image: { id: '77', mime_type: 'image/jpeg' } }
    stage.updates.push({ at: at + 200 * day, field: 'history', line, part: 'messages', item, contacts: [] })
    return { ...from, id, timestamp, type: 'media_placeholder', history_context: { status: 'READ' } }
  }
  return { ...from, id, timestamp, type: 'text', text: { body: text }, history_context: { status: 'READ' } }
}

export function declineHistory(stage: Stage, line: Line, at: number): void {
  const item = { errors: [{ code: 2593109, title: 'History sync is turned off' }] }
  stage.updates.push({ at, field: 'history', line, part: 'history', item, contacts: [] })
  stage.ledger.notices.add('history_declined')
}

/** The account, a number and a template in trouble. */
export function playNotices(stage: Stage, at: number): void {
  const told: readonly (readonly [kind: string, field: string, value: object])[] = [
    [
      'template_status',
      'message_template_status_update',
      { event: 'PAUSED', message_template_id: 1, message_template_name: 'offer' },
    ],
    [
      'template_quality',
      'message_template_status_update',
      { previous_quality_score: 'GREEN', new_quality_score: 'RED', message_template_name: 'offer' },
    ],
    [
      'phone_number_quality_update',
      'phone_number_quality_update',
      { display_phone_number: '493055501', event: 'FLAGGED', current_limit: 'TIER_10K' },
    ],
    [
      'account_update',
      'account_update',
      {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING' }],
      },
    ],
    [
      'cloud_error',
      'messages',
      { messaging_product: 'whatsapp', errors: [{ code: 130429, title: 'Rate limit hit' }] },
    ],
  ]
  for (const [kind, field, item] of told) {
    stage.updates.push({ at, field, line: null, part: null, item, contacts: [] })
    stage.ledger.notices.add(kind)
  }
}

export function offboard(stage: Stage, at: number): void {
  const item = { event: 'ACCOUNT_OFFBOARDED', waba_info: { waba_id: waba } }
  stage.updates.push({ at, field: 'account_update', line: null, part: null, item, contacts: [] })
  stage.ledger.notices.add('account_update')
}

/** A field and a posted line that no version of the console can read: both must end in quarantine. */
export function playUnknown(stage: Stage, at: number): void {
  const item = { dreams: [{ of: 'sheep' }] }
  stage.updates.push({ at, field: 'dream_update', line: null, part: null, item, contacts: [] })
  stage.ledger.rejects += 1
  if (!stage.switches.inboxTool) return
  stage.toolLines.push({ at, text: 'this is no record' })
  stage.ledger.rejects += 1
}
