/** Text of a page that a person cannot read whole, and words that are none. */
import type { Page } from '@playwright/test'

/**
 * One line for each text that is cut off (`cut`), reaches out of its control or cell (`spills`), lies under
 * something else (`covered`), or is a key of the locale
 * files or a value that was never filled in (`raw`); and for a page that is wider than its window (`wide`).
 * What scrolls into view is whole. A sentence that ends in "…" tells its rest under the pointer (`ui/wholeText.ts`), which
 * is not good enough for a label; somebody's own text (`bdi`, `dir="auto"`) may be as long as it likes.
 */
export function unreadable(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const tolerance = 1.5
    const labels = 'th, label, legend, h1, h2, h3, [role="tab"], .button, .tile h2, .rail *'
    const found = new Set<string>()
    if (document.documentElement.scrollWidth > innerWidth)
      found.add(`wide: ${document.documentElement.scrollWidth} px`)

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const element = node.parentElement
      if (text === '' || element === null || !element.checkVisibility({ visibilityProperty: true })) continue
      if (element.closest('.unseen, .skip, script, style, option, textarea') !== null) continue
      const theirs = element.closest('bdi, [dir="auto"], [lang]:not(html)') !== null
      if (!theirs && (/^[a-z]\w*(\.\w+)+$/.test(text) || /\{\{|undefined|\[object|NaN/.test(text)))
        found.add(`raw: ${text}`)
      const where = cutOf(node, element, theirs) ?? (isCovered(node, element) ? 'covered' : null)
      if (where !== null) found.add(`${where}: “${text.slice(0, 60)}” in ${pathOf(element)}`)
    }
    return [...found]

    /** Whether something else lies over the end of a text. */
    function isCovered(textNode: Node, parent: Element): boolean {
      const range = document.createRange()
      range.selectNodeContents(textNode)
      const box = [...range.getClientRects()].at(-1)
      if (box === undefined || box.width < 4) return false
      const [x, y] = [box.right - 2, box.top + box.height / 2]
      if (!isInView(parent, x, y)) return false
      const over = document.elementFromPoint(x, y)
      if (over === null || parent.contains(over) || over.contains(parent)) return false
      // A row that opens something is covered by its own button; what scrolls away goes under a head that stays.
      const row = parent.closest('label, li, tr, article, section, [role="row"], [role="option"]')
      return !(row?.contains(over) ?? false) && getComputedStyle(over).position !== 'sticky'
    }

    /** Whether nothing that scrolls or cuts keeps a place of the window from being drawn. */
    function isInView(inside: Element, x: number, y: number): boolean {
      for (let at: Element | null = inside; at !== null; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at)
        const box = at.getBoundingClientRect()
        if (overflowX !== 'visible' && (x < box.left || x > box.right)) return false
        if (overflowY !== 'visible' && (y < box.top || y > box.bottom)) return false
      }
      return true
    }

    /** How a text is not seen whole; null: it is. */
    function cutOf(textNode: Node, parent: Element, isTheirs: boolean): 'cut' | 'spills' | null {
      const range = document.createRange()
      range.selectNodeContents(textNode)
      const box = range.getBoundingClientRect()
      if (box.width === 0 || box.height === 0) return null
      for (let at: Element | null = parent; at !== null && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at)
        const own = at.getBoundingClientRect()
        if (style.display === 'contents') continue
        if (style.position === 'fixed' && at !== parent) break
        const sideways = box.right > own.right + tolerance || box.left < own.left - tolerance
        const down =
          box.bottom > own.bottom + tolerance + leadingOf(style) ||
          box.top < own.top - tolerance - leadingOf(style)
        if (!sideways && !down) continue
        if (isHidden(style.overflowX) && sideways) return isTold(parent, style, isTheirs) ? null : 'cut'
        if (isHidden(style.overflowY) && down) return isTold(parent, style, isTheirs) ? null : 'cut'
        // What scrolls can be brought into view.
        if (/auto|scroll/.test(style.overflowX + style.overflowY)) return null
        if (
          sideways &&
          at.matches('button, th, td, label, select, h1, h2, [role="menuitem"], [role="option"], .tile')
        )
          return 'spills'
      }
      return null
    }

    /** Half of what a line is higher than its letters: the box of a text is that of its letters' font. */
    function leadingOf(style: CSSStyleDeclaration): number {
      return Math.max(2, (Number.parseFloat(style.fontSize) * 1.5 - Number.parseFloat(style.lineHeight)) / 2)
    }

    function isHidden(overflow: string): boolean {
      return overflow === 'hidden' || overflow === 'clip'
    }

    function isTold(parent: Element, style: CSSStyleDeclaration, isTheirs: boolean): boolean {
      const ends = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
      return ends && (isTheirs || !parent.matches(labels))
    }

    function pathOf(element: Element): string {
      const names: string[] = []
      for (let at: Element | null = element; at !== null && names.length < 4; at = at.parentElement)
        names.unshift(
          at.tagName.toLowerCase() + (at.classList.length > 0 ? `.${[...at.classList].join('.')}` : ''),
        )
      return names.join(' > ')
    }
  })
}
