/** Everything the reader answers in numbers: one place knows the rules, the hours, the targets and what lies beside the facts. */
import type {
  CompareQuery,
  DefinitionComparison,
  Evidence,
  ExplainQuery,
  Explanation,
  Insights,
  MetricsAnswer,
  MetricsQuery,
  Scope,
  Workspace,
} from '../../shared/contract.ts'
import { reviewSide } from '../audits/reviewSide.ts'
import { composeInsights } from '../insights/compose.ts'
import { answerTogether } from '../metrics/answer.ts'
import {
  answerQuery,
  createBehind,
  explainQuery,
  leftOutQuery,
  type CatalogueData,
} from '../metrics/catalogueAnswers.ts'
import type { Columns } from '../metrics/columns.ts'
import { compareDefinitions } from '../metrics/compare.ts'
import type { Behind, MetricExplanation } from '../metrics/explain.ts'
import type { BusinessClock } from '../metrics/measure.ts'
import { readCompleteTo } from '../store/cursors.ts'
import type { ReadableDb } from '../store/database.ts'
import type { FactsVersion } from '../store/derivation.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { createEvidenceNames } from '../store/evidence.ts'
import { countRejected } from '../store/rejected.ts'
import { readSettings } from '../store/settings.ts'
import { openSide } from '../store/side.ts'
import { workingHoursInForce } from '../store/workingHours.ts'
import { createBusinessClock } from './businessClock.ts'
import type { Counted } from './readerApi.ts'

export interface NumberPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly columns: () => Columns
  /** Which facts the columns hold. */
  readonly held: () => FactsVersion
  readonly dictionary: () => WorkspaceDictionary
  readonly workspace: () => Workspace
  readonly now: () => number
}

export interface Numbers {
  metrics(query: MetricsQuery): MetricsAnswer
  metricsMany(queries: readonly MetricsQuery[]): readonly MetricsAnswer[]
  /** The same at a moment in epoch milliseconds, with what it depends on. */
  count(queries: readonly MetricsQuery[], now: number): Counted
  explain(query: ExplainQuery): Explanation
  compare(query: CompareQuery): DefinitionComparison
  /** What figures of a scope are counted by now. */
  basis(query: Pick<MetricsQuery, 'scope'>): CatalogueData
  insights(scope: Scope): Promise<Insights>
  /** The same as they were, or will have been, at a moment in epoch milliseconds: what a report is made of. */
  asOf(moment: number): NumbersThen
}

export interface NumbersThen {
  metrics(queries: readonly MetricsQuery[]): readonly MetricsAnswer[]
  /** The rows behind a figure, without their names; many figures of one metric are asked for quickly. */
  behind(query: ExplainQuery): Behind
  /** How many each reason left out. */
  leftOut(query: Pick<ExplainQuery, 'metric' | 'scope'>): MetricExplanation['leftOut']
  insights(scope: Scope): Promise<Insights>
}

export function createNumbers(ports: NumberPorts): Numbers {
  const { cache, workspaceDb, columns, dictionary, now } = ports
  const side = { ...openSide(cache), ...reviewSide(ports) }
  let clock: BusinessClock | null = null
  let clockOf = ''

  /** Built anew only when hours or names changed: columns measured by it are kept by its version. */
  function currentClock(): BusinessClock {
    const hours = workingHoursInForce(cache, readSettings(workspaceDb))
    const { channels, teams } = dictionary()
    const key = JSON.stringify([hours, channels.length, teams.length])
    if (clock === null || key !== clockOf) clock = createBusinessClock(hours, dictionary())
    clockOf = key
    return clock
  }

  function data(
    business: boolean,
    at = now(),
    { targets, targetOverrides, rules } = readSettings(workspaceDb),
  ): CatalogueData {
    return {
      completeTo: readCompleteTo(cache),
      quarantined: countRejected(cache),
      now: at,
      targets,
      targetOverrides,
      rules,
      side,
      ...(business || rules.hours === 'business' ? { clock: currentClock() } : {}),
    }
  }

  const metricsMany = (
    queries: readonly MetricsQuery[],
    known = data(queries.some(mayBeBusiness)),
  ): readonly MetricsAnswer[] => {
    return answerTogether(queries, (query, totals) =>
      answerQuery(columns(), dictionary(), query, known, totals),
    )
  }

  return {
    metrics: (query) => answerQuery(columns(), dictionary(), query, data(mayBeBusiness(query))),
    metricsMany: (queries) => metricsMany(queries),
    count(queries, at) {
      const settings = readSettings(workspaceDb)
      const known = data(queries.some(mayBeBusiness), at, settings)
      const { completeTo, quarantined } = known
      return {
        answers: metricsMany(queries, known),
        state: JSON.stringify([ports.held(), settings, completeTo, quarantined, textOf(dictionary())]),
        messages: columns().rowsOf('messages').live,
      }
    },
    explain(query) {
      const { leftOut: _counts, ...explanation } = explainQuery(
        columns(),
        dictionary(),
        query,
        data(mayBeBusiness(query)),
      )
      const nameOf = createEvidenceNames(cache)
      const evidence = (row: (typeof explanation.included)[number]): Evidence => ({
        ...nameOf(row),
        at: row.at,
        value: row.value,
      })
      return {
        ...explanation,
        metric: query.metric,
        included: explanation.included.map(evidence),
        excluded: explanation.excluded.map((row) => ({ ...evidence(row), reason: row.reason })),
      }
    },
    compare(query) {
      const own = data(true)
      const nameOf = createEvidenceNames(cache)
      const { metric, scope } = query
      const compared = compareDefinitions(query, own.rules ?? readSettings(workspaceDb).rules, (rules) =>
        explainQuery(
          columns(),
          dictionary(),
          { metric, scope, limit: Number.POSITIVE_INFINITY },
          { ...own, rules },
        ),
      )
      return {
        ...compared,
        changed: compared.changed.map(({ conversation, contact, one, other }) => {
          const names = nameOf({ conversation, contact, agent: -1, k: -1 })
          return { conversation: names.conversation, contact: names.contact, one, other }
        }),
      }
    },
    basis: (query) => data(mayBeBusiness(query)),
    insights: (scope) =>
      composeInsights(scope, {
        metricsMany: (queries) => Promise.resolve(metricsMany(queries)),
        workspace: ports.workspace(),
      }),
    asOf(moment) {
      const then = (queries: readonly MetricsQuery[]) =>
        metricsMany(queries, data(queries.some(mayBeBusiness), moment))
      return {
        metrics: then,
        behind: createBehind(columns(), dictionary(), (query) => data(mayBeBusiness(query), moment)),
        leftOut: (query) => leftOutQuery(columns(), dictionary(), query, data(mayBeBusiness(query), moment)),
        insights: (scope) =>
          composeInsights(scope, {
            metricsMany: async (queries) => then(queries),
            workspace: { ...ports.workspace(), now: moment },
          }),
      }
    },
  }
}

const texts = new WeakMap<WorkspaceDictionary, string>()

/** A dictionary as a text; each is written once. */
function textOf(dictionary: WorkspaceDictionary): string {
  const text = texts.get(dictionary) ?? JSON.stringify(dictionary)
  texts.set(dictionary, text)
  return text
}

/** Whether a question may be measured in working hours: it says so, or a definition may. */
function mayBeBusiness({ scope, definition }: Pick<MetricsQuery, 'scope' | 'definition'>): boolean {
  return scope.hours === 'business' || definition !== undefined
}
