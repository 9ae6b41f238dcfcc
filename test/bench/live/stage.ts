/** A console on a simulated day: a real collector, a real engine on a clock that runs faster, the real web console. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCollector } from '../../../src/collector/main.ts'
import { readAssets } from '../../../src/main/hosts/web/assets.ts'
import { createDownloads } from '../../../src/main/hosts/web/downloads.ts'
import { startWebConsole } from '../../../src/main/hosts/web/server.ts'
import { clockOf, type ClockSetting } from '../../../src/main/engine/clock.ts'
import type { Engine } from '../../../src/main/engine/engine.ts'
import { defaultFlagRules, type FlagRules } from '../../../src/shared/flags.ts'
import { thresholds } from '../../simulators/live/flagOracle.ts'
import { playTo, postRecords, type Player } from '../../simulators/live/player.ts'
import { companyOf, recordsOf, type Timed } from '../../simulators/live/records.ts'
import type { Day, Story } from '../../simulators/live/stories.ts'
import { openEngine } from '../../support/workspace.ts'

const secret = 'the secret of a made-up app'
const token = 'the-token-of-a-made-up-console'

export interface Stage {
  readonly engine: Engine
  /** The console's address, with a fresh one-time code. */
  readonly link: () => string
  /** The engine's clock. */
  readonly now: () => number
  /** When the machine's clock stands where the engine's stood or will stand. Epoch milliseconds both. */
  readonly machineAt: (moment: number) => number
  /** Begins to post what happens; the day begins as the engine's clock gets there. */
  play(timed: Iterator<Timed>): Player
  close(): Promise<void>
}

/**
 * What began before the day is held when this resolves. `readyIn`: milliseconds of the machine's clock until the engine's
 * stands at the day's beginning; what is to be prepared fits in.
 */
export async function openStage(options: {
  readonly day: Day
  readonly before: readonly Story[]
  readonly speed: number
  readonly readyIn: number
  readonly pages: string
}): Promise<Stage> {
  const { day, speed } = options
  const folder = mkdtempSync(join(tmpdir(), 'floorwalker-live-'))
  const collector = await runCollector({
    port: 0,
    dataDir: join(folder, 'collector'),
    env: {
      FLOORWALKER_APP_SECRET: secret,
      FLOORWALKER_VERIFY_TOKEN: 'the-word-to-verify',
      FLOORWALKER_CONSOLE_TOKEN: token,
      FLOORWALKER_REQUESTS_PER_SECOND: '1000000',
    },
    now: Date.now,
    log: { write: () => true },
  })
  const address = { url: collector.url, secret }
  await postRecords(address, companyOf(day))
  const known = inOrder(options.before).filter(({ at }) => at < day.from)
  for (let from = 0; from < known.length; from += 1000)
    await postRecords(
      address,
      known.slice(from, from + 1000).flatMap(({ records }) => records),
    )
  const clock: ClockSetting = { startsAt: day.from, machineAt: Date.now() + options.readyIn, speed }
  const engine = await openEngine(join(folder, 'workspace'), { clock })
  await engine.api.saveSettings({ flagRules: patientRules() })
  await engine.api.addSource({ kind: 'whatsapp-cloud', collector: collector.url, token })
  await engine.writer?.syncOnce(null)
  const web = await startWebConsole({
    engine,
    assets: await readAssets(options.pages),
    downloads: createDownloads(),
    now: Date.now,
    port: 0,
    onTooMany: () => undefined,
  })
  const now = clockOf(clock)
  return {
    engine,
    link: () => web.link(),
    now,
    machineAt: (moment) => clock.machineAt + (moment - clock.startsAt) / speed,
    play: (timed) => playTo(address, timed, now),
    async close() {
      await web.close()
      await engine.close()
      await collector.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function patientRules(): FlagRules {
  const changed = Object.entries(thresholds).map(([id, threshold]) => [
    id,
    { ...defaultFlagRules[id as keyof typeof thresholds], threshold },
  ])
  return { ...defaultFlagRules, ...(Object.fromEntries(changed) as Partial<FlagRules>) }
}

/** Everything that happens in the stories, by time. */
export function inOrder(stories: readonly Story[]): readonly Timed[] {
  return stories.flatMap((story) => recordsOf(story)).toSorted((one, other) => one.at - other.at)
}
