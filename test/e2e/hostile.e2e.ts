import { writeFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { type Console, floorwalker, redeem, withConsole } from './support/console.ts'
import { foreign, hostileRecords, image, megabyte, script, turned } from './support/hostile.ts'
import { expect, test } from './support/test.ts'

const period = 'period=2026-11-18_2026-11-20'

test('what customers write is text on every screen, and nothing of it runs', async ({ page }) => {
  await withHostile(page, async ({ origin, link }) => {
    await page.goto(link)
    for (const place of ['overview', 'agents', 'chats', 'assignments', 'reports', 'settings'] as const) {
      await page.goto(`${origin}/#/${place}?${period}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.locator('.loading')).toHaveCount(0)
      expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
      expect(await page.locator('main img, main script, main style').count()).toBe(0)
    }
    await page.goto(`${origin}/#/chats?${period}`)
    await page.getByRole('option').filter({ hasText: script }).click()
    await expect(page.getByRole('heading', { level: 2, name: script })).toBeVisible()
    await expect(
      page.getByRole('article').filter({ hasText: '<style>*{display:none}</style>' }),
    ).toBeVisible()
  })
})

test('a message of a megabyte is folded, and opens whole', async ({ page }) => {
  await withHostile(page, async ({ origin, link }) => {
    await page.goto(link)
    await page.goto(`${origin}/#/chats?${period}&chat=v0`)
    const unfold = page.getByRole('button', { name: /^Show all 1,04\d,\d{3} characters$/ })
    await unfold.scrollIntoViewIfNeeded()
    await expect(page.getByText('the end')).toHaveCount(0)
    await unfold.click()
    const whole = page.getByRole('article').filter({ hasText: 'the end' })
    await expect(whole).toHaveCount(1)
    expect((await whole.locator('p').first().textContent())?.length).toBe(megabyte.length)
    await expect(page.getByRole('option').first(), 'the page still lives').toBeVisible()
  })
})

test('text that turns the direction round is kept to itself', async ({ page }) => {
  await withHostile(page, async ({ origin, link }) => {
    await page.goto(link)
    await page.goto(`${origin}/#/chats?${period}&chat=v2`)
    const name = page.getByRole('heading', { level: 2 }).locator('bdi').filter({ hasText: turned }).first()
    await expect(name).toBeVisible()
    expect(await name.evaluate((element) => getComputedStyle(element).unicodeBidi)).toMatch(/isolate/)
  })
})

test('names in any script are drawn by fonts that have them', async ({ page }) => {
  await withHostile(page, async ({ origin, link }) => {
    await page.goto(link)
    await page.goto(`${origin}/#/chats?${period}`)
    for (const [text, family] of families) {
      const option = page.getByRole('option').filter({ hasText: text })
      await option.scrollIntoViewIfNeeded()
      expect(await fontsOf(page, option.locator('bdi').first()), text).toEqual(
        expect.arrayContaining([expect.stringMatching(family)]),
      )
    }
  })
})

test('markup that did get into the page would be blocked, and heard by these tests', async ({
  show,
  complaints,
}) => {
  const page = await show('settings')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  complaints.expect(/Content Security Policy|^blocked: |This document requires/)
  const written = await page.evaluate((markup) => {
    const picture = document.createElement('img')
    picture.src = 'http://127.0.0.1:9/picture.png'
    document.body.append(picture)
    try {
      document.body.insertAdjacentHTML('beforeend', markup)
      return true
    } catch {
      return false
    }
  }, image)
  expect(written, 'no markup is made of strings').toBe(false)
  await expect.poll(() => complaints.forgiven.filter((one) => one.startsWith('blocked: '))).not.toEqual([])
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
})

test('the report prints names in any script with fonts that have them', async ({ page, context }) => {
  await withHostile(page, async (served) => {
    const query = {
      template: 'weekly',
      scope: {
        from: Date.UTC(2026, 10, 18),
        to: Date.UTC(2026, 10, 21),
        zone: 'Europe/Berlin',
        agents: [],
        teams: [],
        channels: [],
        categories: [],
      },
      language: 'en',
      hideNames: false,
    }
    const answer = await fetch(`${served.origin}/api`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: served.origin,
        'x-console-token': await redeem(served),
      },
      body: JSON.stringify({ method: 'reportPage', args: [query] }),
    })
    const { value } = (await answer.json()) as { readonly value: { readonly html: string } }
    const paper = await context.newPage()
    await paper.setContent(value.html)
    expect(await paper.evaluate(() => 'pwned' in window), 'nothing in the page runs').toBe(false)
    for (const [text, family] of families)
      expect(await fontsOf(paper, paper.getByText(text, { exact: true }).first()), text).toEqual(
        expect.arrayContaining([expect.stringMatching(family)]),
      )
  })
})

/** Families that have the glyphs; a box for a missing one would come from another. */
const families = [
  [foreign.chinese, /Noto Sans CJK/],
  [foreign.arabic, /Noto (Sans|Naskh) Arabic|DejaVu Sans/],
  [foreign.hindi, /Noto Sans Devanagari/],
  [foreign.emoji, /Noto Color Emoji/],
] as const

async function withHostile(page: Page, use: (served: Console) => Promise<void>): Promise<void> {
  await withConsole(
    page,
    {
      prepare: async (workspace) => {
        const file = `${workspace}.ndjson`
        await writeFile(file, hostileRecords())
        await floorwalker('import', file, '--workspace', workspace)
      },
    },
    use,
  )
}

/** The families whose glyphs were really drawn for an element: a missing glyph shows as a font that is not wanted. */
async function fontsOf(page: Page, target: ReturnType<Page['locator']>): Promise<readonly string[]> {
  const mark = 'data-fonts-asked'
  await target.evaluate((element, name) => element.setAttribute(name, ''), mark)
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: `[${mark}]` })
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
  await session.detach()
  await target.evaluate((element, name) => element.removeAttribute(name), mark)
  return fonts.map((font) => font.familyName)
}
