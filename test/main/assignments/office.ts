/** The reads of assignments over a real store, with a clock that stands where a test puts it. */
import { onTestFinished } from 'vitest'
import { createAssignmentReads, type AssignmentReads } from '../../../src/main/assignments/assignmentReads.ts'
import { createColumnsDesk, keptColumns } from '../../../src/main/engine/columnsDesk.ts'
import { createNumbers } from '../../../src/main/engine/numbers.ts'
import { readDictionary } from '../../../src/main/store/dictionary.ts'
import { openCache, openWorkspaceDb } from '../../../src/main/store/open.ts'
import { defaultSettings, readSettings } from '../../../src/main/store/settings.ts'
import type { MetricsAnswer, Scope } from '../../../src/shared/contract.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { apply, records, temporaryFolder } from '../../support/database.ts'

export const day = Date.UTC(2026, 4, 11)
export const scope: Scope = {
  from: day,
  to: day + 86_400_000,
  zone: 'UTC',
  agents: [],
  teams: [],
  channels: [],
  categories: [],
}

/** Epoch milliseconds of `09:05` on the day. */
export function at(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return day + (hours * 60 + minutes) * 60_000
}

export interface Office extends AssignmentReads {
  now: number
  tell(...inputs: readonly RecordInput[]): Promise<void>
  metrics(metric: 'assigned' | 'transferred_in' | 'unassigned_now' | 'open_now'): MetricsAnswer
}

export function openOffice(): Office {
  const folder = temporaryFolder()
  const [cache, workspaceDb] = [openCache(folder, 'writer'), openWorkspaceDb(folder, 'writer')]
  const reader = openCache(folder, 'reader')
  const desk = createColumnsDesk({ cache: reader, kept: keptColumns(folder), writes: false })
  let dictionary = readDictionary(reader)
  const ports = {
    cache: reader,
    workspaceDb,
    columns: desk.columns,
    dictionary: () => dictionary,
    now: (): number => office.now,
  }
  const numbers = createNumbers({
    ...ports,
    held: desk.held,
    workspace: () => {
      throw new Error('Nobody asks for the workspace here.')
    },
  })
  const office: Office = {
    now: at('18:00'),
    ...createAssignmentReads(ports),
    async tell(...inputs) {
      apply(cache, records(...inputs), { settings: { ...defaultSettings, ...readSettings(workspaceDb) } })
      await desk.refresh()
      dictionary = readDictionary(reader)
    },
    metrics: (metric) => numbers.metrics({ scope, by: ['agent'], metrics: [metric] }),
  }
  onTestFinished(async () => {
    await desk.close()
    for (const db of [reader, cache, workspaceDb]) db.close()
  })
  return office
}

// ── records ──────────────────────────────────────────────────────────────────────────────────────────────────────

export const people: readonly RecordInput[] = [
  { kind: 'team', id: 't1', name: 'Billing' },
  { kind: 'agent', id: 'ana', name: 'Ana', teams: ['t1'] },
  { kind: 'agent', id: 'ben', name: 'Ben' },
  { kind: 'agent', id: 'zoe', name: 'Zoë Müller', active: false },
]

export function opened(id: string, time: string, name = `Contact ${id}`): readonly RecordInput[] {
  return [
    { kind: 'contact', id: `k-${id}`, name },
    {
      kind: 'conversation',
      id,
      contact: `k-${id}`,
      channel: 'c1',
      openedAt: at(time),
      openedBy: { type: 'contact' },
    },
    message(id, time, null),
  ]
}

/** From an agent, or from the contact (null). */
export function message(id: string, time: string, agent: string | null, text = 'Hello'): RecordInput {
  return {
    kind: 'message',
    id: `${id}-${time}-${agent ?? 'in'}`,
    conversation: id,
    contact: `k-${id}`,
    channel: 'c1',
    at: at(time),
    direction: agent === null ? 'in' : 'out',
    author: agent === null ? { type: 'contact' } : { type: 'agent', id: agent },
    content: { type: 'text', text },
  }
}

export function assigned(
  id: string,
  time: string,
  to: string | null,
  more: Partial<Extract<RecordInput, { kind: 'assignment' }>> = {},
): RecordInput {
  return { kind: 'assignment', conversation: id, at: at(time), to, ...more }
}

export function closed(id: string, time: string): RecordInput {
  return { kind: 'conversation_event', conversation: id, at: at(time), event: 'closed' }
}

export function comment(
  id: string,
  time: string,
  agent: string,
  text: string,
  mentions: string[] = [],
): RecordInput {
  return { kind: 'comment', id: `${id}-${time}-n`, conversation: id, at: at(time), agent, text, mentions }
}
