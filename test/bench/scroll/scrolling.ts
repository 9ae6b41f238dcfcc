/** How a person scrolls, and the frames Chromium draws meanwhile. */
import type { Browser, Page } from '@playwright/test'
import { frameCategories, frameRates, type FrameRates } from '../frames.ts'

/** Milliseconds each way of scrolling is watched for. */
const scrolledFor = 5000
/** A mouse tells of itself about as often as a screen draws. */
const moveEvery = 16
/** Pixels from an end of a scrollbar to the middle of its handle there. */
const beyondButton = 22

interface Scrolled extends FrameRates {
  /** Number of the last row of a list that stood first in sight; 0: nothing that was scrolled has such rows. */
  readonly farthest: number
}

export const viewport = { width: 1440, height: 900 } as const

/** Frames while the wheel turns, `speed` pixels in each second, down where it is positive. */
export function turnWheel(browser: Browser, page: Page, selector: string, speed: number): Promise<Scrolled> {
  return tracedWhile(browser, page, async () => {
    const box = await boxOf(page, selector)
    const input = await page.context().newCDPSession(page)
    await input.send('Input.synthesizeScrollGesture', {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      yDistance: (-speed * scrolledFor) / 1000,
      speed: Math.abs(speed),
      preventFling: true,
      gestureSourceType: 'mouse',
    })
    await input.detach()
  })
}

/** Frames while the scrollbar is held: down to its end, up again, and to and fro between far places. */
export function dragScrollbar(browser: Browser, page: Page, selector: string): Promise<Scrolled> {
  return tracedWhile(browser, page, async () => {
    const box = await boxOf(page, selector)
    const x = box.x + box.width - 5
    const [top, bottom] = [box.y + beyondButton, box.y + box.height - beyondButton]
    await page.mouse.move(x, top)
    await page.mouse.down()
    const startedAt = performance.now()
    for (let ran = 0; ran < scrolledFor; ran = performance.now() - startedAt) {
      await page.mouse.move(x, top + (bottom - top) * swing(ran / scrolledFor))
      await new Promise((resolve) => setTimeout(resolve, moveEvery))
    }
    await page.mouse.up()
  })
}

/** What this machine can show at all, busy as it is: lines of text, and no program. */
export async function turnWheelOfPlainPage(browser: Browser): Promise<Scrolled> {
  const page = await browser.newPage({ viewport })
  const lines = Array.from({ length: 5000 }, (_, number) => `<p>Line ${number}</p>`).join('')
  await page.setContent(`<div id="plain" style="height: 860px; overflow-y: auto">${lines}</div>`)
  const rates = await turnWheel(browser, page, '#plain', 3000)
  await page.close()
  return rates
}

/** Something moves in every frame meanwhile, so that a frame that is late is a frame that is missing. */
async function tracedWhile(browser: Browser, page: Page, act: () => Promise<void>): Promise<Scrolled> {
  await page.evaluate(`{
    const dot = document.createElement('i')
    dot.style.cssText = 'position:fixed;inset:auto 16px 16px auto;width:2px;height:2px;background:currentColor;will-change:translate'
    document.body.append(dot)
    let farthest = 0
    globalThis.stopDot = () => (dot.remove(), farthest)
    const move = (at) => {
      dot.style.translate = (at % 7) + 'px'
      farthest = Math.max(farthest, Number(document.querySelector('[role=option]')?.ariaPosInSet ?? 0))
      if (dot.isConnected) requestAnimationFrame(move)
    }
    requestAnimationFrame(move)
  }`)
  await browser.startTracing(page, { categories: frameCategories })
  await act()
  const trace = await browser.stopTracing()
  const farthest = await page.evaluate<number>('stopDot()')
  return { ...frameRates(trace), farthest }
}

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).boundingBox()
  if (box === null) throw new Error(`${selector} is not shown`)
  return box
}

/** From 0 to 1 and back in the first half, then faster, between places that lie far from each other. */
function swing(share: number): number {
  const turns = share < 0.5 ? share * 2 : 1 + (share - 0.5) * 8
  return (1 - Math.cos(turns * 2 * Math.PI)) / 2
}
