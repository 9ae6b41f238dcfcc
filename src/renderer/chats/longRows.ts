import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { useVirtualRows, type VirtualRows } from './virtualRows.ts'

/** Rows drawn at one height: Chromium draws nothing further than 33 million pixels down, some 600,000 rows. */
export const mostRows = 400_000
const step = mostRows / 2
/** So near its end the window moves on. */
const margin = 1000

interface LongRowsOptions {
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly count: number
  readonly keyOf: (index: number) => string
  /** Pixels; all rows of a list longer than the window are of one height. */
  readonly heightOf: (index: number) => number
}

export interface LongRows {
  readonly virtualizer: VirtualRows
  /** Index of the row the virtualiser calls 0. */
  readonly first: number
  readonly show: (index: number) => void
}

/**
 * Virtual rows of a list of any length: of one longer than a browser can draw a window is scrolled, which moves on when
 * its end comes near. The rows in sight stay where they are. The scrollbar stands for the whole list: where it is dragged,
 * the window moves under it and nothing is scrolled, which would take it out of the hand that holds it.
 */
export function useLongRows({ scroller, count, keyOf, heightOf }: LongRowsOptions): LongRows {
  const [first, setFirst] = useState(0)
  const before = useRef(first)
  const virtualizer = useVirtualRows({
    scroller,
    count: Math.max(0, Math.min(mostRows, count - first)),
    // Another function would have all the places of the window laid out anew, which takes longer than a frame: where the
    // window is not the whole list, the keys are those of places, not of what stands there.
    keyOf,
    heightOf: (place) => heightOf(first + place),
    inFlow: true,
  })
  const { range } = virtualizer
  const from = range === null ? null : first + range.startIndex
  const to = range === null ? null : first + range.endIndex
  const seen = useRef(0)
  /** Where it was as it was sent elsewhere, until it is there: that it arrives is no jump of somebody's. */
  const sentFrom = useRef<number | null>(null)
  const send = (scroll: () => void) => {
    const offset = virtualizer.scrollOffset ?? 0
    scroll()
    if (scroller.current?.scrollTop !== offset) sentFrom.current = offset
  }
  useLayoutEffect(() => {
    const offset = virtualizer.scrollOffset ?? 0
    if (from === null || to === null || sentFrom.current === offset) return
    const moved = sentFrom.current === null ? Math.abs(offset - seen.current) : 0
    seen.current = offset
    sentFrom.current = null
    const scrolled = virtualizer.scrollElement
    if (scrolled === null || count <= mostRows || moved < leastJump(scrolled))
      setFirst(windowFor(first, from, to, count))
    else {
      before.current = windowAt(offset / (scrolled.scrollHeight - scrolled.clientHeight), count)
      setFirst(before.current)
    }
    // oxlint-disable-next-line react/exhaustive-deps -- only when other rows are in sight
  }, [first, from, to, count])
  useLayoutEffect(() => {
    const moved = first - before.current
    before.current = first
    if (moved === 0) return
    send(() => virtualizer.scrollToOffset((virtualizer.scrollOffset ?? 0) - moved * heightOf(first)))
    // oxlint-disable-next-line react/exhaustive-deps -- only when the window moved
  }, [first])
  const show = useCallback(
    (index: number) => {
      const next = windowFor(first, index, index, count)
      before.current = next
      setFirst(next)
      send(() => virtualizer.scrollToIndex(index - next, { align: 'auto' }))
    },
    // oxlint-disable-next-line react/exhaustive-deps -- how it is sent stays the same
    [virtualizer, first, count],
  )
  return { virtualizer, first, show }
}

/**
 * Where the window begins so that rows `from` to `to` lie well inside it. It moves by half its length, so that scrolling
 * to and fro over one place does not move it each time.
 */
export function windowFor(first: number, from: number, to: number, count: number): number {
  const last = Math.max(0, count - mostRows)
  const inside =
    (first === 0 || from >= first + margin) && (first === last || to <= first + mostRows - margin)
  const next = inside ? first : Math.floor(from / step) * step - step / 2
  return Math.min(last, Math.max(0, next))
}

/** Where the window begins that a scrollbar dragged to this share of its way, 0 to 1, shows a place of. */
export function windowAt(share: number, count: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * Math.max(0, count - mostRows))
}

/** Pixels that only a dragged scrollbar passes at once: half of what one of its own stands for. */
function leastJump({ scrollHeight, clientHeight }: HTMLElement): number {
  return scrollHeight / clientHeight / 2
}
