/** The engine and the reference implementation count the same: on the sample, and on 200 workspaces of random records. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openReader } from '../../src/main/engine/openReader.ts'
import { openWriter } from '../../src/main/engine/openWriter.ts'
import { chaoticRecords } from './chaos.ts'
import { compareWithReference, type Compared } from './check.ts'

/** Imports records into a new workspace and compares; both threads' work is done here, without their threads. */
async function compareRecords(records: readonly object[]): Promise<Compared> {
  const dir = mkdtempSync(join(tmpdir(), 'floorwalker-reference-'))
  try {
    const file = join(dir, 'records.ndjson')
    writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
    const data = { dir, version: 'test', what: 'the reference', mode: 'write' } as const
    const writer = await openWriter(data, () => undefined)
    const { quarantined } = await writer.importFiles([file])
    expect(quarantined).toBe(0)
    const reader = await openReader(data, () => undefined)
    const compared = await compareWithReference(reader, dir)
    await reader.close()
    await writer.close()
    return compared
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

describe('the reference implementation', () => {
  for (let part = 0; part < 10; part++)
    it(`finds no difference in random workspaces ${part * 20 + 1} to ${part * 20 + 20}`, async () => {
      for (let seed = part * 20 + 1; seed <= part * 20 + 20; seed++) {
        const { figures, differences } = await compareRecords(chaoticRecords(seed))
        expect(figures).toBeGreaterThan(50)
        expect(differences, `seed ${seed}`).toEqual([])
      }
    }, 120_000)
})
