/** What is wrong with how a report lies on its sheets, measured in the page: its preview breaks where the paper does. */
import type { Paper } from '../../src/shared/reporting.ts'
import type { ShownPage } from './printingBrowser.ts'

const upright = { A4: [210, 297], Letter: [215.9, 279.4] } as const
/** Millimetres, as in src/main/print/paper.ts. */
const margin = { top: 22, side: 17, bottom: 20 }
const gap = 8

/** A window that shows a sheet at its true size. */
export const sheetWindow = { width: 1400, height: 1200 }

/** Texts that leave their sheet, lie on one another or are cut off; empty when all is well. Needs columns that wrap. */
export function layoutTrouble(page: ShownPage, paper: Paper): Promise<readonly string[]> {
  const [short, long] = upright[paper.size]
  const [width, height] = paper.orientation === 'portrait' ? [short, long] : [long, short]
  return page.evaluate<readonly string[]>(`(${measure})(${JSON.stringify({ width, height, margin, gap })})`)
}

export function sheetsAreShown(page: ShownPage): Promise<boolean> {
  return page.evaluate<boolean>('CSS.supports("column-wrap: wrap")')
}

/** Runs in the page. Boxes of text are taken at half their height: a face's box is higher than its line. */
const measure = `({ width, height, margin, gap }) => {
  const unit = 96 / 25.4
  const body = document.body.getBoundingClientRect()
  const trouble = []
  const boxes = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = node.data.trim()
    if (words === '') continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left < 0.5) continue
      const quarter = (bottom - top) / 4
      const box = { words: words.slice(0, 40), node, left: (left - body.left) / unit, right: (right - body.left) / unit,
        top: (top + quarter - body.top) / unit, bottom: (bottom - quarter - body.top) / unit }
      const sheet = Math.floor(box.top / (height + gap))
      const place = box.top - sheet * (height + gap)
      boxes.push({ ...box, sheet })
      if (box.left < margin.side - 0.3 || box.right > width - margin.side + 0.3)
        trouble.push('beside the sheet ' + (sheet + 1) + ': ' + box.words)
      if (place < margin.top - 0.3 || place + box.bottom - box.top > height - margin.bottom + 0.3)
        trouble.push('above or below the sheet ' + (sheet + 1) + ': ' + box.words)
    }
  }
  boxes.sort((a, b) => a.top - b.top)
  boxes.forEach((box, index) => {
    for (let next = index + 1; next < boxes.length && boxes[next].top < box.bottom; next += 1) {
      const other = boxes[next]
      const across = Math.min(box.right, other.right) - Math.max(box.left, other.left)
      const down = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)
      if (across > 0.3 && down > 0.3)
        trouble.push('on one another, sheet ' + (box.sheet + 1) + ': ' + box.words + ' | ' + other.words)
    }
  })
  for (const element of document.body.querySelectorAll('*')) {
    const { overflowX, overflowY } = getComputedStyle(element)
    const cuts = overflowX !== 'visible' || overflowY !== 'visible'
    if (cuts && element.clientWidth > 0 && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
      trouble.push('cut off: ' + element.textContent.trim().slice(0, 40))
  }
  return trouble
}`
