import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createColumnsDesk, keptColumns } from '../../../src/main/engine/columnsDesk.ts'
import { answerMetrics } from '../../../src/main/metrics/answer.ts'
import { nextFactsVersion, readFactsVersion, writeMark } from '../../../src/main/store/derivation.ts'
import { putFacts, takeAwayFacts } from '../../../src/main/store/facts.ts'
import { openCache } from '../../../src/main/store/open.ts'
import { temporaryFolder } from '../../support/database.ts'
import { timelineOf } from '../metrics/timelines.ts'
import { data, dictionary, packedOf, scopeOf } from '../metrics/workspaces.ts'

function workspace() {
  const dir = temporaryFolder()
  const cache = openCache(dir, 'writer')
  onTestFinished(() => void cache.close())
  const folder = join(dir, 'columns')
  return {
    cache,
    folder,
    put(conversation: number, text: string) {
      putFacts(cache, conversation, nextFactsVersion(cache), packedOf(timelineOf(text, { conversation })))
    },
    desk(writes = true) {
      const desk = createColumnsDesk({ cache, kept: keptColumns(dir), writes, fewestUnsaved: 1 })
      onTestFinished(() => desk.close())
      return desk
    },
  }
}

type Desk = ReturnType<ReturnType<typeof workspace>['desk']>

const received = (desk: Desk) =>
  desk.ask(() => {
    const query = { scope: scopeOf(), by: ['hour'] as const, metrics: ['messages_received'] as const }
    return answerMetrics(desk.columns(), dictionary, query, data).total.metrics.messages_received
  })

/** Every file of columns in the folder, with its bytes turned over from the end of its head on. */
function damage(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.columns')) continue
    const bytes = readFileSync(join(folder, name))
    // The directory stays readable: the damage shows when a column is read.
    const directory = Number(bytes.readBigUInt64LE(8))
    bytes.fill(0xaa, 24, directory)
    writeFileSync(join(folder, name), bytes)
  }
}

describe('the desk of the columns', () => {
  it('answers from the facts, follows their changes and goes on after a restart', async () => {
    const { put, desk, cache, folder } = workspace()
    put(1, '09:00 in\n09:05 in')
    put(2, '10:00 in')
    const first = desk()
    expect(await received(first)).toEqual({ value: 3 })
    await first.settled()
    expect(existsSync(join(folder, 'manifest.json'))).toBe(true)
    put(2, '10:00 in\n10:01 in\n10:02 in')
    await first.refresh()
    expect(await received(first)).toEqual({ value: 5 })
    await first.close()
    put(3, '11:00 in')
    takeAwayFacts(cache, nextFactsVersion(cache), [1])
    const second = desk()
    expect(await received(second)).toEqual({ value: 4 })
    expect(second.columns().rowsOf('messages').live).toBe(4)
  })

  it('makes damaged columns anew', async () => {
    const { put, desk, folder } = workspace()
    put(1, '09:00 in')
    const first = desk()
    await first.settled()
    await first.close()
    damage(folder)
    const second = desk()
    expect(await received(second)).toEqual({ value: 1 })
  })

  it('does not take columns of another database, or of a later state of it', async () => {
    const { put, desk, cache } = workspace()
    put(1, '09:00 in')
    const first = desk()
    await first.settled()
    await first.close()
    // The same numbers, other facts.
    cache
      .prepare('UPDATE facts SET data = ?')
      .run(packedOf(timelineOf('09:00 in\n09:01 in', { conversation: 1 })))
    writeMark(cache, 'epoch', 'another')
    const second = desk()
    expect(await received(second)).toEqual({ value: 2 })
    await second.settled()
    await second.close()
    cache.prepare('UPDATE facts SET data = ?').run(packedOf(timelineOf('09:00 in', { conversation: 1 })))
    writeMark(cache, 'facts_version', readFactsVersion(cache).version - 1)
    expect(await received(desk())).toEqual({ value: 1 })
  })

  it('writes nothing beside a running console', async () => {
    const { put, desk, folder } = workspace()
    put(1, '09:00 in')
    const reader = desk(false)
    expect(await received(reader)).toEqual({ value: 1 })
    await reader.settled()
    expect(existsSync(folder)).toBe(false)
  })
})
