import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

test('the whole way by keyboard: place, filter, number, chat, back, flags, report', async ({ show }) => {
  const page = await show('agents')
  await expect(page.getByRole('heading', { level: 1, name: 'Agents' })).toBeVisible()
  const { keyboard } = page

  // The first stop leads past the bar.
  await keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  await keyboard.press('Control+2')
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()

  // Filter by the first channel.
  const figure = page.getByRole('article', { name: 'First response', exact: true }).getByRole('button')
  await expect(figure).toHaveText(/\d/)
  const unfiltered = await figure.innerText()
  await tabTo(page, page.getByRole('button', { name: 'All channels' }))
  await keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await keyboard.press('End')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '台灣客服' })).toBeFocused()
  await expect(figure).not.toHaveText(unfiltered)
  const shown = await figure.innerText()

  // The number, its conversations, the next one, its facts, and back.
  await tabTo(page, figure)
  await keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Open number' })).toContainText(shown)
  const list = page.getByRole('listbox', { name: 'Conversations' })
  await expect(list.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '1')
  await keyboard.press('j')
  await expect(list.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '2')
  await keyboard.press('k')
  await expect(list.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '1')
  await tabTo(page, list)
  await keyboard.press('ArrowDown')
  await expect(list.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '2')
  await keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await expect(figure).toHaveText(shown)

  // A chart point by point, and as a table.
  const chart = page.getByRole('group', { name: /^Conversations by day/ })
  await tabTo(page, chart)
  await keyboard.press('t')
  await expect(chart.getByRole('table')).toBeVisible()
  await keyboard.press('t')
  await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Open number' })).toContainText('24 Oct')
  await keyboard.press('Escape')

  // The flags and the palette.
  await keyboard.press('Control+5')
  await expect(page.getByRole('heading', { level: 1, name: 'Assignments' })).toBeVisible()
  await keyboard.press('f')
  await expect(page.getByRole('table', { name: 'Flags' })).toBeVisible()
  await keyboard.press('Control+k')
  await keyboard.type('rep')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Weekly report' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Save PDF' }))
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 40_000 }),
    keyboard.press('Enter'),
  ])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
})

/** Presses Tab until `target` has the focus, and sees that the focus can be seen. */
async function tabTo(page: Page, target: ReturnType<Page['locator']>): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) {
      const ring = await target.evaluate((element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
      })
      expect(ring, 'the focus is visible').toBe(true)
      return
    }
  }
  throw new Error(`Tab does not lead to ${String(target)}`)
}
