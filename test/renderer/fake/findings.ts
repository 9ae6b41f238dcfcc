/** Made-up findings: what stands out, two definitions side by side, topics, holidays. */
import type {
  CompareQuery,
  DefinitionComparison,
  HolidayFile,
  Insights,
  Scope,
  TopicSuggestion,
} from '../../../src/shared/contract.ts'
import { startOfDay } from '../../../src/shared/period.ts'
import { conversationsAt } from './chats.ts'
import { figureFor } from './figures.ts'
import { agents, day, hour } from './world.ts'

export function insightsFor(scope: Scope, now: number): Insights {
  const noon = startOfDay(Math.min(now, scope.to - 1), scope.zone) - day + 12 * hour
  return {
    trends: [
      {
        metric: 'first_response_time',
        agent: null,
        direction: 'rising',
        verdict: 'worse',
        relative: 0.06,
        weeks: 8,
        from: 62,
        to: 94,
      },
      {
        metric: 'csat_score',
        agent: 'agent-3',
        direction: 'falling',
        verdict: 'worse',
        relative: -0.02,
        weeks: 8,
        from: 0.91,
        to: 0.79,
      },
    ],
    outliers: [
      {
        metric: 'resolution_time',
        agent: 'agent-1',
        team: 'orders',
        times: 2.4,
        value: 4210,
        median: 1754,
        of: 6,
      },
    ],
    anomalies: [
      { metric: 'messages_failed', at: noon, value: 41, expected: 3, low: 0, high: 11 },
      { metric: 'messages_received', at: noon + hour, value: 12, expected: 66, low: 41, high: 90 },
    ],
    coping: agents.map((agent, index) => ({
      agent: agent.id,
      verdict:
        index === 0 ? 'falling_behind' : index === 4 ? 'stretched' : index === 9 ? 'unknown' : 'coping',
      because:
        index === 0
          ? [
              { code: 'backlog_growing', value: 14, before: 6 },
              { code: 'waits_growing', value: 540, before: 210 },
            ]
          : index === 9
            ? [{ code: 'few_days', value: 2, before: 5 }]
            : [{ code: 'handled_enough', value: 212, before: 208 }],
    })),
  }
}

export function comparisonFor(query: CompareQuery, now: number): DefinitionComparison {
  const one = figureFor(query.metric, query.one, 28)
  const other = figureFor(query.metric, query.other, 28)
  return {
    one,
    other,
    rules:
      query.one === query.other
        ? []
        : [
            { rule: 'firstResponseClock', one: 'opening', other: 'bot_handoff', taken: other },
            {
              rule: 'hours',
              one: 'calendar',
              other: 'business',
              taken: figureFor(query.metric, 'taken', 28),
            },
          ],
    changed: conversationsAt(now)
      .slice(0, 12)
      .map((row, index) => ({
        conversation: row.id,
        contact: row.contact.name,
        one: index % 3 === 0 ? null : 60 + index,
        other: 40 + index,
      })),
    changedTotal: 38,
  }
}

export const topicSuggestions: readonly TopicSuggestion[] = [
  {
    keywords: ['gutschein', 'rabattcode'],
    language: 'de',
    count: 84,
    examples: ['Mein Gutschein geht nicht', 'Wo gebe ich den Rabattcode ein?'],
  },
  { keywords: ['factura'], language: 'es', count: 31, examples: ['Necesito la factura <b>ya</b>'] },
]

export const holidayFile: HolidayFile = {
  taken: 2,
  days: [
    { date: '2026-12-25', name: '1. Weihnachtstag', ranges: [] },
    { date: '2026-12-24', name: 'Heiligabend', ranges: [['09:00', '12:00']] },
  ],
  skipped: [{ what: 'Team day', why: 'It repeats by a rule that cannot be read.' }],
}
