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
 * its end comes near. The rows in sight stay where they are.
 */
export function useLongRows({ scroller, count, keyOf, heightOf }: LongRowsOptions): LongRows {
  const [first, setFirst] = useState(0)
  const before = useRef(first)
  const virtualizer = useVirtualRows({
    scroller,
    count: Math.max(0, Math.min(mostRows, count - first)),
    keyOf: useCallback((place: number) => keyOf(first + place), [keyOf, first]),
    heightOf: (place) => heightOf(first + place),
    inFlow: true,
  })
  const { range } = virtualizer
  const from = range === null ? null : first + range.startIndex
  const to = range === null ? null : first + range.endIndex
  useLayoutEffect(() => {
    if (from !== null && to !== null) setFirst(windowFor(first, from, to, count))
  }, [first, from, to, count])
  useLayoutEffect(() => {
    const moved = first - before.current
    before.current = first
    if (moved !== 0) virtualizer.scrollToOffset((virtualizer.scrollOffset ?? 0) - moved * heightOf(first))
    // oxlint-disable-next-line react/exhaustive-deps -- only when the window moved
  }, [first])
  const show = useCallback(
    (index: number) => {
      const next = windowFor(first, index, index, count)
      before.current = next
      setFirst(next)
      virtualizer.scrollToIndex(index - next, { align: 'auto' })
    },
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
