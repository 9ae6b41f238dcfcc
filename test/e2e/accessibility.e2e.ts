import type { Page } from '@playwright/test'
import { withConsole } from './support/console.ts'
import { expectNothing } from './support/axe.ts'
import { expect, test } from './support/test.ts'

const places = ['now', 'overview', 'agents', 'chats', 'assignments', 'reports', 'settings'] as const

for (const theme of ['light', 'dark'] as const)
  test.describe(theme, () => {
    test.use({ colorScheme: theme })

    for (const place of places)
      test(`axe finds nothing in ${place}`, async ({ show, complaints }) => {
        // It is axe that tries to run in the report's preview, where nothing may.
        complaints.expect(/^console error: Blocked script execution in 'about:blank'/)
        const page = await show(place)
        await settled(page)
        await expectNothing(page)
      })

    test('axe finds nothing behind a number', async ({ show }) => {
      const page = await show('overview')
      await page.getByRole('article', { name: 'Resolution', exact: true }).getByRole('button').click()
      await expect(page.getByRole('region', { name: /^Conversation with/ })).toBeVisible()
      await settled(page)
      await expectNothing(page)
    })

    test('axe finds nothing on an agent’s page, among the flags, in the palette and in a menu', async ({
      show,
    }) => {
      const page = await show('agents')
      await page.getByRole('button', { name: 'Jonas Weber' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Jonas Weber' })).toBeVisible()
      await settled(page)
      await expectNothing(page)

      await page.getByRole('button', { name: 'Assignments', exact: true }).click()
      await page.getByRole('button', { name: /^Flags/ }).click()
      await expect(page.getByRole('table', { name: 'Flags' })).toBeVisible()
      await settled(page)
      await expectNothing(page)

      await page.keyboard.press('Control+k')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNothing(page)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)

      await page.getByRole('button', { name: /open flags?$/ }).click()
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
      await expectNothing(page)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)

      await page.getByRole('button', { name: 'All agents' }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      await expectNothing(page)
    })

    test('axe finds nothing on the first screen, its forms open', async ({ page }) => {
      await withConsole(page, {}, async (served) => {
        await page.goto(served.link)
        await page.getByRole('button', { name: 'Connect' }).click()
        await page.getByText('Also read templates').click()
        await expectNothing(page)
        await page.getByRole('button', { name: 'Import' }).click()
        await expectNothing(page)
      })
    })
  })

async function settled(page: Page): Promise<void> {
  await expect(page.locator('.loading')).toHaveCount(0)
  await expect(page.locator('main [data-stale="true"]')).toHaveCount(0)
}
