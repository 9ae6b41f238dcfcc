import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

export type VirtualRows = Virtualizer<HTMLDivElement, HTMLElement>

interface VirtualRowsOptions {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly count: number
  /** The same function as long as the keys are: another one lays all rows out anew. */
  readonly keyOf: (index: number) => string
  /** A first guess in pixels; rows are measured once they are drawn. */
  readonly heightOf: (index: number) => number
  readonly paddingEnd?: number
  /** Pixels from the top at which it is first drawn. */
  readonly initialOffset?: number
  readonly paddingStart?: number
  /**
   * Rows lie in the flow between two spacers and the browser itself keeps those in sight where they are: writing the
   * scroll position would end a scroll that is under way.
   */
  readonly inFlow?: boolean
  /** Where the list begins inside what scrolls, in pixels. */
  readonly scrollMargin?: number
}

/** The only door to the virtualiser: of a list of any length, just the rows in sight and a few around them are drawn. */
export function useVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const {
    scroller,
    count,
    keyOf,
    heightOf,
    paddingStart = 0,
    paddingEnd = 0,
    scrollMargin = 0,
    initialOffset = 0,
    inFlow = false,
  } = options
  // oxlint-disable-next-line react/incompatible-library -- it answers anew at each draw, which is what it is for
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey: keyOf,
    overscan: 8,
    paddingStart,
    paddingEnd,
    scrollMargin,
    initialOffset,
  })
  // oxlint-disable-next-line react/immutability -- how the library is told
  if (inFlow && anchors) virtualizer.shouldAdjustScrollPositionOnItemSizeChange = never
  return virtualizer
}

/** Safari does not. */
const anchors = typeof CSS !== 'undefined' && CSS.supports('overflow-anchor', 'auto')

function never(): boolean {
  return false
}

/** Pixels before the first row that is drawn and behind the last. */
export function spacersOf(virtualizer: VirtualRows): { readonly before: number; readonly behind: number } {
  const items = virtualizer.getVirtualItems()
  const total = virtualizer.getTotalSize()
  const last = items.at(-1)
  return { before: items[0]?.start ?? 0, behind: last ? Math.max(0, total - last.end) : total }
}
