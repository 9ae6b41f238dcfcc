import { useMemo } from 'react'
import type { Scope } from '../../shared/contract.ts'
import { addDays, startOfDay } from '../../shared/period.ts'
import { useAsk } from '../api.ts'
import { useNow, useZone } from '../selection.ts'

/** All there is until the end of today: whatever the bar says, a customer who waits is not filtered away. */
export function useWholeScope(): Scope {
  const zone = useZone()
  const now = useNow()
  const to = addDays(startOfDay(now, zone), 1, zone)
  return useMemo(
    () => ({ from: 0, to, zone, agents: [], teams: [], channels: [], categories: [] }),
    [to, zone],
  )
}

/** How many flags are open, and the newest of them. */
export function useOpenFlags() {
  const scope = useWholeScope()
  const query = useMemo(() => ({ scope, state: 'open' as const, rules: [], after: null, limit: 1 }), [scope])
  return useAsk('flags', [query], ['flags'])
}
