/** Results, coaching, agreement and consistency of the made-up engine. */
import type {
  Agreement,
  AuditResults,
  Coaching,
  Criterion,
  QuestionCluster,
  ReviewRow,
  ScoreFigure,
  ScoreRow,
  ShareFigure,
} from '../../../src/shared/audits.ts'
import { agents, chance, hour, teams } from './world.ts'

/** A mean between 60 and 95, with an interval from five values on. */
function figure(name: string, n: number): ScoreFigure {
  const mean = 60 + chance(name) * 35
  const wide = 30 / Math.sqrt(Math.max(1, n))
  return { n, mean, low: n < 5 ? null : mean - wide, high: n < 5 ? null : Math.min(100, mean + wide) }
}

function share(name: string, of: number): ShareFigure {
  const n = Math.round(chance(`${name} share`) * of * 0.3)
  return { n, of, share: of === 0 ? null : n / of, low: 0.02, high: 0.4 }
}

function row(key: string, n: number): ScoreRow {
  return { key, score: figure(key, n), failed: share(key, n), rank: null, moreToSeparate: n < 10 ? null : 24 }
}

export function resultsOf(criteria: readonly Criterion[], scorecard: string): AuditResults {
  return {
    total: figure('all', 214),
    failed: share('all', 214),
    byAgent: agents.map(({ id }) => row(id, 4 + Math.round(chance(id) * 20))),
    byTeam: teams.map(({ id }) => row(id, 70)),
    byReviewer: [row('Katrin Sommer', 120), row('Tom Reed', 94)],
    byWeek: ['2026-W17', '2026-W18', '2026-W19'].map((week) => row(week, 70)),
    byCriterion: criteria.map(({ id, name }) => ({ ...row(id, 214), name, scorecard })),
    byCause: [{ cause: 'Forgotten', criterion: criteria[0]?.name ?? '', share: share('cause', 40) }],
    picked: 3,
    coverage: agents.map(({ id }) => ({ agent: id, conversations: 440, reviewed: 15 })),
  }
}

export function coachingOf(
  agent: string,
  criteria: readonly Criterion[],
  rows: readonly ReviewRow[],
): Coaching {
  const own = rows.filter((one) => one.agent === agent)
  return {
    agent,
    score: figure(agent, 18),
    team: figure(`${agent} team`, 96),
    criteria: criteria.slice(0, 6).map(({ id, name }) => ({
      criterion: id,
      name,
      own: figure(`${agent} ${id}`, 18),
      others: figure(id, 96),
      causes: [{ cause: 'Forgotten', count: 3 }],
      examples: own.slice(0, 1).map(({ id: review, conversation, at }) => ({
        review,
        conversation,
        message: `${conversation}-4`,
        text: 'Guten Tag, entschuldigen Sie die Wartezeit.',
        note: 'Answers in German to a customer who wrote Chinese.',
        at,
      })),
    })),
    praise: [],
    reviews: own,
  }
}

export function agreementOf(sample: string, criteria: readonly Criterion[]): Agreement {
  return {
    sample,
    units: 8,
    reviewers: ['Katrin Sommer', 'Tom Reed'],
    alpha: 0.78,
    low: 0.61,
    high: 0.9,
    byCriterion: criteria.map(({ id, name }) => ({ criterion: id, name, alpha: chance(id), units: 8 })),
    items: [],
  }
}

export function clusters(now: number): readonly QuestionCluster[] {
  const example = (agent: string, answer: string) => ({
    conversation: 'conversation-3',
    contact: 'Inés Navarro',
    agent,
    at: now - hour,
    value: null,
    message: 'conversation-3-4',
    question: 'Wie lange kann ich zurückgeben?',
    answer,
  })
  return [
    {
      id: 'cluster-1',
      question: 'Wie lange kann ich zurückgeben?',
      language: 'de',
      count: 14,
      answers: [
        {
          agent: 'agent-1',
          count: 9,
          examples: [example('agent-1', '30 Tage.')],
          says: [{ kind: 'deadline', value: '30 d' }],
        },
        {
          agent: 'agent-7',
          count: 5,
          examples: [example('agent-7', 'Zwei Wochen.')],
          says: [{ kind: 'deadline', value: '14 d' }],
        },
      ],
      divergences: [
        {
          kind: 'deadline',
          values: [
            { value: '30 d', agents: ['agent-1'] },
            { value: '14 d', agents: ['agent-7'] },
          ],
        },
      ],
      canonical: null,
    },
  ]
}
