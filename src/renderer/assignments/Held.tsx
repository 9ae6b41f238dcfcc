import { useCallback, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { Holdings } from '../../shared/assigning.ts'
import { dayKey } from '../../shared/period.ts'
import { useAsk } from '../api.ts'
import { useHotkeys } from '../chats/hotkeys.ts'
import { useVirtualRows } from '../chats/virtualRows.ts'
import { useNow } from '../selection.ts'
import { Choice } from '../ui/Choice.tsx'
import { useFormat } from '../ui/format.ts'
import { TableExport } from '../ui/TableExport.tsx'
import { useText } from '../ui/text.ts'
import { axisOf, zooms, type Zoom } from './bars.ts'
import { HeldRow } from './HeldRow.tsx'
import { HourScale } from './HourScale.tsx'
import { LaneLegend } from './LaneLegend.tsx'
import { lowestLanes } from './Lanes.tsx'
import type { LaneRow } from './laneRows.ts'
import { useOffset } from './offset.ts'
import { mostHeld } from './outlier.ts'
import { lanesTable } from './tables.ts'
import { useTableWords } from './useTables.ts'
import { TableSpace } from './TableSpace.tsx'
import { countedUpTo, type Moment } from './useMoment.ts'
import { useWidth } from './width.ts'

interface HeldProps {
  readonly holdings: Holdings
  readonly rows: readonly LaneRow[]
  readonly moment: Moment
  readonly stale: boolean
  readonly onPath: (conversation: string) => void
}

/** The day of each agent as lanes: what was held, where the customer waited, what was passed on. */
export function Held({ holdings, rows, moment, stale, onPath }: HeldProps): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const words = useTableWords()
  const { day, asOf, partOfPeriod } = moment
  const scale = useRef<HTMLTableCellElement>(null)
  const width = useWidth(scale)
  const [pointed, point] = useState<string | null>(null)
  const { zoom, choice } = useZoom()
  const { data: settings } = useAsk('settings', [], ['settings'])
  const clock = Math.max(useNow(), holdings.now)
  const axis = useMemo(
    () =>
      axisOf(
        holdings.agents.map(({ bars }) => bars),
        { day, now: clock, at: holdings.now, zoom },
      ),
    [holdings, day, clock, zoom],
  )
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const { items, before, after, measure } = useLaneRows(rows, body, scroller)
  const today = dayKey(clock, day.zone) === dayKey(day.from, day.zone)
  // Figures count up to the moment looked at, and open what they count.
  const counted = useMemo(() => countedUpTo(day, asOf), [day, asOf])
  const most = mostHeld(holdings.agents)
  const whole = asOf !== null || partOfPeriod
  const subtitle = whole
    ? text(asOf === null ? 'lanes.subtitleDay' : 'lanes.subtitleOn', { day: format.date(day.from) })
    : text('lanes.subtitle')
  return (
    <section className="held" data-stale={stale || undefined} aria-label={text('lanes.title')}>
      <header className="held-head" data-pointing={pointed !== null || undefined}>
        <h2>
          {text('lanes.title')} <small>{pointed ?? subtitle}</small>
        </h2>
        <LaneLegend target={settings?.targets.firstResponse ?? null} />
        {choice}
        <TableExport table={lanesTable(rows, { at: holdings.now, day: day.from }, words)} />
      </header>
      <div ref={scroller} className="held-scroll" data-long={rows.length > mostInSight || undefined}>
        <table aria-rowcount={rows.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" className="held-agent">
                <span className="unseen">{text('lanes.agent')}</span>
              </th>
              <th scope="col" ref={scale} className="held-scale">
                <span className="unseen">{text('lanes.hours')}</span>
                <HourScale axis={axis} width={width} />
              </th>
              <th scope="col" className="figure held-now">
                {asOf === null ? text('lanes.now') : format.time(asOf)}
              </th>
              <th scope="col" className="figure held-today">
                {text(today ? 'lanes.today' : 'lanes.day')}
              </th>
              <th scope="col" className="figure held-median">
                {text('lanes.median')}
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            <TableSpace height={before} columns={5} />
            {items.map(({ index, key }) => {
              const row = rows[index]
              if (row === undefined) return null
              return (
                <HeldRow
                  key={key}
                  ref={measure}
                  row={row}
                  index={index}
                  counted={counted}
                  axis={axis}
                  width={width}
                  most={row.agent.agent === most?.agent}
                  onPoint={point}
                  onPath={onPath}
                />
              )
            })}
            <TableSpace height={after} columns={5} />
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Of more agents than this the lanes scroll by themselves, so that the log below stays near. */
const mostInSight = 30

/** Of hundreds of agents only those in sight are drawn. */
function useLaneRows(
  rows: readonly LaneRow[],
  body: RefObject<HTMLTableSectionElement | null>,
  scroller: RefObject<HTMLDivElement | null>,
) {
  const scrollMargin = useOffset(body, scroller)
  const keyOf = useCallback((index: number) => rows[index]?.agent.agent ?? String(index), [rows])
  const virtualizer = useVirtualRows({
    scroller,
    scrollMargin,
    count: rows.length,
    keyOf,
    heightOf: () => lowestLanes,
  })
  const items = virtualizer.getVirtualItems()
  const begin = (items[0]?.start ?? scrollMargin) - scrollMargin
  const end = (items.at(-1)?.end ?? scrollMargin) - scrollMargin
  return {
    items,
    before: begin,
    after: virtualizer.getTotalSize() - end,
    measure: virtualizer.measureElement,
  }
}

/** How much of the day is drawn: chosen at the right, or with `+` and `-`. */
function useZoom(): { readonly zoom: Zoom; readonly choice: ReactNode } {
  const text = useText('assignments')
  const [zoom, setZoom] = useState<Zoom>('day')
  const at = zooms.indexOf(zoom)
  const go = (by: number) => () => setZoom(zooms[Math.min(zooms.length - 1, Math.max(0, at + by))] ?? zoom)
  useHotkeys({ '+': go(1), '-': go(-1) })
  const choice = (
    <Choice
      label={text('lanes.zoom')}
      options={zooms.map((id) => ({ id, name: text(`lanes.zoomed.${id}`) }))}
      chosen={zoom}
      onChange={setZoom}
    />
  )
  return { zoom, choice }
}
