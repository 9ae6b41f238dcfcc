/** What the cloud says of the account when asked every quarter of an hour: numbers, templates, and whether webhooks arrive. */
import { z } from 'zod'
import { readRecord, type SourceRecord } from '../../../shared/records.ts'
import type { Notice, Stream } from '../source.ts'
import type { Collector } from './collector.ts'
import type { Graph } from './graph.ts'
import { digitsOf, filled, textOf, type Fields } from './value.ts'

/** What was last said of things that are not well, so that only a change is told. */
const cursorShape = z.object({ states: z.record(z.string(), z.string()) })
type States = Readonly<Record<string, string>>

const quarterOfAnHour = 15 * 60_000
const hour = 60 * 60_000
/** The cloud's counts are approximate and late: a few messages prove nothing. */
const tellingCount = 5

export function graphStream(graph: Graph, collector: Collector, now: () => number): Stream {
  return {
    name: 'graph',
    role: 'refresh',
    everyMs: quarterOfAnHour,
    async pull(cursor, signal) {
      const asked = now()
      const numbers = await graph.phoneNumbers(signal)
      const templates = await graph.templates(signal)
      const before = statesOf(cursor)
      const states = { ...numberStates(numbers), ...templateStates(templates) }
      const silent = await silentSince(graph, collector, asked, signal)
      return {
        records: numbers.flatMap(channelOf),
        rejects: [],
        notices: [
          ...changes(before, states, asked, { ...names(numbers), ...names(templates) }),
          ...(silent === null ? [] : [silent]),
        ],
        cursor: JSON.stringify({ states }),
        more: false,
        completeTo: null,
        backfilledTo: null,
        progress: null,
      }
    },
  }
}

function statesOf(cursor: string | null): States {
  if (cursor === null) return {}
  const read = cursorShape.safeParse(JSON.parse(cursor))
  return read.success ? read.data.states : {}
}

function channelOf(number: Fields): SourceRecord[] {
  const digits = digitsOf(number['display_phone_number'])
  const read = readRecord({
    kind: 'channel',
    id: textOf(number['id']),
    platform: 'whatsapp',
    name: textOf(number['verified_name']),
    phone: digits === null ? null : `+${digits}`,
    extra: filled({
      quality: number['quality_rating'],
      status: number['status'],
      onPhoneApp: number['is_on_biz_app'],
    }),
  })
  return read.ok ? [read.record] : []
}

function numberStates(numbers: readonly Fields[]): States {
  return states('number', numbers, (number) => {
    const quality = textOf(number['quality_rating'])
    const status = textOf(number['status'])
    if (
      status !== null &&
      /^(?:BANNED|RESTRICTED|UNLINKED|DELETED|MIGRATED|DISCONNECTED|FLAGGED)$/.test(status)
    )
      return status
    return quality === 'RED' || quality === 'YELLOW' ? `quality ${quality}` : null
  })
}

function templateStates(templates: readonly Fields[]): States {
  return states('template', templates, (template) => {
    const status = textOf(template['status'])
    return status === 'APPROVED' || status === 'PENDING' ? null : status
  })
}

function states(of: string, items: readonly Fields[], stateOf: (item: Fields) => string | null): States {
  return Object.fromEntries(
    items.flatMap((item) => {
      const id = textOf(item['id'])
      const state = stateOf(item)
      return id === null || state === null ? [] : [[`${of}:${id}`, state]]
    }),
  )
}

function names(items: readonly Fields[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    items.flatMap((item) => {
      const id = textOf(item['id'])
      const number = textOf(item['display_phone_number'])
      if (id === null) return []
      if (number !== null) return [[`number:${id}`, `Number ${number}`]]
      const language = textOf(item['language'])
      return [
        [
          `template:${id}`,
          `Template “${textOf(item['name']) ?? id}”${language === null ? '' : ` (${language})`}`,
        ],
      ]
    }),
  )
}

function changes(
  before: States,
  after: States,
  now: number,
  names: Readonly<Record<string, string>>,
): Notice[] {
  return Object.entries(after).flatMap(([key, state]) => {
    if (before[key] === state) return []
    const bad = /RED|BANNED|DISCONNECTED|UNLINKED|DELETED/.test(state)
    return [
      {
        id: `graph:${key}:${state}:${now}`,
        at: now,
        severity: bad && key.startsWith('number:') ? 'danger' : 'warning',
        kind: key.startsWith('number:') ? 'number_state' : 'template_status',
        text: `${names[key] ?? key} is in the state: ${state.toLowerCase().replaceAll('_', ' ')}.`,
      } as const,
    ]
  })
}

/**
 * Webhooks can stop without a word. When the cloud counts messages since the last event the collector received, an hour
 * aside for its delay, that is said loudly.
 */
async function silentSince(
  graph: Graph,
  collector: Collector,
  now: number,
  signal: AbortSignal,
): Promise<Notice | null> {
  const { head } = await collector.read(0, 1, signal)
  if (head === 0) return null
  const last = (await collector.read(head - 1, 1, signal)).events.at(-1)?.receivedAt
  const from = last === undefined ? now : last + hour
  const to = now - hour
  if (last === undefined || to - from < hour) return null
  const sent = await graph.sentBetween(from, to, signal)
  if (sent < tellingCount) return null
  return {
    id: `webhooks_silent:${last}`,
    at: now,
    severity: 'danger',
    kind: 'webhooks_silent',
    text: `The cloud counts about ${sent} sent messages since ${new Date(last).toISOString()}, but the collector has received nothing since: its webhook subscription is broken.`,
  }
}
