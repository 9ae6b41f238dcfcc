import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { copySample, redeem, samplePeriod, serve, withConsole } from './support/console.ts'
import { expect, signIn, test } from './support/test.ts'

test('after the engine restarted, the page says why it is signed out, and its new link shows the same numbers', async ({
  page,
  complaints,
}) => {
  // A request under way when the engine stops ends in any of these.
  complaints.expect(
    /ERR_CONNECTION_(REFUSED|RESET|CLOSED)|ERR_EMPTY_RESPONSE|WebSocket connection .* failed|401 \(Unauthorized\)/,
  )
  await withConsole(page, { prepare: copySample }, async (served, folder) => {
    await page.goto(served.link)
    await page.goto(`${served.origin}/#/overview?period=${samplePeriod}`)
    const figure = page.getByRole('article', { name: 'Conversations', exact: true }).getByRole('button')
    await expect(figure).toHaveText(/\d/)
    const shown = await figure.innerText()

    await served.stop()
    await expect(page.getByRole('button', { name: /^Connection lost, retrying/ })).toBeVisible()
    await expect(figure, 'what was shown is kept').toHaveText(shown)

    const again = await serve(join(folder, 'workspace'), { port: served.port })
    await expect(page.getByRole('button', { name: /^Signed out/ })).toBeVisible({ timeout: 20_000 })
    await page.reload()
    await expect(page.getByRole('alert')).toContainText('no longer signed in')
    await page.goto('about:blank')
    await page.goto(again.link)
    await expect(page.getByRole('button', { name: /^Complete to/ })).toBeVisible()
    await page.goto(`${again.origin}/#/overview?period=${samplePeriod}`)
    await expect(figure).toHaveText(shown)
    await page.goto('about:blank')
    await again.stop()
  })
})

test('what comes in through one window is counted in the other without a reload', async ({
  page,
  context,
}) => {
  await withConsole(page, { prepare: copySample }, async (served, folder) => {
    const signedIn = { ...served, token: await redeem(served) }
    await signIn(page, signedIn)
    await page.goto(`${served.origin}/#/overview?period=${samplePeriod}`)
    const figure = page.getByRole('article', { name: 'Conversations', exact: true }).getByRole('button')
    await expect(figure).toHaveText(/\d/)
    const before = Number((await figure.innerText()).replaceAll(',', ''))
    await page.evaluate(() => Object.assign(window, { notReloaded: true }))

    const file = join(folder, 'more.ndjson')
    await writeFile(file, moreRecords())
    const other = await context.newPage()
    await signIn(other, signedIn)
    await other.goto(`${served.origin}/#/settings`)
    await importInSettings(other, file)

    await expect(figure).toHaveText((before + 3).toLocaleString('en-GB'))
    expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true)
  })
})

async function importInSettings(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a source' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a source' })
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.getByLabel('Paths on this machine').fill(file)
  await dialog.locator('form').getByRole('button', { name: 'Import', exact: true }).click()
  await expect(dialog).toHaveCount(0)
}

/** Three conversations of one new contact inside the sample's period. */
function moreRecords(): string {
  const at = (hour: number) => `2026-11-19T${String(hour).padStart(2, '0')}:00:00Z`
  const records = [
    { kind: 'contact', id: 'e2e-contact', name: 'Somebody New' },
    ...[9, 10, 11].flatMap((hour) => [
      {
        kind: 'conversation',
        id: `e2e-${hour}`,
        contact: 'e2e-contact',
        openedAt: at(hour),
        openedBy: { type: 'contact' },
      },
      {
        kind: 'message',
        id: `e2e-message-${hour}`,
        conversation: `e2e-${hour}`,
        contact: 'e2e-contact',
        at: at(hour),
        direction: 'in',
        author: { type: 'contact' },
        content: { type: 'text', text: 'Hello' },
      },
    ]),
  ]
  return records.map((record) => JSON.stringify(record)).join('\n')
}
