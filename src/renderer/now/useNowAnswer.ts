import type { Query } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Scope, Topic } from '../../shared/contract.ts'
import type { NowAnswer } from '../../shared/live.ts'
import { addDays, startOfDay } from '../../shared/period.ts'
import { answers, type Asked, useAsk, useConnection } from '../api.ts'
import { useNow, useSelection, useZone } from '../selection.ts'
import { ticker } from './ticker.ts'
import { isBehind } from './waits.ts'

/** Why waits are not counted on: the data ends early, or the engine does not answer. */
export type Behind = 'late' | 'lost' | null

const liveTopics: readonly Topic[] = [
  'conversations',
  'assignments',
  'flags',
  'workspace',
  'settings',
  'sync',
]
const nobody: readonly string[] = []

/** Presence, advice and the usual day change without a record arriving. Milliseconds. */
const livePause = 10_000
/** Elsewhere only the count in the rail is shown. */
const quietPause = 20_000

/** The day it is, under the filters of the bar or under none: what stands on the wall plays in no other period. */
export function useNowScope(filters: 'bar' | 'none'): Scope {
  const zone = useZone()
  const now = useNow()
  const barAgents = useSelection((selection) => selection.agents)
  const barTeams = useSelection((selection) => selection.teams)
  const barChannels = useSelection((selection) => selection.channels)
  const barCategories = useSelection((selection) => selection.categories)
  const from = startOfDay(now, zone)
  const barred = filters === 'bar'
  const agents = barred ? barAgents : nobody
  const teams = barred ? barTeams : nobody
  const channels = barred ? barChannels : nobody
  const categories = barred ? barCategories : nobody
  return useMemo(
    () => ({ from, to: addDays(from, 1, zone), zone, agents, teams, channels, categories }),
    [from, zone, agents, teams, channels, categories],
  )
}

/**
 * The wall's figures, asked again as records arrive and as time passes, never while a question is under way. Sets the
 * clock that waits are counted by. `quiet`: only as time passes.
 */
export function useNowAnswer(scope: Scope, quiet = false): Asked<NowAnswer> & { readonly behind: Behind } {
  const known = useNow() > 0
  const asked = useAsk('now', [{ scope }], quiet ? [] : liveTopics, { enabled: known })
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const { data: settings } = useAsk('settings', [], ['settings'])
  const lost = useConnection() !== 'open' || asked.failure !== null
  const allowed = (settings?.flagRules.sync_behind.threshold ?? 900) * 1000
  const speed = workspace?.clockSpeed ?? 1
  const { data } = asked
  const behind = lost ? 'lost' : data !== undefined && isBehind(data, allowed) ? 'late' : null
  useEffect(() => {
    if (data === undefined) return
    const until = behind === null ? null : behind === 'lost' ? data.at : data.completeTo
    ticker.hear({ at: data.at, speed, until })
  }, [data, speed, behind])
  useEffect(() => {
    const pause = quiet ? quietPause : livePause
    const isOld = (query: Query) => Date.now() - query.state.dataUpdatedAt >= pause
    const again = () =>
      void answers.invalidateQueries(
        { queryKey: ['now', { scope }], predicate: isOld },
        { cancelRefetch: false },
      )
    const timer = setInterval(again, pause / 2)
    return () => clearInterval(timer)
  }, [scope, quiet])
  return { ...asked, behind }
}
