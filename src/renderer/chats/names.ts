import { useMemo } from 'react'
import type { Workspace } from '../../shared/contract.ts'
import { useAsk } from '../api.ts'

/** Names of the people, teams and channels behind ids. An id the workspace does not know stands for itself. */
export interface Names {
  agent(id: string): string
  team(id: string): string
}

export function useNames(): Names {
  const { data } = useAsk('workspace', [], ['workspace'])
  return useMemo(() => namesOf(data), [data])
}

/** Separate from the hook so that it can be asked without a screen. */
export function namesOf(workspace: Pick<Workspace, 'agents' | 'teams'> | undefined): Names {
  const agents = new Map(workspace?.agents.map((agent) => [agent.id, agent.name]))
  const teams = new Map(workspace?.teams.map((team) => [team.id, team.name]))
  return { agent: (id) => agents.get(id) ?? id, team: (id) => teams.get(id) ?? id }
}
