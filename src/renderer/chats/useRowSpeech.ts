import { useMemo } from 'react'
import { useZone } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import type { Format } from '../ui/numbers.ts'
import { type Text, useText } from '../ui/text.ts'
import { useNow } from './clock.ts'
import { type Names, useNames } from './names.ts'

/** What the rows of a list say things with: asked for once a list, since a scrolling one draws them by the dozen. */
export interface RowSpeech {
  readonly text: Text
  readonly format: Format
  readonly names: Names
  readonly zone: string
  /** To half a minute: the open conversation alone counts seconds. */
  readonly now: number
}

/** `namespace` is that of the rows' words. */
export function useRowSpeech(namespace: string): RowSpeech {
  const text = useText(namespace)
  const format = useFormat()
  const names = useNames()
  const zone = useZone()
  const now = useNow(30_000)
  return useMemo(() => ({ text, format, names, zone, now }), [text, format, names, zone, now])
}
