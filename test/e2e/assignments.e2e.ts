import { readFile } from 'node:fs/promises'
import { expectNothing } from './support/axe.ts'
import { expect, test } from './support/test.ts'

test('the assignment log says who passed what to whom, and opens the chat', async ({ show }) => {
  const page = await show('assignments')
  const log = page.getByRole('table', { name: 'Assignment log' })
  for (const column of ['time', 'contact', 'from → to', 'by', 'source', 'held before', 'comment', 'flag'])
    await expect(log.getByRole('columnheader', { name: column, exact: true })).toBeVisible()
  await expect(log).toHaveAttribute('aria-rowcount', /^\d{4}$/)
  await expect(log.getByRole('row').nth(1)).toContainText(/stated|noticed|inferred/)

  const all = (await log.getAttribute('aria-rowcount')) ?? ''
  await page.getByLabel('Only flagged').check()
  await expect(log).not.toHaveAttribute('aria-rowcount', all)
  await expect(page.getByRole('heading', { name: /^Log/ })).toContainText('changes, latest first')
  // The rows of before stay until the new ones are there: these have a flag each.
  await expect(log.getByRole('row').nth(1).getByRole('cell').last()).not.toBeEmpty()
  const first = log.getByRole('button', { name: /^Open the chat with/ }).first()
  const name = (await first.innerText()).trim()
  await first.click()
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  await expect(page.getByRole('complementary', { name: 'Facts' }).getByText('Flags')).toBeVisible()
})

test('the log is narrowed by words and kinds, and saved to its end as it is shown', async ({ show }) => {
  const page = await show('assignments')
  const log = page.getByRole('table', { name: 'Assignment log' })
  await expect(log).toHaveAttribute('aria-rowcount', /^\d{4}$/)
  await page.keyboard.press('/')
  await page.keyboard.type('sofia')
  await expect(log.getByRole('row').nth(1)).toContainText('Sofía Ortega')
  await page.getByRole('button', { name: 'All changes' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'passed on' }).click()
  await page.keyboard.press('Escape')
  await expect(log).toHaveAttribute('aria-rowcount', /^\d{2}$/)
  const shown = Number(await log.getAttribute('aria-rowcount')) - 1
  const firstName = (
    await log
      .getByRole('button', { name: /^Open the chat/ })
      .first()
      .innerText()
  ).trim()

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page.getByRole('button', { name: 'Export' }).last().click()
      await page.getByRole('menuitem').first().click()
    })(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
  expect(lines.filter((line) => /^\d{4}-/.test(line))).toHaveLength(shown)
  expect(lines[1]).toContain(firstName)
  expect(lines[1]).toContain('passed on')
})

test('any past moment is chosen by keyboard, kept in the address, and left again', async ({ show }) => {
  const page = await show('assignments', '&section=held&asof=2026-11-20T10:05:00.000Z')
  const table = page.getByRole('table', { name: 'Who has what' })
  const heading = page.getByRole('heading', { name: /^Who had what Fri 20 Nov 11:05/ })
  await expect(heading).toContainText(/\d+ conversations open/)
  await expect(table.getByRole('row').nth(1)).toBeVisible()

  await page.keyboard.press(',')
  await expect(page.getByRole('heading', { name: /Fri 20 Nov 11:04/ })).toBeVisible()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(page.getByRole('heading', { name: /Fri 20 Nov 10:04/ })).toBeVisible()
  expect(page.url()).toContain('asof=2026-11-20T09%3A04')
  await page.reload()
  await expect(page.getByRole('heading', { name: /Fri 20 Nov 10:04/ })).toBeVisible()

  await page.getByLabel('As of', { exact: true }).fill('2026-11-19T12:00')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /Thu 19 Nov 12:00/ })).toBeVisible()
  await page.getByRole('button', { name: 'Back to now' }).click()
  await expect(page.getByRole('heading', { name: /^Who has what/ })).toBeVisible()
  expect(page.url()).not.toContain('asof')
})

test('the time at the line covers no lanes, at the very right either', async ({ show }) => {
  const page = await show('assignments', '&section=held&asof=2026-11-20T13:55:00.000Z')
  const label = page.locator('.lane-now-label')
  await expect(label).toHaveText('14:55')
  const [time, line] = [await label.boundingBox(), await page.locator('.lane-now').first().boundingBox()]
  expect(time?.x).toBeGreaterThan((line?.x ?? Infinity) + (line?.width ?? 0))
})

test('a conversation shows its path from the log, from the lanes, and back', async ({ show }) => {
  const page = await show('assignments')
  const log = page.getByRole('table', { name: 'Assignment log' })
  await log
    .getByRole('button', { name: /^Open the chat with/ })
    .first()
    .focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('p')
  const panel = page.getByRole('dialog', { name: 'From hand to hand' })
  await expect(panel.getByRole('listitem').first()).toContainText(/stated|noticed|inferred/)
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)

  await page.getByRole('listbox', { name: /^Sofía Ortega/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('heading', { name: /Held by agent Sofía Ortega: / })).toBeVisible()
  await page.keyboard.press('p')
  await expect(panel.getByRole('listitem').first()).toBeVisible()
  await panel.getByRole('button', { name: 'Open chat' }).click()
  await expect(page.getByRole('complementary', { name: 'Facts' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('axe finds nothing in the parts, at a past moment and beside a path', async ({ show }) => {
      const page = await show('assignments', '&section=held&asof=2026-11-20T10:05:00.000Z')
      await expect(page.getByRole('table', { name: 'Who has what' })).toBeVisible()
      await expectNothing(page)
      await page.keyboard.press('o')
      await expect(page.getByRole('table', { name: 'Hand-overs' })).toBeVisible()
      await expectNothing(page)
      await page.keyboard.press('l')
      const log = page.getByRole('table', { name: 'Assignment log' })
      await log
        .getByRole('button', { name: /^Path of/ })
        .nth(2)
        .click({ force: true })
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
      await expectNothing(page)
    })
  })
