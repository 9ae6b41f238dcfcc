/** Where the answers of different agents to one question cannot all be right. */
import type { DivergenceKind, QuestionCluster } from '../../shared/audits.ts'
import { agree, type Statement } from './statement.ts'

export interface AgentStatements {
  readonly agent: string
  readonly statements: readonly Statement[]
}

export type Divergence = QuestionCluster['divergences'][number]

const kinds: readonly DivergenceKind[] = ['price', 'deadline', 'policy', 'yes_no']

/**
 * One divergence a kind in which two agents conflict: each says something of it, and nothing one says agrees with anything
 * the other says. An agent who names the delivery's days beside the days of return does not conflict with one who names
 * the latter only.
 */
export function divergencesOf(agents: readonly AgentStatements[]): readonly Divergence[] {
  return kinds.flatMap((kind) => {
    const speaking = agents
      .map(({ agent, statements }) => ({ agent, said: statements.filter((one) => one.kind === kind) }))
      .filter(({ said }) => said.length > 0)
    const conflicting = speaking.filter((one) =>
      speaking.some((other) => other !== one && conflict(one.said, other.said)),
    )
    return conflicting.length < 2 ? [] : [{ kind, values: valuesOf(conflicting) }]
  })
}

function conflict(one: readonly Statement[], other: readonly Statement[]): boolean {
  const pairs = one.flatMap((left) => other.map((right) => agree(left, right)))
  // A rule about refunds and one about delivery are not about the same.
  return one[0]?.kind === 'policy'
    ? policiesConflict(one, other)
    : pairs.includes(false) && !pairs.includes(true)
}

/** "refund +" against "refund -": the same subject, the other sign. */
function policiesConflict(one: readonly Statement[], other: readonly Statement[]): boolean {
  return one.some(({ value }) => {
    const subject = value.slice(0, -1)
    return other.some((their) => their.value.slice(0, -1) === subject && their.value !== value)
  })
}

/** Each value with the agents who said it; what most said first. */
function valuesOf(agents: readonly { readonly agent: string; readonly said: readonly Statement[] }[]) {
  const byValue = new Map<string, string[]>()
  for (const { agent, said } of agents)
    for (const { value } of said) byValue.set(value, [...(byValue.get(value) ?? []), agent])
  return [...byValue]
    .map(([value, who]) => ({ value, agents: who.toSorted() }))
    .sort((one, other) => other.agents.length - one.agents.length || (one.value < other.value ? -1 : 1))
}
