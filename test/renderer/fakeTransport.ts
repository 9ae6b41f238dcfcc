/** A made-up engine behind the real contract, so that screens can be looked at without one. */
import { attention } from './fake/attention.ts'
import { handOversOf, heldAtOf, pathOf } from './fake/assigning.ts'
import { createFakeWall, type FakeWall } from './fake/now.ts'
import type { Api, Events, Settings, SourceState } from '../../src/shared/contract.ts'
import {
  assignmentsAt,
  conversationsAt,
  conversationWith,
  evidenceAt,
  holdingsAt,
  timelinePageOf,
} from './fake/chats.ts'
import { fakeAudits } from './fake/audits.ts'
import { fakeFlags } from './fake/flags.ts'
import { answerFor } from './fake/figures.ts'
import { comparisonFor, holidayFile, insightsFor, topicSuggestions } from './fake/findings.ts'
import { fakeReports } from './fake/reports.ts'
import { fakeSearching } from './fake/searching.ts'
import { settings as firstSettings, sourcesAt, workspaceAt } from './fake/world.ts'

export interface FakeEngine {
  readonly api: Api
  readonly listen: <K extends keyof Events>(event: K, listener: (data: Events[K]) => void) => () => void
  readonly emit: <K extends keyof Events>(event: K, data: Events[K]) => void
}

/** `empty`: before any source was added. Decisions, settings and sources are kept until it ends. */
export function createFakeEngine(options: {
  readonly now: () => number
  readonly empty?: boolean
  readonly wall?: Omit<FakeWall, 'now'>
}): FakeEngine {
  const { now } = options
  const wall = createFakeWall({ now, ...options.wall })
  const listeners = new Map<string, Set<(data: never) => void>>()
  let settings: Settings = firstSettings
  let empty = options.empty ?? false
  let sources: readonly SourceState[] = empty ? [] : sourcesAt(now())
  const emit: FakeEngine['emit'] = (event, data) => {
    for (const listener of listeners.get(event) ?? []) listener(data as never)
  }
  /** The past is computed anew in ten steps of half a second. */
  const recompute = (changed: readonly string[]) => {
    const total = 1_200_000
    for (let step = 0; step <= 10; step += 1)
      setTimeout(() => emit('recomputing', { done: (step * total) / 10, total, changed }), step * 500).unref()
  }
  const page = <T>(rows: readonly T[], after: string | null, limit: number) => {
    const from = Number(after ?? 0)
    return {
      rows: rows.slice(from, from + limit),
      next: from + limit < rows.length ? String(from + limit) : null,
    }
  }

  const api: Api = {
    ...fakeAudits({ now, changed: () => emit('changed', { topics: ['audits'] }) }),
    ...fakeReports({
      now,
      changed: () => emit('changed', { topics: ['reports'] }),
      saving: (rows, of) => emit('saving', { rows, of }),
    }),
    ...fakeSearching({
      rows: () => conversationsAt(now()),
      conversation: (id) => conversationWith(id, now()),
    }),
    workspace: async () => workspaceAt(now(), empty),
    settings: async () => settings,
    saveSettings: async (change) => {
      settings = { ...settings, ...change }
      emit('changed', { topics: ['settings'] })
      if (change.rules !== undefined || change.workingHours !== undefined) recompute(Object.keys(change))
      return settings
    },
    syncHealth: async () => ({
      sources,
      notices: [
        {
          at: now() - 7_200_000,
          severity: 'warning',
          kind: 'quality',
          text: 'Support DE: quality is yellow.',
        },
      ],
      storage: { cacheBytes: 212_000_000, walBytes: 4_000_000, messages: 184_211, conversations: 31_902 },
    }),
    addSource: async (source) => {
      empty = false
      sources = [...sourcesAt(now()).filter((held) => held.kind === source.kind), ...sources]
      emit('changed', { topics: ['workspace', 'sync', 'numbers'] })
      return sourcesAt(now())[0]!
    },
    removeSource: async (id) => {
      sources = sources.filter((source) => source.id !== id)
      emit('changed', { topics: ['workspace', 'sync'] })
    },
    pauseSync: async (id, paused) => {
      sources = sources.map((source) =>
        id === null || source.id === id ? { ...source, phase: paused ? 'paused' : 'tail' } : source,
      )
      emit('changed', { topics: ['sync'] })
    },
    syncNow: async () => undefined,
    rejected: async () => ({
      rows: [
        {
          at: now() - 3_600_000,
          source: 'sample-1',
          reason: 'message: at is no RFC 3339 time with a zone',
          raw: '{"kind":"message","id":"m-1","at":"yesterday","text":"<script>alert(1)</script>"}',
          times: 2,
        },
      ],
      next: null,
    }),
    metrics: async (query) => answerFor(query, now()),
    metricsMany: async (queries) => queries.map((query) => answerFor(query, now())),
    compareDefinitions: async (query) => comparisonFor(query, now()),
    insights: async ({ scope }) => insightsFor(scope, now()),
    suggestTopics: async () => topicSuggestions,
    readHolidays: async () => holidayFile,
    saveTable: async (table) => ({ saved: `/home/you/${table.name}.${table.format}` }),
    explain: async (query) => {
      const included = evidenceAt(now())
      const row = answerFor({ scope: query.scope, by: [], metrics: [query.metric] }, now())
      return {
        metric: query.metric,
        figure: row.total.metrics[query.metric] ?? { value: null },
        candidates: included.length + 2,
        included,
        includedTotal: included.length,
        excluded: included
          .slice(0, 2)
          .map((evidence) => ({ ...evidence, value: null, reason: 'no_reply_yet' })),
        excludedTotal: 2,
      }
    },
    conversations: async (query) => {
      const rows = conversationsAt(now()).filter(
        (row) =>
          (query.states.length === 0 || query.states.includes(row.state)) &&
          (!query.waiting || row.waitingSince !== null) &&
          (!query.flagged || row.openFlags > 0) &&
          row.contact.name.toLowerCase().includes(query.contact.toLowerCase()),
      )
      const from = String(Number(query.after ?? 0) + (query.skip ?? 0))
      return { ...page(rows, from, query.limit), total: rows.length }
    },
    conversation: async (id, around) => conversationWith(id, now(), around),
    timeline: async (query) => timelinePageOf(query, now()),
    ...attention,
    heldAt: async (query) => heldAtOf(query, now()),
    assignmentPath: async (conversation) => pathOf(conversation, now()),
    handOvers: async () => handOversOf(),
    now: async ({ scope }) => wall(scope),
    holdings: async ({ at }) => holdingsAt(Math.min(at ?? Infinity, now())),
    assignmentLog: async (query) => {
      const rows = assignmentsAt(now())
      return { ...page(rows, query.after, query.limit), total: rows.length }
    },
    ...fakeFlags({ now, changed: () => emit('changed', { topics: ['flags', 'conversations'] }) }),
    report: () => Promise.reject(new Error('the preview has no report')),
  }
  return {
    api,
    emit,
    listen: (event, listener) => {
      const held = listeners.get(event) ?? new Set<(data: never) => void>()
      listeners.set(event, held.add(listener))
      return () => held.delete(listener)
    },
  }
}
