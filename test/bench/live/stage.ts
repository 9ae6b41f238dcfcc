/** A console on a simulated day: a real collector, a real engine on a clock that runs faster, the real web console. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAssets } from '../../../src/main/hosts/web/assets.ts'
import { createDownloads } from '../../../src/main/hosts/web/downloads.ts'
import { startWebConsole } from '../../../src/main/hosts/web/server.ts'
import { clockOf, type ClockSetting } from '../../../src/main/engine/clock.ts'
import type { Engine } from '../../../src/main/engine/engine.ts'
import { defaultFlagRules, type FlagRules } from '../../../src/shared/flags.ts'
import { thresholds } from '../../simulators/live/flagOracle.ts'
import type { Day } from '../../simulators/live/stories.ts'
import { openEngine } from '../../support/workspace.ts'
import { startCompany, token } from './company.ts'

export interface Stage {
  readonly engine: Engine
  /** The console's address, with a fresh one-time code. */
  readonly link: () => string
  /** The engine's clock. */
  readonly now: () => number
  /** When the machine's clock stands where the engine's stood or will stand. Epoch milliseconds both. */
  readonly machineAt: (moment: number) => number
  /** Posts what happens in these days as the engine's clock gets there; answers how many things happened. */
  play(days: readonly Day[]): Promise<number>
  /** No more is posted. */
  stop(): void
  close(): Promise<void>
}

/**
 * What began before the day is held when this resolves, where `before` asks for it. `readyIn`: milliseconds of the
 * machine's clock until the engine's stands at the day's beginning; what is to be prepared fits in.
 */
export async function openStage(options: {
  readonly day: Day
  readonly before: boolean
  readonly speed: number
  readonly readyIn: number
  readonly pages: string
}): Promise<Stage> {
  const { day, speed } = options
  const folder = mkdtempSync(join(tmpdir(), 'floorwalker-live-'))
  const company = await startCompany({ dataDir: join(folder, 'collector'), day, before: options.before })
  const clock: ClockSetting = { startsAt: day.from, machineAt: Date.now() + options.readyIn, speed }
  const engine = await openEngine(join(folder, 'workspace'), { clock })
  await engine.api.saveSettings({ flagRules: patientRules() })
  await engine.api.addSource({ kind: 'whatsapp-cloud', collector: company.url, token })
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
    play: (days) => company.play(days, clock),
    stop: () => company.stop(),
    async close() {
      await web.close()
      await engine.close()
      await company.close()
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
