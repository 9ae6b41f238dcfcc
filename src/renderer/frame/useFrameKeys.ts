import { useEffect, useEffectEvent } from 'react'
import { goTo, places } from '../selection.ts'
import { hasCommandKey } from '../ui/Keys.tsx'

/** Ctrl/⌘ 1…8 go to a place, Ctrl/⌘ K opens the palette. */
export function useFrameKeys({ openPalette }: { readonly openPalette: () => void }): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!hasCommandKey(event) || event.altKey || event.shiftKey) return
    const place = places[Number(event.key) - 1]
    if (place !== undefined) goTo(place)
    else if (event.key.toLowerCase() === 'k') openPalette()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [])
}
