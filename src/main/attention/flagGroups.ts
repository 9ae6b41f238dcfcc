/** Open flags by rule, for when there are too many to read one by one. */
import { flagRuleIds, flagRuleKinds, type FlagGroup } from '../../shared/flags.ts'
import type { Named, Scope } from '../../shared/contract.ts'
import { openKeys, type FlagKey, type ListPorts } from './flagList.ts'
import { subjectOf } from './flagView.ts'

const shownSubjects = 3

/** Danger first, then the larger. */
export function groupFlags(ports: ListPorts, scope: Scope): readonly FlagGroup[] {
  const groups = Map.groupBy(openKeys(ports, scope), ({ rule }) => rule)
  return [...groups]
    .map(([rule, flags]): FlagGroup => {
      const times = flags.map(({ raisedAt }) => raisedAt)
      return {
        rule,
        severity: flags.some(({ severity }) => severity === 'danger') ? 'danger' : 'warning',
        open: flags.length,
        oldest: times.reduce((a, b) => Math.min(a, b)),
        newest: times.reduce((a, b) => Math.max(a, b)),
        subjects: mostlyAbout(ports, rule, flags),
      }
    })
    .sort(
      (a, b) =>
        Number(b.severity === 'danger') - Number(a.severity === 'danger') ||
        b.open - a.open ||
        flagRuleIds.indexOf(a.rule) - flagRuleIds.indexOf(b.rule),
    )
}

/** Conversations are as many as their flags: what these share is the agent. Everything else is about its subject. */
function mostlyAbout(
  ports: ListPorts,
  rule: FlagKey['rule'],
  flags: readonly FlagKey[],
): FlagGroup['subjects'] {
  const nameOf = flagRuleKinds[rule].about === 'conversation' ? agentNames(ports) : subjectNames(ports)
  const counts = new Map<string, Named & { readonly open: number }>()
  for (const flag of flags) {
    const named = nameOf(flag)
    if (named !== null)
      counts.set(named.id, { id: named.id, name: named.name, open: (counts.get(named.id)?.open ?? 0) + 1 })
  }
  return [...counts.values()]
    .sort((a, b) => b.open - a.open || (a.id < b.id ? -1 : 1))
    .slice(0, shownSubjects)
}

function agentNames({ names }: ListPorts): (flag: FlagKey) => Named | null {
  const agents = new Map(names.dictionary.agents.map((agent) => [agent.row, agent]))
  return ({ agent }) => (agent === null ? null : (agents.get(agent) ?? null))
}

function subjectNames(ports: ListPorts): (flag: FlagKey) => Named | null {
  const subjects = new Map(ports.ofSubjects.map(({ id, subject }) => [id, subject]))
  return ({ id }) => {
    const subject = subjects.get(id)
    return subject === undefined ? null : subjectOf(ports, subject).subject
  }
}
