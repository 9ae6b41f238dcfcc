import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

test('a filter narrows every number and stays in the address', async ({ show }) => {
  const page = await show('overview')
  const all = await count(tile(page, 'Conversations'))
  await page.getByRole('button', { name: 'All channels' }).click()
  await page.getByRole('menuitemcheckbox', { name: '台灣客服' }).click()
  await page.keyboard.press('Escape')
  await expect(tile(page, 'Conversations')).not.toHaveText(written(all))
  const taiwan = await count(tile(page, 'Conversations'))
  expect(taiwan).toBeGreaterThan(0)
  expect(taiwan).toBeLessThan(all)
  expect(page.url()).toContain('channels=')

  await page.reload()
  await expect(tile(page, 'Conversations')).toHaveText(written(taiwan))
  await page.getByRole('button', { name: 'Chats', exact: true }).click()
  await expect(page.getByRole('button', { name: '台灣客服' })).toBeVisible()
})

test('a period is chosen by days', async ({ show }) => {
  const page = await show('overview')
  const all = await count(tile(page, 'Conversations'))
  await page.getByRole('button', { name: '24 Oct–20 Nov' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Choose days …' }).click()
  await page.getByLabel('From').fill('2026-11-10')
  await page.getByLabel('To, included').fill('2026-11-10')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(tile(page, 'Conversations')).not.toHaveText(written(all))
  expect(page.url()).toContain('2026-11-10_2026-11-10')
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
})

test('a number opens the conversations behind it, one of them its messages, and goes back', async ({
  show,
}) => {
  const page = await show('overview')
  const response = tile(page, 'First response')
  const shown = await response.innerText()
  await response.click()

  const open = page.getByRole('region', { name: 'Open number' })
  await expect(open).toContainText('First response')
  await expect(open).toContainText(shown)
  await expect(open).toContainText(/[\d,]+ conversations behind this number/)
  await expect(open.getByRole('button', { name: /left out/ })).toBeVisible()

  const list = page.getByRole('listbox', { name: 'Conversations' })
  const second = list.getByRole('option').nth(1)
  const name = (await second.locator('bdi').first().innerText()).trim()
  await second.click()
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  const thread = page.getByRole('region', { name: `Conversation with ${name}` })
  await expect(thread.getByRole('article').first()).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Facts' })).toContainText('Why it counts')

  await open.getByRole('button', { name: 'Back to the number' }).click()
  await expect(tile(page, 'First response')).toHaveText(shown)
})

test('what is behind a number adds up to it', async ({ show }) => {
  const page = await show('overview')
  const opened = tile(page, 'Conversations')
  const shown = await count(opened)
  await opened.click()
  await expect(page.getByRole('region', { name: 'Open number' })).toContainText(
    `${written(shown)} conversations behind this number`,
  )
  await expect(page.getByText(`1 of ${written(shown)}`)).toBeVisible()
})

test('an agent’s figures open from the table', async ({ show }) => {
  const page = await show('agents')
  await page.getByRole('button', { name: 'Jonas Weber' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Jonas Weber' })).toBeVisible()
  expect(page.url()).toContain('agent=')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Agents' })).toBeVisible()
})

test('a place begins at its top, wherever the one before was left', async ({ show }) => {
  const page = await show('overview')
  const main = page.getByRole('main')
  const top = () => main.evaluate((element) => element.scrollTop)
  await expect(page.getByRole('heading', { name: 'Channels' })).toBeAttached()
  await page.getByRole('button', { name: 'Settings', exact: true }).click()
  await page.getByRole('button', { name: 'Topics', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Frequent questions without a topic' })).toBeAttached()
  await main.evaluate((element) => element.scrollTo(0, 200))
  expect(await top()).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Overview', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  expect(await top()).toBe(0)
})

function tile(page: Page, label: string) {
  return page.getByRole('article', { name: label, exact: true }).getByRole('button')
}

async function count(figure: ReturnType<typeof tile>): Promise<number> {
  await expect(figure).toHaveText(/^[\d,]+$/)
  return Number((await figure.innerText()).replaceAll(',', ''))
}

function written(value: number): string {
  return value.toLocaleString('en-GB')
}
