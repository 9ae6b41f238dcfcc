import type { Page } from '@playwright/test'
import { expectNothing } from './support/axe.ts'
import { floorwalker, redeem, sampleEnd, serve, withFolder } from './support/console.ts'
import { expect, type SignedIn, signIn, test as base } from './support/test.ts'

interface Fixtures {
  /** The place Now of the living sample; `query` adds to the address. */
  readonly showNow: (query?: string) => Promise<Page>
}

interface WorkerFixtures {
  /** A sample that ends as the tests begin, so that customers are waiting in it. */
  readonly living: SignedIn
}

const test = base.extend<Fixtures, WorkerFixtures>({
  living: [
    // Playwright wants the braces: this fixture uses no other.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      await withFolder(async (folder) => {
        await floorwalker('sample', '--workspace', folder, '--until', new Date().toISOString())
        const served = await serve(folder)
        await use({ ...served, token: await redeem(served) })
        await served.stop()
      })
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  showNow: async ({ page, living }, use) => {
    await signIn(page, living)
    await use(async (query = '') => {
      await page.goto(`${living.origin}/#/now?period=last28${query}`)
      await expect(page.getByRole('heading', { level: 1, name: 'Now' })).toBeVisible()
      return page
    })
  },
})

const waitingTable = (page: Page) => page.getByRole('table', { name: 'Waiting' })
const customers = (page: Page) => waitingTable(page).getByRole('button', { name: /^Open the chat with/ })

test('waits count on by themselves, and a click opens the chat', async ({ showNow }) => {
  const page = await showNow()
  const youngest = waitingTable(page).getByRole('row').last().getByRole('cell').first()
  await expect(youngest).toHaveText(/\d/)
  const before = await youngest.innerText()
  await expect(youngest).not.toHaveText(before)

  const first = customers(page).first()
  const name = (await first.innerText()).trim()
  await first.click()
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
})

test('J and K go through those who wait, Enter opens', async ({ showNow }) => {
  const page = await showNow()
  await expect(customers(page).first()).toBeVisible()
  await page.keyboard.press('j')
  await expect(customers(page).nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(customers(page).nth(1)).toBeFocused()
  await page.keyboard.press('k')
  await expect(customers(page).nth(0)).toBeFocused()
  const name = (await customers(page).nth(0).innerText()).trim()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
})

test('the figures of the sentence and of the agents open what is behind them', async ({ showNow }) => {
  const page = await showNow()
  const waits = page.getByRole('button', { name: /customers? waits?$/ })
  const count = Number((await waits.innerText()).match(/\d+/)?.[0])
  await waits.click()
  await expect(page.locator('.chats-list-title h2')).toHaveText(new RegExp(`^${count} conversation`))
  await page.goBack()

  const agent = page
    .getByRole('table', { name: 'Agents' })
    .getByRole('button', { name: /^Chats held by/ })
    .first()
  const name = (await agent.innerText()).trim()
  const held = await agent.locator('xpath=ancestor::tr').locator('.figure').first().innerText()
  await agent.click()
  await expect(page.getByRole('button', { name, exact: true }).first()).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Who has what/ })).toContainText(
    new RegExp(`${held} conversations? open`),
  )
  await page.goBack()
  await expect(page.getByRole('button', { name: 'All agents' })).toBeVisible()
})

test('a flag that needs a person opens its evidence', async ({ showNow }) => {
  const page = await showNow()
  const first = page
    .getByRole('region', { name: /^Needs a person/ })
    .getByRole('listitem')
    .first()
  const reason = await first.locator('.flag-words').innerText()
  await first.getByRole('button').click()
  await expect(page.getByRole('dialog')).toContainText(reason.split(' ').slice(0, 2).join(' '))
})

test('data that ended long ago is said, and its waits stand still', async ({ show }) => {
  test.skip(Date.now() < Date.parse(sampleEnd) + 3_600_000, 'the sample has not ended yet by this clock')
  const page = await show('now')
  await expect(page.getByText(/The data ends/)).toBeVisible()
  await page.keyboard.press('f')
  await expect(page.getByRole('main', { name: 'Wall' }).getByRole('time')).toHaveText('15:00:00')
})

test('the filters of the bar apply, and the rail still counts everybody', async ({ showNow }) => {
  const page = await showNow()
  const teams = page
    .getByRole('table', { name: 'Agents' })
    .getByRole('rowheader', { name: /^(Orders|Returns|Sales)$/ })
  await expect(teams).toHaveCount(3)
  const rail = page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: /^Now/ })
  const everybody = await rail.innerText()
  await page.getByRole('button', { name: 'All teams' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Returns' }).click()
  await page.keyboard.press('Escape')
  await expect(teams).toHaveCount(1)
  expect(await rail.innerText()).toBe(everybody)
})

test('the address keeps which part is shown', async ({ showNow }) => {
  const page = await showNow()
  await page.getByRole('button', { name: 'Planning' }).click()
  expect(page.url()).toContain('section=planning')
  await expect(waitingTable(page)).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Planning' })).toHaveAttribute('aria-current', 'page')
  await page.getByRole('button', { name: 'Live' }).click()
  await expect(waitingTable(page)).toBeVisible()
})

for (const size of [
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
  { width: 1024, height: 700 },
])
  test(`the wall at ${size.width} × ${size.height} shows no customer, no message and no control`, async ({
    showNow,
  }) => {
    const page = await showNow()
    await page.setViewportSize(size)
    const names = await customers(page).allInnerTexts()
    const words = await waitingTable(page).locator('.wait-text').allInnerTexts()
    expect(names.length).toBeGreaterThan(0)

    await page.keyboard.press('f')
    const wall = page.getByRole('main', { name: 'Wall' })
    await expect(wall.getByRole('heading', { level: 1 })).toContainText(/customers? waits?/)
    await expect(waitingTable(page).getByRole('row').nth(1)).toBeVisible()
    const markup = await wall.innerHTML()
    for (const text of [...names, ...words].map((one) => one.trim()).filter((one) => one.length > 3))
      expect(markup).not.toContain(text)
    await expect(wall.getByRole('button')).toHaveCount(0)

    // Nothing is cut off, and the page behind cannot be reached.
    const box = await wall.evaluate((element) => [
      element.scrollWidth - element.clientWidth,
      element.scrollHeight - element.clientHeight,
    ])
    expect(box).toEqual([0, 0])
    const large = await wall
      .getByRole('heading', { level: 1 })
      .evaluate((element) => getComputedStyle(element).fontSize)
    expect(Number.parseFloat(large)).toBeCloseTo(
      22 * Math.max(1, Math.min(size.width / 960, size.height / 540)),
      0,
    )

    await page.keyboard.press('Escape')
    await expect(wall).toHaveCount(0)
    await expect(customers(page).first()).toBeVisible()
  })

for (const theme of ['light', 'dark'] as const)
  test.describe(theme, () => {
    test.use({ colorScheme: theme })
    test('axe finds nothing on the living wall, as a table, and in wall mode', async ({ showNow }) => {
      const page = await showNow()
      await expect(customers(page).first()).toBeVisible()
      await expectNothing(page)
      await page.getByRole('button', { name: /Arrivals today/ }).click()
      await expectNothing(page)
      await page.keyboard.press('f')
      await expect(page.getByRole('main', { name: 'Wall' })).toBeVisible()
      await expectNothing(page)
    })
  })
