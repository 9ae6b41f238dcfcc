import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expectNothing } from './support/axe.ts'
import { type Console, floorwalker, withConsole } from './support/console.ts'
import { longChatRecords } from './support/longChat.ts'
import { expect, test } from './support/test.ts'

const period = 'period=2026-09-01_2026-11-20'

test('a chat of twenty thousand messages opens at its end and is read to its first message', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await withLong(page, { messages: 20_000, others: 3 }, async ({ origin, link }) => {
    await page.goto(link)
    await page.goto(`${origin}/#/chats?${period}`)
    await page.getByRole('option').filter({ hasText: 'Grace Long' }).click()
    const thread = page.getByRole('region', { name: 'Conversation with Grace Long' })
    await expect(words(thread, 'Message number 19999')).toBeInViewport()
    await expect(page.locator('.chats-place')).not.toHaveCount(0)
    expect(await page.locator('.chats-place').count(), 'only what is in sight is drawn').toBeLessThan(60)
    await expect(page.locator('.chats-place').last()).toHaveAttribute('aria-setsize', '20000')

    // Page by page upwards, nothing jumps and nothing is left out.
    await thread.focus()
    const before = await shownPlaces(page)
    for (let press = 0; press < 12; press += 1) await page.keyboard.press('PageUp')
    await expect.poll(async () => (await shownPlaces(page))[0]).toBeLessThan((before[0] ?? 0) - 60)
    await expect(page.locator('.chats-place .chats-awaited')).toHaveCount(0)
    const places = await shownPlaces(page)
    expect(places).toEqual(places.map((_, index) => (places[0] ?? 0) + index))

    await page.keyboard.press('Home')
    await expect(words(thread, 'Message number 0')).toBeInViewport()
    await expect(page.locator('.chats-day').first()).toHaveText('Tue 1 Sept')
    await page.keyboard.press('End')
    await expect(words(thread, 'Message number 19999')).toBeInViewport()

    // A day, from the menu; and the message a reply answers.
    await page.getByRole('button', { name: 'Go to', exact: true }).click()
    await page.getByRole('menuitem', { name: 'A day…' }).click()
    await page.getByLabel('Day').fill('2026-10-05')
    await page.getByRole('button', { name: 'Go', exact: true }).click()
    await expect(page.getByText('Mon 5 Oct', { exact: true })).toBeInViewport()
    await page.getByRole('button', { name: 'Go to', exact: true }).click()
    await page.getByRole('menuitem', { name: 'First message' }).click()
    await expect(words(thread, 'Message number 0')).toBeInViewport()
    await thread.getByRole('button', { name: 'In reply to Customer' }).first().click()
    await expect(page).toHaveURL(/message=long-0/)
    await expect(thread.locator('[data-pointed]')).toContainText('Message number 0')
  })
})

test('a link leads to a message, and what is copied says who wrote when', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await withLong(page, { messages: 900, others: 0 }, async ({ origin, link }) => {
    await page.goto(link)
    await page.goto(`${origin}/#/chats?${period}&chat=long&message=long-450`)
    const thread = page.getByRole('region', { name: 'Conversation with Grace Long' })
    const pointed = thread.locator('[data-pointed]')
    await expect(pointed).toContainText('Message number 450')
    await expect(pointed).toBeInViewport()

    await pointed.getByRole('button', { name: 'Copy this message' }).press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('menuitem', { name: 'Copy with time and author' }).click()
    await expect.poll(() => clipboard(page)).toMatch(/^\[.+ \d\d:\d\d\] Customer: Message number 450$/)
    await pointed.getByRole('button', { name: 'Copy this message' }).click()
    await page.getByRole('menuitem', { name: 'Copy link' }).click()
    await expect.poll(() => clipboard(page)).toContain('chat=long&message=long-450')

    const [first, last] = [words(thread, 'Message number 449'), words(thread, 'Message number 451')]
    await first.scrollIntoViewIfNeeded()
    await selectFrom(page, first, last)
    await page.keyboard.press('Control+c')
    await expect
      .poll(() => clipboard(page))
      .toMatch(/^\[.+\] Ana Keller: Message number 449\n\[.+\] Customer: .+450\n\[.+\] Ana Keller: .+451$/)

    await page.goto(`${origin}/#/chats?${period}&chat=long&message=nothing-of-ours`)
    await page.reload()
    await expect(words(thread, 'Message number 899')).toBeInViewport()
  })
})

test('filters and order change the address and survive a reload; thousands are walked by keyboard', async ({
  page,
}) => {
  await withLong(page, { messages: 12, others: 3000 }, async ({ origin, link }) => {
    await page.goto(link)
    await page.goto(`${origin}/#/chats?${period}`)
    const list = page.getByRole('listbox', { name: 'Conversations' })
    await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', '3001')

    await page.getByRole('button', { name: 'latest' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'contact, from A' }).click()
    await expect(page).toHaveURL(/list=sort%3Dcontact%26ascending%3Dtrue/)
    await expect(list.getByRole('option').first()).toContainText('Customer 0000')

    await list.focus()
    await page.keyboard.press('Home')
    for (let press = 0; press < 15; press += 1) await page.keyboard.press('PageDown')
    const selected = list.getByRole('option', { selected: true })
    await expect(selected).toContainText('Customer 0150')
    await expect(selected).toHaveAttribute('aria-posinset', '151')
    await expect(page.getByRole('heading', { level: 2, name: 'Customer 0150' })).toBeVisible()
    await page.keyboard.press('End')
    await expect(selected).toHaveAttribute('aria-posinset', '3001')
    await expect(page.getByRole('heading', { level: 2, name: 'Grace Long' })).toBeVisible()

    await page.getByRole('button', { name: 'Filters' }).click()
    await page.getByRole('searchbox', { name: 'Contact' }).fill('customer 01')
    await page.getByRole('checkbox', { name: 'Customer waits' }).check()
    await page.getByRole('button', { name: 'Done', exact: true }).click()
    await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', '100')
    await page.reload()
    await expect(page.getByRole('button', { name: '2 filters are set' })).toBeVisible()
    await expect(list.getByRole('option').first()).toContainText('Customer 0100')
    await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', '100')
  })
})

for (const theme of ['light', 'dark'] as const)
  test.describe(theme, () => {
    test.use({ colorScheme: theme })
    test('axe finds nothing with the filters open, nor in a chat’s menus', async ({ show }) => {
      const page = await show('chats', '&list=sort%3Dagent%26ascending%3Dtrue')
      await expect(page.getByRole('article').first()).toBeVisible()
      await page.getByRole('button', { name: 'Filters' }).click()
      await page.getByRole('checkbox', { name: 'Flagged', exact: true }).check()
      await expect(page.getByRole('group', { name: 'Flagged for' })).toBeVisible()
      await expectNothing(page)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Copy this message' }).last().press('Enter')
      await expect(page.getByRole('menu')).toBeVisible()
      await expectNothing(page)
    })
  })

async function withLong(
  page: Page,
  size: { readonly messages: number; readonly others: number },
  use: (served: Console) => Promise<void>,
): Promise<void> {
  await withConsole(
    page,
    {
      prepare: async (workspace) => {
        const file = `${workspace}.ndjson`
        await writeFile(file, longChatRecords(size))
        await floorwalker('import', file, '--workspace', workspace)
      },
    },
    use,
  )
}

function words(thread: ReturnType<Page['locator']>, text: string) {
  return thread.locator('.chats-words').getByText(text, { exact: true })
}

function shownPlaces(page: Page): Promise<readonly number[]> {
  return page
    .locator('.chats-place')
    .evaluateAll((places) =>
      places.map((place) => Number(place.ariaPosInSet)).toSorted((one, other) => one - other),
    )
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}

async function selectFrom(
  page: Page,
  first: ReturnType<Page['locator']>,
  last: ReturnType<Page['locator']>,
): Promise<void> {
  const [start, end] = [await first.elementHandle(), await last.elementHandle()]
  await page.evaluate(
    ([from, to]) => {
      if (from && to) getSelection()?.setBaseAndExtent(from, 0, to, 1)
    },
    [start, end] as const,
  )
}
