import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { parseCsv, readSheet } from '../support/tables.ts'
import { expectNothing } from './support/axe.ts'
import { expect, test } from './support/test.ts'

/** The figures are unpacked for the first question; two engines share two cores. */
test.describe.configure({ timeout: 90_000 })

const byChannel = `SELECT channel, count(*) AS conversations, avg(first_response_in_target) AS in_target_rate
FROM conversations GROUP BY channel ORDER BY conversations DESC`
/** Counts further than any patience goes. */
const endless = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n`

test('a question is written with the help beside it, asked, shown as a table and as a chart, and saved', async ({
  show,
}) => {
  const page = await show('reports', '&section=questions')
  await expect(page.getByText('Nothing was asked yet.')).toBeVisible()
  const views = page.getByRole('complementary', { name: 'Views and columns' })
  await views.getByRole('searchbox', { name: 'Find a column' }).fill('waiting_since')
  await expect(views.getByText('Since when its customer waits for a person', { exact: false })).toBeVisible()

  const editor = editorOf(page)
  await editor.fill('SELECT ')
  await views.getByRole('button', { name: 'waiting_since', exact: false }).click()
  await expect(editor).toHaveValue('SELECT waiting_since')
  await expect(editor).toBeFocused()

  await ask(page, byChannel)
  const told = page.getByRole('region', { name: 'Answer' }).getByRole('status')
  await expect(told).toHaveText(/^\d+ rows in [\d.]+ s, data of Fri 20 Nov/)
  const shown = await cellsOf(page)
  expect(shown[0]).toEqual(['channel', 'conversations', 'in_target_rate'])
  expect(shown[1]?.[2]).toMatch(/^\d+(?:\.\d+)?\s?%$/u)

  await test.step('a head sorts by its column', async () => {
    const head = page.getByRole('columnheader', { name: 'conversations' })
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
    expect((await cellsOf(page)).slice(1)).toEqual(shown.slice(1).toReversed())
    await head.getByRole('button').click()
    await head.getByRole('button').click()
    await expect(head).toHaveAttribute('aria-sort', 'none')
  })

  await test.step('a chart draws one column over another', async () => {
    await page.getByRole('radio', { name: 'Chart' }).click()
    await expect(page.getByRole('group', { name: 'conversations by channel' })).toBeVisible()
    await page.getByLabel('Up').selectOption('in_target_rate')
    await expect(page.getByRole('group', { name: 'in_target_rate by channel' })).toBeVisible()
    await page.getByRole('radio', { name: 'Table' }).click()
  })

  const rows = await cellsOf(page)
  await test.step('CSV and spreadsheet hold the rows that are shown', async () => {
    const csv = parseCsv(await readFile(await (await saved(page, /CSV/)).path(), 'utf8'))
    expect(csv[0]).toEqual(rows[0])
    expect(csv.slice(1).map(asShown)).toEqual(rows.slice(1))
    const sheet = readSheet(await readFile(await (await saved(page, /Excel|XLSX/)).path()))
    expect(sheet.names).toEqual(rows[0])
    // Under the rows stands what was asked, and of which data.
    const asked = sheet.rows.slice(rows.length - 1).map((row) => row['channel'])
    expect(asked).toEqual(['Asked in SQL of data of Fri 20 Nov 15:00:', ...byChannel.split('\n')])
    const answered = sheet.rows.slice(0, rows.length - 1)
    expect(answered.map((row) => asShown(sheet.names.map((name) => row[name] ?? null)))).toEqual(
      rows.slice(1),
    )
  })

  await test.step('saved, it is found again after a reload, and deleted and brought back', async () => {
    await page.getByRole('button', { name: 'Save …' }).click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Channels by <b>size</b>')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('“Channels by <b>size</b>” is saved.')).toBeVisible()
    await page.reload()
    await openSaved(page, 'Channels by <b>size</b>')
    await expect(editor).toHaveValue(byChannel)
    await editor.press('Control+Enter')
    await expect(told).toBeVisible()
    expect(await cellsOf(page)).toEqual(rows)

    await editor.press('End')
    await editor.press('Control+End')
    await page.keyboard.type(' LIMIT 1')
    await expect(page.getByText('changed', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('was deleted.', { exact: false })).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).click()
    await openSaved(page, 'Channels by <b>size</b>')
    await expect(editor).toHaveValue(byChannel)
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('button', { name: 'Saved questions' }).click()
    await expect(page.getByRole('menuitem', { name: /Channels/ })).toHaveCount(0)
    await page.keyboard.press('Escape')
  })
})

test('what is too much is said: more rows than are shown, a question without end, one that would write', async ({
  show,
}) => {
  const page = await show('reports', '&section=questions')
  await ask(
    page,
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12345) SELECT i FROM n',
  )
  const answer = page.getByRole('region', { name: 'Answer' })
  await expect(answer.getByRole('status')).toContainText('10,000 rows in')
  await expect(answer.getByText('Cut at 10,000 rows; there are more.')).toBeVisible()
  await expect(answer.getByRole('table')).toHaveAttribute('aria-rowcount', '10001')
  await page.getByRole('radio', { name: 'Chart' }).click()
  await expect(page.getByText('The first 200 of 10,000 rows are drawn.')).toBeVisible()

  // An answer as wide as it is long stays whole while the next question runs, and draws no more than is in sight.
  await ask(page, 'SELECT * FROM conversations')
  await expect(page.getByRole('columnheader', { name: 'conversation_number' })).toBeVisible()
  await ask(page, endless)
  await expect(answer).toBeVisible()
  expect(await page.locator('.answer-table tr').count()).toBeLessThan(100)
  await expect(page.getByText('Asking …', { exact: false })).toBeVisible()
  await editorOf(page).press('Escape')
  await expect(page.getByRole('button', { name: 'Run' })).toBeEnabled()
  await expect(page.getByText('Asking …', { exact: false })).toHaveCount(0)
  await expect(page.getByRole('columnheader', { name: 'conversation_number' })).toBeVisible()
  // Nothing of it is left that would hold up the next one.
  await ask(page, 'SELECT 1 AS one')
  expect(await cellsOf(page)).toEqual([['one'], ['1']])

  for (const write of ['DELETE FROM conversations', 'UPDATE agents SET agent = 1', 'DROP VIEW messages']) {
    await ask(page, write)
    await expect(page.getByRole('alert')).toContainText(/only reads/)
  }
  await ask(page, 'SELECT chanel FROM conversations')
  await expect(page.getByRole('alert')).toContainText('no such column: chanel')
  await expect(page.getByRole('alert')).toContainText('Did you mean channel')
  await ask(page, "SELECT channel FROM conversations WHERE channel = 'nowhere'")
  await expect(page.getByText('No row answers this question.')).toBeVisible()
})

test('everything is done by keyboard alone', async ({ show }) => {
  const page = await show('reports', '&section=questions')
  const editor = editorOf(page)
  await expect(editor).toBeVisible()
  await page.getByRole('navigation', { name: 'Parts of Reports' }).getByRole('button').last().focus()
  await tabTo(page, page.getByRole('button', { name: 'Examples' }))
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: /^Templates/ }).waitFor()
  await page.keyboard.type('Templ')
  await page.keyboard.press('Enter')
  await expect(editor).toHaveValue(/FROM messages/)
  await tabTo(page, editor)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('table')).toBeVisible()
  await tabTo(page, page.getByRole('radio', { name: 'Table' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('group', { name: /by template$/ })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await tabTo(page, page.getByRole('columnheader', { name: 'sent' }).getByRole('button'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('columnheader', { name: 'sent' })).toHaveAttribute('aria-sort', 'ascending')
  await tabTo(page, page.getByRole('searchbox', { name: 'Find a column' }))
  await page.keyboard.type('template')
  await tabTo(page, page.getByRole('button', { name: /^template text/ }))
  await page.keyboard.press('Enter')
  await expect(editor).toBeFocused()
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in Questions in the ${theme} theme`, async ({ show, page: tab }) => {
    await tab.emulateMedia({ colorScheme: theme })
    const page = await show('reports', '&section=questions')
    await page.getByText('agents', { exact: true }).click()
    await expectNothing(page)
    await ask(page, byChannel)
    await expect(page.getByRole('table')).toBeVisible()
    await expectNothing(page)
    await page.getByRole('radio', { name: 'Chart' }).click()
    await expectNothing(page)
    await page.getByRole('button', { name: 'Save …' }).click()
    await expectNothing(page)
    await page.keyboard.press('Escape')
    await ask(page, 'SELECT nothing FROM nowhere')
    await expect(page.getByRole('alert')).toBeVisible()
    await expectNothing(page)
  })

function editorOf(page: Page) {
  return page.getByRole('textbox', { name: 'Question in SQL' })
}

/** Asks, and waits until an answer, a refusal or the asking itself is seen. */
async function ask(page: Page, sql: string): Promise<void> {
  await editorOf(page).fill(sql)
  await editorOf(page).press('Control+Enter')
  if (sql !== endless)
    await expect(page.getByRole('button', { name: 'Run' })).toBeVisible({ timeout: 60_000 })
}

/** Head and rows as they are read on the screen. */
function cellsOf(page: Page): Promise<string[][]> {
  return page
    .locator('.answer-table tr:not(.answer-space)')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    )
}

/** Cells of a file, written as the screen writes them: counts apart in thousands, rates as whole percents. */
function asShown(row: readonly (string | number | null)[]): readonly string[] {
  const [channel = null, conversations = null, rate = null] = row
  return [
    String(channel ?? '') || '–',
    Number(conversations).toLocaleString('en-GB'),
    rate === null || rate === '' ? '–' : Number(rate).toLocaleString('en-GB', { style: 'percent' }),
  ]
}

async function saved(page: Page, format: RegExp): Promise<Download> {
  await page.getByRole('button', { name: 'Export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ])
  return download
}

async function openSaved(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Saved questions' }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** Presses Tab until something has the focus; fails where it never gets it. */
async function tabTo(page: Page, target: ReturnType<Page['getByRole']>): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 60 && !(await isThere()); presses++) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
}
