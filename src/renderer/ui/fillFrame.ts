/**
 * Shows a page of ours in an empty frame. The console's policy takes neither markup made of strings nor inline styles,
 * and the frame inherits it: so the styles are set aside before the page is parsed, and go in as constructed sheets and
 * through the style property.
 */
export function fillFrame(frame: HTMLIFrameElement, html: string): void {
  const place = frame.contentDocument
  const view = frame.contentWindow as (Window & typeof globalThis) | null
  if (place === null || view === null) return
  const { markup, sheets } = withoutStyles(html)
  const page = parse(markup)
  for (const element of page.querySelectorAll('script, meta, link, base')) element.remove()
  const top = view.scrollY
  place.adoptedStyleSheets = sheets.map((text) => {
    const sheet = new view.CSSStyleSheet()
    sheet.replaceSync(text)
    return sheet
  })
  place.documentElement.replaceWith(place.importNode(page.documentElement, true))
  for (const element of place.querySelectorAll<HTMLElement | SVGElement>('[data-style]'))
    element.style.cssText = element.dataset['style'] ?? ''
  view.scrollTo(0, top)
}

/** In a page of ours a quote within text is escaped, so ` style="` is an attribute wherever it stands. */
function withoutStyles(html: string): { readonly markup: string; readonly sheets: readonly string[] } {
  const sheets: string[] = []
  const markup = html
    .replaceAll(/<style>(.*?)<\/style>/gs, (_, sheet: string) => {
      sheets.push(sheet)
      return ''
    })
    .replaceAll(' style="', ' data-style="')
  return { markup, sheets }
}

interface Parsers {
  /** Where the browser sanitizes by itself, no policy is needed: scripts and handlers are left out. */
  readonly Document: { parseHTML?(html: string, options: { sanitizer: object }): Document }
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createHTML(text: string): string },
    ): { createHTML(text: string): string }
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
