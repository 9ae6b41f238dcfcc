/** Workspaces of random records, opened for writing and reading; both threads' work is done here, without their threads. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openReader } from '../../src/main/engine/openReader.ts'
import { openWriter } from '../../src/main/engine/openWriter.ts'
import type { ReaderApi } from '../../src/main/engine/readerApi.ts'
import type { WriterApi } from '../../src/main/engine/writerApi.ts'
import type { Settings } from '../../src/shared/contract.ts'
import { ledgerOf, type Ledger } from './ledger.ts'
import { readWorld } from './world.ts'

export interface Opened {
  readonly dir: string
  readonly writer: WriterApi
  readonly reader: ReaderApi
  readonly ledger: Ledger
  readonly settings: Settings
}

/** A workspace of these records under these settings; each list of records arrives as a file of its own. */
export async function withWorkspace<T>(
  files: readonly (readonly object[])[],
  settings: Partial<Settings>,
  use: (opened: Opened) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'floorwalker-reference-'))
  const data = { dir, version: 'test', what: 'the reference', mode: 'write' } as const
  const writer = await openWriter(data, () => undefined)
  try {
    for (const [index, records] of files.entries()) {
      const file = join(dir, `records-${index}.ndjson`)
      writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
      const { quarantined } = await writer.importFiles([file])
      if (quarantined > 0) throw new Error(`${quarantined} records were refused.`)
    }
    await writer.saveSettings(settings)
    // Waits until nothing is behind the settings.
    const wrong = (await writer.verify()).filter(({ ok }) => !ok)
    if (wrong.length > 0) throw new Error(wrong.map(({ detail }) => detail).join(' '))
    const reader = await openReader(data, () => undefined)
    try {
      const ledger = ledgerOf(readWorld(join(dir, 'cache.db')))
      return await use({ dir, writer, reader, ledger, settings: await reader.settings() })
    } finally {
      await reader.close()
    }
  } finally {
    await writer.close()
    rmSync(dir, { recursive: true, force: true })
  }
}
