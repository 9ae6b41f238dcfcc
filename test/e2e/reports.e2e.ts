import { execFileSync, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

test('the report is downloaded as a PDF with the figures on the screen', async ({ show }) => {
  const page = await show('reports')
  const preview = page.frameLocator('iframe[title="Preview of the report"]')
  await expect(preview.getByText(/conversations began/)).toBeVisible()
  const { text, head } = await savedPdf(page)
  await expect(page.getByText(/^Saved as .+\.pdf/)).toBeVisible()
  expect(head).toBe('%PDF-')
  test.skip(text === null, 'SKIPPED: no pdftotext here, so the words in the PDF were not read')
  expect(text).toContain('conversations began')
  expect(text).toContain('Jonas Weber')
  expect(text).not.toMatch(/undefined|NaN|\[object/)
})

test('the PDF is German when German is chosen for it, and names nobody unless told to', async ({ show }) => {
  const page = await show('reports')
  const preview = page.frameLocator('iframe[title="Preview of the report"]')
  await expect(preview.locator('body')).toContainText('conversations began')
  await page.getByRole('group', { name: 'Language' }).getByRole('radio', { name: 'Deutsch' }).click()
  await expect(preview.locator('html')).toHaveAttribute('lang', 'de')
  const hidden = await preview.locator('body').innerText()
  await page.getByRole('switch', { name: 'Hide customers’ names' }).click()
  await expect(preview.locator('body')).not.toHaveText(hidden)

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

interface SavedPdf {
  readonly head: string
  /** null where poppler is not installed. */
  readonly text: string | null
  readonly fonts: string | null
}

async function savedPdf(page: Page): Promise<SavedPdf> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 40_000 }),
    page.getByRole('button', { name: 'Save PDF' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
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
