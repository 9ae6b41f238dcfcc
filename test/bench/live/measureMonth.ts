/** Days one after the other, as fast as they can be played: what is kept in memory must not grow with them. */
import type { Browser } from '@playwright/test'
import type { Day } from '../../simulators/live/stories.ts'
import type { Line } from '../table.ts'
import { atMost, told } from './lines.ts'
import { openStage } from './stage.ts'

const dayMs = 24 * 60 * 60 * 1000
const begins = Date.UTC(2026, 8, 1, 6)
/** Of the machine's clock, a day. */
const dayTakes = 8000
const preparing = 12_000
const team = { agents: 60, open: 120, eventsPerSecond: 8000 / (dayMs / 1000) }

interface Memory {
  /** The engine, the web console, and this program that watches them. */
  readonly rss: number
  /** What the engine holds of each message and conversation, which grows with them. */
  readonly held: number
  readonly page: number
}

export async function measureMonth(
  browser: Browser,
  days: number,
  pages: string,
  say: (line: string) => void,
): Promise<readonly Line[]> {
  const dayOf = (index: number): Day => ({
    ...team,
    seed: index,
    from: begins + index * dayMs,
    to: begins + (index + 1) * dayMs,
  })
  const first = dayOf(0)
  const stage = await openStage({
    day: first,
    before: false,
    speed: dayMs / dayTakes,
    readyIn: preparing,
    pages,
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(stage.link())
    await page.waitForSelector('h1')
    await page.goto(`${new URL(stage.link()).origin}/#/now`)
    const inspector = await page.context().newCDPSession(page)
    const playing = stage.play(Array.from({ length: days }, (_, index) => dayOf(index)))
    const memory: Memory[] = []
    for (let index = 0; index < days; index += 1) {
      await new Promise((resolve) =>
        setTimeout(resolve, Math.max(0, stage.machineAt(dayOf(index).to) - Date.now())),
      )
      await inspector.send('HeapProfiler.collectGarbage')
      const { usedSize } = (await inspector.send('Runtime.getHeapUsage')) as { readonly usedSize: number }
      const { columnBytes, listBytes } = await stage.engine.reader.memory()
      memory.push({ rss: process.memoryUsage.rss(), held: columnBytes + listBytes, page: usedSize })
    }
    say(`${days} days, ${await playing} events, ${(dayTakes / 1000).toFixed(0)} s each`)
    say(memory.map(({ rss, page: heap }) => `${mega(rss).toFixed(0)}/${mega(heap).toFixed(0)}`).join(' '))
    const rss = growth(memory.map((one) => one.rss - one.held))
    const heap = growth(memory.map((one) => one.page))
    return [
      told('memory after the last day, MB', mega(memory.at(-1)?.rss ?? 0)),
      atMost('  grown from the middle third of the days to the last, %', 5, rss),
      told('the page’s heap after the last day, MB', mega(memory.at(-1)?.page ?? 0)),
      atMost('  grown from the middle third of the days to the last, %', 5, heap),
    ]
  } finally {
    await stage.close()
  }
}

/** By how many per cent the median of the last third lies above that of the third before. */
function growth(values: readonly number[]): number {
  const third = Math.max(1, Math.floor(values.length / 3))
  const middle = median(values.slice(-2 * third, -third))
  return (100 * (median(values.slice(-third)) - middle)) / middle
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

function mega(bytes: number): number {
  return bytes / 2 ** 20
}
