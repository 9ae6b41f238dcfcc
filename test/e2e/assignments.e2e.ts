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
