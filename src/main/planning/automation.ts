/** Frequent questions that several agents answer alike: what a bot, or a template, could say. */
import type { Scope } from '../../shared/contract.ts'
import type { AutomationAdvice } from '../../shared/planning.ts'
import { clusterQuestions } from '../consistency/clusters.ts'
import { type Exchange, readExchanges } from '../consistency/exchanges.ts'
import { isSpecific } from '../consistency/specific.ts'
import { nearlyEqual } from '../consistency/likeness.ts'
import { similarity, termsOf } from '../consistency/terms.ts'
import type { ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { createEvidenceNames } from '../store/evidence.ts'

const fewestAsked = 5
const fewestAgents = 2
/** Share of the answers that say nearly the same. */
const alikeEnough = 0.6
const mostAdvice = 20
const mostExamples = 5
/** Of answers to one question so many are compared with each other: the newest. */
const mostCompared = 60

export interface AutomationPorts {
  readonly cache: ReadableDb
  readonly dictionary: () => WorkspaceDictionary
}

/** What is asked of the newest 100,000 questions of the scope, most of customers' waiting first. Yields between steps. */
export function* automation(
  { cache, dictionary }: AutomationPorts,
  scope: Scope,
): Generator<void, readonly AutomationAdvice[]> {
  const exchanges = yield* readExchanges(cache, dictionary(), scope)
  const clusters = yield* clusterQuestions(
    exchanges.map(({ question, language }) => ({ text: question, language })),
  )
  const nameOf = createEvidenceNames(cache)
  const found: AutomationAdvice[] = []
  for (const { members, language } of clusters) {
    const asked = members.flatMap((index) => exchanges[index] ?? [])
    const [first] = asked
    if (asked.length < fewestAsked || first === undefined) continue
    const agents = new Set(asked.map(({ agent }) => agent)).size
    if (agents < fewestAgents || isSpecific(first.question, language)) continue
    const likest = likestAnswer(asked, language)
    yield
    if (likest === null || likest.alike < alikeEnough || likest.agents < fewestAgents) continue
    const conversations = new Set(likest.exchanges.map((one) => nameOf(one).conversation))
    found.push({
      question: commonestQuestion(asked),
      answer: likest.answer,
      language,
      asked: asked.length,
      agents: likest.agents,
      alike: likest.alike,
      waited: likest.exchanges.reduce((sum, one) => sum + one.at - one.askedAt, 0) / 1000,
      conversations: [...conversations].slice(0, mostExamples),
    })
  }
  return found
    .sort(
      (one, other) =>
        other.waited - one.waited || other.asked - one.asked || (one.question < other.question ? -1 : 1),
    )
    .slice(0, mostAdvice)
}

interface Likest {
  readonly answer: string
  /** Share of the answers compared that say nearly the same. */
  readonly alike: number
  readonly agents: number
  /** Of all the answers that do. */
  readonly exchanges: readonly Exchange[]
}

/** The answer that most others are like; of equally many the shortest. null: none says anything. */
function likestAnswer(asked: readonly Exchange[], language: string | null): Likest | null {
  const newest = asked
    .toSorted((one, other) => other.at - one.at || other.k - one.k)
    .slice(0, mostCompared)
    .map((exchange) => ({ exchange, terms: termsOf(exchange.answer, language) }))
  let best: { readonly answer: string; readonly like: readonly Exchange[] } | null = null
  for (const { exchange, terms } of newest) {
    const like = newest.filter((other) => similarity(terms, other.terms) >= nearlyEqual)
    const { answer } = exchange
    const isBetter =
      best === null ||
      like.length > best.like.length ||
      (like.length === best.like.length && answer.length < best.answer.length)
    if (isBetter) best = { answer, like: like.map((one) => one.exchange) }
  }
  if (best === null) return null
  return {
    answer: best.answer,
    alike: best.like.length / newest.length,
    agents: new Set(best.like.map(({ agent }) => agent)).size,
    exchanges: best.like,
  }
}

/** Of equally common wordings the shortest, then the first by its letters. */
function commonestQuestion(asked: readonly Exchange[]): string {
  const byWording = Map.groupBy(asked, ({ question }) => question)
  const [first] = [...byWording].sort(
    ([one, some], [other, more]) =>
      more.length - some.length || one.length - other.length || (one < other ? -1 : 1),
  )
  return first?.[0] ?? ''
}
