/** Two definitions of one metric side by side: both figures, what each differing rule makes of it, and where. */
import type { CompareQuery, DefinitionComparison, Figure } from '../../shared/contract.ts'
import { rulesOf } from '../../shared/definitions.ts'
import { metrics } from '../../shared/metrics.ts'
import type { NumberRules } from '../../shared/rules.ts'
import type { EvidenceRow } from './explain.ts'

/** A figure with every row it is made of. */
export interface Explained {
  readonly figure: Figure
  readonly included: readonly EvidenceRow[]
}

/** A conversation whose part changed; the store's row ids. Seconds for durations; null: it does not count. */
export interface ChangedConversation {
  readonly conversation: number
  readonly contact: number
  readonly one: number | null
  readonly other: number | null
}

export interface Comparison extends Omit<DefinitionComparison, 'changed'> {
  readonly changed: readonly ChangedConversation[]
}

const mostChanged = 200

/**
 * Compares two definitions. `explain` gives the metric of the query under any rules, all of its rows included; rules
 * that name hours stand above the question's. Of the rules only those that can change the metric
 * are looked at, in the order of what they change, changed conversations too.
 */
export function compareDefinitions(
  query: Pick<CompareQuery, 'one' | 'other' | 'metric'>,
  own: NumberRules,
  explain: (rules: NumberRules) => Explained,
): Comparison {
  const rules = { one: rulesOf(query.one, own), other: rulesOf(query.other, own) }
  const one = explain(rules.one)
  const other = explain(rules.other)
  const changed = changedConversations(one.included, other.included)
  return {
    one: one.figure,
    other: other.figure,
    rules: differing(rules.one, rules.other)
      .filter((rule) => metrics[query.metric].variants.includes(rule))
      .map((rule) => ({
        rule,
        one: String(rules.one[rule]),
        other: String(rules.other[rule]),
        taken: explain({ ...rules.one, [rule]: rules.other[rule] }).figure,
      }))
      .toSorted((a, b) => change(one.figure, b.taken) - change(one.figure, a.taken)),
    changed: changed.slice(0, mostChanged),
    changedTotal: changed.length,
  }
}

function differing(one: NumberRules, other: NumberRules): readonly (keyof NumberRules)[] {
  return (Object.keys(one) as (keyof NumberRules)[]).filter((rule) => one[rule] !== other[rule])
}

/** How far apart two figures are, by what is read first: the median of durations. Known against unknown is furthest. */
function change(one: Figure, other: Figure): number {
  const before = headOf(one)
  const after = headOf(other)
  if (before === after) return Math.abs(sizeOf(one) - sizeOf(other)) * Number.EPSILON
  return before === null || after === null ? Number.MAX_VALUE : Math.abs(before - after)
}

function headOf(figure: Figure): number | null {
  return 'count' in figure ? figure.median : figure.value
}

function sizeOf(figure: Figure): number {
  return 'count' in figure ? figure.count : (figure.of ?? 0)
}

interface Sum {
  readonly contact: number
  sum: number
  count: number
}

function changedConversations(
  one: readonly EvidenceRow[],
  other: readonly EvidenceRow[],
): readonly ChangedConversation[] {
  const before = byConversation(one)
  const after = byConversation(other)
  const changed: ChangedConversation[] = []
  for (const conversation of new Set([...before.keys(), ...after.keys()])) {
    const first = before.get(conversation)
    const second = after.get(conversation)
    if (meanOf(first) === meanOf(second) && first?.count === second?.count) continue
    changed.push({
      conversation,
      contact: (first ?? second)?.contact ?? -1,
      one: meanOf(first),
      other: meanOf(second),
    })
  }
  const distance = ({ one: a, other: b }: ChangedConversation) => Math.abs((a ?? 0) - (b ?? 0))
  return changed.sort((a, b) => distance(b) - distance(a) || a.conversation - b.conversation)
}

function byConversation(rows: readonly EvidenceRow[]): ReadonlyMap<number, Sum> {
  const sums = new Map<number, Sum>()
  for (const { conversation, contact, value } of rows) {
    const known = sums.get(conversation)
    if (known === undefined) sums.set(conversation, { contact, sum: value ?? 0, count: 1 })
    else {
      known.sum += value ?? 0
      known.count += 1
    }
  }
  return sums
}

function meanOf(sum: Sum | undefined): number | null {
  return sum === undefined ? null : sum.sum / sum.count
}
