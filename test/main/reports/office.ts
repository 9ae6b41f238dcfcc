/** Two weeks of a small office, by arithmetic: the second week answers faster, writes more and is reported. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../../../src/main/engine/engine.ts'
import type { Scope } from '../../../src/shared/contract.ts'
import type { RecordInput } from '../../../src/shared/records.ts'
import { openEngine, wholeScope } from '../../support/workspace.ts'

export const day = 86_400_000
export const monday = Date.parse('2026-05-04T00:00:00+02:00')
export const week: Scope = wholeScope(monday, monday + 7 * day)

export interface OfficeNames {
  readonly workspace: string
  readonly agents: readonly string[]
  readonly team: string
  readonly channel: string
  readonly category: string
  readonly contact: (index: number) => string
}

export const plainNames: OfficeNames = {
  workspace: 'Nordlicht',
  agents: ['Ana', 'Ben', 'Cem'],
  team: 'Orders',
  channel: 'Support',
  category: 'Returns',
  contact: (index) => `Secretname${index}`,
}

/** Seconds until the first reply: about 90 in the week before, about 45 in the week. */
export function firstReply(index: number, isBefore: boolean): number {
  return (isBefore ? 80 : 35) + (index % 21)
}

export const perWeek = { before: 70, now: 140 } as const

export function officeRecords(names: OfficeNames = plainNames): readonly RecordInput[] {
  const records: RecordInput[] = [
    { kind: 'workspace', id: 'w', name: names.workspace, timezone: 'Europe/Berlin' },
    { kind: 'channel', id: 'c', name: names.channel, platform: 'whatsapp' },
    { kind: 'team', id: 't', name: names.team },
    ...names.agents.map((name, index): RecordInput => ({
      kind: 'agent',
      id: `a${index}`,
      name,
      teams: index < 2 ? ['t'] : [],
    })),
  ]
  const counts = [perWeek.before, perWeek.now]
  counts.forEach((count, weekIndex) => {
    for (let index = 0; index < count; index++)
      records.push(
        ...conversation(weekIndex * 1000 + index, monday + (weekIndex - 1) * 7 * day, index, count, names),
      )
  })
  return records
}

function conversation(
  number: number,
  start: number,
  index: number,
  count: number,
  { agents, category, contact }: OfficeNames,
): readonly RecordInput[] {
  const at = start + Math.floor((index * 7 * day) / count) + 60_000
  const time = (seconds: number) => new Date(at + seconds * 1000).toISOString()
  const id = `secret-conversation-${number}`
  const agent = `a${index % agents.length}`
  const wait = firstReply(index, start < monday)
  return [
    {
      kind: 'contact',
      id: `secret-contact-${number}`,
      name: contact(number),
      phone: `+4930${1_000_000 + number}`,
    },
    {
      kind: 'conversation',
      id,
      contact: `secret-contact-${number}`,
      channel: 'c',
      openedAt: time(0),
      openedBy: { type: 'contact' },
    },
    {
      kind: 'message',
      id: `i${number}`,
      conversation: id,
      at: time(0),
      direction: 'in',
      author: { type: 'contact' },
      content: { type: 'text', text: 'hello' },
    },
    { kind: 'assignment', conversation: id, at: time(1), to: agent, team: 't' },
    {
      kind: 'message',
      id: `o${number}`,
      conversation: id,
      at: time(wait),
      direction: 'out',
      author: { type: 'agent', id: agent },
      content: { type: 'text', text: 'hi' },
    },
    {
      kind: 'message_status',
      message: `o${number}`,
      status: index % 10 === 0 ? 'failed' : 'read',
      at: time(wait + 1),
      ...(index % 10 === 0 ? { error: { code: 131026, title: 'Undeliverable' } } : {}),
    },
    {
      kind: 'conversation_event',
      conversation: id,
      at: time(900),
      event: 'closed',
      by: { type: 'agent', id: agent },
      category,
    },
    { kind: 'rating', id: `r${number}`, conversation: id, at: time(950), score: index % 4 === 0 ? 2 : 5 },
  ]
}

export interface Office {
  readonly engine: Engine
  close(): Promise<void>
}

export async function openOffice(records = officeRecords()): Promise<Office> {
  const dir = await mkdtemp(join(tmpdir(), 'floorwalker-office-'))
  const file = join(dir, 'records.ndjson')
  await writeFile(file, records.map((record) => JSON.stringify(record)).join('\n'))
  const engine = await openEngine(join(dir, 'workspace'), { version: '1.2.3' })
  await engine.writer?.importFiles([file])
  return {
    engine,
    async close() {
      await engine.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

/** What a page says: its words, without markup and style. */
export function wordsOf(page: string): string {
  return page
    .replace(/<style>.*?<\/style>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\s+/g, ' ')
}
