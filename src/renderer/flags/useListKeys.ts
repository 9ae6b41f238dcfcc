import { type KeyboardEvent, useRef } from 'react'
import type { Scope } from '../../shared/contract.ts'
import type { Flag, FlagGroup } from '../../shared/flags.ts'
import { isWriting } from '../ui/Keys.tsx'
import { type Target, undoLast } from './acting.ts'
import type { FlagActs } from './useFlagActs.ts'

interface ListKeys {
  readonly acts: Pick<FlagActs, 'begin' | 'asking'>
  /** Acted on instead of the line in focus, where there are any. */
  readonly picked: readonly Flag[]
  readonly flag: (id: string) => Flag | undefined
  readonly group: (rule: string) => FlagGroup | undefined
  readonly scope: Scope
  readonly onPick: (flag: Flag) => void
}

const actOf = { d: 'done', a: 'false_alarm', s: 'snooze', o: 'own' } as const

/** `J`/`K` and the arrows move, Space picks, `D` `A` `S` `O` act on what is picked or in focus, `U` takes back. */
export function useListKeys(keys: ListKeys): (event: KeyboardEvent<HTMLElement>) => void {
  // The line the focus was on may be gone: the keys go on from where it was.
  const last = useRef(0)
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
    // What is pressed in an open menu comes by here as well, though the menu stands elsewhere.
    if (!event.currentTarget.contains(document.activeElement)) return
    const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('.flag-open')]
    const place = lines.findIndex((line) => line.parentElement?.contains(document.activeElement))
    const line = lines[place]
    if (place >= 0) last.current = place
    if (react(keys, event.key.toLowerCase(), { lines, place, last: last.current, line })) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
}

interface Focused {
  readonly lines: readonly HTMLElement[]
  /** -1: the focus is on none of them. */
  readonly place: number
  readonly last: number
  readonly line: HTMLElement | undefined
}

/** Whether the key meant something. */
function react(keys: ListKeys, key: string, { lines, place, last, line }: Focused): boolean {
  switch (key) {
    case 'j':
    case 'arrowdown':
      lines.at(Math.min(place < 0 ? last : place + 1, lines.length - 1))?.focus()
      return true
    case 'k':
    case 'arrowup':
      lines.at(Math.max(0, Math.min((place < 0 ? last : place) - 1, lines.length - 1)))?.focus()
      return true
    case 'u':
      void undoLast()
      return true
    case ' ': {
      const flag = keys.flag(line?.dataset['flag'] ?? '')
      if (flag === undefined || document.activeElement !== line) return false
      keys.onPick(flag)
      return true
    }
    case 'd':
    case 'a':
    case 's':
    case 'o': {
      const target = targetOf(keys, line)
      if (target === null) return false
      // The line may be gone once it is done: the next one takes the focus.
      if (key === 'd') (lines[place + 1] ?? lines[place - 1])?.focus()
      keys.acts.begin(actOf[key], target)
      return true
    }
    default:
      return false
  }
}

function targetOf({ picked, flag, group, scope }: ListKeys, line: HTMLElement | undefined): Target | null {
  if (picked.length > 0) return { kind: 'flags', flags: picked }
  const one = flag(line?.dataset['flag'] ?? '')
  if (one !== undefined) return { kind: 'flags', flags: [one] }
  const all = group(line?.dataset['groupRule'] ?? '')
  return all === undefined ? null : { kind: 'group', group: all, scope }
}
