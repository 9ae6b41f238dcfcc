import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import type { RefObject } from 'react'

export type VirtualRows = Virtualizer<HTMLDivElement, HTMLElement>

interface VirtualRowsOptions {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly count: number
  readonly keyOf: (index: number) => string
  /** A first guess in pixels; rows are measured once they are drawn. */
  readonly heightOf: (index: number) => number
  readonly paddingEnd?: number
  /** Pixels from the top at which it is first drawn. */
  readonly initialOffset?: number
  readonly paddingStart?: number
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
  } = options
  // oxlint-disable-next-line react/incompatible-library -- it answers anew at each draw, which is what it is for
  return useVirtualizer<HTMLDivElement, HTMLElement>({
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
}
