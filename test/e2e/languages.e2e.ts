import type { Page } from '@playwright/test'
import { type Language, languages } from '../../src/shared/contract.ts'
import { redeem, samplePeriod, serve, withFolder } from './support/console.ts'
import { unreadable } from './support/cut.ts'
import { prepareReviews } from './support/reviews.ts'
import { ask, expect, type SignedIn, signIn, test as base } from './support/test.ts'

/** Every place and its parts, and what opens over them; `&` parts as the address has them. */
const screens = [
  'now',
  'now&section=planning',
  'overview',
  'agents',
  'agents&agent=a4',
  'chats',
  'chats&search=is:failed',
  'assignments',
  'assignments&section=held',
  'assignments&section=flags',
  'audits',
  'audits&section=samples',
  'audits&section=results',
  'audits&section=agents',
  'audits&section=agreement',
  'audits&section=consistency',
  'audits&section=scorecards',
  'reports',
  'reports&section=editor',
  'reports&section=schedules',
  'reports&section=issued',
  'reports&section=questions',
  'reports&section=rows',
  'settings',
  'settings&section=general',
  'settings&section=numbers',
  'settings&section=targets',
  'settings&section=hours',
  'settings&section=topics',
  'settings&section=definitions',
  'settings&section=flags',
] as const

/** The sample with reviews in it, served once for all languages. */
const test = base.extend<object, { readonly reviewed: SignedIn }>({
  reviewed: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright wants the braces: this fixture uses no other.
    async ({}, use) => {
      await withFolder(async (folder) => {
        await prepareReviews(folder)
        const served = await serve(folder)
        await use({ ...served, token: await redeem(served) })
        await served.stop()
      })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

test.describe.configure({ timeout: 120_000 })

for (const language of [...languages, 'en-XA'] as const)
  test(`every screen can be read whole in ${language}`, async ({ page, reviewed, complaints }) => {
    complaints.expect(/^console error: Blocked script execution in 'about:blank'/)
    await signIn(page, reviewed)
    await ask(reviewed, 'saveSettings', { language: language === 'en-XA' ? null : language })
    await page.goto(`${reviewed.origin}/${language === 'en-XA' ? '?pseudo' : ''}${addressOf('overview')}`)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const found: Record<string, readonly string[]> = {}
    for (const screen of screens) {
      await page.evaluate((hash) => (location.hash = hash), addressOf(screen))
      await settled(page)
      const here = await unreadable(page)
      if (here.length > 0) found[screen] = here
    }
    expect(found).toEqual({})
  })

test('the table of agents needs no scrolling sideways in a window of 1280 pixels, in any language', async ({
  page,
  reviewed,
}) => {
  await signIn(page, reviewed)
  await page.goto(`${reviewed.origin}/${addressOf('agents')}`)
  for (const language of languages) {
    await ask(reviewed, 'saveSettings', { language })
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await settled(page)
    const beyond = await page
      .locator('.agents-scroll')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    expect(beyond, language).toBe(0)
  }
})

test('a change of language is seen at once, in words, figures, charts and the page’s language', async ({
  page,
  reviewed,
}) => {
  await ask(reviewed, 'saveSettings', { language: 'en' })
  await signIn(page, reviewed)
  await page.goto(`${reviewed.origin}/${addressOf('overview')}`)
  await settled(page)
  await ask(reviewed, 'saveSettings', { language: 'fr' satisfies Language })
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.locator('main')).toContainText(/\d[\u202F\u00A0]%/)
  await ask(reviewed, 'saveSettings', { language: 'zh-TW' satisfies Language })
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-TW')
  await expect(page.locator('.busy-day').first()).toHaveText('週日')
})

function addressOf(screen: string): string {
  const [place = '', ...rest] = screen.split('&')
  return `#/${[`${place}?period=${samplePeriod}`, ...rest].join('&')}`
}

/** The first look at a place computes its figures, on a busy machine for longer than an assertion waits. */
async function settled(page: Page): Promise<void> {
  const patient = { timeout: 30_000 }
  await expect(page.locator('.loading')).toHaveCount(0, patient)
  await expect(page.locator('main [data-stale="true"]')).toHaveCount(0, patient)
}
