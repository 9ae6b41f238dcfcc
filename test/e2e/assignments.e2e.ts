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

test('a flag is decided, and the decision taken back', async ({ show }) => {
  const page = await show('assignments')
  await page.getByRole('button', { name: /^Flags/ }).click()
  const flags = page.getByRole('table', { name: 'Flags' })
  const rows = flags.getByRole('row')
  const heading = page.getByRole('heading', { name: /^Flags/ })
  await expect(heading).toContainText(/\d+ open/)
  const before = await heading.innerText()
  const contact = flags.getByRole('button', { name: /^Open the chat with/ }).first()
  await expect(contact).toBeVisible()
  await expect(rows.nth(1)).toContainText('open')

  await flags.getByRole('button', { name: /^Done/ }).first().click()
  await expect(heading).not.toHaveText(before)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: 'All', exact: true }).click()
  await flags.getByRole('button', { name: /^Undo/ }).first().click()
  await expect(flags.getByRole('button', { name: /^Undo/ })).toHaveCount(0)
})

test('the bell lists the open flags and leads to a chat', async ({ show }) => {
  const page = await show('overview')
  await page.getByRole('button', { name: /open flags?$/ }).click()
  const panel = page.getByRole('dialog', { name: /open flags?$/ })
  await panel.getByRole('listitem').first().getByRole('button').first().click()
  await expect(page.getByRole('listbox', { name: 'Conversations' })).toBeVisible()
  expect(page.url()).toContain('chat=')
})
