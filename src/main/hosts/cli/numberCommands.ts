import type { Command } from 'commander'
import type { Dimension, Figure, MetricsAnswer } from '../../../shared/contract.ts'
import { metricIds, metrics, type MetricId } from '../../../shared/metrics.ts'
import { formatFor } from '../../../shared/numbers.ts'
import type { CommandContext } from './main.ts'
import { table, UsageError } from './output.ts'
import { countOf, dimensionsOf, metricsOf, scopeOf, type ScopeOptions } from './scope.ts'
import { withEngine } from './session.ts'
import { addScopeOptions } from './options.ts'
import { workspaceFolder } from './workspaceFolder.ts'

/** The zone and the clock only matter for times, which are not written here. */
const format = formatFor('en', 'UTC', 0)

interface MetricsOptions extends ScopeOptions {
  readonly workspace?: string
  readonly json?: boolean
  readonly by?: string
  readonly metric?: string
  readonly hours?: string
  readonly definition?: string
  readonly list?: boolean
}

export function addNumberCommands(program: Command, context: CommandContext): void {
  addScopeOptions(program.command('metrics').description('the numbers'))
    .option(
      '--by <DIMENSIONS>',
      'broken down by agent,team,channel,category,day,week,month,hour,weekday,weekday-hour,opened-by,author,error',
    )
    .option('--metric <IDS>', 'only these')
    .option('--hours <HOURS>', 'calendar', 'calendar')
    .option('--list', 'every metric with its definition')
    .action(async (options: MetricsOptions) => {
      const output = context.output(options.json ?? false)
      if (options.list === true) return output.result(metrics, listText)
      checkHours(options.hours)
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read' }, async ({ api }) => {
        const scope = scopeOf(options, (await api.workspace()).zone, context.now())
        const by = dimensionsOf(options.by)
        const answer = await api.metrics({ scope, by, metrics: metricsOf(options.metric) })
        output.result(answer, () => answerText(answer))
      })
    })

  addScopeOptions(program.command('explain').description('what is behind one number, and what was left out'))
    .requiredOption('--metric <ID>', 'the metric')
    .option('--limit <N>', 'how many of each to list', '50')
    .action(async (options: MetricsOptions & { readonly limit: string }) => {
      const output = context.output(options.json ?? false)
      const [metric, ...more] = metricsOf(options.metric)
      if (metric === undefined || more.length > 0) throw new UsageError('--metric takes one metric here.')
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read' }, async ({ api }) => {
        const scope = scopeOf(options, (await api.workspace()).zone, context.now())
        const explanation = await api.explain({ metric, scope, limit: countOf('--limit', options.limit) })
        output.result(explanation, () =>
          [
            `${metrics[metric].name}: ${figureText(metric, explanation.figure)}`,
            metrics[metric].definition,
            `${explanation.includedTotal} counted + ${explanation.excludedTotal} left out = ${explanation.candidates}`,
            '',
            table(
              ['conversation', 'contact', 'agent', 'at', 'value'],
              explanation.included.map((one) => [
                one.conversation,
                one.contact,
                one.agent ?? '–',
                new Date(one.at).toISOString(),
                one.value === null ? '–' : String(one.value),
              ]),
            ),
            ...(explanation.excluded.length === 0
              ? []
              : [
                  '',
                  'Left out',
                  table(
                    ['conversation', 'contact', 'reason'],
                    explanation.excluded.map((one) => [one.conversation, one.contact, one.reason]),
                  ),
                ]),
          ].join('\n'),
        )
      })
    })
}

function checkHours(hours: string | undefined): void {
  if (hours === undefined || hours === 'calendar') return
  throw new UsageError(`--hours ${hours}: only calendar hours are computed so far.`)
}

function listText(): string {
  return metricIds
    .map((id) => `${id}\n  ${metrics[id].definition}\n  Credit: ${metrics[id].credit}.`)
    .join('\n')
}

function answerText(answer: MetricsAnswer): string {
  const ids = metricIds.filter((id) => answer.total.metrics[id] !== undefined)
  const head = [...answer.by, ...ids]
  const row = (
    key: Readonly<Partial<Record<Dimension, string | null>>>,
    figures: MetricsAnswer['total']['metrics'],
  ) => [
    ...answer.by.map((dimension) => key[dimension] ?? '–'),
    ...ids.map((id) => figureText(id, figures[id])),
  ]
  const rows = answer.rows.map((one) => row(one.key, one.metrics))
  const total = row(answer.by[0] ? { [answer.by[0]]: 'total' } : {}, answer.total.metrics)
  // Many metrics and few rows read better as one metric a line.
  if (rows.length === 0)
    return table(
      ['metric', 'value'],
      ids.map((id) => [id, figureText(id, answer.total.metrics[id])]),
    )
  return table(head, [...rows, total])
}

function figureText(id: MetricId, figure: Figure | undefined): string {
  if (figure === undefined) return '–'
  if ('count' in figure)
    return figure.median === null
      ? '–'
      : `median ${format.duration(figure.median)}, p90 ${format.duration(figure.p90)}, n ${figure.count}`
  if (figure.value === null) return '–'
  if (metrics[id].shape === 'rate') return `${format.rate(figure.value, 1)} of ${figure.of ?? 0}`
  return metrics[id].shape === 'mean'
    ? `${figure.value.toFixed(2)} of ${figure.of ?? 0}`
    : String(figure.value)
}
