/**
 * Shows a self-contained page in an empty frame. The console's policy takes neither markup made of strings nor style
 * elements, so the page is parsed apart, and its styles go in as constructed sheets and through the style property.
 */
export function fillFrame(frame: HTMLIFrameElement, html: string): void {
  const place = frame.contentDocument
  const view = frame.contentWindow as (Window & typeof globalThis) | null
  if (place === null || view === null) return
  const page = new DOMParser().parseFromString(trusted(html), 'text/html')
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

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string },
  ): { createHTML(text: string): string }
}

// The parsed page is never this page: it has no scripts, and it is only copied into a frame that runs none.
const policy = (window as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('report', {
  createHTML: (text) => text,
})

function trusted(html: string): string {
  return policy?.createHTML(html) ?? html
}
