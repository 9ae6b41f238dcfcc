import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectNothing } from './support/axe.ts'
import { copySample, samplePeriod, withConsole } from './support/console.ts'
import { expect, test } from './support/test.ts'

test('by keyboard: from the box to a hit, on through the hits, and back to the list', async ({ show }) => {
  const page = await show('chats')
  const { keyboard } = page
  await expect(page.getByRole('option').first()).toBeVisible()
  await keyboard.press('/')
  const box = page.getByRole('combobox', { name: 'Search messages, comments, names' })
  await expect(box).toBeFocused()
  await keyboard.type('refund')
  await expect(page.getByRole('heading', { level: 2, name: /^(more than )?[\d,]+ hits$/ })).toBeVisible()
  await expect(page).toHaveURL(/search=refund/)
  await keyboard.press('Enter')

  const found = page.getByRole('listbox', { name: 'Found messages' })
  await expect(found).toBeFocused()
  await expect(found.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '1')
  await expect(found.getByRole('option', { selected: true }).locator('mark').first()).toHaveText(/refund/i)
  await expect(page).toHaveURL(/message=/)
  const pointed = page.locator('[data-pointed]')
  await expect(pointed).toBeInViewport()
  await expect(pointed.locator('mark').first()).toHaveText(/refund/i)

  // Into a chat with several hits, and round them.
  const many = found.getByRole('option').filter({ hasText: 'more in this chat' })
  const steps = page.locator('.search-steps output')
  if ((await many.count()) > 0) await many.first().click()
  await expect(steps).toHaveText(/^\d+ of \d+$/)
  const at = await steps.innerText()
  await keyboard.press('n')
  await keyboard.press('Shift+N')
  await expect(steps).toHaveText(at)
  await keyboard.press('F3')
  await keyboard.press('Shift+F3')
  await expect(steps).toHaveText(at)
  await expect(pointed).toBeInViewport()

  await found.focus()
  await keyboard.press('Home')
  const first = await page.getByRole('heading', { level: 2 }).nth(1).innerText()
  await keyboard.press('j')
  await keyboard.press('k')
  await expect(page.getByRole('heading', { level: 2, name: first })).toBeVisible()

  await keyboard.press('/')
  await keyboard.press('Escape')
  await expect(box).toHaveValue('')
  await expect(box).not.toBeFocused()
  await expect(page.getByRole('listbox', { name: 'Conversations' })).toBeVisible()
})

test('what is typed is offered, understood as chips, and changed as either', async ({ show }) => {
  const page = await show('chats')
  const { keyboard } = page
  await expect(page.getByRole('option').first()).toBeVisible()
  await keyboard.press('/')
  await keyboard.type('refund fr')
  await expect(page.getByRole('option', { name: /^from:\s?written by$/ })).toBeVisible()
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  await keyboard.type('jon')
  await keyboard.press('ArrowDown')
  await keyboard.press('Enter')
  const box = page.getByRole('combobox', { name: 'Search messages, comments, names' })
  await expect(box).toHaveValue('refund from:"Jonas Weber" ')
  const chips = page.getByRole('list', { name: 'Understood as' })
  await expect(chips.getByRole('listitem')).toHaveText(['written byJonas Weber'])
  await expect(page.locator('.search-hit').first()).toContainText('Jonas Weber')

  await chips.getByRole('button', { name: 'written by' }).click()
  await expect(box).toBeFocused()
  expect(
    await box.evaluate((input: HTMLInputElement) =>
      input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
    ),
  ).toBe('from:"Jonas Weber"')
  await keyboard.type('-from:bot')
  await expect(chips.getByRole('listitem')).toHaveText(['notwritten bybot'])
  await chips.getByRole('button', { name: 'Remove -from:bot' }).click()
  await expect(box).toHaveValue('refund')
  await expect(chips).toHaveCount(0)

  await box.fill('refund "not closed before:soon')
  await expect(page.getByText('A quotation mark is not closed')).toBeVisible()
  await box.fill(`'; DROP TABLE messages; -- NEAR(a b) "`)
  await expect(page.getByText('No message has all of this.')).toBeVisible()
  await page.getByRole('button', { name: 'is:failed has:template' }).click()
  await expect(box).toHaveValue('is:failed has:template')
})

test('a search is kept by name, opened, renamed, and its deletion undone', async ({ show }) => {
  const page = await show('chats', '&search=refund')
  const saved = page.getByRole('button', { name: 'Saved searches' })
  await saved.click()
  await page.getByRole('menuitem', { name: 'Save this search' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Refunds')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(page.getByRole('listbox', { name: 'Conversations' })).toBeVisible()
  await saved.click()
  await page.getByRole('menuitemcheckbox', { name: 'Refunds' }).click()
  await expect(page).toHaveURL(/search=refund/)

  await saved.click()
  await page.getByRole('menuitem', { name: 'Rename or delete' }).click()
  await page.getByLabel('Name of Refunds').fill('Money back')
  await page.getByLabel('Name of Refunds').blur()
  await page.getByRole('button', { name: 'Delete Money back' }).click()
  await expect(page.getByText('No searches are saved.')).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await saved.click()
  await expect(page.getByRole('menuitemcheckbox', { name: 'Money back' })).toBeVisible()
  await page.getByRole('menuitem', { name: 'Rename or delete' }).click()
  await page.getByRole('button', { name: 'Delete Money back' }).click()
  await expect(page.getByText('No searches are saved.')).toBeVisible()
})

test('the palette finds words in chats and leads to them', async ({ show }) => {
  const page = await show('overview')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('refund')
  const hits = page.getByRole('dialog').getByRole('option')
  await expect(hits.nth(1)).toContainText(/refund/i)
  await expect(hits.last()).toHaveText('Search all chats for “refund”')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/chats\?.*search=refund/)
  await expect(page.locator('[data-pointed] mark').first()).toHaveText(/refund/i)
})

test('a damaged index is said, search answers all the same, and it is made anew', async ({ page }) => {
  const prepare = async (workspace: string) => {
    await copySample(workspace)
    await rm(join(workspace, 'search.db-wal'), { force: true })
    await writeFile(join(workspace, 'search.db'), 'no database at all '.repeat(1000))
  }
  await withConsole(page, { prepare }, async ({ origin, link }) => {
    await page.goto(link)
    await page.goto(`${origin}/#/chats?period=${samplePeriod}&search=refund`)
    await expect(page.getByText('The index is damaged.')).toBeVisible()
    await expect(page.getByRole('option').first()).toContainText(/refund/i)
    await page.getByRole('button', { name: 'Rebuild' }).click()
    await expect(page.getByText('The index is damaged.')).toHaveCount(0)
    await expect(page.locator('.search-index'), 'it is whole again').toHaveCount(0, { timeout: 30_000 })
    await expect(page.getByRole('option').first()).toContainText(/refund/i)
  })
})

for (const theme of ['light', 'dark'] as const)
  test.describe(theme, () => {
    test.use({ colorScheme: theme })
    test('axe finds nothing among hits, suggestions and saved searches, nor where nothing is found', async ({
      show,
    }) => {
      const page = await show('chats', '&search=refund+-from%3Abot')
      await page.getByRole('option').first().click()
      await expect(page.locator('[data-pointed]')).toBeVisible()
      await settled(page)
      await expectNothing(page)
      await page.keyboard.press('/')
      await page.keyboard.type('is:')
      await expect(page.getByRole('option', { name: /^failed/ })).toBeVisible()
      await expectNothing(page)
      await page.keyboard.press('Escape')
      await page.getByRole('combobox').fill('zzzqqq before:soon')
      await expect(page.getByText('No message has all of this.')).toBeVisible()
      await settled(page)
      await expectNothing(page)
    })
  })

async function settled(page: Page): Promise<void> {
  await expect(page.locator('.loading')).toHaveCount(0)
  await expect(page.locator('main [data-stale="true"]')).toHaveCount(0)
}
