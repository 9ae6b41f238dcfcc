import { useLayoutEffect, useState, type RefObject } from 'react'

/** How far below the top of what scrolls an element begins; what stands above it may still grow. */
export function useOffset(
  element: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const { current } = element
    const outer = scroller.current
    if (current === null || outer === null) return undefined
    const measure = () =>
      setOffset(
        Math.round(current.getBoundingClientRect().top - outer.getBoundingClientRect().top + outer.scrollTop),
      )
    const observer = new ResizeObserver(measure)
    for (const child of outer.children) observer.observe(child)
    measure()
    return () => observer.disconnect()
  }, [element, scroller])
  return offset
}
