import { type ReactNode, useRef, useState } from 'react'
import type { Paper, ReportQuery } from '../../../shared/reporting.ts'
import { useAsk } from '../../api.ts'
import { IconMinus, IconPlus } from '../../ui/icons.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { Menu } from '../../ui/Menu.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { Sheets } from './Sheets.tsx'
import { type Zoom, zoomFactor, zooms, zoomStep } from './sheets.ts'
import { useWidthOf } from './useWidthOf.ts'
import './preview.css'

interface PreviewProps {
  /** Null: nothing can be asked yet. */
  readonly query: ReportQuery | null
  readonly paper: Paper
  /** What stands in place of the sheets. */
  readonly instead?: ReactNode
}

/** The report as it will print, sheet by sheet. The last one stays, dimmed, until the next is there. */
export function Preview({ query, paper, instead }: PreviewProps): ReactNode {
  const text = useText('reports')
  const desk = useRef<HTMLDivElement>(null)
  const width = useWidthOf(desk)
  const [zoom, setZoom] = useState<Zoom>('width')
  const [pages, setPages] = useState<number | null>(null)
  const { page, failure, stale, again } = usePage(query)
  const factor = zoomFactor(zoom, paper, width)
  const isShown = page !== null && instead === undefined
  return (
    <section className="preview" aria-label={text('preview.title')}>
      <header className="preview-head">
        <span>{pages !== null && isShown && <PageCount pages={pages} />}</span>
        <ZoomTools zoom={zoom} factor={factor} onChange={setZoom} />
      </header>
      {failure !== null && isShown && (
        <div className="preview-failed">
          <Failed failure={failure} again={again} />
        </div>
      )}
      <div ref={desk} className="preview-desk" data-stale={(stale && isShown) || undefined}>
        {instead !== undefined ? (
          <div className="preview-instead">{instead}</div>
        ) : page !== null ? (
          <Sheets
            html={page.html}
            about={page.template}
            zoom={factor}
            title={text('preview.title')}
            onPages={setPages}
          />
        ) : (
          <div className="preview-instead">
            {failure === null ? (
              <Loading widths={[46, 62, 100, 100, 84, 100, 92, 100, 70]} />
            ) : (
              <Failed failure={failure} again={again} />
            )}
          </div>
        )}
      </div>
    </section>
  )
}

interface ShownPage {
  readonly html: string
  /** The template it is of. */
  readonly template: string
}

/** The page asked for, or the last one there was: what failed to be made does not take away what can be read. */
function usePage(query: ReportQuery | null) {
  const asked = useAsk(
    'reportPage',
    [query ?? nothing],
    ['numbers', 'flags', 'settings', 'audits', 'reports'],
    {
      enabled: query !== null,
    },
  )
  const [last, keep] = useState<ShownPage | null>(null)
  const html = asked.data?.html ?? null
  // While a new one is under way the answer is still the old one's.
  if (html !== null && html !== last?.html) keep({ html, template: query?.template ?? '' })
  return {
    page: last,
    failure: asked.failure,
    stale: asked.stale || (html === null && last !== null),
    again: asked.again,
  }
}

/** Stands where nothing is asked. */
const nothing: ReportQuery = {
  template: '',
  scope: { from: 0, to: 0, zone: 'UTC', agents: [], teams: [], channels: [], categories: [] },
  language: 'en',
  hideNames: true,
}

function PageCount({ pages }: { readonly pages: number }): ReactNode {
  const text = useText('reports')
  const format = useFormat()
  return text('preview.pages', { count: pages, shown: format.count(pages) })
}

interface ZoomToolsProps {
  readonly zoom: Zoom
  readonly factor: number
  readonly onChange: (zoom: Zoom) => void
}

function ZoomTools({ zoom, factor, onChange }: ZoomToolsProps): ReactNode {
  const text = useText('reports')
  const format = useFormat()
  const wordOf = (one: Zoom) => (one === 'width' ? text('preview.width') : format.rate(Number(one) / 100, 0))
  return (
    <span className="preview-zoom">
      <Button
        quiet
        icon={<IconMinus />}
        aria-label={text('preview.smaller')}
        onClick={() => onChange(zoomStep(factor, -1))}
      />
      <Menu
        label={zoom === 'width' ? text('preview.width') : format.rate(factor, 0)}
        title={text('preview.zoom')}
        align="end"
        items={zooms.map((one) => ({
          id: one,
          label: wordOf(one),
          checked: one === zoom,
          onPick: () => onChange(one),
        }))}
      />
      <Button
        quiet
        icon={<IconPlus />}
        aria-label={text('preview.larger')}
        onClick={() => onChange(zoomStep(factor, 1))}
      />
    </span>
  )
}
