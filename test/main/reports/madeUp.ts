/** A report of made-up answers: what a real workspace gives only after months. */
import type { AuditResults } from '../../../src/shared/audits.ts'
import type {
  Figure,
  Insights,
  MetricsAnswer,
  MetricsQuery,
  Workspace,
} from '../../../src/shared/contract.ts'
import { metrics } from '../../../src/shared/metrics.ts'
import type { Block, Report, ReportQuery, ReportTemplate } from '../../../src/shared/reporting.ts'
import { composeReport } from '../../../src/main/reports/compose.ts'
import type { ReportPorts } from '../../../src/main/reports/ports.ts'
import { shippedIn } from '../../../src/main/reports/templates/shipped.ts'
import { defaultSettings } from '../../../src/main/store/settings.ts'
import { week } from './office.ts'

export interface MadeUp {
  readonly blocks: readonly Block[]
  readonly workspace?: Partial<Workspace>
  /** Rows of a question by dimension; the total otherwise. */
  readonly rows?: (query: MetricsQuery) => readonly Record<string, string | null>[]
  readonly figure?: (metric: keyof typeof metrics, key: Record<string, string | null>) => Figure
  readonly audits?: Partial<AuditResults>
  readonly insights?: Partial<Insights>
  readonly query?: Partial<ReportQuery>
  readonly recomputed?: number
}

const nothingReviewed: AuditResults = {
  total: { n: 0, mean: null, low: null, high: null },
  failed: { n: 0, of: 0, share: null, low: null, high: null },
  byAgent: [],
  byTeam: [],
  byReviewer: [],
  byWeek: [],
  byCriterion: [],
  byCause: [],
  picked: 0,
  coverage: [],
}

export function madeUpFigure(metric: keyof typeof metrics): Figure {
  if (metrics[metric].shape === 'duration')
    return { count: 40, mean: 60, median: 45, p90: 200, min: 1, max: 900, buckets: [10, 10, 10, 5, 5, 0, 0] }
  return metrics[metric].unit === 'rate' ? { value: 0.9, of: 100 } : { value: 40 }
}

export function madeUpReport(made: MadeUp): Promise<Report> {
  const [, , weekly] = shippedIn('en')
  const template: ReportTemplate = { ...(weekly as ReportTemplate), blocks: made.blocks }
  const query: ReportQuery = {
    template: 'weekly',
    scope: week,
    language: 'en',
    hideNames: true,
    ...made.query,
  }
  return composeReport(query, template, portsOf(made))
}

function portsOf({
  workspace,
  rows,
  figure = madeUpFigure,
  audits,
  insights,
  recomputed,
}: MadeUp): ReportPorts {
  const answer = (query: MetricsQuery): MetricsAnswer => {
    const figures = (key: Record<string, string | null>) =>
      Object.fromEntries(query.metrics.map((metric) => [metric, figure(metric, key)]))
    return {
      period: { from: '', to: '', zone: query.scope.zone },
      hours: 'calendar',
      definition: null,
      by: query.by,
      rows: (rows?.(query) ?? []).map((key) => ({ key, metrics: figures(key) })),
      total: { metrics: figures({}) },
      data: { completeTo: null, quarantined: 0 },
    }
  }
  return {
    numbers: () => ({
      metrics: (queries) => queries.map(answer),
      behind: () => ({
        included: [{ conversation: 1, k: -1, agent: -1, contact: 1, at: week.from, value: 1 }],
        includedTotal: 1,
      }),
      leftOut: () => new Map(),
      insights: async () => ({ trends: [], outliers: [], anomalies: [], coping: [], ...insights }),
    }),
    flags: async () => ({ rows: [], next: null, total: 0 }),
    audits: () => ({ ...nothingReviewed, ...audits }),
    coverage: () => audits?.coverage ?? nothingReviewed.coverage,
    conversation: () => 'v',
    chat: () => ({
      conversation: 'v',
      contact: { id: 'k', name: 'K' },
      agent: null,
      channel: 'c',
      category: null,
    }),
    workspace: {
      name: 'Made up',
      zone: 'Europe/Berlin',
      empty: false,
      sample: false,
      agents: [],
      teams: [],
      channels: [],
      categories: [],
      span: { from: 0, to: week.to },
      now: week.to,
      clockSpeed: 1,
      version: 'test',
      ...workspace,
    },
    settings: defaultSettings,
    hours: [
      {
        scope: null,
        zone: 'Europe/Berlin',
        week: {
          mon: [['09:00', '18:00']],
          tue: [['09:00', '18:00']],
          wed: [
            ['09:00', '12:00'],
            ['13:00', '18:00'],
          ],
          thu: [],
          fri: [],
          sat: [],
          sun: [['22:00', '06:00']],
        },
        exceptions: [{ date: '2026-12-25', ranges: [] }],
      },
    ],
    completeTo: week.to,
    recomputed: recomputed ?? null,
    rejected: 1,
    clock: week.to,
  }
}
