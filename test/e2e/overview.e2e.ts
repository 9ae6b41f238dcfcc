import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectNothing } from './support/axe.ts'
import { expect, test } from './support/test.ts'

const parts = ['Conversations', 'Messages', 'Contacts', 'Automation', 'Campaigns', 'Quality'] as const

for (const theme of ['light', 'dark'] as const)
  test.describe(theme, () => {
    test.use({ colorScheme: theme })
    for (const part of parts)
      test(`axe finds nothing in ${part}, its charts and its tables`, async ({ show }) => {
        const page = await show('overview', `&section=${part.toLowerCase()}`)
        await settled(page)
        await expectNothing(page)
        await page.getByRole('button', { name: /^Table of / }).evaluateAll((buttons: HTMLElement[]) => {
          for (const button of buttons) button.click()
        })
        await expectNothing(page)
      })
  })

test('a part is chosen by keyboard, kept in the address, and there again after a number was opened', async ({
  show,
}) => {
  const page = await show('overview')
  await page.getByRole('tab', { name: 'Conversations' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Messages' })).toHaveAttribute('aria-selected', 'true')
  expect(page.url()).toContain('section=messages')
  await page.reload()
  await expect(page.getByRole('article', { name: 'Messages sent', exact: true })).toBeVisible()

  await page.getByRole('article', { name: 'Messages sent', exact: true }).getByRole('button').click()
  await expect(page.getByRole('region', { name: 'Open number' })).toContainText('Messages sent')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tab', { name: 'Messages' })).toHaveAttribute('aria-selected', 'true')
})

test('only the part that is shown asks', async ({ show, page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.postData() ?? ''))
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => asked.push(String(payload))))
  await show('overview')
  await settled(page)
  expect(asked.some((text) => text.includes('metricsMany'))).toBe(true)
  expect(asked.some((text) => text.includes('bot_contained'))).toBe(false)
  await page.getByRole('tab', { name: 'Automation' }).click()
  await expect(page.getByRole('article', { name: 'Contained by the bot' })).toBeVisible()
  expect(asked.some((text) => text.includes('bot_contained'))).toBe(true)
})

test('a saved table has exactly the cells that are shown', async ({ show }) => {
  const page = await show('overview', '&teams=orders')
  await page.getByRole('button', { name: 'Table of Categories' }).click()
  const table = page.getByRole('group', { name: 'Categories' }).getByRole('table')
  const shown = await table
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
    )
  const card = page.getByRole('region', { name: /^Categories/ })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('button', { name: 'CSV' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^floorwalker-categories-2026-10-24\.csv$/)
  const file = await readFile(await download.path(), 'utf8')
  for (const row of shown.slice(1)) {
    const cells = row.map((cell) => (cell === '–' ? '' : cell.replaceAll(',', '')))
    expect(file).toContain(cells.join(','))
  }
  expect(file.trimEnd().split('\r\n')).toHaveLength(shown.length)
})

test('business hours are in the link, in the words and measured', async ({ show }) => {
  const page = await show('overview')
  const response = page.getByRole('article', { name: 'Resolution', exact: true }).getByRole('button')
  await expect(response).toHaveText(/\d/)
  const calendar = await response.innerText()
  await page.getByRole('button', { name: 'Calendar hours' }).click()
  await page.getByRole('menuitemcheckbox', { name: /^Business hours/ }).click()
  await expect(response).not.toHaveText(calendar)
  expect(page.url()).toContain('hours=business')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Business hours' })).toBeVisible()
})

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('tabpanel').locator('.overview-tiles .tile').first()).toBeVisible()
  await expect(page.locator('.loading')).toHaveCount(0)
  await expect(page.locator('main [data-stale="true"]')).toHaveCount(0)
}
