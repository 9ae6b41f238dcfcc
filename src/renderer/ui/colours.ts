/** The token colours, for what is not drawn by the style sheet. */
import { useMemo, useSyncExternalStore } from 'react'

const tokens = {
  accent: '--chart-accent',
  one: '--chart-1',
  two: '--chart-2',
  three: '--chart-3',
  band: '--chart-band',
  grid: '--chart-grid',
  target: '--chart-target',
  text: '--text-1',
  textSecond: '--text-2',
  textThird: '--text-3',
  line: '--line-2',
  page: '--surface-1',
  warning: '--warning',
  danger: '--danger',
  heat0: '--heat-0',
  heat1: '--heat-1',
  heat2: '--heat-2',
  heat3: '--heat-3',
  heat4: '--heat-4',
  heat5: '--heat-5',
  heat6: '--heat-6',
  font: '--font',
} as const

export type Colours = Readonly<Record<keyof typeof tokens, string>>

/** The colours of the theme shown now. */
export function useColours(): Colours {
  const theme = useSyncExternalStore(watchTheme, currentTheme)
  // The theme is what the values hang on, though they are read from the style sheet.
  return useMemo(() => readColours(theme), [theme])
}

function readColours(_theme: string): Colours {
  const style = getComputedStyle(document.documentElement)
  const entries = Object.entries(tokens).map(([name, token]) => [name, style.getPropertyValue(token).trim()])
  return Object.fromEntries(entries) as Colours
}

function currentTheme(): string {
  return document.documentElement.dataset['theme'] ?? 'light'
}

function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
