import { useEffect, useMemo } from 'react'
import { addDays, startOfDay } from '../../shared/period.ts'
import { answers, listen, useAsk } from '../api.ts'
import { useNow, useZone } from '../selection.ts'

/** How many open flags the panel shows. */
const shown = 100

/** Every open flag, whatever the bar says: a customer who waits is not filtered away. */
export function useOpenFlags() {
  const zone = useZone()
  const now = useNow()
  const to = addDays(startOfDay(now, zone), 1, zone)
  const query = useMemo(
    () => ({
      scope: { from: 0, to, zone, agents: [], teams: [], channels: [], categories: [] },
      state: 'open' as const,
      rules: [],
      after: null,
      limit: shown,
    }),
    [to, zone],
  )
  // A wait grows past its limit without a record arriving, so what was raised is announced on its own.
  useEffect(() => listen('flagged', () => void answers.invalidateQueries({ queryKey: ['flags'] })), [])
  return useAsk('flags', [query], ['flags'])
}
