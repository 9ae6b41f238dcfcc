/**
 * `npm run bench:scroll [-- --conversations 20000] [--workspace DIR] [--pages DIR]`: how smooth the place Chats is in a real
 * browser. A chat of 20,000 messages is opened with a click and scrolled, a long list of chats is scrolled; with a workspace,
 * such as the one `bench:lists --data DIR` keeps, the list of all it has, and nothing is written to it. Frames are counted
 * in Chromium's own trace. Exit code 1 when a goal was missed.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from '@playwright/test'
import { readAssets } from '../../src/main/hosts/web/assets.ts'
import { createDownloads } from '../../src/main/hosts/web/downloads.ts'
import { startWebConsole } from '../../src/main/hosts/web/server.ts'
import type { SourceRecord } from '../../src/shared/records.ts'
import { findChromium } from '../e2e/support/chromium.ts'
import { openEngine } from '../support/workspace.ts'
import { atShare } from './reading.ts'
import { plainRatesOf, ratesOf } from './scroll/lines.ts'
import { turnWheel, turnWheelOfPlainPage, viewport } from './scroll/scrolling.ts'
import { measureWorkspaceList } from './scroll/workspaceList.ts'
import { companyRecords, inConversationOrder, messageOf, recordOf } from './synthetic.ts'
import { type Line, printTable } from './table.ts'

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '20000' },
    workspace: { type: 'string' },
    pages: { type: 'string', default: fileURLToPath(new URL('../../out/renderer', import.meta.url)) },
  },
})
const conversations = Number(values.conversations)
const longest = 20_000
const minute = 60_000
const until = Math.floor(Date.now() / minute) * minute
const longChat = `conversation-${conversations}`
const year = 365 * 24 * 60 * minute
/** How often the long chat is opened. */
const openings = 15
/** Goal of the product. */
const paintWithin = 100

/** Settles with the time from the next click to the frame in which the last message of the long chat stands. */
const untilPainted = `void (globalThis.painted = new Promise((resolve, reject) => {
  setTimeout(() => reject(new Error('the long chat was not painted')), 20_000)
  addEventListener('click', () => {
    const clicked = performance.now()
    const look = () => {
      const last = document.querySelector('.chats-place[aria-setsize][aria-posinset] article')?.closest('li')
      const stands = [...document.querySelectorAll('.chats-place')].some((place) =>
        place.ariaPosInSet === place.ariaSetSize && Number(place.ariaSetSize) > 15000 && place.querySelector('article, p'))
      if (last && stands) requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => resolve(performance.now() - clicked); channel.port2.postMessage(0) })
      else requestAnimationFrame(look)
    }
    look()
  }, { capture: true, once: true })
}))`

const say = (line: string) => void process.stdout.write(`${line}\n`)
const folder = mkdtempSync(join(tmpdir(), 'floorwalker-scroll-'))
const engine =
  values.workspace === undefined
    ? await openEngine(join(folder, 'workspace'))
    : await openEngine(values.workspace, { mode: 'read' })
try {
  if (values.workspace === undefined) {
    const file = join(folder, 'records.ndjson')
    writeRecords(file)
    await engine.api.addSource({ kind: 'records', files: [file] })
    await engine.writer?.syncOnce(null)
  }
  const web = await startWebConsole({
    engine,
    assets: await readAssets(values.pages),
    downloads: createDownloads(),
    now: Date.now,
    port: 0,
    onTooMany: () => undefined,
  })
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox'],
    // A scrollbar that is not there cannot be dragged.
    ignoreDefaultArgs: ['--hide-scrollbars'],
  })
  try {
    const page = await browser.newPage({ viewport })
    await page.goto(web.link())
    await page.waitForSelector('h1')
    const { origin } = new URL(web.link())
    say(
      `${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, window ${viewport.width}×${viewport.height}`,
    )
    const lines =
      values.workspace === undefined
        ? await measureLongChat(browser, page, origin)
        : await measureWorkspace(browser, page, origin)
    say('')
    for (const line of printTable(lines, null)) say(line)
    process.exitCode = lines.some(({ reached }) => reached === false) ? 1 : 0
  } finally {
    await browser.close()
    await web.close()
  }
} finally {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
}

async function measureWorkspace(browser: Browser, page: Page, origin: string): Promise<readonly Line[]> {
  await page.goto(`${origin}/#/chats?period=2000-01-01_2099-12-31`)
  return measureWorkspaceList(browser, page)
}

async function measureLongChat(browser: Browser, page: Page, origin: string): Promise<readonly Line[]> {
  await page.goto(`${origin}/#/chats?period=${day(until - year)}_${day(until)}`)
  await page.waitForSelector('[role=option]')
  say(`${await page.locator('.chats-list-title h2').innerText()}, one of ${longest} messages`)
  const paints = await measureOpening(page)
  const chat = await turnWheel(browser, page, '.chats-thread', -3000)
  const list = await turnWheel(browser, page, '.chats-list', 3000)
  const plain = await turnWheelOfPlainPage(browser)
  return [
    atMost('opening the long chat, click to paint, median ms', paintWithin, atShare(paints, 0.5)),
    atMost('  p95 ms', paintWithin, atShare(paints, 0.95)),
    ...ratesOf('scrolling it', chat),
    ...ratesOf('scrolling the list', list),
    ...plainRatesOf(plain),
  ]
}

/** Milliseconds from the click to the frame after the last messages stand, each time from another chat. */
async function measureOpening(page: Page): Promise<readonly number[]> {
  const paints: number[] = []
  const option = (nth: number) => page.locator('[role=option]').nth(nth)
  for (let round = 0; round < openings; round += 1) {
    await option(1).click()
    await page.waitForSelector('.chats-place[aria-setsize="14"] article')
    await page.waitForTimeout(300)
    await page.evaluate(untilPainted)
    await option(0).click()
    paints.push(await page.evaluate<number>('painted'))
  }
  return paints
}

function writeRecords(file: string): void {
  const size = { conversations, from: 0, until }
  // Its last words are the newest of all, so it stands first in the list.
  const startedAt = until + 60 * minute - longest * 90_000
  const records: SourceRecord[] = [...companyRecords()]
  for (const page of inConversationOrder(size, 5000)) records.push(...page)
  records.push(recordOf(conversations, 0, until), {
    kind: 'conversation',
    id: longChat,
    updatedAt: null,
    contact: `contact-${Math.floor(conversations / 2)}`,
    channel: 'channel-0',
    openedAt: startedAt,
    openedBy: { type: 'contact', id: null },
  })
  for (let number = 0; number < longest; number += 1)
    records.push(messageOf(conversations, number, startedAt, 'agent-1'))
  writeFileSync(file, records.map((record) => JSON.stringify(record)).join('\n'))
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function atMost(what: string, goal: number, measured: number): Line {
  return { what, goal: `≤ ${goal}`, measured, ratio: null, reached: measured <= goal }
}
