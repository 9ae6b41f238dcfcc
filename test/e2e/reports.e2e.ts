import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Download, FrameLocator, Page } from '@playwright/test'
import { expectNothing } from './support/axe.ts'
import { expect, test } from './support/test.ts'

/** Two browsers print on two cores. */
test.describe.configure({ timeout: 90_000 })

/** It is axe and the page itself that try to run in the preview, where nothing may. */
const blocked = /^console error: Blocked script execution in 'about:blank'/

test('the report is downloaded as a PDF with the figures on the screen', async ({ show }) => {
  const page = await show('reports')
  const preview = previewOf(page)
  await expect(preview.getByText(/conversations began/)).toBeVisible()
  await expect(page.getByText(/^\d+ pages$/)).toBeVisible()
  const { text, head } = await savedPdf(page)
  await expect(page.getByText(/^Saved as .+\.pdf/)).toBeVisible()
  expect(head).toBe('%PDF-')
  test.skip(text === null, 'SKIPPED: no pdftotext here, so the words in the PDF were not read')
  expect(text).toContain('conversations began')
  expect(text).toContain('Jonas Weber')
  expect(text).not.toMatch(/undefined|NaN|\[object/)
})

test('each sheet of the preview has the running head and foot it prints with, and paper has them once', async ({
  show,
  complaints,
}) => {
  complaints.expect(blocked)
  const page = await show('reports')
  await expect(page.getByText(/^\d+ pages$/)).toBeVisible()
  await settled(page)
  const pages = Number.parseInt(await page.getByText(/^\d+ pages$/).innerText(), 10)
  const edges = previewOf(page).locator('.edge')
  await expect(edges).toHaveCount(2 * pages)
  // Thousandths of a sheet and the desk below it: each lies in its own sheet, above or below the text.
  const places = await edges.evaluateAll((all) => {
    const [first, next] = all.filter((edge) => edge.classList.contains('head'))
    const pitch = (next?.getBoundingClientRect().top ?? 0) - (first?.getBoundingClientRect().top ?? 0)
    const above = document.body.getBoundingClientRect().top
    return all.map((edge) => Math.round(((edge.getBoundingClientRect().top - above) / pitch) * 1000))
  })
  const foot = Math.round(((297 - 20 + 4) / (297 + 8)) * 1000)
  expect(places).toEqual(
    Array.from({ length: pages }, (_, sheet) => [sheet * 1000, sheet * 1000 + foot]).flat(),
  )
  await page.emulateMedia({ media: 'print' })
  await expect(edges.first()).toBeHidden()
  await page.emulateMedia({ media: null })

  // Another report takes them away with its sheets.
  await page.getByRole('button', { name: 'Executive page' }).click()
  await expect(page.getByText(/^\d+ pages$|^1 page$/)).not.toHaveText(`${pages} pages`)
  const others = Number.parseInt(await page.getByText(/^\d+ pages?$/).innerText(), 10)
  await expect(edges).toHaveCount(2 * others)
  const { text } = await savedPdf(page)
  test.skip(text === null, 'SKIPPED: no pdftotext here, so the running heads in the PDF were not counted')
  expect(text?.match(/Customers’ names hidden/gu)).toHaveLength(others)
})

test('the PDF is German when German is chosen for it, and names nobody unless told to', async ({ show }) => {
  const page = await show('reports')
  const preview = previewOf(page)
  await expect(preview.locator('body')).toContainText('conversations began')
  await page.getByLabel('Language', { exact: true }).selectOption('Deutsch')
  await expect(preview.locator('html')).toHaveAttribute('lang', 'de')
  await settled(page)
  const hidden = await preview.locator('body').innerText()
  await page.getByRole('switch', { name: 'Hide customers’ names' }).click()
  await expect(preview.locator('body')).not.toHaveText(hidden)
  await settled(page)

  const { text, fonts } = await savedPdf(page)
  test.skip(text === null || fonts === null, 'SKIPPED: no pdftotext or pdffonts here')
  expect(text).toContain('Gespräche')
  expect(fonts).toMatch(/\byes\b/)
  expect(
    fonts
      ?.split('\n')
      .slice(2)
      .filter((line) => line !== '' && !/\byes\b/.test(line.slice(50))),
    'every font is in the file',
  ).toEqual([])
})

test('a report about one person asks for one, and a period that is not over says so', async ({ show }) => {
  const page = await show('reports', '&template=agent')
  await expect(page.getByText('This report is about one agent, and none is chosen.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save PDF' })).toBeDisabled()
  await page.getByLabel('Choose an agent').selectOption('Jonas Weber')
  await expect(previewOf(page).locator('body')).toContainText('Jonas Weber')
  await expect(page.getByRole('button', { name: 'Save PDF' })).toBeEnabled()
  await page.goto(`${new URL(page.url()).origin}/#/reports?period=this-month&template=month`)
  await expect(page.getByText('This period is not over.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Take last month' }).click()
  await expect(page.getByText('This period is not over.', { exact: false })).toHaveCount(0)
})

test('a template is changed beside its preview, by keyboard and mouse, kept as an own one, deleted and brought back', async ({
  show,
}) => {
  const page = await show('reports')
  await page.getByRole('button', { name: 'Edit' }).click()
  const blocks = page.getByRole('list', { name: 'Blocks' })
  const preview = previewOf(page)
  await expect(preview.locator('body')).toContainText('conversations began')
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()

  await page.getByRole('button', { name: 'Add a block' }).click()
  await page.getByRole('menuitem', { name: /^Text/ }).click()
  await page.getByRole('textbox', { name: 'Text' }).fill('Read <b>this</b> first.')
  await expect(preview.getByText('Read <b>this</b> first.')).toBeAttached()

  const last = blocks.getByRole('button', { name: /^Text Read/ })
  await last.focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(last).toBeFocused()
  await expect(page.getByText(/^Text is now \d+ of \d+\.$/)).toBeAttached()
  await last.dragTo(blocks.getByRole('button', { name: /^In words/ }))
  await expect(blocks.getByRole('listitem').first()).toContainText('Text')

  await blocks.getByRole('button', { name: 'Remove Flags' }).click()
  await expect(blocks.getByRole('button', { name: 'Remove Flags' })).toHaveCount(0)
  // What is changed between a removal and its undoing stays, and so do keys that are a field's own.
  await page.getByRole('textbox', { name: 'Text' }).fill('Read <i>this</i> first.')
  await page.getByRole('textbox', { name: 'Text' }).press('Alt+ArrowDown')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(blocks.getByRole('button', { name: 'Remove Flags' })).toBeVisible()
  await expect(blocks.getByRole('listitem').first()).toContainText('Read <i>this</i> first.')
  await blocks.getByRole('button', { name: 'Move Text down' }).click()
  await expect(blocks.getByRole('listitem').nth(1)).toContainText('Text')
  await expect(blocks.getByRole('button', { name: 'Move Text up' })).toBeEnabled()
  await blocks.getByRole('button', { name: 'Move Text up' }).click()
  await expect(blocks.getByRole('button', { name: 'Move Text up' })).toBeDisabled()

  // What was not saved is still there after a look elsewhere, and after the window was closed.
  await page.getByRole('button', { name: 'Overview', exact: true }).click()
  await page.goBack()
  await expect(blocks.getByRole('listitem').first()).toContainText('Text')
  await page.reload()
  await expect(blocks.getByRole('listitem').first()).toContainText('Read <i>this</i> first.')
  await part(page, 'Report')
  await page.getByRole('button', { name: 'Go on editing' }).click()

  await page.getByRole('tab', { name: 'Page' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Our week')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const templates = page.getByRole('navigation', { name: 'Templates' })
  await expect(templates.getByRole('button', { name: 'Our week' })).toHaveAttribute('aria-current', 'true')
  await expect(preview.getByText('Read <i>this</i> first.')).toBeAttached()
  await expect(page).toHaveURL(/template=/)

  await remove(page)
  await expect(templates.getByRole('button', { name: 'Our week' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(templates.getByRole('button', { name: 'Our week' })).toBeVisible()
  await remove(page)
  await expect(templates.getByRole('button', { name: 'Our week' })).toHaveCount(0)
})

test('changes are given up only after a question, and a logo with a script is refused in words', async ({
  show,
}) => {
  const page = await show('reports', '&section=editor')
  await page.getByRole('tab', { name: 'Page' }).click()
  await page.locator('input[aria-label="Choose a logo"]').setInputFiles({
    name: 'logo.svg',
    mimeType: 'image/svg+xml',
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  })
  await expect(page.getByRole('alert')).toContainText('script')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/holds a script/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('navigation', { name: 'Templates' })).toBeVisible()
})

test('a schedule is made, run at once into its folder, and deleted after a question', async ({ show }) => {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalker-e2e-reports-'))
  try {
    const page = await show('reports', '&section=schedules')
    await expect(page.getByText('Nothing is scheduled.')).toBeVisible()
    await page.getByRole('button', { name: 'New schedule' }).click()
    const form = page.getByRole('dialog', { name: 'New schedule' })
    await form.getByRole('textbox', { name: 'Name' }).fill('Monday meeting')
    await form.getByRole('checkbox', { name: 'PDF' }).uncheck()
    await form.getByRole('checkbox', { name: 'CSV' }).check()
    await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled()
    await form.getByLabel('Folder').fill(join(folder, 'gone'))
    await form.getByRole('button', { name: 'Save' }).click()
    const row = page.getByRole('row', { name: /Monday meeting/ }).first()
    await expect(row).toContainText('every Monday at 07:30')

    await pick(page, 'More about Monday meeting', 'Make it now')
    await expect(page.getByRole('cell', { name: /is not there/ })).toBeVisible()
    await pick(page, 'More about Monday meeting', 'Change')
    const changing = page.getByRole('dialog', { name: 'Change' })
    await changing.getByLabel('Folder').fill(folder)
    await changing.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: /^Try .+ again$/ }).click()
    await expect(page.getByRole('cell', { name: /^made / }).first()).toBeVisible()
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^Monday-meeting-.*\.csv$/)])

    await pick(page, 'More about Monday meeting', 'Delete')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('Nothing is scheduled.')).toBeVisible()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('what was issued is listed, saved again byte for byte, and told from what was changed', async ({
  show,
}) => {
  const page = await show('reports', '&template=flags')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    pick(page, 'Other formats', 'Save as CSV'),
  ])
  const bytes = await readFile(await download.path())
  await part(page, 'Issued')
  const again = page.getByRole('button', { name: `Save ${download.suggestedFilename()} again` }).first()
  const [second] = await Promise.all([page.waitForEvent('download'), again.click()])
  expect(await readFile(await second.path())).toEqual(bytes)

  await bring(page, download.suggestedFilename(), bytes)
  await expect(page.getByText('This is the file as it was issued.')).toBeVisible()
  await expect(page.getByText('Today’s data gives the same figures.')).toBeVisible()
  await bring(page, 'other.csv', Buffer.concat([bytes, Buffer.from('x')]))
  await expect(page.getByText('This file was not issued here.')).toBeVisible()
  await bring(page, 'nothing.pdf', Buffer.alloc(0))
  await expect(page.getByText('This file is empty.')).toBeVisible()

  await page.getByRole('textbox', { name: 'Footnote' }).fill('000000-1')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByText(/No report that begins with 000000/)).toBeVisible()
})

test('rows are saved with how many there are, and their columns explained', async ({ show }) => {
  const page = await show('reports', '&section=rows')
  await page.getByRole('searchbox', { name: 'Find a column' }).fill('first response')
  await expect(page.getByRole('rowheader', { name: /first_response_time/ }).first()).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save' }).click(),
  ])
  await expect(page.getByText(/^Saved as .+\.csv\.$/)).toBeVisible()
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
  await expect(page.getByText(`${(lines.length - 1).toLocaleString('en-GB')} rows.`)).toBeVisible()
})

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in the parts of Reports in the ${theme} theme`, async ({
    show,
    complaints,
    page: tab,
  }) => {
    complaints.expect(blocked)
    await tab.emulateMedia({ colorScheme: theme })
    const page = await show('reports', '&section=editor')
    await settled(page)
    await page
      .getByRole('button', { name: /^Chart/ })
      .first()
      .click()
    await expectNothing(page)
    await page.getByRole('tab', { name: 'Page' }).click()
    await expectNothing(page)
    await part(page, 'Schedules')
    await page.getByRole('button', { name: 'New schedule' }).click()
    await expectNothing(page)
    await page.keyboard.press('Escape')
    await part(page, 'Issued')
    await settled(page)
    await expectNothing(page)
    await part(page, 'Data')
    await settled(page)
    await expectNothing(page)
  })

function previewOf(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="Preview of the report"]')
}

async function settled(page: Page): Promise<void> {
  await expect(page.locator('.loading')).toHaveCount(0)
  await expect(page.locator('main [data-stale="true"]')).toHaveCount(0)
}

async function part(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Parts of Reports' }).getByRole('button', { name }).click()
}

async function pick(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function remove(page: Page): Promise<void> {
  await pick(page, 'More about this template', 'Delete')
}

async function bring(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .getByLabel('Choose a file', { exact: true })
    .and(page.locator('input'))
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}

interface SavedPdf {
  readonly head: string
  /** null where poppler is not installed. */
  readonly text: string | null
  readonly fonts: string | null
}

async function savedPdf(page: Page): Promise<SavedPdf> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page.getByRole('button', { name: 'Save PDF' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  return readPdf(download)
}

async function readPdf(download: Download): Promise<SavedPdf> {
  const file = await download.path()
  const bytes = await readFile(file)
  return {
    head: bytes.subarray(0, 5).toString('latin1'),
    text: poppler('pdftotext', file, '-'),
    fonts: poppler('pdffonts', file),
  }
}

function poppler(name: string, ...args: readonly string[]): string | null {
  if (spawnSync(name, ['-v'], { stdio: 'ignore' }).error) return null
  return execFileSync(name, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}
