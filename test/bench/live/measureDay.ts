/** A busy day at 60 times its speed, with the Now screen open. */
import type { Browser, Page } from '@playwright/test'
import { expectedFlags } from '../../simulators/live/flagOracle.ts'
import { tellDay, type Day } from '../../simulators/live/stories.ts'
import { frameCategories, frameRates } from '../frames.ts'
import { atShare } from '../reading.ts'
import type { Line } from '../table.ts'
import { atLeast, atMost, told } from './lines.ts'
import { compareLists, judge, watchFlagged } from './sightings.ts'
import { openStage } from './stage.ts'

export interface Load {
  readonly agents: number
  readonly open: number
  /** A second of the machine's clock. */
  readonly eventsPerSecond: number
  /** Of the machine's clock. */
  readonly minutes: number
  readonly pages: string
}

export const speed = 60
const minute = 60_000
/** Of the machine's clock: reading what was before, and opening the page. */
const preparing = 30_000
/** A day of the past: nothing that happens in it lies ahead of the machine's clock. */
const begins = Date.UTC(2026, 9, 13, 7)
const measuredFor = 20_000

export function dayOf(load: Load, seed: number): Day {
  return {
    seed,
    agents: load.agents,
    open: load.open,
    eventsPerSecond: load.eventsPerSecond / speed,
    from: begins,
    to: begins + load.minutes * minute * speed,
  }
}

export async function measureDay(
  browser: Browser,
  load: Load,
  say: (line: string) => void,
): Promise<readonly Line[]> {
  const day = dayOf(load, 2026)
  const stories = tellDay(day)
  const expected = expectedFlags(stories, Number.POSITIVE_INFINITY)
  const stage = await openStage({ day, before: true, speed, readyIn: preparing, pages: load.pages })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const heard = watchFlagged(page)
    await page.goto(stage.link())
    await page.waitForSelector('h1')
    await page.goto(`${new URL(stage.link()).origin}/#/now`)
    await page.waitForSelector('h1')
    const span = { from: Math.max(day.from, stage.now()) + 2 * minute, to: day.to - 2 * minute }
    const playing = stage.play([day])
    const traces: Buffer[] = []
    await until(stage.machineAt(day.from) + 10_000)
    const plain = await tracePlain(browser)
    while (Date.now() + measuredFor + 5000 < stage.machineAt(day.to))
      traces.push(await traceFrames(browser, page))
    const played = await playing
    await until(stage.machineAt(day.to) + 2000)
    say(`${load.agents} agents, ${load.open} conversations open, ${played} events in ${load.minutes} minutes`)
    const frames = traces.map(frameRates)
    const { delays, unheard, twice, invented, expected: due } = judge(heard, expected, span, stage)
    const lists = await compareLists(stage.engine, expected, span)
    for (const [what, keys] of Object.entries({
      unheard,
      twice,
      invented,
      missing: lists.missing,
      listed: lists.invented,
    }))
      if (keys.length > 0) say(`${what}: ${keys.slice(0, 5).join('; ')}`)
    return [
      told('flags the day must raise meanwhile', due),
      told('  other flags listed, of rules that are not judged', lists.others),
      atMost('from a flag’s moment to the page, median ms', null, atShare(delays, 0.5)),
      atMost('  p95 ms', null, atShare(delays, 0.95)),
      atMost('  at most, ms', 1000, Math.max(...delays)),
      atMost('never heard of, though open for more than a second', 0, unheard.length),
      atMost('heard of twice', 0, twice.length),
      atMost('heard of and invented', 0, invented.length),
      atMost('missing in the list of all flags at the end', 0, lists.missing.length),
      atMost('listed and invented', 0, lists.invented.length),
      atLeast(
        'frames in the slowest second of the Now screen',
        50,
        Math.min(...frames.map(({ worst }) => worst)),
      ),
      told('  frames a second on average', mean(frames.map((rate) => rate.mean))),
      told('  an empty page beside the same engine, frames in its slowest second', frameRates(plain).worst),
      told('  longest time without a frame, ms', Math.max(...frames.map(({ longestMs }) => longestMs))),
    ]
  } finally {
    await stage.close()
  }
}

/** What this machine can show at all while the day is played on it. */
async function tracePlain(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const trace = await traceFrames(browser, page)
  await page.close()
  return trace
}

/** A trace is read when the day is over: reading it holds up what is measured. Something moves in every frame meanwhile, so that a frame that is late is a frame that is missing. */
async function traceFrames(browser: Browser, page: Page): Promise<Buffer> {
  await page.evaluate(`{
    const dot = document.createElement('i')
    dot.style.cssText = 'position:fixed;inset:auto 16px 16px auto;width:2px;height:2px;background:currentColor;will-change:translate'
    document.body.append(dot)
    const until = performance.now() + ${measuredFor}
    const move = (at) => {
      dot.style.translate = (at % 7) + 'px'
      if (at < until) requestAnimationFrame(move)
      else dot.remove()
    }
    requestAnimationFrame(move)
  }`)
  await browser.startTracing(page, { categories: frameCategories })
  await new Promise((resolve) => setTimeout(resolve, measuredFor - 500))
  return browser.stopTracing()
}

function until(machine: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, machine - Date.now())))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
