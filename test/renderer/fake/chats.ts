/** Made-up chats, flags and assignments. */
import type {
  Conversation,
  ConversationRow,
  Evidence,
  TimelineItem,
  TimelinePage,
  TimelineQuery,
} from '../../../src/shared/contract.ts'
import type { AssignmentRow, Holdings } from '../../../src/shared/assigning.ts'
import type { Flag } from '../../../src/shared/flags.ts'
import { agents, categories, chance, channels, contacts, flagRules, hour, pick } from './world.ts'

const texts = [
  'Danke für Ihre Nachricht! Wir melden uns.',
  '你好，我上週訂的背包還沒收到。訂單號 NL-40917',
  'The poles don’t fit the 3-person tent.',
  'أين طلبي؟ رقم الطلب 40917',
  '<b>not markup</b> & "quotes"',
  'Perfecto, gracias 🙏',
]

export function conversationAt(index: number, now: number): ConversationRow {
  const id = `conversation-${index}`
  const openedAt = now - index * 0.7 * hour - chance(id) * hour
  const agent = pick(`${id} agent`, agents)
  const waits = chance(`${id} waits`) < 0.15
  return {
    id,
    contact: { id: `contact-${index}`, name: contacts[index % contacts.length]! },
    channel: pick(`${id} channel`, channels),
    agent: chance(`${id} unassigned`) < 0.1 ? null : agent.id,
    team: agent.teams[0] ?? null,
    category: pick(`${id} category`, categories),
    state: waits || index < 8 ? 'open' : 'closed',
    openedAt,
    lastAt: openedAt + 0.9 * hour,
    lastText: pick(`${id} text`, texts),
    lastDirection: waits ? 'in' : 'out',
    waitingSince: waits ? now - chance(id) * hour : null,
    firstResponse: chance(`${id} first`) * 900,
    resolution: waits ? null : 1800 + chance(id) * 3600,
    messages: 4 + Math.floor(chance(id) * 20),
    openFlags: waits ? 1 : 0,
    sentiment: pick(`${id} mood`, [null, 'negative', 'neutral', 'positive'] as const),
    score: chance(`${id} reviewed`) < 0.2 ? Math.round(60 + chance(`${id} score`) * 40) : null,
  }
}

export const conversationCount = 240

export function conversationsAt(now: number): readonly ConversationRow[] {
  return Array.from({ length: conversationCount }, (_, index) => conversationAt(index, now))
}

/** A stretch of a chat as the engine pages it. */
export function timelinePageOf(query: TimelineQuery, now: number): TimelinePage {
  const { timeline } = conversationWith(query.conversation, now)
  const { from } = query
  const place =
    from.kind === 'place'
      ? from.place
      : timeline.findIndex((item) =>
          from.kind === 'at' ? item.at >= from.at : 'id' in item && item.id === from.id,
        )
  const first =
    from.kind === 'around'
      ? Math.max(0, place - Math.floor(query.limit / 2))
      : place < 0
        ? timeline.length
        : place
  const found = place < 0 || place >= timeline.length ? null : place
  return {
    timeline: timeline.slice(first, first + query.limit),
    first,
    total: timeline.length,
    found,
    quoted: [],
  }
}

export function conversationWith(id: string, now: number, around: string | null = null): Conversation {
  const { timeline, ...rest } = wholeConversation(id, now)
  const found = timeline.findIndex((item) => 'id' in item && item.id === around)
  return {
    ...rest,
    timeline,
    first: 0,
    total: timeline.length,
    found: found < 0 ? null : found,
    quoted: [],
  }
}

function wholeConversation(
  id: string,
  now: number,
): Omit<Conversation, 'first' | 'total' | 'found' | 'quoted'> {
  const row = conversationAt(Number(id.split('-').at(-1)), now)
  const at = (minutes: number) => row.openedAt + minutes * 60_000
  return {
    row,
    contact: {
      ...row.contact,
      phone: '+49 176 5550 4471',
      language: 'de',
      conversations: 4,
      since: now - 400 * 24 * hour,
      optedInAt: now - 300 * 24 * hour,
      tags: ['regular'],
    },
    timeline: [
      message(`${id}-1`, at(0), 'in', texts[1]!),
      {
        ...message(`${id}-2`, at(0.2), 'out', texts[0]!),
        author: { type: 'bot', agent: null },
        template: 'order_received',
      },
      {
        kind: 'assignment',
        at: at(1),
        from: null,
        to: row.agent,
        team: row.team,
        by: null,
        byType: 'automation',
        source: 'stated',
        heldBefore: null,
        note: null,
      },
      message(`${id}-3`, at(18), 'in', '有人在嗎？'),
      {
        ...message(`${id}-4`, at(47), 'out', 'Guten Tag, entschuldigen Sie die Wartezeit.'),
        author: { type: 'agent', agent: row.agent },
      },
      {
        ...message(`${id}-5`, at(49), 'out', null),
        type: 'document',
        media: { mime: 'image/heic', name: 'DHL-Nachforschung.heic', bytes: 1_204_112 },
        status: { name: 'failed', at: at(49) },
        error: { code: 131053, title: 'Media not accepted' },
        author: { type: 'agent', agent: row.agent },
      },
      {
        kind: 'comment',
        id: `${id}-c`,
        at: at(50),
        agent: 'agent-4',
        text: 'Parcel stuck in Leipzig since Friday.',
        mentions: ['agent-5'],
      },
      {
        kind: 'event',
        at: at(66),
        event: 'closed',
        by: row.agent,
        byType: 'agent',
        category: row.category,
        note: null,
      },
    ],
    waits: [{ from: at(0), to: at(47), first: true, endedBy: 'reply', agent: row.agent }],
    episodes: [
      {
        openedAt: row.openedAt,
        openedBy: 'contact',
        closedAt: at(66),
        firstResponse: 2829,
        firstResponder: row.agent,
        timeToAssignment: 38,
        resolution: 3960,
        resolvedBy: row.agent,
        nextResponseMedian: 552,
        bots: { count: 1, at: at(0.2) },
        excluded: null,
      },
    ],
    sentiment: 'negative',
    language: 'zh',
    counts: { in: 2, out: 3, failed: 1 },
    flags: flagsAt(now).filter((flag) => flag.conversation === id),
  }
}

function message(
  id: string,
  at: number,
  direction: 'in' | 'out',
  text: string | null,
): TimelineItem & { kind: 'message' } {
  return {
    kind: 'message',
    id,
    at,
    direction,
    author: { type: direction === 'in' ? 'contact' : 'agent', agent: null },
    type: 'text',
    text,
    caption: null,
    template: null,
    media: null,
    replyTo: null,
    status: direction === 'out' ? { name: 'read', at: at + 1000 } : null,
    error: null,
    edited: false,
    revoked: false,
    reactions: [],
    inWindow: true,
  }
}

export function flagsAt(now: number): readonly Flag[] {
  return conversationsAt(now)
    .filter((row) => row.openFlags > 0)
    .map((row, index): Flag => {
      const rule = flagRules[index % flagRules.length]!
      return {
        id: `flag-${row.id}`,
        rule,
        severity: index % 2 === 0 ? 'danger' : 'warning',
        madeBy: rule === 'mentioned' ? 'person' : 'rule',
        subject: { ...row.contact, kind: 'conversation' },
        from: row.waitingSince ?? row.openedAt,
        messages: [],
        late: false,
        owner: null,
        snoozedUntil: null,
        reason: null,
        conversation: row.id,
        contact: row.contact,
        agent: row.agent,
        raisedAt: row.waitingSince ?? row.openedAt,
        endedAt: null,
        seconds: 60 + Math.round(chance(row.id) * 4000),
        target: 300,
        code: rule === 'message_failed' ? 131047 : null,
        text: rule === 'mentioned' ? 'Can you take this one?' : null,
        message: null,
        decision: null,
      }
    })
}

export function evidenceAt(now: number): readonly Evidence[] {
  return conversationsAt(now)
    .slice(0, 38)
    .map((row) => ({
      conversation: row.id,
      contact: row.contact.name,
      agent: row.agent,
      at: row.openedAt,
      value: Math.round(chance(row.id) * 1800),
      message: `${row.id}-4`,
    }))
}

export function assignmentsAt(now: number): readonly AssignmentRow[] {
  return conversationsAt(now).map((row, index) => ({
    conversation: row.id,
    contact: row.contact,
    at: row.openedAt + 60_000,
    earliest: row.openedAt + 60_000,
    firstAction: 40,
    mentions: [],
    kind: 'assigned',
    from: index % 4 === 0 ? 'agent-2' : null,
    to: row.agent,
    team: row.team,
    by: null,
    byType: 'automation',
    source: index % 5 === 0 ? 'diffed' : 'stated',
    heldBefore: index % 4 === 0 ? 1200 : null,
    comment: null,
    note: null,
    flags: [],
  }))
}

export function holdingsAt(now: number): Holdings {
  const rows = conversationsAt(now)
  return {
    now,
    agents: agents.map((agent) => {
      const own = rows.filter((row) => row.agent === agent.id)
      return {
        agent: agent.id,
        held: own.filter((row) => row.state === 'open').length,
        waiting: own.filter((row) => row.waitingSince !== null).length,
        today: own.length,
        medianHeld: 1500,
        bars: own.map((row) => ({
          conversation: row.id,
          from: row.openedAt,
          to: row.state === 'open' ? null : row.lastAt,
          passedOn: chance(row.id) < 0.1,
          source: 'stated',
          replies: [],
          waits: row.waitingSince === null ? [] : [{ from: row.waitingSince, to: null }],
        })),
      }
    }),
    unassigned: { held: 3, waiting: 2 },
  }
}
