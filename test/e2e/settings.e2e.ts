import type { Page } from '@playwright/test'
import { expectNothing } from './support/axe.ts'
import { expect, test } from './support/test.ts'

const parts = ['sources', 'general', 'numbers', 'targets', 'hours', 'topics', 'definitions', 'flags'] as const

const holidays = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//test//EN',
  'BEGIN:VEVENT',
  'UID:1',
  'DTSTAMP:20260101T000000Z',
  'DTSTART;VALUE=DATE:20261225',
  'SUMMARY:Christmas <b>Day</b>',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2',
  'DTSTAMP:20260101T000000Z',
  'STATUS:CANCELLED',
  'DTSTART;VALUE=DATE:20261226',
  'SUMMARY:Called off',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')

for (const theme of ['light', 'dark'] as const)
  test.describe(theme, () => {
    test.use({ colorScheme: theme })
    for (const part of parts)
      test(`axe finds nothing in ${part}`, async ({ show }) => {
        const page = await show('settings', `&section=${part}`)
        await expect(page.locator('.settings-part .section').first()).toBeVisible()
        await expect(page.locator('.loading')).toHaveCount(0)
        await expectNothing(page)
      })
  })

test('hours are set, refused where they cannot be right, closed by a calendar file, and undone', async ({
  show,
}) => {
  const page = await show('settings', '&section=hours')
  await page.getByRole('button', { name: 'Set hours for the workspace' }).click()
  const monday = page.getByRole('group', { name: 'Monday' })
  await expect(monday.getByLabel('Monday from')).toHaveValue('09:00')
  await type(monday.getByLabel('Monday from'), '730')
  await expect(page.getByText('41\u00A0h 30\u00A0min a week')).toBeVisible()

  await monday.getByRole('button', { name: 'Add hours on Monday' }).click()
  await type(monday.getByLabel('Monday from').nth(1), '16:00')
  await expect(monday.getByRole('alert')).toHaveText('These hours overlap')
  await type(monday.getByLabel('Monday from').nth(1), '18:00')
  await expect(monday.getByRole('alert')).toHaveCount(0)

  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'holidays.ics', mimeType: 'text/calendar', buffer: Buffer.from(holidays) })
  const dialog = page.getByRole('dialog', { name: '1 day in the calendar' })
  await expect(dialog).toContainText('Christmas <b>Day</b>')
  await expect(dialog).toContainText('1 entry is left out')
  await dialog.getByRole('button', { name: 'Take 1 day' }).click()
  await expect(page.getByRole('group', { name: '2026-12-25' })).toContainText('closed')

  await page.reload()
  await expect(page.getByLabel('Monday from').first()).toHaveValue('07:30')
  await expect(page.getByRole('group', { name: '2026-12-25' })).toContainText('closed')
  await page.locator('.hours-card').getByRole('button', { name: 'Remove', exact: true }).first().click()
  await expect(page.getByText('No working hours are set.')).toBeVisible()
})

test('a file that is no calendar changes nothing and says so', async ({ show }) => {
  const page = await show('settings', '&section=hours')
  await page.getByRole('button', { name: 'Set hours for the workspace' }).click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.ics', mimeType: 'text/calendar', buffer: Buffer.from('hello') })
  await expect(page.getByText(/no calendar/i)).toBeVisible()
  await expect(page.getByRole('dialog', { name: /in the calendar/ })).toHaveCount(0)
  await page.locator('.hours-card').getByRole('button', { name: 'Remove', exact: true }).first().click()
})

test('two definitions stand side by side, with what makes the difference and the chats behind it', async ({
  show,
}) => {
  const page = await show('settings', '&section=definitions')
  await expect(page.locator('.compared-value').first()).toHaveText(/\d/)
  await page.getByLabel('Another definition').selectOption('trengo')
  await expect(page.getByRole('rowheader', { name: 'start of the first-response clock' })).toBeVisible()
  await page.locator('.compared-chats button').first().click()
  await expect(page.getByRole('region', { name: 'Conversation' }).or(page.locator('.thread'))).toBeVisible()
})

test('a rule of counting changes the numbers at once, and undo brings them back', async ({ show }) => {
  const page = await show('overview')
  const response = page.getByRole('article', { name: 'First response', exact: true }).getByRole('button')
  await expect(response).toHaveText(/\d/)
  const before = await response.innerText()
  await show('settings', '&section=numbers')
  await page.getByLabel('The first-response clock starts').selectOption('first_assignment')
  await expect(page.getByText('Saved.')).toBeVisible()
  await show('overview')
  await expect(response).not.toHaveText(before)
  await show('settings', '&section=numbers')
  await page.getByRole('button', { name: 'Back to the defaults' }).click()
  await show('overview')
  await expect(response).toHaveText(before)
})

async function type(field: ReturnType<Page['getByLabel']>, text: string): Promise<void> {
  await field.fill(text)
  await field.press('Enter')
}
