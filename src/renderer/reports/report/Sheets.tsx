import { type ReactNode, useEffect, useRef } from 'react'
import { useColours } from '../../ui/colours.ts'
import { fillFrame } from '../../ui/fillFrame.ts'
import { sheetCount } from './sheets.ts'

interface SheetsProps {
  readonly html: string
  /** What the page is of: another one begins at its top. */
  readonly about: string
  readonly zoom: number
  readonly title: string
  /** How many sheets there are; null where this browser shows them as one. */
  readonly onPages: (pages: number | null) => void
}

/**
 * A page of ours in a frame where nothing runs: its sheets lie on the console's ground, as large as wanted. A new page takes
 * the place of the old one in one step, scrolled where the old one was.
 */
export function Sheets({ html, about, zoom, title, onPages }: SheetsProps): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null)
  const shown = useRef<{ readonly html: string; readonly about: string } | null>(null)
  const { band: ground } = useColours()
  useEffect(() => {
    if (frame.current === null) return
    if (shown.current?.html !== html) fillFrame(frame.current, html)
    if (shown.current?.about !== about) frame.current.contentWindow?.scrollTo(0, 0)
    shown.current = { html, about }
    onPages(layOut(frame.current, zoom, ground))
  }, [html, about, zoom, ground, onPages])
  return <iframe ref={frame} className="sheets" sandbox="allow-same-origin allow-modals" title={title} />
}

/** Draws the page as large as wanted; answers how many sheets it has. */
function layOut(frame: HTMLIFrameElement, zoom: number, ground: string): number | null {
  const page = frame.contentDocument
  if (page === null) return null
  const { style } = page.documentElement
  style.zoom = String(zoom)
  style.setProperty('--desk', ground)
  style.backgroundColor = ground
  const pages = pagesOf(page)
  drawEdges(page, pages ?? 0)
  return pages
}

/** Each sheet's running head and foot, whose words and places the page's own style sheet knows. Paper has its own. */
function drawEdges({ body }: Document, sheets: number): void {
  for (const edge of body.querySelectorAll('.edge')) edge.remove()
  for (let sheet = 0; sheet < sheets; sheet += 1)
    for (const place of ['head', 'foot']) {
      const edge = body.ownerDocument.createElement('div')
      edge.className = `edge ${place}`
      edge.ariaHidden = 'true'
      edge.style.setProperty('--sheet', String(sheet))
      edge.style.setProperty('--sheets', String(sheets))
      body.append(edge)
    }
}

function pagesOf({ body, defaultView }: Document): number | null {
  if (defaultView === null) return null
  const { columnHeight, rowGap, paddingTop, paddingBottom, height } = defaultView.getComputedStyle(
    body,
  ) as CSSStyleDeclaration & { readonly columnHeight?: string }
  const [column = 0, gap = 0, above = 0, below = 0, whole = 0] = [
    columnHeight ?? '',
    rowGap,
    paddingTop,
    paddingBottom,
    height,
  ].map((length) => Number.parseFloat(length))
  return sheetCount(whole - above - below, column, gap)
}
