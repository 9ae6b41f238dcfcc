import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readAssets } from '../../src/main/hosts/web/assets.ts'
import { createDownloads } from '../../src/main/hosts/web/downloads.ts'
import { startWebConsole } from '../../src/main/hosts/web/server.ts'
import { createFakeEngine } from '../renderer/fakeTransport.ts'
import { expectNothing } from './support/axe.ts'
import { copySample, redeem, samplePeriod, withConsole } from './support/console.ts'
import { ask, expect, type SignedIn, signIn, test } from './support/test.ts'

const bell = (page: Page) => page.getByRole('button', { name: /open flags?$/ })
const panel = (page: Page) => page.getByRole('dialog', { name: /open flags?$/ })
/** Flags listed one by one; the others are folded into a line a rule. */
const lines = (page: Page) => panel(page).locator('[data-flag]')
const groups = (page: Page) => panel(page).locator('[data-group-rule]')

async function openPanel(page: Page): Promise<void> {
  await expect(bell(page)).toHaveText(/[1-9]/)
  await bell(page).click()
  await expect(lines(page).first()).toBeVisible()
  await expect(panel(page).locator('[data-stale]')).toHaveCount(0)
}

async function undo(page: Page): Promise<void> {
  await page.keyboard.press('u')
  await expect(page.getByText('Taken back.')).toBeVisible()
}

for (const theme of ['light', 'dark'] as const)
  test.describe(theme, () => {
    test.use({ colorScheme: theme })

    test('axe finds nothing in the panel, on one flag, while it asks, and in the form by hand', async ({
      show,
    }) => {
      const page = await show('chats')
      await openPanel(page)
      await expectNothing(page)
      await lines(page).first().focus()
      await page.keyboard.press('s')
      await expect(page.getByRole('button', { name: 'In 1 h' })).toBeVisible()
      await expectNothing(page)
      await page.keyboard.press('Escape')
      await lines(page).first().press('Enter')
      await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
      await expectNothing(page)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await page.keyboard.press('j')
      await expect(page.getByRole('button', { name: 'Flag', exact: true })).toBeVisible()
      await page.keyboard.press('x')
      await expect(page.getByRole('dialog', { name: 'Flag by hand' })).toBeVisible()
      await expectNothing(page)
    })

    test('axe finds nothing in a rule that is edited, nor in telling', async ({ show }) => {
      const page = await show('settings', '&section=flags')
      await page.getByRole('button', { name: 'Late first response' }).click()
      await expect(page.getByRole('region', { name: 'In the last 7 days' })).toContainText('flagged')
      await expectNothing(page)
    })
  })

test('a flag is done by a key, and the key beside it brings it back', async ({ show }) => {
  const page = await show('overview')
  await expect(bell(page)).toHaveText(/[1-9]/)
  const before = await bell(page).innerText()
  await openPanel(page)
  const first = (await lines(page).first().getAttribute('data-flag')) ?? ''
  await lines(page).first().focus()
  await page.keyboard.press('d')
  await expect(page.getByText('The flag is done.')).toBeVisible()
  await expect(panel(page).locator(`[data-flag="${first}"]`)).toHaveCount(0)
  await undo(page)
  await expect(panel(page).locator(`[data-flag="${first}"]`)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(bell(page)).toHaveText(before)
})

test('a false alarm says why, and its history remembers', async ({ show }) => {
  const page = await show('overview')
  await openPanel(page)
  await lines(page).first().press('Enter')
  await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
  await page.keyboard.press('a')
  await page.getByLabel(/^Why was it a false alarm/).fill('The customer <b>called</b>')
  await page.keyboard.press('Enter')
  await expect(page.getByText('False alarm: “The customer <b>called</b>”')).toBeVisible()
  await page.getByRole('button', { name: /^Undo:/ }).click()
  await expect(page.getByText('Open again')).toBeVisible()
})

test('flags are picked by Space and rest together', async ({ show }) => {
  const page = await show('overview')
  await openPanel(page)
  await lines(page).nth(0).focus()
  await page.keyboard.press(' ')
  await page.keyboard.press('j')
  await page.keyboard.press(' ')
  await expect(panel(page).getByText('2 picked')).toBeVisible()
  await page.keyboard.press('s')
  await page.keyboard.press('2')
  await expect(page.getByText('2 flags rest.')).toBeVisible()
  await panel(page).getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: 'At rest' }).click()
  await expect(lines(page)).toHaveCount(2)
  await expect(lines(page).first()).toContainText('rests until')
  await lines(page).first().focus()
  await undo(page)
  await expect(panel(page).getByText('No flag under these filters.')).toBeVisible()
})

test('flags of one rule are folded, settled at once and brought back', async ({ page }) => {
  await withConsole(page, { prepare: copySample }, async (served) => {
    const signedIn = { ...served, token: await redeem(served) }
    await flagMany(signedIn)
    await signIn(page, signedIn)
    await page.goto(`${served.origin}/#/overview?period=${samplePeriod}`)
    await openPanel(page)
    const group = groups(page).first()
    await expect(group).toBeVisible()
    const rule = (await group.getAttribute('data-group-rule')) ?? ''
    const name = await group.innerText()
    await group.focus()
    await page.keyboard.press('d')
    await expect(page.getByText(/^\d+ flags are done\.$/)).toBeVisible()
    await expect(panel(page).locator(`[data-group-rule="${rule}"]`)).toHaveCount(0)
    await lines(page).first().focus()
    await undo(page)
    await expect(panel(page).locator(`[data-group-rule="${rule}"]`)).toHaveText(name, { useInnerText: true })
    // Opened, its flags are listed one by one.
    await panel(page).locator(`[data-group-rule="${rule}"]`).press('Enter')
    await expect(panel(page).locator(`[data-flag^="${rule}:"]`).first()).toBeVisible()
    await expect(groups(page)).toHaveCount(0)
  })
})

/** One more than are listed one by one, made by hand. */
async function flagMany(served: SignedIn): Promise<void> {
  const [conversation] = await changedHands(served)
  for (let number = 1; number <= 21; number += 1)
    await ask(served, 'raiseFlag', {
      conversation,
      message: null,
      text: `Look, ${number}`,
      severity: 'warning',
      by: 'Katrin',
    })
}

async function changedHands(served: SignedIn): Promise<readonly string[]> {
  const scope = { from: 0, to: Date.now(), zone: 'UTC', agents: [], teams: [], channels: [], categories: [] }
  const { rows } = await ask<{ readonly rows: readonly { readonly conversation: string }[] }>(
    served,
    'assignmentLog',
    { scope, flaggedOnly: false, after: null, limit: 1 },
  )
  return rows.map(({ conversation }) => conversation)
}

test('the evidence of a flag leads into the chat', async ({ show }) => {
  const page = await show('overview')
  await openPanel(page)
  // A wait that a bot handed over begins with no message: these begin with one.
  await panel(page).locator('[data-flag^="first_response:"], [data-flag^="message_failed:"]').first().click()
  const quote = page.locator('button.flag-quote').first()
  await expect(quote).toBeVisible()
  await quote.click()
  await expect(page.getByRole('listbox', { name: 'Conversations' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(page.url()).toMatch(/chat=.+&message=/)
})

test('a chat is flagged by hand, seen in its facts, and taken back', async ({ show }) => {
  const page = await show('chats')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByRole('complementary', { name: 'Facts' })).toBeVisible()
  await page.keyboard.press('x')
  const form = page.getByRole('dialog', { name: 'Flag by hand' })
  await expect(form.getByRole('button', { name: 'Flag' })).toBeDisabled()
  await form.getByLabel('What should be looked at?').fill('<img src=x> promised a refund')
  await form.getByRole('radio', { name: 'Act now' }).check({ force: true })
  await form.getByRole('button', { name: 'Flag' }).click()
  const facts = page.getByRole('complementary', { name: 'Facts' })
  await expect(facts.getByText('<img src=x> promised a refund')).toBeVisible()
  await expect(facts.getByRole('button', { name: 'Flagged by hand', exact: true })).toBeVisible()
  await facts.getByRole('button', { name: 'Done: Flagged by hand' }).click()
  await expect(facts.getByRole('button', { name: 'Undo: Flagged by hand' })).toBeVisible()
})

test('all flags stand in a table: one is decided there, and the decision taken back', async ({ show }) => {
  const page = await show('assignments')
  await page.getByRole('button', { name: /^Flags/ }).click()
  const flags = page.getByRole('table', { name: 'Flags' })
  const heading = page.getByRole('heading', { name: /^Flags/ })
  await expect(heading).toContainText(/\d+ open/)
  const before = await heading.innerText()
  await flags.getByRole('button', { name: /^Done/ }).first().click()
  await expect(heading).not.toHaveText(before)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Decided', exact: true }).click()
  await flags.getByRole('button', { name: /^Undo/ }).first().click()
  await expect(page.getByText('The flag is open again.')).toBeVisible()
})

test('a rule says what it would have flagged before it is saved, and goes back to its default', async ({
  show,
}) => {
  const page = await show('settings', '&section=flags')
  await page.getByRole('button', { name: 'Late first response' }).click()
  const preview = page.getByRole('region', { name: 'In the last 7 days' })
  await expect(preview).toContainText(/Would have flagged [\d,]+/)
  const before = await preview.locator('strong').innerText()
  const field = page.getByRole('spinbutton', { name: 'Longer than' })
  await field.fill('0')
  await expect(page.getByRole('alert')).toHaveText('From 1 second to 30 days')
  await field.fill('45')
  await expect(preview).toContainText('as it is set now')
  await expect(preview.locator('strong')).not.toHaveText(before)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Late first response' }).click()
  await expect(field).toHaveValue('45')
  await page.getByRole('button', { name: 'Back to the default' }).click()
  await expect(field).toHaveValue('1')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
})

test('quiet hours are typed as people type them, and a webhook must be https', async ({ show }) => {
  const page = await show('settings', '&section=flags')
  await page.getByRole('switch', { name: 'Quiet hours' }).click()
  const from = page.getByLabel('Quiet from')
  await expect(from).toHaveValue('18:00')
  await from.fill('2130')
  await from.press('Enter')
  await expect(from).toHaveValue('21:30')
  await page.reload()
  await expect(page.getByLabel('Quiet from')).toHaveValue('21:30')
  await page.getByRole('switch', { name: 'Quiet hours' }).click()
  await expect(page.getByLabel('Quiet from')).toHaveCount(0)

  const address = page.getByLabel('Address', { exact: true })
  await address.fill('http://hooks.example/x')
  await address.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('Must begin with https://')
})

test('what the engine tells is a notification of the browser, and leads to its flag', async ({ page }) => {
  const engine = createFakeEngine({ now: Date.now })
  const web = await startWebConsole({
    engine,
    assets: await readAssets(join(import.meta.dirname, '..', '..', 'out', 'renderer')),
    downloads: createDownloads(),
    now: Date.now,
    port: 0,
    onTooMany: () => undefined,
  })
  try {
    await page.addInitScript(watchNotifications)
    await page.goto(web.link())
    await expect(bell(page)).toHaveText(/[1-9]/)
    const [flag] = (await engine.api.flags(openOnes)).rows
    engine.emit('told', {
      notices: [
        {
          id: 'n1',
          title: 'A customer waits',
          body: '6 min',
          severity: 'danger',
          sound: true,
          flag: flag?.id ?? null,
        },
      ],
    })
    await expect
      .poll(() => page.evaluate(() => window.told.map(({ title }) => title)))
      .toEqual(['A customer waits'])
    await page.evaluate(() => window.told[0]?.dispatchEvent(new Event('click')))
    await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
  } finally {
    await page.goto('about:blank')
    await web.close()
  }
})

const openOnes = {
  scope: {
    from: 0,
    to: Number.MAX_SAFE_INTEGER,
    zone: 'Europe/Berlin',
    agents: [],
    teams: [],
    channels: [],
    categories: [],
  },
  state: 'open',
  rules: [],
  after: null,
  limit: 1,
} as const

declare global {
  interface Window {
    /** The notifications the page showed. */
    told: { readonly title: string; dispatchEvent(event: Event): boolean }[]
  }
}

/** Runs in the page: headless browsers show no notifications, so that they are written down instead. */
function watchNotifications(): void {
  window.told = []
  class Written extends EventTarget {
    static readonly permission = 'granted'
    readonly title: string
    constructor(title: string) {
      super()
      this.title = title
      window.told.push(this)
    }
    close(): void {}
  }
  Object.defineProperty(window, 'Notification', { value: Written })
}
