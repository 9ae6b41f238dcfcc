/** The list of all conversations a workspace has, scrolled: by the wheel, at its top and far down, and by its scrollbar. */
import type { Browser, Page } from '@playwright/test'
import type { Line } from '../table.ts'
import { plainRatesOf, ratesOf, told } from './lines.ts'
import { dragScrollbar, turnWheel, turnWheelOfPlainPage } from './scrolling.ts'

const list = '.chats-list'
/** What is read at the start, the arrays of lists above all, takes its time for a million. Milliseconds. */
const readWithin = 300_000

/** `page` shows Chats; the list may still be on its way. */
export async function measureWorkspaceList(browser: Browser, page: Page): Promise<readonly Line[]> {
  await page.waitForSelector('.chats-option-name', { timeout: readWithin })
  const rows = Number(await page.locator('[role=option]').first().getAttribute('aria-setsize'))
  const wheel = await turnWheel(browser, page, list, 3000)
  const drag = await dragScrollbar(browser, page, list)
  await page.locator('#chats-list').press('End')
  await page.waitForSelector(`[aria-posinset="${rows}"] .chats-option-name`)
  // Somebody reads before they go on: the chat that opens beside the list has the time it needs.
  await page.waitForTimeout(1000)
  const wheelAtEnd = await turnWheel(browser, page, list, -3000)
  const plain = await turnWheelOfPlainPage(browser)
  return [
    told('rows of the list', rows),
    ...ratesOf('the wheel turns at its top', wheel),
    ...ratesOf('its scrollbar is dragged to and fro', drag),
    told('  the farthest row it showed', drag.farthest),
    ...ratesOf('the wheel turns at its end', wheelAtEnd),
    ...plainRatesOf(plain),
  ]
}
