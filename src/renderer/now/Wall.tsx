import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Scope } from '../../shared/contract.ts'
import type { NowAnswer } from '../../shared/live.ts'
import { useAsk } from '../api.ts'
import { useHotkeys } from '../chats/hotkeys.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { Headline } from './Headline.tsx'
import { Live } from './Live.tsx'
import { ScreenContext } from './screen.ts'
import { useTick } from './ticker.ts'
import type { Behind } from './useNowAnswer.ts'

interface WallProps {
  readonly answer: NowAnswer
  readonly scope: Scope
  readonly stale: boolean
  readonly behind: Behind
  readonly onLeave: () => void
}

/** The room the wall's layout needs, in pixels of the design: a screen of 1920 × 1080 shows it at twice the size. */
const room = { width: 960, height: 540 }

/** The same for a screen that is looked at from far: large, without names of customers, what they wrote, and controls. */
export function Wall({ answer, scope, stale, behind, onLeave }: WallProps): ReactNode {
  const text = useText('now')
  const place = useRef<HTMLElement>(null)
  const unit = useUnit()
  const screen = useMemo(() => ({ wall: true, unit }), [unit])
  useHotkeys({ f: onLeave, Escape: onLeave })
  useFullScreen(place, onLeave)
  useAlone()
  return createPortal(
    <main
      ref={place}
      className="now wall"
      style={{ '--u': `${unit}px` } as Record<string, string>}
      aria-label={text('wall')}
      tabIndex={-1}
    >
      <ScreenContext value={screen}>
        <header className="wall-head">
          <h1>
            <Headline answer={answer} behind={behind} />
          </h1>
          <Clock />
        </header>
        <Live answer={answer} scope={scope} stale={stale} behind={behind} />
      </ScreenContext>
    </main>,
    document.body,
  )
}

/** Whose figures these are, and when: a wall that stands still must be seen to. */
function Clock(): ReactNode {
  const format = useFormat()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const time = useTick((now) => (now === 0 ? '' : format.exactTime(now)))
  return (
    <p className="wall-clock">
      <bdi>{workspace?.name}</bdi> <time>{time}</time>
    </p>
  )
}

/** CSS pixels of one pixel of the design, so that the layout fills the window. */
function useUnit(): number {
  const [unit, setUnit] = useState(unitOfWindow)
  useEffect(() => {
    const change = () => setUnit(unitOfWindow())
    addEventListener('resize', change)
    return () => removeEventListener('resize', change)
  }, [])
  return unit
}

function unitOfWindow(): number {
  return Math.max(1, Math.min(innerWidth / room.width, innerHeight / room.height))
}

/** Takes the whole screen where that is allowed; whoever leaves it by Escape leaves the wall. */
function useFullScreen(place: { readonly current: HTMLElement | null }, onLeave: () => void): void {
  const leave = useRef(onLeave)
  useEffect(() => {
    leave.current = onLeave
  })
  useEffect(() => {
    place.current?.focus()
    // Refused by a host or a browser: then the wall fills the window.
    void place.current?.requestFullscreen?.().catch(() => undefined)
    const change = () => {
      if (document.fullscreenElement === null) leave.current()
    }
    document.addEventListener('fullscreenchange', change)
    return () => {
      document.removeEventListener('fullscreenchange', change)
      if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined)
    }
  }, [place])
}

/** What lies behind the wall can neither be reached nor heard. */
function useAlone(): void {
  useEffect(() => {
    const behind = document.getElementById('root')
    behind?.setAttribute('inert', '')
    return () => {
      behind?.removeAttribute('inert')
      document.getElementById('place')?.focus()
    }
  }, [])
}
