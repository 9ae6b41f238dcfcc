/** Golden cases of reports over many conversations: data sets, series, tables. */
import { expect } from 'vitest'
import { dayKey } from '../../src/shared/period.ts'
import type { RecordInput } from '../../src/shared/records.ts'
import type { GoldenCase } from './chatwootCases.ts'
import type { Run, Runs } from './chatwootRun.ts'
import { day, ever, nineToFive, start } from './chatwootRun.ts'
import { Story, Workspace } from './chatwootWorkspace.ts'

interface Burst {
  readonly n: number
  readonly t: number
}

interface DataGroup {
  readonly label: string
  readonly conversations: number
  readonly created_at: number
  readonly outgoing: readonly Burst[]
  readonly incoming: readonly Burst[]
}

function dataset(groups: readonly DataGroup[], given: GoldenCase['given']): Workspace {
  const { actions, dataset: data } = given
  const stories = groups.flatMap((group) =>
    Array.from({ length: group.conversations }, (_, index) => {
      const story = new Story(`${group.label}-${index}`, group.created_at)
      story.event(group.created_at, 'categorised', { category: group.label })
      for (const { n, t } of group.incoming) for (let sent = 0; sent < n; sent++) story.in(t)
      for (const { n, t } of group.outgoing) for (let sent = 0; sent < n; sent++) story.out(t)
      if (actions?.resolve_group === group.label) {
        const at = data.today + 3600
        story.event(at, 'closed')
        if (index < (actions.then_reopen ?? actions.reopen_and_resolve_again ?? 0))
          story.event(at + 60, 'reopened')
        if (index < (actions.reopen_and_resolve_again ?? 0)) story.event(at + 120, 'closed')
      }
      return story
    }),
  )
  return new Workspace(stories)
}

const counts = {
  conversations_count: 'conversations_opened',
  incoming_messages_count: 'messages_received',
  outgoing_messages_count: 'messages_sent',
  resolutions_count: 'conversations_closed',
} as const

const datasetReport: Run = (given, expected) => {
  const { dataset: data, metric, scope } = given
  const workspace = dataset(data.groups, given)
  const categories = scope === 'account' ? [] : [scope as string]
  const period = [data.since, data.until] as const
  if (metric === 'summary') {
    for (const [name, id] of Object.entries(counts))
      if (name in expected) expect(workspace.figure(id, ...period, { categories }).value).toBe(expected[name])
    // No close: Chatwoot says 0 s, here there is none.
    expect(expected.avg_resolution_time).toBe(0)
    expect(workspace.figure('resolution_time', ...period, { categories }).count).toBe(0)
    return
  }
  if (metric === 'avg_first_response_time') {
    // Chatwoot puts all 15 on the day their rows were written; here each is on its own day, the mean of all the same.
    expect(workspace.figure('first_response_time', ...period).mean).toBe(expected.by_day['0'])
    return
  }
  const rows = workspace.rows(counts[metric as keyof typeof counts], ...period, ['day'], { categories })
  const found = new Map(rows.map(({ key, figure }) => [key, figure.value]))
  for (const [offset, value] of Object.entries(expected.by_day))
    expect(found.get(dayKey((data.today + Number(offset) * day) * 1000, 'UTC'))).toBe(value)
}

interface EventRow {
  readonly name: string
  readonly value: number
  readonly created_at: number
  readonly label?: string
  readonly inbox?: string
  readonly team?: string
}

/** One conversation an event: its first reply, its close or a later reply at that time and of that length. */
function eventStory(
  { name, value, created_at: at, ...row }: EventRow,
  index: number,
  channel?: string,
): Story {
  const id = `e${index}`
  const story = new Story(id, name === 'reply_time' ? at - value - 30 * day : at - value, {
    channel: channel ?? row.inbox ?? 'other',
  })
  if (name === 'reply_time') story.in(at - value - 30 * day).out(at - value - 30 * day + 1)
  story.in(at - value)
  if (name === 'conversation_resolved') story.event(at, 'closed')
  else story.out(at)
  if (row.label !== undefined) story.event(at, 'categorised', { category: row.label })
  return story
}

const timeseries: Run = (given, expected) => {
  const workspace = new Workspace(
    (given.rows as readonly EventRow[]).map((row, index) => eventStory(row, index)),
  )
  const asked = {
    ...(given.filter?.label === undefined ? {} : { categories: [given.filter.label as string] }),
    ...(given.filter?.inbox === undefined ? {} : { channels: [given.filter.inbox as string] }),
  }
  const rows = workspace.rows('first_response_time', given.since, given.until, [given.group_by], asked)
  // Weeks begin on Sunday there and on Monday here: the same rows lie in them.
  expect(rows.map(({ figure }) => figure.count)).toEqual(
    expected.series.map((row: { count: number }) => row.count),
  )
  for (const [index, row] of expected.series.entries())
    expect(rows[index]?.figure.mean).toBe(row.count === 0 ? null : row.value)
}

const aggregate: Run = (given, expected) => {
  const workspace = new Workspace(
    (given.rows as readonly EventRow[]).map((row, index) => eventStory(row, index)),
  )
  expect(workspace.figure('first_response_time', given.since, given.until).mean).toBe(expected.value)
}

const countIsolation: Run = (given, expected) => {
  for (const account of [1, 2]) {
    const own = (given.rows as readonly { account: number; created_at: number }[]).filter(
      (row) => row.account === account,
    )
    const workspace = new Workspace(
      own.map((row, index) => new Story(`v${index}`, row.created_at).in(row.created_at)),
    )
    expect(workspace.figure('conversations_opened', ...ever).value).toBe(expected[`account_${account}`])
  }
}

const summaryDimensions = { agent: 'agent', team: 'team', inbox: 'channel' } as const

/** One conversation a key, in which all of its events happen; lengths in business hours straddle an opening at 09:00. */
const summary: Run = (given, expected) => {
  const dimension = summaryDimensions[given.dimension as keyof typeof summaryDimensions]
  const monday = 1_705_309_200
  const stories = Object.keys(given.conversations).map((key) => {
    const own = given.rows.filter((row: { key: string }) => row.key === key)
    const event = (name: string) => own.filter((row: { name: string }) => row.name === name)
    const agent = dimension === 'agent' ? key : `of ${key}`
    const [response] = event('first_response')
    const [resolved] = event('conversation_resolved')
    // What lies before nine is what the hours leave out.
    const begin = monday - ((response ?? resolved).value - (response ?? resolved).bh)
    const story = new Story(key, begin, dimension === 'channel' ? { channel: key } : {})
      .assign(begin, agent)
      .in(begin)
    if (response !== undefined) story.out(begin + response.value, agent)
    for (const [index, row] of event('reply_time').entries()) {
      const next = monday + (index + 1) * day
      story.in(next - (row.value - row.bh)).out(next + row.bh, agent)
    }
    if (resolved !== undefined) story.event(begin + resolved.value, 'closed', { agent })
    return story
  })
  const members = (given.members as readonly string[]).flatMap((id): RecordInput[] => [
    { kind: 'team', id, name: id },
    { kind: 'agent', id: `of ${id}`, name: id, teams: [id] },
  ])
  const workspace = new Workspace(stories, dimension === 'team' ? members : [])
  const counted = {
    conversations_count: 'conversations_opened',
    resolved_conversations_count: 'conversations_closed',
  } as const
  const measured = {
    avg_resolution_time: 'resolution_time',
    avg_first_response_time: 'first_response_time',
    avg_reply_time: 'next_response_time',
  } as const
  const open = given.business_hours ? { open: nineToFive('UTC') } : {}
  for (const row of expected.rows) {
    for (const [name, metric] of Object.entries(counted)) {
      const rows = workspace.rows(metric, ...ever, [dimension])
      // Who has no data has no line; screens fill it in from the roster.
      expect(rows.find(({ key }) => key === row.key)?.figure.value ?? 0).toBe(row[name])
    }
    for (const [name, metric] of Object.entries(measured))
      expect(workspace.mean(metric, ...ever, { [`${dimension}s`]: [row.key], ...open })).toBe(row[name])
  }
}

const labelSummary: Run = (given, expected) => {
  const [conversation] = given.conversations
  const story = new Story('v1', conversation.created_at).event(conversation.created_at, 'categorised', {
    category: 'l',
  })
  for (const [index, row] of given.rows.entries()) {
    if (index > 0) story.event(row.created_at + 2 * index - 1, 'reopened')
    story.event(row.created_at + 2 * index, 'closed')
  }
  const [row] = new Workspace([story]).rows('conversations_closed', given.since, given.until, ['category'])
  expect(row).toEqual({ key: 'l', figure: { value: expected.resolved_conversations_count } })
}

/** Our seven buckets end where Chatwoot's first begins its next: an hour. */
const distribution: Run = (given, expected) => {
  const stories = (given.rows as readonly (EventRow & { channel: string })[]).map((row, index) =>
    eventStory(row, index, row.channel),
  )
  const period = given.since === undefined ? ever : ([given.since, given.until] as const)
  const rows = new Workspace(stories).rows('first_response_time', ...period, ['channel'])
  for (const [channel, wanted] of Object.entries<Record<string, number>>(expected)) {
    const buckets = rows.find(({ key }) => key === channel)?.figure.buckets ?? []
    const longer = Object.entries(wanted).reduce((sum, [name, n]) => sum + (name === '0-1h' ? 0 : n), 0)
    expect(buckets.slice(0, 6).reduce((sum, n) => sum + n, 0)).toBe(wanted['0-1h'])
    expect(buckets[6]).toBe(longer)
  }
}

const channelSummary: Run = (given, expected) => {
  const stories = given.conversations.map(
    (row: { channel: string; status: string; created_at: number }, index: number) => {
      const story = new Story(`v${index}`, row.created_at, { channel: row.channel }).in(row.created_at)
      return row.status === 'resolved' ? story.event(row.created_at + 60, 'closed') : story
    },
  )
  const workspace = new Workspace(stories)
  const of = (metric: 'conversations_opened' | 'open_now' | 'conversations_closed') =>
    workspace.rows(metric, given.since, given.until, ['channel']).find(({ key }) => key === 'web')?.figure
      .value ?? 0
  expect(of('conversations_opened')).toBe(expected.web.total)
  expect(of('open_now')).toBe(expected.web.open)
  expect(of('conversations_closed')).toBe(expected.web.resolved)
}

const inboxLabelMatrix: Run = (given, expected) => {
  const stories = given.conversations.map(
    (row: { inbox: string; labels: string[]; created_at: number }, index: number) =>
      new Story(`v${index}`, row.created_at, { channel: row.inbox })
        .in(row.created_at)
        .event(row.created_at, 'categorised', { category: row.labels[0] ?? '' }),
  )
  const rows = new Workspace(stories).rows('conversations_opened', given.since, given.until, [
    'channel',
    'category',
  ])
  const matrix = given.inboxes.map((inbox: string) =>
    given.labels.map(
      (label: string) => rows.find(({ key }) => key === `${inbox}/${label}`)?.figure.value ?? 0,
    ),
  )
  expect(matrix).toEqual(expected.matrix)
}

const outgoingCounts: Run = (given, expected) => {
  const stories = given.messages.map(
    (row: { n: number; agent: string; inbox: string; team: string | null }, index: number) => {
      const story = new Story(`v${index}`, start, { channel: row.inbox })
        .in(start)
        .assign(start, row.agent, row.team)
      for (let sent = 0; sent < row.n; sent++) story.out(start + 60 + sent, row.agent)
      return story
    },
  )
  const rows = new Workspace(stories).rows('messages_sent', ...ever, [given.group_by])
  const found = Object.fromEntries(rows.map(({ key, figure }) => [key, figure.value]))
  expect(found).toMatchObject(expected)
}

// ── all of them ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const reportRuns: Runs = {
  dataset_report: datasetReport,
  timeseries_avg: timeseries,
  aggregate_avg: aggregate,
  count_isolation: countIsolation,
  summary,
  label_summary: labelSummary,
  frt_distribution: distribution,
  channel_summary: channelSummary,
  inbox_label_matrix: inboxLabelMatrix,
  outgoing_counts: outgoingCounts,
}
