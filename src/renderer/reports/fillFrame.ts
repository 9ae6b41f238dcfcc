/**
 * Shows a self-contained page in an empty frame. The console's policy takes neither markup made of strings nor style
 * elements, so the page is parsed apart, and its styles go in as constructed sheets and through the style property.
 */
export function fillFrame(frame: HTMLIFrameElement, html: string): void {
  const place = frame.contentDocument
  const view = frame.contentWindow as (Window & typeof globalThis) | null
  if (place === null || view === null) return
  const page = parse(html)
  const sheets = [...page.querySelectorAll('style')].map((style) => style.textContent)
  for (const style of page.querySelectorAll('style, script, meta, link, base')) style.remove()
  const top = view.scrollY
  place.adoptedStyleSheets = sheets.map((text) => {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
  const content = place.importNode(page.documentElement, true)
  place.documentElement.replaceWith(content)
  for (const element of place.querySelectorAll<HTMLElement | SVGElement>('[style]'))
    element.style.cssText = element.getAttribute('style') ?? ''
  view.scrollTo(0, top)
}

interface Parsers {
  /** Where the browser sanitizes by itself, no policy is needed: scripts and handlers are left out. */
  readonly Document: { parseHTML?(html: string, options: { sanitizer: object }): Document }
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string }
  }
}

/** The page as nodes that belong to no window: nothing in it is loaded or run. */
function parse(html: string): Document {
  const { Document, trustedTypes } = window as unknown as Parsers
  const sanitized = Document.parseHTML?.(html, { sanitizer: { removeElements: ['script'] } })
  if (sanitized !== undefined) return sanitized
  // Elsewhere the policy is ours to give: the result is only copied into a frame that runs no scripts.
  policy ??= trustedTypes?.createPolicy('report', { createHTML: (text) => text })
  return new DOMParser().parseFromString(policy?.createHTML(html) ?? html, 'text/html')
}

let policy: { createHTML(text: string): string } | undefined
