import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { answerMetrics } from '../../../../src/main/metrics/answer.ts'
import type { Columns } from '../../../../src/main/metrics/columns.ts'
import { createColumns } from '../../../../src/main/metrics/columns.ts'
import { DamagedColumns } from '../../../../src/main/metrics/columns/columnFile.ts'
import { KeptColumns } from '../../../../src/main/metrics/columns/keep.ts'
import { at, timelineOf } from '../timelines.ts'
import { anyTimeline, anyWorkspace, columnsOf, data, dictionary, packedOf, scopeOf } from '../workspaces.ts'

const folders: string[] = []
const opened: KeptColumns[] = []
afterEach(() => {
  for (const kept of opened.splice(0)) kept.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'columns-'))
  folders.push(folder)
  return folder
}

const scope = scopeOf({ from: at('00:00') - 86_400_000, to: at('+4d 00:00'), zone: 'Europe/Berlin' })
const answer = (columns: Columns) =>
  (['agent', 'day', 'category', 'author'] as const).map((by) =>
    answerMetrics(columns, dictionary, { scope, by: [by], metrics: [] }, data),
  )

function keptIn(folder: string): KeptColumns {
  const kept = new KeptColumns(folder)
  opened.push(kept)
  return kept
}

function saved(folder: string, columns: Columns, version = 1): void {
  for (const _ of keptIn(folder).save(columns, { epoch: 'e', version })) continue
}

const timeline = fc.integer({ min: 1, max: 7 }).chain(anyTimeline)

describe('columns kept on disk', () => {
  it('answer as before, whatever is changed in them afterwards', () => {
    fc.assert(
      fc.property(anyWorkspace, fc.array(timeline, { maxLength: 4 }), (before, changed) => {
        const folder = newFolder()
        const columns = columnsOf(...before)
        const told = answer(columns)
        saved(folder, columns, 7)
        expect(answer(columns)).toEqual(told)
        const kept = keptIn(folder)
        const loaded = kept.load('e')
        expect(loaded?.version).toBe(7)
        if (loaded === null) return
        expect(answer(loaded.columns)).toEqual(told)
        for (const one of changed) {
          columns.replace(one.conversation, packedOf(one))
          loaded.columns.replace(one.conversation, packedOf(one))
        }
        expect(answer(loaded.columns)).toEqual(answer(columns))
        loaded.columns.compact()
        expect(answer(loaded.columns)).toEqual(answer(columns))
        kept.close()
      }),
      { numRuns: 40 },
    )
  })

  it('need no more than what changed since they were begun to be written, after any mix of changes, writing and restarts', () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('change' as const), timeline }) },
      fc.record({ kind: fc.constant('remove' as const), conversation: fc.integer({ min: 1, max: 7 }) }),
      fc.record({ kind: fc.constant('begin' as const) }),
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const) }) },
      fc.record({ kind: fc.constant('restart' as const), ahead: fc.boolean() }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const folder = newFolder()
        const facts = new Map<number, Uint8Array>()
        const versions = new Map<number, number>()
        let version = 0
        let columns = createColumns()
        let kept = keptIn(folder)
        let writing: Generator<void> | null = null
        const change = (conversation: number, bytes: Uint8Array | null) => {
          columns.replace(conversation, bytes)
          if (bytes === null) facts.delete(conversation)
          else facts.set(conversation, bytes)
          versions.set(conversation, ++version)
        }
        for (const one of steps) {
          if (one.kind === 'change') change(one.timeline.conversation, packedOf(one.timeline))
          else if (one.kind === 'remove') change(one.conversation, null)
          else if (one.kind === 'begin') writing ??= kept.save(columns, { epoch: 'e', version })
          else if (one.kind === 'write') {
            if (writing?.next().done === true) writing = null
          } else {
            writing = null
            kept.close()
            kept = keptIn(folder)
            if (one.ahead) kept.prepare()
            const loaded = kept.load('e')
            columns = loaded?.columns ?? createColumns()
            const since = loaded?.version ?? 0
            const missing = [...versions].filter(([, changedAt]) => changedAt > since)
            columns.replaceAll(
              missing.map(([conversation]) => [conversation, facts.get(conversation) ?? null]),
            )
          }
        }
        const fresh = createColumns()
        fresh.replaceAll(facts)
        expect(answer(columns)).toEqual(answer(fresh))
        kept.close()
      }),
      { numRuns: 150 },
    )
  })

  it('find the old rows of a conversation that shrank while they were written', () => {
    const folder = newFolder()
    const columns = columnsOf('09:00 in\n+3d 15:00 in', '+40d 09:00 in')
    const kept = keptIn(folder)
    const writing = kept.save(columns, { epoch: 'e', version: 1 })
    // The first month is written, the second and what is known of conversations not yet.
    do writing.next()
    while (!existsSync(join(folder, '1.columns')))
    const shrunk = packedOf(timelineOf('09:00 in', { conversation: 1 }))
    columns.replace(1, shrunk)
    for (const _ of writing) continue
    const loaded = keptIn(folder).load('e')!.columns
    loaded.replace(1, shrunk)
    expect(answer(loaded)).toEqual(answer(columnsOf('09:00 in', '+40d 09:00 in')))
    loaded.replace(1, null)
    expect(loaded.rowsOf('messages').live).toBe(1)
  })

  it('of another database, another layout or without a manifest are none', () => {
    const folder = newFolder()
    saved(folder, columnsOf('09:00 in'))
    const load = (epoch = 'e') => {
      const [kept, ahead] = [keptIn(folder), keptIn(folder)]
      ahead.prepare()
      const loaded = kept.load(epoch)
      expect(ahead.load(epoch) === null).toBe(loaded === null)
      return loaded
    }
    expect(load()).not.toBeNull()
    expect(load('another')).toBeNull()
    const manifest = join(folder, 'manifest.json')
    const text = readFileSync(manifest, 'utf8')
    for (const wrong of ['', 'null', text.replace('"layout":"[', '"layout":"[99'), text.slice(0, -5)]) {
      writeFileSync(manifest, wrong)
      expect(load()).toBeNull()
    }
    rmSync(manifest)
    expect(load()).toBeNull()
  })

  it('are found damaged when they are read, and can be written anew', () => {
    const columns = columnsOf('09:00 in\n09:01 out by agent 1')
    const told = answer(columns)
    const folder = newFolder()
    saved(folder, columns)
    const month = filesIn(folder)[0]!
    const bytes = readFileSync(month)
    // The directory stays readable: the damage shows when a column is read.
    bytes.fill(0xaa, 24, Number(bytes.readBigUInt64LE(8)))
    writeFileSync(month, bytes)
    const kept = keptIn(folder)
    expect(() => answer(kept.load('e')!.columns)).toThrow(DamagedColumns)
    kept.discard()
    expect(keptIn(folder).load('e')).toBeNull()
    saved(folder, columnsOf('09:00 in\n09:01 out by agent 1'), 2)
    expect(answer(keptIn(folder).load('e')!.columns)).toEqual(told)
  })

  it('are none when a file is missing or cut short', () => {
    const cut = newFolder()
    saved(cut, columnsOf('09:00 in'))
    truncateSync(filesIn(cut)[0]!, 20)
    expect(keptIn(cut).load('e')).toBeNull()
    const missing = newFolder()
    saved(missing, columnsOf('09:00 in'))
    rmSync(filesIn(missing)[0]!)
    expect(keptIn(missing).load('e')).toBeNull()
  })

  it('are the old ones until the manifest is written, and leave no file behind', () => {
    const folder = newFolder()
    const columns = columnsOf('09:00 in')
    saved(folder, columns)
    const told = answer(columns)
    columns.replace(2, packedOf({ ...emptyTimeline(), conversation: 2 }))
    const kept = keptIn(folder)
    kept.load('e')
    // One month is written, the manifest is not: a crash here leaves the old columns.
    kept.save(columns, { epoch: 'e', version: 2 }).next()
    expect(answer(keptIn(folder).load('e')!.columns)).toEqual(told)
    saved(folder, columns, 3)
    expect(keptIn(folder).load('e')!.version).toBe(3)
    // Manifest, conversations, one month.
    expect(readdirSync(folder)).toHaveLength(3)
  })
})

/** Files of months: larger than that of the conversations, or not; the manifest tells. */
function filesIn(folder: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    readonly months: readonly { readonly file: string }[]
  }
  return manifest.months.map(({ file }) => join(folder, file))
}

function emptyTimeline() {
  return fc.sample(anyTimeline(2), { numRuns: 1, seed: 5 })[0]!
}
