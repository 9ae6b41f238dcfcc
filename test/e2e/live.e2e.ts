/** A part of a busy day at 60 times its speed: what its oracle says must be flagged is what the page hears of and the console lists. */
import { fileURLToPath } from 'node:url'
import { expectedFlags } from '../simulators/live/flagOracle.ts'
import { tellDay } from '../simulators/live/stories.ts'
import { dayOf, speed } from '../bench/live/measureDay.ts'
import { compareLists, judge, watchFlagged } from '../bench/live/sightings.ts'
import { openStage } from '../bench/live/stage.ts'
import { expect, test } from './support/test.ts'

const minute = 60_000
const pages = fileURLToPath(new URL('../../out/renderer', import.meta.url))

test('a day as it happens: each flag reaches the page once, none is made up, and the list agrees', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const load = { agents: 30, open: 150, eventsPerSecond: 60, minutes: 0.5, pages }
  const day = dayOf(load, 11)
  const stories = tellDay(day)
  const expected = expectedFlags(stories, Number.POSITIVE_INFINITY)
  const stage = await openStage({ day, before: true, speed, readyIn: 15_000, pages })
  try {
    const heard = watchFlagged(page)
    await page.goto(stage.link())
    await page.getByRole('button', { name: 'Now' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Now')
    const span = { from: Math.max(day.from, stage.now()) + 2 * minute, to: day.to - 5 * minute }
    await stage.play([day])
    const verdict = () => judge(heard, expected, span, stage)
    await expect.poll(() => verdict().unheard, { timeout: 20_000 }).toEqual([])
    expect(verdict()).toMatchObject({ twice: [], invented: [] })
    expect(verdict().delays.length).toBeGreaterThan(20)
    expect(await compareLists(stage.engine, expected, span)).toMatchObject({ missing: [], invented: [] })
    await page.goto('about:blank')
  } finally {
    await stage.close()
  }
})
