import type { Command } from 'commander'
import {
  dimensions,
  type Dimension,
  type Figure,
  type MetricsAnswer,
  type Named,
  type Workspace,
} from '../../../shared/contract.ts'
import { metricIds, metrics, type MetricId } from '../../../shared/metrics.ts'
import { formatFor } from '../../../shared/numbers.ts'
import { definitionNames } from '../../../shared/rules.ts'
import { catalogueMarkdown, catalogueText } from './catalogue.ts'
import type { CommandContext } from './main.ts'
import { table, UsageError } from './output.ts'
import { countOf, definitionOf, dimensionsOf, metricsOf, scopeOf, type ScopeOptions } from './scope.ts'
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
  readonly definition?: string
  readonly list?: boolean
  readonly markdown?: boolean
}

export function addNumberCommands(program: Command, context: CommandContext): void {
  addCompareCommand(program, context)
  addScopeOptions(program.command('metrics').description('the numbers'))
    .option('--by <DIMENSIONS>', `broken down by ${dimensions.join(',')}`)
    .option('--metric <IDS>', 'only these')
    .option('--definition <NAME>', `as ${definitionNames.join(', ')} count; default: the workspace’s rules`)
    .option('--list', 'every metric with its definition')
    .option('--markdown', 'with --list: as the page docs/metrics.md')
    .action(async (options: MetricsOptions) => {
      const output = context.output(options.json ?? false)
      if (options.list === true)
        return output.result(metrics, options.markdown === true ? catalogueMarkdown : catalogueText)
      const definition = definitionOf('--definition', options.definition)
      const asked = metricsOf(options.metric)
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read' }, async ({ api }) => {
        const workspace = await api.workspace()
        const scope = scopeOf(options, workspace, context.now())
        const by = options.by === undefined ? asked.by : dimensionsOf(options.by)
        const answer = await api.metrics({
          scope,
          by,
          metrics: asked.metrics,
          ...(definition === undefined ? {} : { definition }),
        })
        output.result(answer, () => answerText(answer, workspace))
      })
    })

  addScopeOptions(program.command('explain').description('what is behind one number, and what was left out'))
    .requiredOption('--metric <ID>', 'the metric')
    .option('--limit <N>', 'how many of each to list', '50')
    .option('--definition <NAME>', `as ${definitionNames.join(', ')} count`)
    .action(async (options: MetricsOptions & { readonly limit: string }) => {
      const output = context.output(options.json ?? false)
      const definition = definitionOf('--definition', options.definition)
      const [metric, ...more] = metricsOf(options.metric).metrics
      if (metric === undefined || more.length > 0) throw new UsageError('--metric takes one metric here.')
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read' }, async ({ api }) => {
        const scope = scopeOf(options, await api.workspace(), context.now())
        const explanation = await api.explain({
          metric,
          scope,
          limit: countOf('--limit', options.limit),
          ...(definition === undefined ? {} : { definition }),
        })
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

/** One metric as two products give it, and what makes the difference. */
function addCompareCommand(program: Command, context: CommandContext): void {
  addScopeOptions(program.command('compare').description('one metric by two definitions, side by side'))
    .requiredOption('--metric <ID>', 'the metric')
    .option('--one <NAME>', 'a definition', 'floorwalker')
    .requiredOption('--other <NAME>', `another: ${definitionNames.join(', ')}`)
    .action(async (options: MetricsOptions & { readonly one: string; readonly other: string }) => {
      const output = context.output(options.json ?? false)
      const [metric, ...more] = metricsOf(options.metric).metrics
      if (metric === undefined || more.length > 0) throw new UsageError('--metric takes one metric here.')
      const one = definitionOf('--one', options.one) ?? 'floorwalker'
      const other = definitionOf('--other', options.other) ?? 'floorwalker'
      await withEngine({ dir: workspaceFolder(options.workspace), mode: 'read' }, async ({ api }) => {
        const scope = scopeOf(options, await api.workspace(), context.now())
        const compared = await api.compareDefinitions({ metric, scope, one, other })
        output.result(compared, () =>
          [
            metrics[metric].name,
            `  ${one}: ${figureText(metric, compared.one)}`,
            `  ${other}: ${figureText(metric, compared.other)}`,
            ...compared.rules.map(
              (rule) =>
                `  ${rule.rule}: ${rule.one} → ${rule.other} alone gives ${figureText(metric, rule.taken)}`,
            ),
            `${compared.changedTotal} conversations count differently.`,
          ].join('\n'),
        )
      })
    })
}

function answerText(answer: MetricsAnswer, workspace: Workspace): string {
  const ids = metricIds.filter((id) => answer.total.metrics[id] !== undefined)
  const head = [...answer.by, ...ids]
  const row = (
    key: Readonly<Partial<Record<Dimension, string | null>>>,
    figures: MetricsAnswer['total']['metrics'],
  ) => [
    ...answer.by.map((dimension) => nameOf(dimension, key[dimension], workspace)),
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

/** People know names; programs ask for `--json` and get ids. */
function nameOf(dimension: Dimension, key: string | null | undefined, workspace: Workspace): string {
  const named: Partial<Record<Dimension, readonly Named[]>> = {
    agent: workspace.agents,
    team: workspace.teams,
    channel: workspace.channels,
  }
  return named[dimension]?.find(({ id }) => id === key)?.name ?? key ?? '–'
}

function figureText(id: MetricId, figure: Figure | undefined): string {
  if (figure === undefined) return '–'
  if ('count' in figure)
    return figure.median === null
      ? '–'
      : `median ${format.duration(figure.median)}, p90 ${format.duration(figure.p90)}, n ${figure.count}`
  if (figure.value === null) return '–'
  const { family, shape, unit } = metrics[id]
  const estimated = figure.estimated === true ? ' (estimated)' : ''
  // Shares of time rest on time.
  const of = family === 'load' ? format.duration(figure.of ?? 0) : (figure.of ?? 0)
  if (shape === 'rate') return `${format.rate(figure.value, 1)} of ${of}${estimated}`
  if (shape === 'mean') return `${figure.value.toFixed(2)} of ${figure.of ?? 0}${estimated}`
  return unit === 'seconds' ? format.duration(figure.value) : String(figure.value)
}
