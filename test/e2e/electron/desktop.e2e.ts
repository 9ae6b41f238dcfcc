/** Whether the desktop app starts, sandboxed, and does with Electron what the browser's tests show without it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test, type ElectronApplication, type Page } from '@playwright/test'

const root = join(import.meta.dirname, '..', '..', '..')

test('the desktop app goes from the first start to a printed report', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalker-desktop-'))
  const app = await launch(folder)
  try {
    const page = await app.firstWindow()
    const complaints = heard(page)
    expect(page.url()).toMatch(/^app:\/\/console\//)
    expect(await page.evaluate(() => 'require' in window || 'process' in window), 'no Node in the page').toBe(
      false,
    )

    await page.getByRole('button', { name: 'Open the sample workspace' }).click()
    await expect(page.getByRole('button', { name: /^Complete to/ })).toBeVisible({ timeout: 60_000 })
    const figure = page.getByRole('article', { name: 'Conversations', exact: true }).getByRole('button')
    await expect(figure).toHaveText(/^[1-9][\d,]*$/)
    await figure.click()
    await expect(page.getByRole('region', { name: /^Conversation with/ })).toBeVisible()

    const file = join(folder, 'report.pdf')
    await answerSaveDialog(app, file)
    await page.getByRole('button', { name: 'Reports', exact: true }).click()
    await page.getByRole('button', { name: 'Save PDF' }).click()
    await expect(page.getByText(`Saved: ${file}`)).toBeVisible({ timeout: 60_000 })
    expect((await readFile(file)).subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(complaints).toEqual([])
  } finally {
    await app.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

test('what was chosen and fetched is there again after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'floorwalker-desktop-'))
  try {
    const first = await launch(folder, '--sample-if-empty')
    const page = await first.firstWindow()
    await expect(page.getByRole('button', { name: /^Complete to/ })).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Settings', exact: true }).click()
    await page.getByRole('group', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).click()
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await first.close()

    const second = await launch(folder)
    const again = await second.firstWindow()
    await expect(again.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(again.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
    await second.close()
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

/** With a data folder of its own, in English, whatever this machine speaks. */
function launch(folder: string, ...args: readonly string[]): Promise<ElectronApplication> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return _electron.launch({
    cwd: root,
    args: [root, `--user-data-dir=${join(folder, 'data')}`, '--lang=en-GB', ...sandbox, ...args],
  })
}

function heard(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

/** The system's own dialog cannot be driven: it is answered for the person. */
async function answerSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, filePath)
}
