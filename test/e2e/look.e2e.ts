import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

test('dark is chosen in Settings, holds after a reload, and is undone', async ({ show }) => {
  const page = await show('settings', '&section=general')
  expect(await brightness(page)).toBeGreaterThan(200)
  await choose(page, 'Theme', 'Dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await brightness(page)).toBeLessThan(60)
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await choose(page, 'Theme', 'Like the system')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('German is chosen in Settings: words, numbers, dates, the page’s language', async ({ show }) => {
  const page = await show('settings', '&section=general')
  await choose(page, 'Language', 'Deutsch')
  await expect(page.getByRole('heading', { level: 1, name: 'Einstellungen' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')

  await page.getByRole('button', { name: 'Übersicht', exact: true }).click()
  const conversations = page.getByRole('article', { name: 'Gespräche', exact: true }).getByRole('button')
  await expect(conversations).toHaveText(/^\d\.\d{3}$/)
  await expect(page.getByRole('button', { name: /24\. Okt\.?–20\. Nov/ })).toBeVisible()
  for (const place of ['Team', 'Chats', 'Zuweisungen', 'Berichte', 'Einstellungen']) {
    await page.getByRole('button', { name: place, exact: true }).click()
    await expect(page.locator('main')).not.toContainText(/\{\{|undefined|NaN/)
  }

  await page.getByRole('button', { name: 'Allgemein', exact: true }).click()
  await choose(page, 'Sprache', 'Wie das System')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

/** Not `check`, which wants the mark at once: it comes when the choice is saved. */
function choose(page: Page, what: string, name: string): Promise<void> {
  return page.getByRole('group', { name: what }).getByRole('radio', { name }).click()
}

/** Of the page behind everything, 0 to 255. */
async function brightness(page: Page): Promise<number> {
  const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map(Number)
  return (red + green + blue) / 3
}
