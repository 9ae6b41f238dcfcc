import { useEffect, useLayoutEffect, useRef } from 'react'
import { tell } from '../ui/Notices.tsx'
import { say } from '../ui/text.ts'
import type { useTimeline } from './useTimeline.ts'
import type { VirtualRows } from './virtualRows.ts'

/** What the head of a conversation may ask of its messages. */
export interface ThreadPort {
  /** Shows a place: at the top of the view, or in its middle. */
  readonly show: (place: number, align?: 'start' | 'center') => void
}

interface Scrolling {
  readonly virtualizer: VirtualRows
  readonly total: number
  /** The place it was opened at; null: its end. */
  readonly opening: number | null
  readonly pointed: string | null
  readonly timeline: ReturnType<typeof useTimeline>
}

/** So near the end somebody reads the newest: more of it is followed. */
const nearEnd = 8

/**
 * Opens at what a link, number or hit points at, else at the end, and stays there while messages arrive; goes to another
 * message when one is pointed at.
 */
export function useScrolling({ virtualizer, total, opening, pointed, timeline }: Scrolling): ThreadPort {
  const atEnd = useRef(opening === null)
  const shown = useRef(opening === null ? null : pointed)
  const { placeOf, prepare } = timeline
  const last = total - 1

  useLayoutEffect(() => {
    if (opening !== null) virtualizer.scrollToIndex(opening, { align: 'center' })
    // oxlint-disable-next-line react/exhaustive-deps -- once, as it opens
  }, [virtualizer])
  useLayoutEffect(() => {
    if (atEnd.current) virtualizer.scrollToIndex(last, { align: 'end' })
  }, [virtualizer, last])

  const { scrollElement } = virtualizer
  useLayoutEffect(() => {
    if (scrollElement === null) return undefined
    const remember = () => {
      const { scrollTop, clientHeight, scrollHeight } = scrollElement
      atEnd.current = scrollTop + clientHeight >= scrollHeight - nearEnd
    }
    scrollElement.addEventListener('scroll', remember, { passive: true })
    return () => scrollElement.removeEventListener('scroll', remember)
  }, [scrollElement])

  async function show(place: number, align: 'start' | 'center' = 'start'): Promise<void> {
    await prepare(place)
    atEnd.current = place === last
    virtualizer.scrollToIndex(place, { align: place === last ? 'end' : align })
  }
  useEffect(() => {
    if (pointed === null || pointed === shown.current) return
    shown.current = pointed
    async function go(id: string): Promise<void> {
      const place = await placeOf(id)
      if (shown.current !== id) return
      if (place === null) tell(() => say('chats', 'thread.gone'))
      else await show(place, 'center')
    }
    void go(pointed).catch(sayNotFetched)
    // oxlint-disable-next-line react/exhaustive-deps -- only when another message is pointed at
  }, [pointed])
  return { show: (place, align) => void show(place, align).catch(sayNotFetched) }
}

function sayNotFetched(): void {
  tell(() => say('chats', 'thread.notFetched'))
}
