import type { Page } from '@playwright/test'
import { withConsole } from './support/console.ts'
import { expect, test } from './support/test.ts'

test.describe('the first start', () => {
  test('opens the sample, shows how far it is, and then numbers', async ({ page }) => {
    await withConsole(page, {}, async (served) => {
      await page.goto(served.link)
      await expect(page.getByRole('heading', { name: 'Where do your chats come from?' })).toBeVisible()
      expect(page.url(), 'the code has left the address').not.toContain('k=')

      await page.getByRole('button', { name: 'Open the sample workspace' }).click()
      await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible()
      const sync = page.getByRole('button', { name: /Loading history/ })
      await expect(sync).toBeVisible()
      await sync.click()
      const source = page.getByRole('article', { name: /Nordlicht/ })
      await expect(source.getByRole('progressbar')).toBeVisible()
      await expect(source.getByText(/\d+ of 120 .*[\d,]+ a second/)).toBeVisible()

      await page.getByRole('button', { name: /^Overview/ }).click()
      await expect(page.getByRole('button', { name: /^Complete to/ })).toBeVisible({ timeout: 30_000 })
      await expect(conversations(page)).toHaveText(/^[1-9][\d,]*$/)
    })
  })

  test('tells what is wrong with a file, and adds nothing', async ({ page }) => {
    await withConsole(page, {}, async (served) => {
      await page.goto(served.link)
      await page.getByRole('button', { name: 'Import', exact: true }).click()
      await page.getByLabel('Paths on this machine').fill('/nowhere/records.ndjson')
      await page.getByRole('button', { name: 'Import', exact: true }).last().click()
      await expect(page.getByRole('alert')).toContainText('There is no file /nowhere/records.ndjson')
      await expect(page.getByLabel('Paths on this machine')).toHaveValue('/nowhere/records.ndjson')
      await page.reload()
      await expect(page.getByRole('heading', { name: 'Where do your chats come from?' })).toBeVisible()
    })
  })

  test('moves a number when something happens in the living sample, without a reload', async ({ page }) => {
    test.slow()
    await withConsole(page, { sampleIfEmpty: true }, async (served) => {
      await page.goto(served.link)
      await expect(page.getByRole('button', { name: /^Complete to/ })).toBeVisible({ timeout: 30_000 })
      const sent = page.getByRole('button', { name: /^Sent|Messages sent/ }).first()
      const before = await sent.innerText()
      await page.evaluate(() => Object.assign(window, { notReloaded: true }))
      await expect(sent).not.toHaveText(before, { timeout: 60_000 })
      expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true)
    })
  })
})

test.describe('a link that does not open the console', () => {
  test('says so when it was used before', async ({ page, context, complaints }) => {
    complaints.expect(/401 \(Unauthorized\)/)
    await withConsole(page, {}, async (served) => {
      await page.goto(served.link)
      await expect(page.getByRole('heading', { name: 'Where do your chats come from?' })).toBeVisible()
      const second = await context.newPage()
      await second.goto(served.link)
      await expect(second.getByRole('alert')).toContainText('no longer signed in')
      await expect(second.getByRole('alert')).toContainText('Open the console again')
    })
  })

  test('says so when its code is wrong, and names nothing of the workspace', async ({
    page,
    sample,
    complaints,
  }) => {
    complaints.expect(/401 \(Unauthorized\)/)
    await page.goto(`${sample.origin}/#k=not-a-code`)
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.getByText('Nordlicht')).toHaveCount(0)
  })
})

function conversations(page: Page) {
  return page.getByRole('article', { name: 'Conversations', exact: true }).getByRole('button')
}
