/** What every block is composed with. */
import type { Dimension, Figure, MetricsAnswer, MetricsQuery, Scope } from '../../shared/contract.ts'
import type { MetricId } from '../../shared/metrics.ts'
import { formatFor, type Format } from '../../shared/numbers.ts'
import { isHeldWhole } from '../../shared/period.ts'
import type { ReportQuery, ReportTemplate } from '../../shared/reporting.ts'
import type { NumbersThen } from '../engine/numbers.ts'
import { reportWords, type Words } from '../print/words.ts'
import { createFootnotes, type Footnotes } from './footnotes.ts'
import { comparedWith, momentOf } from './moment.ts'
import { createNames, type Names } from './names.ts'
import type { ReportPorts } from './ports.ts'

export interface ComposeContext {
  readonly query: ReportQuery
  readonly template: ReportTemplate
  readonly ports: ReportPorts
  readonly previous: Scope
  /** Whether anything may be said of how it changed. */
  readonly isComparable: boolean
  /** The moment the numbers are of. */
  readonly at: number
  readonly words: Words
  readonly format: Format
  /** Says the year of every date: paper is read in other years. */
  readonly dated: Format
  readonly names: Names
  readonly footnotes: Footnotes
  readonly numbers: NumbersThen
  /** Blocks ask the same more than once: each question is counted once a report. */
  readonly ask: (scope: Scope, by: readonly Dimension[], metrics: readonly MetricId[]) => MetricsAnswer
  /** A metric's figure for the whole scope; those of the template's tiles are counted together. */
  readonly total: (scope: Scope, metric: MetricId) => Figure | undefined
}

export function composeContext(
  query: ReportQuery,
  template: ReportTemplate,
  ports: ReportPorts,
): ComposeContext {
  const { scope, language, hideNames } = query
  const at = momentOf(scope, ports)
  const previous = comparedWith(scope, at)
  const numbers = ports.numbers(at)
  const words = reportWords(language)
  const format = formatFor(language, scope.zone, readingMoment(scope))
  const ask = askingOnce(numbers.metrics)
  const tiles = tileMetrics(template)
  return {
    query,
    template,
    ports,
    previous,
    isComparable: isHeldWhole(previous, ports.workspace.span),
    at,
    words,
    format,
    dated: formatFor(language, scope.zone, longAgo),
    names: createNames({ workspace: ports.workspace, language, hideNames, words, format }),
    footnotes: createFootnotes({
      behind: numbers.behind,
      conversation: ports.conversation,
      chat: ports.chat,
      hideNames,
    }),
    numbers,
    ask,
    total: (asked, metric) => ask(asked, [], tiles.includes(metric) ? tiles : [metric]).total.metrics[metric],
  }
}

/** Every metric a tile of the template shows, each once. */
export function tileMetrics({ blocks }: Pick<ReportTemplate, 'blocks'>): readonly MetricId[] {
  return [...new Set(blocks.flatMap((block) => (block.kind === 'tiles' ? block.metrics : [])))]
}

/** As "now" it makes every year another one. */
const longAgo = 0

/** "This year" in a report is the year of its period, whenever it is read. */
export function readingMoment({ from, to }: Pick<Scope, 'from' | 'to'>): number {
  return Math.max(from, to - 1)
}

function askingOnce(
  answers: (queries: readonly MetricsQuery[]) => readonly MetricsAnswer[],
): ComposeContext['ask'] {
  const known = new Map<string, MetricsAnswer>()
  return (scope, by, metrics) => {
    const query: MetricsQuery = { scope, by, metrics }
    const key = JSON.stringify([scope.from, scope.to, by, metrics])
    const answer = known.get(key) ?? answers([query])[0]
    if (answer === undefined) throw new RangeError('A question of the report had no answer.')
    known.set(key, answer)
    return answer
  }
}
