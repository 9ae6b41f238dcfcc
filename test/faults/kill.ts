/**
 * Kills a syncing console again and again at random moments. After each kill the store is compared with the collector's
 * log: exactly what its cursors say it has read, whole pages only, nothing twice and nothing gone.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { openWriter } from '../../src/main/engine/openWriter.ts'
import type { CollectorEvent } from '../../src/main/sources/whatsapp-cloud/map.ts'
import { openCache } from '../../src/main/store/open.ts'
import { createRandom, type Random } from '../simulators/whatsapp-cloud/random.ts'
import { consoleToken, startCloud, type Cloud } from './cloud.ts'
import { createExpectation, noFindings, type Findings } from './expectation.ts'
import { differences } from './heldDay.ts'
import { readReached, streams, type Reached } from './streams.ts'
import { startVictim, type LastWords, type Victim } from './victim.ts'

export interface KillReport {
  readonly kills: number
  /** Kills while a page had arrived and was not yet committed, and kills while the workspace was being opened. */
  readonly midPage: number
  readonly starting: number
  readonly findings: Findings
  /** How the store differs from the simulator's oracle in the end. */
  readonly differences: readonly string[]
  /** Failed checks of the store's own verification in the end. */
  readonly unverified: readonly string[]
}

/** Events that the tail leaves to the backfill when it begins. */
const tailReach = 500
/** Share of the day that is there before the first start, so that there is something to backfill. */
const headStart = 0.4

export async function runKills(options: {
  readonly cycles: number
  readonly seed: number
  readonly onCycle: (done: number, findings: Findings) => void
}): Promise<KillReport> {
  const { cycles, seed } = options
  const random = createRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'floorwalker-faults-'))
  const dir = join(folder, 'workspace')
  const cloud = await startCloud({
    dataDir: join(folder, 'collector'),
    seed,
    conversations: Math.max(80, Math.ceil(cycles * 0.8)),
  })
  const findings = noFindings()
  const inspect = createInspector(cloud, dir, findings)
  let next = startVictim()
  try {
    await cloud.post(Math.ceil(cloud.left() * headStart))
    const slice = Math.ceil(cloud.left() / Math.max(1, cycles))
    await inspect.begin()
    let midPage = 0
    let starting = 0
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const victim = await next
      // The next one loads its modules meanwhile: what is killed is a sync, not a start of Node.
      next = startVictim()
      // Half of what is new is there when it starts, the other half arrives while it syncs.
      const began = inspect.tailBegan()
      if (began) await cloud.post(Math.ceil(slice / 2))
      victim.go({ dir, collector: cloud.url, token: consoleToken })
      if (began) await cloud.post(Math.floor(slice / 2))
      const words = await killAtRandom(victim, random)
      midPage += words.midPage ? 1 : 0
      starting += words.starting ? 1 : 0
      await inspect.look(words)
      options.onCycle(cycle + 1, findings)
    }
    await cloud.post(cloud.left())
    const last = await next
    last.go({ dir, collector: cloud.url, token: consoleToken })
    await last.heard('rest', 1)
    await inspect.look(await last.kill())
    const end = await inspectEnd(dir, cloud)
    return { kills: cycles + 1, midPage, starting, findings, ...end }
  } finally {
    await (await next).kill()
    await cloud.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Some after a random time, most of them a moment after a page arrived. */
async function killAtRandom(victim: Victim, random: Random): Promise<LastWords> {
  if (random.chance(0.3)) await rest(random.integer(0, 150))
  else {
    await victim.heard('page', random.integer(1, 2))
    await rest(random.integer(0, 12))
  }
  return victim.kill()
}

interface Inspector {
  /** Notes what the collector holds before the first start. */
  begin(): Promise<void>
  tailBegan(): boolean
  look(words: LastWords): Promise<void>
}

function createInspector(cloud: Cloud, dir: string, findings: Findings): Inspector {
  const expectation = createExpectation()
  const log: CollectorEvent[] = []
  const covered = new Set<number>()
  let tailStart = 0
  let before: Reached = { tail: null, backfill: null }

  const readLog = async () => {
    const after = log.at(-1)?.seq ?? 0
    log.push(...(await cloud.eventsAfter(after)))
  }
  const cover = (reached: Reached) => {
    const fresh = log.filter(
      ({ seq }) =>
        !covered.has(seq) &&
        (seq <= (reached.backfill ?? 0) || (seq > tailStart && seq <= (reached.tail ?? 0))),
    )
    for (const { seq } of fresh) covered.add(seq)
    expectation.expect(fresh)
  }
  const acknowledged = ({ kept }: LastWords): Reached => {
    const later = (stream: 'tail' | 'backfill') =>
      before[stream] === null && kept[stream] === undefined
        ? null
        : Math.max(before[stream] ?? 0, kept[stream] ?? 0)
    return { tail: later('tail'), backfill: later('backfill') }
  }

  return {
    async begin() {
      await readLog()
      tailStart = Math.max(0, (log.at(-1)?.seq ?? 0) - tailReach)
    },
    tailBegan: () => before.tail !== null,
    async look(words) {
      findings.damaged.push(...words.failures)
      await readLog()
      const promised = acknowledged(words)
      cover(promised)
      expectation.acknowledge()
      const db = openForLooking(dir, findings)
      if (db === null) return
      try {
        const check = db.pragma('quick_check', { simple: true })
        if (check !== 'ok') findings.damaged.push(String(check))
        const reached = readReached(db)
        for (const stream of streams)
          if ((reached[stream] ?? -1) < (promised[stream] ?? -1))
            findings.lost.push(`the ${stream} fell back from ${promised[stream]} to ${reached[stream]}`)
        cover(reached)
        expectation.compare(db, findings)
        expectation.acknowledge()
        before = reached
      } finally {
        db.close()
      }
    },
  }
}

/** Null while there is no cache yet, or one without tables: it was killed before or while it made them. */
function openForLooking(dir: string, findings: Findings) {
  try {
    const db = openCache(dir, 'reader')
    if (db.pragma('user_version', { simple: true }) !== 0) return db
    db.close()
    return null
  } catch (error) {
    // A file of ours that cannot be opened is damage; no file is none.
    const kind = error instanceof Error && 'kind' in error ? error.kind : null
    if (kind !== 'denied') findings.damaged.push(error instanceof Error ? error.message : String(error))
    return null
  }
}

async function inspectEnd(
  dir: string,
  cloud: Cloud,
): Promise<Pick<KillReport, 'differences' | 'unverified'>> {
  const writer = await openWriter(
    { dir, version: 'faults', what: 'the last look', mode: 'write' },
    () => undefined,
  )
  const checks = await writer.verify()
  await writer.close()
  const cache = openCache(dir, 'reader')
  try {
    return {
      differences: differences(cache, cloud.oracle),
      unverified: checks.filter(({ ok }) => !ok).map(({ check, detail }) => `${check}: ${detail}`),
    }
  } finally {
    cache.close()
  }
}
