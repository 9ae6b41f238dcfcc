/** The same question, the answers of different agents side by side, most divergent first. */
import type { CanonicalAnswer, QuestionCluster } from '../../shared/audits.ts'
import type { Evidence } from '../../shared/contract.ts'
import { clusterQuestions, type Cluster } from './clusters.ts'
import { divergencesOf, type Divergence } from './divergences.ts'
import type { Exchange } from './exchanges.ts'
import { nearlyEqual } from './likeness.ts'
import { createReadAnswer, positionsOf, type Position, type ReadAnswer } from './positions.ts'
import { isSpecific } from './specific.ts'
import { similarity, termsOf } from './terms.ts'
import { hash53 } from '../store/hash.ts'

export interface ComposePorts {
  readonly canonical: readonly CanonicalAnswer[]
  readonly agentName: (row: number) => string | null
  readonly evidence: (exchange: Exchange) => Evidence
}

const mostClusters = 200
const mostExamples = 3

/**
 * At most 200 groups of questions that two agents or more answered. Those whose answers conflict come first: by how many
 * kinds of statement they conflict in and how many agents are not with the majority, then by how often it is asked.
 */
export function* composeClusters(
  exchanges: readonly Exchange[],
  ports: ComposePorts,
): Generator<void, readonly QuestionCluster[]> {
  const clusters = yield* clusterQuestions(
    exchanges.map(({ question, language }) => ({ text: question, language })),
  )
  const weighed: { readonly cluster: Cluster; readonly read: Read; readonly weight: number }[] = []
  const readAnswer = createReadAnswer()
  for (const cluster of clusters) {
    const read = readCluster(cluster, exchanges, ports, readAnswer)
    if (read.positions.length >= 2) weighed.push({ cluster, read, weight: weightOf(read.divergences) })
    if (cluster.members.length > 1) yield
  }
  return weighed
    .sort(
      (one, other) =>
        other.weight - one.weight ||
        other.cluster.members.length - one.cluster.members.length ||
        (one.cluster.key < other.cluster.key ? -1 : 1),
    )
    .slice(0, mostClusters)
    .map(({ cluster, read }) => show(cluster, read, exchanges, ports))
}

interface Read {
  readonly positions: readonly Position[]
  readonly divergences: readonly Divergence[]
}

function readCluster(
  { members, language }: Cluster,
  exchanges: readonly Exchange[],
  ports: ComposePorts,
  readAnswer: ReadAnswer,
): Read {
  const asked = members.flatMap((index) => exchanges[index] ?? [])
  const [first] = asked
  // Most questions of one person to one person need not be read.
  if (first === undefined || asked.every(({ agent }) => agent === first.agent))
    return { positions: [], divergences: [] }
  const positions = positionsOf(asked, ports.agentName, readAnswer)
  // Where each asks about their own order, the answers differ as the orders do.
  const own = isSpecific(first.question, language)
  return { positions, divergences: divergencesOf(positions).filter(({ kind }) => !own || kind === 'policy') }
}

/** Each kind one, and the share of agents who are not with the commonest value on top. */
function weightOf(divergences: readonly Divergence[]): number {
  return divergences.reduce((sum, { values }) => {
    const agents = new Set(values.flatMap((value) => value.agents)).size
    return sum + 1 + (agents - (values[0]?.agents.length ?? 0)) / Math.max(1, agents)
  }, 0)
}

function show(
  cluster: Cluster,
  { positions, divergences }: Read,
  exchanges: readonly Exchange[],
  ports: ComposePorts,
): QuestionCluster {
  return {
    id: hash53(cluster.key).toString(36),
    question: commonest(cluster.members.flatMap((index) => exchanges[index]?.question ?? [])),
    language: cluster.language,
    count: cluster.members.length,
    answers: positions.map(({ agent, exchanges: own, statements }) => ({
      agent,
      count: own.length,
      examples: examplesOf(own).map((exchange) => ({
        ...ports.evidence(exchange),
        question: exchange.question,
        answer: exchange.answer,
      })),
      says: statements.map(({ kind, value }) => ({ kind, value })),
    })),
    divergences,
    canonical: canonicalFor(cluster, ports.canonical),
  }
}

/** The newest of different wording. */
function examplesOf(exchanges: readonly Exchange[]): readonly Exchange[] {
  const seen = new Set<string>()
  const examples: Exchange[] = []
  for (const exchange of exchanges.toSorted((one, other) => other.at - one.at || other.k - one.k)) {
    if (seen.has(exchange.answer)) continue
    seen.add(exchange.answer)
    examples.push(exchange)
    if (examples.length === mostExamples) break
  }
  return examples
}

/** Of equally common wordings the shortest, then the first by its letters. */
function commonest(questions: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const question of questions) counts.set(question, (counts.get(question) ?? 0) + 1)
  const [first] = [...counts].sort(
    ([one, some], [other, more]) => more - some || one.length - other.length || (one < other ? -1 : 1),
  )
  return first?.[0] ?? ''
}

/** The newest answer laid down for a question like this. */
function canonicalFor(cluster: Cluster, answers: readonly CanonicalAnswer[]): CanonicalAnswer | null {
  return (
    answers.find(
      ({ question }) => similarity(termsOf(question, cluster.language), cluster.terms) >= nearlyEqual,
    ) ?? null
  )
}
