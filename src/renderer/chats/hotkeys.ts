import { useEffect, useRef } from 'react'
import { isWriting } from '../ui/Keys.tsx'

export type Hotkeys = Readonly<Record<string, () => void>>

/**
 * Single keys that work anywhere on the screen (`j`, `/`, `Escape`), but not while somebody types, holds a modifier,
 * or has a dialog or menu open.
 */
export function useHotkeys(keys: Hotkeys): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    function listen(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || busy(event.target))
        return
      const act = actFor(current.current, event)
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

/** `N` is Shift+n where both mean something, else the same as `n`. */
function actFor(keys: Hotkeys, { key, shiftKey }: KeyboardEvent): (() => void) | undefined {
  if (key.length === 1) return keys[key] ?? keys[key.toLowerCase()]
  return keys[shiftKey ? `Shift+${key}` : key]
}

function busy(target: EventTarget | null): boolean {
  // A notice at the foot calls itself a dialog, but holds nobody up.
  return isWriting(target) || document.querySelector('[role="dialog"]:not(.notice), [role="menu"]') !== null
}
