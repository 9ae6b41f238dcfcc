/** The command line as a person calls it, in this process, and a small office for it to work on. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { runCommandLine } from '../../../../src/main/hosts/cli/main.ts'
import type { RecordInput } from '../../../../src/shared/records.ts'

export interface Called {
  /** 0 done, 1 the work failed, 2 the call is wrong. */
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs one call and hears what it says. */
export async function call(...args: readonly string[]): Promise<Called> {
  const said = { out: '', err: '' }
  const hear = (stream: NodeJS.WriteStream, to: 'out' | 'err') =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      said[to] += String(chunk)
      return true
    })
  const spies = [hear(process.stdout, 'out'), hear(process.stderr, 'err')]
  try {
    const code = await runCommandLine(args)
    return { code, ...said }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

export interface Office {
  readonly folder: string
  readonly workspace: string
  /** A call on this workspace. */
  call(...args: readonly string[]): Promise<Called>
  /** The same, answered with the one document it prints. Throws where it prints another, or fails. */
  json<T>(...args: readonly string[]): Promise<T>
  /** Writes a file beside the workspace; answers its path. */
  file(name: string, text: string): string
  close(): void
}

const monday = Date.UTC(2026, 4, 4, 9)

/** Forty chats in May 2026, in turns of Ana and Ben, as a file of records brings them. */
export async function openOffice(): Promise<Office> {
  const office = emptyOffice()
  const lines = officeRecords().map((record) => JSON.stringify(record))
  const file = office.file('records.ndjson', `${lines.join('\n')}\n`)
  const { code, err } = await office.call('import', file)
  if (code !== 0) throw new Error(err)
  return office
}

/** A workspace that is not there yet. */
export function emptyOffice(): Office {
  const folder = mkdtempSync(join(tmpdir(), 'floorwalker-cli-'))
  const workspace = join(folder, 'workspace')
  // `audit draw` and `flags list` are one name of two words.
  const callHere = (args: readonly string[], ...more: readonly string[]) => {
    const words = ['audit', 'flags'].includes(args[0] ?? '') ? 2 : 1
    return call(...args.slice(0, words), '--workspace', workspace, ...more, ...args.slice(words))
  }
  return {
    folder,
    workspace,
    call: (...args) => callHere(args),
    async json(...args) {
      const { code, out, err } = await callHere(args, '--json')
      const documents = out.trimEnd().split('\n')
      if (code !== 0 || documents.length !== 1) throw new Error(`${code}: ${err}${out}`)
      return JSON.parse(out) as never
    },
    file(name, text) {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function officeRecords(): readonly RecordInput[] {
  return [
    { kind: 'workspace', id: 'w', name: 'Office', timezone: 'UTC' },
    { kind: 'agent', id: 'ana', name: 'Ana' },
    { kind: 'agent', id: 'ben', name: 'Ben' },
    { kind: 'channel', id: 'main', name: 'Main', platform: 'whatsapp' },
    ...Array.from({ length: 40 }, (_, number) => chatOf(number)).flat(),
  ]
}

function chatOf(number: number): readonly RecordInput[] {
  const [id, contact] = [`c${number}`, `k${number}`]
  const at = (minutes: number) => new Date(monday + (number * 60 + minutes) * 60_000).toISOString()
  const said = { conversation: id, contact, channel: 'main' }
  return [
    { kind: 'contact', id: contact, name: `Zelda Number${number}` },
    {
      kind: 'conversation',
      id,
      contact,
      channel: 'main',
      openedAt: at(0),
      openedBy: { type: 'contact' },
    },
    {
      kind: 'message',
      id: `${id}-in`,
      ...said,
      at: at(0),
      direction: 'in',
      author: { type: 'contact' },
      content: { type: 'text', text: `Where is my parcel? It is number ${1000 + number}.` },
    },
    {
      kind: 'message',
      id: `${id}-out`,
      ...said,
      at: at(1),
      direction: 'out',
      author: { type: 'agent', id: number % 2 === 0 ? 'ana' : 'ben' },
      content: { type: 'text', text: `Good morning Zelda, the parcel comes tomorrow.` },
    },
  ]
}
