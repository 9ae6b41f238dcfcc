import { useMemo } from 'react'
import { useNow, useZone } from '../selection.ts'
import { type Format, formatFor } from './numbers.ts'
import { useLanguage } from './text.ts'

/** Numbers and times in the chosen language and zone. */
export function useFormat(): Format {
  const language = useLanguage()
  const zone = useZone()
  const now = useNow()
  return useMemo(() => formatFor(language, zone, now), [language, zone, now])
}
