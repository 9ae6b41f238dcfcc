import { useHotkeys, type Hotkeys } from '../../chats/hotkeys.ts'
import { noteField, tagField } from './fields.ts'
import type { Desk } from './useDesk.ts'

/** The keys of a review. While a message is chosen the arrows are its. */
export function useDeskKeys(desk: Desk): void {
  useHotkeys(desk.picking === null ? rating(desk) : picking(desk))
}

function picking(desk: Desk): Hotkeys {
  return {
    ArrowUp: () => desk.movePick(-1),
    ArrowDown: () => desk.movePick(1),
    Enter: () => desk.pick(),
    Escape: desk.stopPicking,
  }
}

function rating(desk: Desk): Hotkeys {
  const levels = desk.criterion?.scale.length ?? 0
  const byLevel = Array.from({ length: levels }, (_, level): readonly [string, () => void] => [
    String(level + 1),
    () => desk.rate(level),
  ])
  return {
    ...Object.fromEntries(byLevel),
    '0': () => desk.rate(null),
    n: () => desk.rate(null),
    ArrowUp: () => desk.go(desk.at - 1),
    ArrowDown: () => desk.go(desk.at + 1),
    Backspace: desk.clear,
    a: desk.accept,
    y: desk.acceptAll,
    c: () => document.getElementById(noteField)?.focus(),
    e: () => desk.startPicking({ for: 'cite' }),
    ...(desk.criterion?.per === 'message' ? { m: desk.anotherMessage } : {}),
    p: () => desk.startPicking({ for: 'note', kind: 'praise' }),
    f: () => desk.startPicking({ for: 'note', kind: 'fault' }),
    t: () => document.getElementById(tagField)?.focus(),
  }
}
