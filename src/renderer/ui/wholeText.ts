/** What ends in "…" for want of room says all of it under the pointer. Screen readers read it whole anyway. */

/** For the whole page, once: a title on each place would have to know there whether its text fits. */
export function tellCutText(page: Document): void {
  page.addEventListener('pointerover', ({ target }) => {
    if (!(target instanceof Element)) return
    const cut = target.closest(`[${ours}]`) ?? cutAt(target)
    if (cut === null) return
    if (isCut(cut)) {
      cut.setAttribute('title', cut.textContent)
      cut.setAttribute(ours, '')
    } else {
      cut.removeAttribute('title')
      cut.removeAttribute(ours)
    }
  })
}

/** Marks titles made here, so that they go when the text fits or changes. */
const ours = 'data-whole'
/** A cut text lies at most this deep in what cuts it. */
const deepest = 4

function cutAt(target: Element): Element | null {
  let at: Element | null = target
  for (let depth = 0; at !== null && depth < deepest; depth += 1) {
    if (at.hasAttribute('title')) return null
    if (isCut(at)) return at
    at = at.parentElement
  }
  return null
}

function isCut(element: Element): boolean {
  return element.scrollWidth > element.clientWidth && getComputedStyle(element).textOverflow === 'ellipsis'
}
