/**
 * `npm run bench:live [-- --minutes 3] [--days 30] [--agents 300] [--open 2000] [--events 200] [--watch]`: a busy day at 60
 * times its speed, posted to a real collector and watched on the Now screen in Chromium: every flag the day must raise is
 * heard of within a second, none twice, none invented, and the screen stays smooth. Then 30 quieter days, one after the
 * other, in which memory must stay level. `--watch` only plays, for a person to look at. Exit code 1 when a goal was missed.
 */
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findChromium } from '../../e2e/support/chromium.ts'
import { printTable } from '../table.ts'
import { measureDay } from './measureDay.ts'
import { measureMonth } from './measureMonth.ts'
import { watchDay } from './watchDay.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '3' },
    days: { type: 'string', default: '30' },
    agents: { type: 'string', default: '300' },
    open: { type: 'string', default: '2000' },
    events: { type: 'string', default: '200' },
    watch: { type: 'boolean', default: false },
    pages: { type: 'string', default: fileURLToPath(new URL('../../../out/renderer', import.meta.url)) },
  },
})
const load = {
  agents: Number(values.agents),
  open: Number(values.open),
  eventsPerSecond: Number(values.events),
  minutes: Number(values.minutes),
  pages: values.pages,
}
if ([load.agents, load.open, load.eventsPerSecond, load.minutes, Number(values.days)].some(Number.isNaN))
  throw new RangeError('--minutes, --days, --agents, --open and --events take numbers.')

const say = (line: string) => void process.stdout.write(`${line}\n`)
if (values.watch) await watchDay(load, say)
else {
  say(
    `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}, ${process.platform}`,
  )
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  try {
    const lines = [
      ...(load.minutes > 0 ? await measureDay(browser, load, say) : []),
      ...(Number(values.days) > 0 ? await measureMonth(browser, Number(values.days), load.pages, say) : []),
    ]
    say('')
    for (const line of printTable(lines, null)) say(line)
    process.exitCode = lines.some(({ reached }) => reached === false) ? 1 : 0
  } finally {
    await browser.close()
  }
}
