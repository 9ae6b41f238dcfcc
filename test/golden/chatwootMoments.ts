/** Golden cases of days, ranges, the live state, satisfaction, and small things. */
import { expect } from 'vitest'
import { isOpen } from '../../src/main/hours/calendar.ts'
import { formatFor } from '../../src/shared/numbers.ts'
import { dayKey } from '../../src/shared/period.ts'
import type { Run, Runs } from './chatwootRun.ts'
import { day, ever, everyDay, start } from './chatwootRun.ts'
import { Story, Workspace } from './chatwootWorkspace.ts'

const zones: Readonly<Record<string, string>> = { '0': 'UTC', '-8': 'America/Los_Angeles' }

const countByDay: Run = (given, expected) => {
  const stories = given.created_at.map((at: number, index: number) => new Story(`v${index}`, at).in(at))
  const zone = zones[String(given.tz_offset_hours)] ?? 'UTC'
  const rows = new Workspace(stories).rows('conversations_opened', given.since, given.until, ['day'], {
    zone,
  })
  const values = rows.map(({ figure }) => figure.value ?? 0)
  expect(values.filter((value) => value > 0)).toEqual(expected.non_zero_days)
  expect(values.reduce((sum, value) => sum + value, 0)).toBe(expected.total)
}

const countInRange: Run = (given, expected) => {
  const stories = given.at.map((at: number, index: number) =>
    new Story(`v${index}`, at - 60).in(at - 60).event(at, 'closed'),
  )
  const { value } = new Workspace(stories).figure('conversations_closed', given.since, given.until)
  expect(value).toBe(expected.count)
}

interface LiveRow {
  readonly status: string
  readonly assignee: string | null
  readonly first_reply: boolean
  readonly waiting: boolean
  readonly team: string | null
}

function liveWorkspace(rows: readonly LiveRow[]): Workspace {
  const stories = rows.map((row, index) => {
    const story = new Story(`v${index}`, start).in(start)
    if (row.assignee !== null || row.team !== null) story.assign(start, row.assignee, row.team)
    if (!row.waiting) story.out(start + 60, 'a9')
    return row.status === 'pending' ? story.event(start + 90, 'pending') : story
  })
  const teams = ['t1'].map((id) => ({ kind: 'team' as const, id, name: id }))
  return new Workspace(stories, teams)
}

/** Unattended: open, and its customer waits. */
const liveMetrics = { open: 'open_now', unattended: 'waiting_now', unassigned: 'unassigned_now' } as const

const live: Run = (given, expected) => {
  const workspace = liveWorkspace(given.conversations)
  for (const [name, metric] of Object.entries(liveMetrics)) {
    const { value } = workspace.figure(metric, start - day, start + day, { teams: [given.team] })
    expect(value).toBe(expected[name])
  }
}

const liveGrouped: Run = (given, expected) => {
  const workspace = liveWorkspace(given.conversations)
  for (const [name, metric] of Object.entries(liveMetrics)) {
    const rows = workspace.rows(metric, start - day, start + day, [given.group_by])
    const found = new Map(rows.map(({ key, figure }) => [key, figure.value]))
    for (const row of expected.rows) expect(found.get(row.key ?? '-')).toBe(row[name])
  }
}

// ── satisfaction ─────────────────────────────────────────────────────────────────────────────────────────────────

const csat: Run = (given, expected) => {
  const scores = Object.entries<number>(given.ratings).flatMap(([score, n]) =>
    Array.from({ length: n }, () => Number(score)),
  )
  // The case names 54 answers and shows 27 of them: the others are none of the top two.
  const all = [...scores, ...Array.from({ length: given.responses - scores.length }, () => 3)]
  const stories = all.map((score, index) => new Story(`v${index}`, start).in(start).rate(start + 60, score))
  const { value } = new Workspace(stories).figure('csat_score', ...ever)
  expect(((value ?? Number.NaN) * 100).toFixed(2)).toBe(expected.satisfaction_score)
}

const csatMetrics: Run = (given, expected) => {
  const stories = given.rows.map((row: { rating: number; created_at: number }, index: number) =>
    new Story(`v${index}`, row.created_at - 60).in(row.created_at - 60).rate(row.created_at, row.rating),
  )
  const workspace = new Workspace(stories)
  expect(workspace.figure('csat_average', given.since, given.until)).toMatchObject({
    value: 1,
    of: expected.total_count,
  })
  expect(workspace.figure('csat_response_rate', given.since, given.until).of).toBe(
    expected.total_sent_messages_count,
  )
}

// ── small things ─────────────────────────────────────────────────────────────────────────────────────────────────

const rollupDate: Run = (given, expected) => {
  expect(dayKey(given.created_at * 1000, given.timezone)).toBe(expected.date)
}

const ourUnits: Readonly<Record<string, string>> = { day: 'd', hour: 'h', minute: 'min', second: 's' }

const durationText: Run = (given, expected) => {
  const ours = formatFor('en', 'UTC', 0).duration(given.seconds).replaceAll(/\s/g, ' ')
  const theirs = (expected.text as string).replaceAll(
    /(day|hour|minute|second)s?/g,
    (_, unit: string) => ourUnits[unit] ?? '',
  )
  expect(ours).toBe(theirs)
}

const openNow: Run = (given, expected) => {
  const { timezone, day_closed: closed, open, close: end } = given
  expect(isOpen(everyDay(timezone, closed ? [] : [[open, end]]), given.at * 1000)).toBe(expected.open)
}

const clamp: Run = (given, expected) => {
  const story = given.timestamps.reduce(
    (told: Story, at: number) => told.in(at),
    new Story('v1', given.timestamps[0]),
  )
  const kept = new Workspace([story]).values('messages_received', given.since, given.until)
  expect(kept.map(({ at }) => at)).toEqual(expected.kept)
}

const hourGrid: Run = (given, expected) => {
  const points = given.points as readonly (readonly [number, number])[]
  const stories = points.map(([at, n], index) =>
    Array.from({ length: n }).reduce((told: Story) => told.in(at), new Story(`v${index}`, at)),
  )
  const first = Math.min(...points.map(([at]) => at))
  const last = Math.max(...points.map(([at]) => at)) + 1
  const rows = new Workspace(stories).rows('messages_received', first, last, ['day', 'hour'])
  const grid: Record<string, number[][]> = {}
  for (const { key, figure } of rows) {
    const [date = '', hour] = key.split('/')
    if ((figure.value ?? 0) > 0) (grid[date] ??= []).push([Number(hour), figure.value ?? 0])
  }
  expect(grid).toEqual(expected.grid)
}

// ── all of them ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const momentRuns: Runs = {
  count_by_day: countByDay,
  count_in_range: countInRange,
  live,
  live_grouped: liveGrouped,
  csat,
  csat_metrics: csatMetrics,
  rollup_date: rollupDate,
  duration_text: durationText,
  open_now: openNow,
  clamp,
  hour_grid: hourGrid,
}
