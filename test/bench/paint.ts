/** The page itself, in a real browser: when it paints, when its figures stand, and whether its thread was ever blocked. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import type { Engine } from '../../src/main/engine/engine.ts'
import { readAssets } from '../../src/main/hosts/web/assets.ts'
import { createDownloads } from '../../src/main/hosts/web/downloads.ts'
import { startWebConsole } from '../../src/main/hosts/web/server.ts'
import type { Paint } from './reading.ts'

const folder = fileURLToPath(new URL('../../out/renderer', import.meta.url))

/** Null when the page was not built. */
export async function measurePaint(engine: Engine, executablePath: string): Promise<Paint | null> {
  if (!existsSync(`${folder}/index.html`)) return null
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const console = await startWebConsole({
    engine,
    assets: await readAssets(folder),
    downloads: createDownloads(),
    now: Date.now,
    port: 0,
    onTooMany: () => undefined,
  })
  try {
    const page = await browser.newPage()
    await page.addInitScript(`
      globalThis.longTasks = [0]
      new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => entry.duration)))
        .observe({ type: 'longtask', buffered: true })`)
    const startedAt = performance.now()
    await page.goto(console.link())
    await page.waitForSelector('.overview-tiles', { timeout: 120_000 })
    const figuresMs = performance.now() - startedAt
    await page.waitForTimeout(1000)
    const { paint, longest } = await page.evaluate<{ paint: number; longest: number }>(
      `({ paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN, longest: Math.max(...longTasks) })`,
    )
    return { firstPaintMs: paint, figuresMs, longestTaskMs: longest }
  } finally {
    await console.close()
    await browser.close()
  }
}
