/** Golden cases of single conversations: events, clocks, timelines, bots. */
import { expect } from 'vitest'
import { openMilliseconds } from '../../src/main/hours/calendar.ts'
import type { GoldenCase } from './chatwootCases.ts'
import type { Run, Runs } from './chatwootRun.ts'
import { close, day, ever, nineToFive, start } from './chatwootRun.ts'
import type { Asked } from './chatwootWorkspace.ts'
import { Story, Workspace } from './chatwootWorkspace.ts'

/** The wait of a later reply: the first reply came before it. */
function laterWait(waitingSince: number | null, repliedAt: number): Workspace {
  const begin = (waitingSince ?? repliedAt) - day
  const story = new Story('v1', begin).in(begin).out(begin + 60)
  if (waitingSince !== null) story.in(waitingSince)
  return new Workspace([story.out(repliedAt)])
}

/** What clock the first reply, an hour after everything else, is measured from. */
function baseline(story: Story, repliedAt: number): number {
  const [reply] = new Workspace([story.out(repliedAt)]).values(
    'first_response_time',
    repliedAt,
    repliedAt + 1,
  )
  return repliedAt - (reply?.value ?? Number.NaN)
}

const eventValue: Run = (given, expected, tolerance) => {
  const created = given.conversation_created_at as number
  const at = given.event_at as number
  const asked = given.business_hours === undefined ? {} : { open: nineToFive(given.business_hours.timezone) }
  const wanted = (expected.value ?? expected.value_in_business_hours) as number
  switch (given.event as string) {
    case 'reply_time': {
      const { count, mean } = laterWait(given.waiting_since, at).figure('next_response_time', ...ever)
      if (expected.events === 0) expect(count).toBe(0)
      else close(mean, wanted, tolerance)
      return
    }
    case 'conversation_resolved':
    case 'conversation_captain_inference_resolved': {
      const by = given.event === 'conversation_resolved' ? 'agent' : 'bot'
      const workspace = new Workspace([new Story('v1', created).in(created).event(at, 'closed', { by })])
      close(workspace.mean('resolution_time', ...ever, asked), wanted, tolerance)
      const [closed] = workspace.values('resolution_time', ...ever)
      expect(closed?.at).toBe(expected.event_end ?? at)
      return
    }
    case 'conversation_bot_handoff':
    case 'conversation_captain_inference_handoff':
      return close(untilHandOff(created, at, asked), wanted, tolerance)
    case 'conversation_opened':
      return close(closedBefore(given, asked), wanted, tolerance)
    default:
      throw new Error(`no way to run ${given.event}`)
  }
}

/** From the opening less from the hand-off: what lay between. */
function untilHandOff(created: number, at: number, asked: Asked): number {
  const story = new Story('v1', created).in(created).event(at, 'bot_handoff', { by: 'bot' })
  const workspace = new Workspace([story.out(at + day)])
  const since = (firstResponseClock: 'opening' | 'bot_handoff') =>
    workspace.mean('first_response_time', ...ever, { ...asked, rules: { firstResponseClock } }) ?? 0
  return since('opening') - since('bot_handoff')
}

/** From the first opening to the last close, with and without what was closed in between. */
function closedBefore(given: GoldenCase['given'], { open }: Asked): number {
  const { conversation_created_at: created, event_at: at } = given
  const story = new Story('v1', created).in(created)
  const ends = (given.prior_events as readonly { event_end: number }[]).map((event) => event.event_end)
  const before = ends.filter((end) => end < at)
  for (const [index, end] of before.entries()) {
    // Open again a second after the close before, so that all but the last gap is next to nothing.
    if (index > 0) story.event((before[index - 1] ?? 0) + 1, 'reopened')
    story.event(end, 'closed')
  }
  story.event(at, 'reopened')
  const after = ends.filter((end) => end > at)
  for (const end of after.length > 0 ? after : [at + day]) story.event(end, 'closed')
  const workspace = new Workspace([story])
  const lasting = (resolution: 'first_to_last' | 'open_spans') =>
    workspace.figure('resolution_time', ...ever, { rules: { resolution } }).max ?? 0
  const gap = lasting('first_to_last') - lasting('open_spans')
  return open === undefined ? gap : openMilliseconds(open, (at - gap) * 1000, at * 1000) / 1000
}

const firstResponseBaseline: Run = (given, expected) => {
  const created = given.conversation_created_at as number
  const events = (given.events as readonly { name: string; event_end: number }[]).toSorted(
    (a, b) => a.event_end - b.event_end,
  )
  const story = new Story('v1', created).in(created)
  for (const { name, event_end: at } of events) {
    if (name === 'conversation_bot_handoff') story.event(at, 'bot_handoff', { by: 'bot' })
    else if (name === 'conversation_bot_resolved') story.event(at, 'closed', { by: 'bot' })
    // Opened again: it was closed since.
    else if (at > created)
      story
        .event(at - 60, 'closed')
        .event(at, 'reopened', { by: 'contact' })
        .in(at + 1)
  }
  const last = Math.max(created, ...events.map((event) => event.event_end))
  expect(baseline(story, last + 3600)).toBe(expected.baseline)
}

// ── timelines ────────────────────────────────────────────────────────────────────────────────────────────────────

const timeline: Run = (given, expected, tolerance) => {
  const { created_at: created, waiting_since: since } = given.conversation
  const story = new Story('v1', created)
  // Chatwoot's customer waits from the start; here somebody who waits has written.
  if (since !== null) story.in(since)
  let last = created as number
  for (const step of given.timeline) {
    last = step.t
    if (step.do === 'status') story.event(step.t, step.to === 'open' ? 'reopened' : 'closed')
    else if (step.direction === 'incoming') story.in(step.t)
    else if (step.direction === 'activity') story.message(step.t, 'out', 'system')
    else if (step.direction === 'template') story.message(step.t, 'out', 'automation')
    else if (step.campaign === true) story.message(step.t, 'out', 'campaign')
    else if (step.sender === 'agent_bot') story.message(step.t, 'out', 'bot')
    else story.out(step.t)
  }
  const workspace = new Workspace([story])
  if ('waiting_since' in expected) {
    const asked = last + 3600
    const waited = workspace.figure('longest_wait', created, asked).value
    if (expected.waiting_since === null) expect(waited).toBeNull()
    else close(asked - (waited ?? Number.NaN), expected.waiting_since, tolerance)
  }
  const replies = workspace.values('first_response_time', ...ever)
  if ('first_reply_created_at' in expected)
    expect(replies.map(({ at }) => at)).toEqual(
      expected.first_reply_created_at === null ? [] : [expected.first_reply_created_at],
    )
  if ('first_response' in expected) expect(replies.map(({ value }) => value)).toEqual(expected.first_response)
  if ('reply_time' in expected)
    expect(workspace.values('next_response_time', ...ever).map(({ value }) => value)).toEqual(
      expected.reply_time,
    )
}

const reopen: Run = (given, expected) => {
  const at = 1_705_320_000
  const story = new Story('v1', at)
    .in(at)
    .out(at + 60)
    .event(at + 120, given.status)
    .in(at + 180)
  const workspace = new Workspace([story])
  expect(expected.status).toBe('open')
  expect(workspace.figure('open_now', at, at + 240).value).toBe(1)
  expect(workspace.figure('longest_wait', at, at + 240).value).toBe(60)
}

// ── bots ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function botStory(id: string, handedOff: number | null, resolvedAt: number): Story {
  const story = new Story(id, start).in(start).message(start + 1, 'out', 'bot')
  if (handedOff !== null) story.event(handedOff, 'bot_handoff', { by: 'bot' })
  return story.event(resolvedAt, 'closed', { by: 'bot' })
}

const botResolved: Run = (given, expected) => {
  const story = new Story('v1', start).in(start)
  if (given.inbox_has_active_bot) story.message(start + 1, 'out', 'bot')
  if (given.user_outgoing_message) story.out(start + 2)
  const { value, of } = new Workspace([story.event(start + 3, 'closed')]).figure('bot_contained', ...ever)
  expect((value ?? 0) * (of ?? 0)).toBe(expected.conversation_bot_resolved_events)
}

const handoffOnce: Run = (given, expected) => {
  const story = new Story('v1', start).in(start).message(start + 1, 'out', 'bot')
  for (let index = 0; index < given.handoffs; index++)
    story.event(start + 2 + index, 'bot_handoff', { by: 'bot' })
  const { value, of } = new Workspace([story]).figure('bot_escalated', ...ever)
  expect((value ?? 0) * (of ?? 0)).toBe(expected.conversation_bot_handoff_events)
}

const botCounts: Run = (given, expected) => {
  const rows = given.rows as readonly { name: string; conversation: number | null }[]
  const handedOff = new Set(
    rows.filter(({ name }) => name.endsWith('handoff')).map((row) => row.conversation),
  )
  const resolved = rows.filter(({ name }) => name.endsWith('bot_resolved'))
  const stories = resolved.map(({ conversation }) =>
    botStory(`v${conversation}`, handedOff.has(conversation) ? start + 60 : null, start + 120),
  )
  const { value, of } = new Workspace(stories).figure('bot_contained', ...ever)
  expect((value ?? 0) * (of ?? 0)).toBe(expected.bot_resolutions_count)
}

const botMetrics: Run = (given, expected) => {
  const { since, until } = given
  const stories = (given.conversations as readonly number[]).map((conversation) => {
    const own = given.rows.filter((row: { conversation: number }) => row.conversation === conversation)
    const story = new Story(`v${conversation}`, since - 30 * day)
    for (const row of own.toSorted(
      (a: { created_at: number }, b: { created_at: number }) => a.created_at - b.created_at,
    )) {
      const at = row.created_at as number
      story.event(at - 120, 'reopened').in(at - 100)
      if (given.outgoing_messages !== 1 || conversation === 1) story.message(at - 90, 'out', 'bot')
      else story.message(since - 60, 'out', 'bot')
      if (row.name === 'conversation_bot_handoff') story.event(at, 'bot_handoff', { by: 'bot' })
      story.event(at + 1, 'closed', { by: 'bot' })
    }
    return story
  })
  const workspace = new Workspace(stories)
  expect(workspace.figure('bot_contained', since, until)).toMatchObject({
    value: expected.resolution_rate / 100,
    of: expected.conversation_count,
  })
  expect(workspace.figure('bot_escalated', since, until).value).toBe(expected.handoff_rate / 100)
  if (expected.message_count !== undefined)
    expect(workspace.figure('messages_sent', since, until).value).toBe(expected.message_count)
}

// ── all of them ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const eventRuns: Runs = {
  event_value: eventValue,
  first_response_baseline: firstResponseBaseline,
  timeline,
  reopen,
  bot_resolved: botResolved,
  handoff_once: handoffOnce,
  bot_counts: botCounts,
  bot_metrics: botMetrics,
}
