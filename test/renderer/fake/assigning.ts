/** Who had what in the preview: at any moment, from hand to hand, and how well it was handed over. */
import type { AssignmentPath, HandOverQuality, HeldAt, HeldAtQuery } from '../../../src/shared/assigning.ts'
import { conversationsAt } from './chats.ts'
import { agents } from './world.ts'

const minute = 60_000
type Row = HeldAt['rows'][number]

export function heldAtOf(query: HeldAtQuery, now: number): HeldAt {
  const at = Math.min(query.at, now)
  const open = conversationsAt(now)
    .filter((row) => row.openedAt <= at && (row.state === 'open' || row.lastAt > at))
    .map((row): Row => ({
      ...intervalOf(row.id, row.contact, row.agent, row.openedAt + minute),
      team: row.team,
      category: row.category,
      waitingSince: row.waitingSince !== null && row.waitingSince <= at ? row.waitingSince : null,
    }))
    .toSorted((a, b) => (a.waitingSince ?? Infinity) - (b.waitingSince ?? Infinity))
  const from = Number(query.after ?? 0)
  return {
    rows: open.slice(from, from + query.limit),
    next: from + query.limit < open.length ? String(from + query.limit) : null,
    total: open.length,
    waiting: open.filter(({ waitingSince }) => waitingSince !== null).length,
    unassigned: open.filter(({ agent }) => agent === null).length,
  }
}

function intervalOf(conversation: string, contact: Row['contact'], agent: string | null, from: number) {
  return {
    conversation,
    contact,
    agent,
    team: null,
    from,
    earliest: from,
    to: null,
    source: 'stated',
    by: null,
    byType: 'automation',
    note: null,
    endedBy: null,
    firstAction: 40,
    replies: 2,
  } as const
}

/** Through two hands, back to the first; one question asked twice. */
export function pathOf(conversation: string, now: number): AssignmentPath {
  const row = conversationsAt(now).find(({ id }) => id === conversation)
  if (row === undefined) throw new Error('the preview has no such conversation')
  const { contact, openedAt } = row
  const held = (agent: string | null, from: number, to: number | null) => ({
    ...intervalOf(conversation, contact, agent, openedAt + from * minute),
    to: to === null ? null : openedAt + to * minute,
    endedBy: to === null ? null : ('passed_on' as const),
  })
  const question = (agent: string, after: number, text: string) => ({
    message: `${conversation}-${after}`,
    at: openedAt + after * minute,
    agent,
    text,
  })
  return {
    conversation,
    contact,
    intervals: [
      held(null, 0, 1),
      held('agent-2', 1, 20),
      { ...held('agent-3', 20, 50), source: 'diffed', earliest: openedAt + 14 * minute },
      held('agent-2', 50, null),
    ],
    handOvers: 2,
    returns: 1,
    unassigned: 60,
    repeatedQuestions: [
      {
        ...question('agent-3', 22, 'Could you tell me your order number?'),
        earlier: question('agent-2', 3, 'Can you tell me your order number, please?'),
      },
    ],
  }
}

export function handOversOf(): readonly HandOverQuality[] {
  return agents.slice(0, 6).map(({ id }, index) => ({
    agent: id,
    received: 40 - 5 * index,
    medianFirstAction: index === 5 ? null : 60 + 30 * index,
    repeated: index,
    of: 40 - 5 * index,
  }))
}
