import { describe, expect, it } from 'vitest'
import type { Dimension, Scope } from '../../../src/shared/contract.ts'
import type { MetricId } from '../../../src/shared/metrics.ts'
import { answerMetrics } from '../../../src/main/metrics/answer.ts'
import { createColumns } from '../../../src/main/metrics/columns.ts'
import { deriveFacts } from '../../../src/main/metrics/derive.ts'
import type { ConversationFacts } from '../../../src/main/metrics/facts.ts'
import { allRows, naive } from './naive.ts'
import { allFlags, factSettings, timelineOf } from './timelines.ts'
import { data, dictionary } from './workspaces.ts'

const settings = factSettings(allFlags)
const shapes = [1, 2, 3].map((agent) =>
  deriveFacts(
    timelineOf(`09:00 opened by contact
      09:00 in
      09:01 assigned ${agent} team ${(agent % 2) + 1}
      ${Array.from({ length: 20 }, (_, index) => `09:${10 + index} ${index % 3 === 0 ? 'in' : `out by agent ${agent} delivered`}`).join('\n')}
      10:00 closed by agent ${agent} category ${(agent % 2) + 1}`),
    settings,
  ),
)

/** The same conversation later: all its times are moved. */
function later(facts: ConversationFacts, conversation: number, by: number): ConversationFacts {
  const move = (value: number | null) => (value === null ? null : value + by)
  return {
    ...facts,
    conversation,
    contact: conversation % 50,
    channel: (conversation % 2) + 1,
    messages: facts.messages.map((message) => ({ ...message, at: message.at + by })),
    episodes: facts.episodes.map((episode) => ({
      ...episode,
      startedAt: episode.startedAt + by,
      clockAt: move(episode.clockAt),
      firstReplyAt: move(episode.firstReplyAt),
      firstInboundAt: move(episode.firstInboundAt),
      firstAssignedAt: move(episode.firstAssignedAt),
      closedAt: move(episode.closedAt),
      neglect: null,
    })),
    waits: facts.waits.map((wait) => ({
      ...wait,
      from: wait.from + by,
      last: wait.last + by,
      to: move(wait.to),
    })),
    personWaits: [],
    assignments: facts.assignments.map((one) => ({ ...one, at: one.at + by, earliest: one.earliest + by })),
    inferred: facts.inferred.map((one) => ({ ...one, at: one.at + by })),
    flags: [],
  }
}

const minutes = 60_000
/** Enough rows in one month for tables of quarters and of blocks. */
const all = Array.from({ length: 3600 }, (_, index) =>
  later(shapes[index % 3]!, index + 1, (index * 6 + (index % 7)) * minutes),
)
const columns = createColumns()
columns.replaceFacts(all.map((facts) => [facts.conversation, facts]))
const metrics: readonly MetricId[] = ['messages_sent', 'delivery_rate', 'handled', 'conversations_closed']
const scopes: readonly Partial<Scope>[] = [
  {},
  { teams: ['t1'] },
  { agents: ['a2'], channels: ['c1'] },
  { categories: ['order'] },
  { authors: ['contact'], openers: ['contact'] },
]
const dimensions = ['agent', 'day', 'channel', 'hour', 'author'] as const satisfies readonly Dimension[]
const day = 86_400_000

describe('tables of many rows', () => {
  it('say what counting row by row says, also after changes', () => {
    const start = all[0]!.episodes[0]!.startedAt
    let held = new Map(all.map((facts) => [facts.conversation, facts]))
    const check = () => {
      const rows = allRows(held.values())
      for (const [index, filters] of scopes.entries()) {
        const from = start + index * 1_234_567
        const scope: Scope = {
          from,
          to: from + 14 * day + index * 777,
          zone: 'America/New_York',
          agents: [],
          teams: [],
          channels: [],
          categories: [],
          ...filters,
        }
        for (const by of dimensions.slice(index % 4, (index % 4) + 2)) {
          const answer = answerMetrics(columns, dictionary, { scope, by: [by], metrics }, data)
          const figures = new Map(answer.rows.map((row) => [row.key[by] ?? null, row.metrics]))
          for (const metric of metrics) {
            const plain = naive(rows, dictionary, metric, scope, by, data)!
            expect([index, by, metric, answer.total.metrics[metric]]).toEqual([
              index,
              by,
              metric,
              expect.objectContaining({ value: plain.total }),
            ])
            for (const [key, value] of plain.rows)
              expect([index, by, metric, key, figures.get(key)?.[metric]]).toEqual([
                index,
                by,
                metric,
                key,
                expect.objectContaining({ value }),
              ])
          }
        }
      }
    }
    check()
    const changed = all
      .filter((_, index) => index % 97 === 0)
      .map((facts) => later(facts, facts.conversation, 45 * minutes))
    columns.replaceFacts(changed.map((facts) => [facts.conversation, facts]))
    columns.replace(3, null)
    held = new Map([...held, ...changed.map((facts) => [facts.conversation, facts] as const)])
    held.delete(3)
    check()
  })
})
