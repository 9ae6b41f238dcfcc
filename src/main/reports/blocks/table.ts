import type { Dimension, MetricsRow } from '../../../shared/contract.ts'
import { metrics, type MetricId } from '../../../shared/metrics.ts'
import { localeFormats } from '../../../shared/languages.ts'
import type { DataOf, TableRow } from '../../../shared/reportBlocks.ts'
import type { ReportTable } from '../../../shared/reporting.ts'
import { valueText } from '../../../shared/valueText.ts'
import { html, type Markup } from '../../print/markup.ts'
import { intervalDot, intervalScale, type Scale } from '../charts/interval.ts'
import type { ComposeContext } from '../context.ts'
import { casesOf, durationOf, smallSample, valueOf } from '../figures.ts'
import {
  bdi,
  figureCells,
  figureColumns,
  headOf,
  metricName,
  noteMark,
  nothing,
  type BlockForm,
  type BlockOf,
  type LookContext,
  type WordsContext,
} from './block.ts'

/** Rows of longer tables lead nowhere: an appendix of hundreds of lines helps nobody. */
const mostNoted = 40
const inTime: readonly Dimension[] = ['day', 'week', 'month', 'hour', 'weekday', 'weekday-hour']

export const table: BlockForm<'table'> = {
  compose(block, context) {
    const grouped = block.by.length > 1
    const rows = grouped ? agentsUnderTeams(block, context) : plainRows(block, context)
    const counted = rows.filter(({ level }) => level === 'row')
    const last = counted[block.most - 1]
    const shown = last === undefined ? rows : rows.slice(0, rows.indexOf(last) + 1)
    return {
      ...headOf(block, titleOf(block, context)),
      kind: 'table',
      by: block.by,
      metrics: block.metrics.filter((metric) => isShown(metric, shown)),
      rows: shown,
      more: Math.max(0, counted.length - block.most),
    }
  },
  look(data, context) {
    if (data.rows.length === 0)
      return html`<h2>${data.title}</h2>
        ${nothing(context)}`
    const scale = intervalScale(data.rows.map(({ interval }) => interval))
    return html`<h2>${data.title}</h2>
      <table>
        <thead>
          <tr>
            <th></th>
            ${data.metrics.map((metric) => heads(metric, data, context, scale))}
          </tr>
        </thead>
        <tbody>
          ${data.rows.map((row) => rowMarkup(row, data, context, scale))}
        </tbody>
      </table>
      ${data.more > 0 && html`<p class="muted">${context.words('more', { count: data.more })}</p>`}`
  },
  tables: (data, context) => [tableOf(data, context)],
}

function titleOf({ by }: BlockOf<'table'>, { words }: ComposeContext): string {
  return words(`block.table.${by.at(-1) ?? 'other'}`)
}

// ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function plainRows(block: BlockOf<'table'>, context: ComposeContext): readonly TableRow[] {
  const [by = 'agent'] = block.by
  const rows = asked(block, context, by)
  const named = rows.map((row) => ({ row, name: context.names.of(by, row.key[by] ?? null) }))
  const intervals = intervalsOf(block, context)
  const sorted = inTime.includes(by)
    ? named
    : by === 'agent'
      ? byName(named, context)
      : named.toSorted((a, b) => firstValue(b.row, block) - firstValue(a.row, block))
  return sorted.map(({ row, name }, index) =>
    rowOf({ row, name, under: null, level: 'row', by, index }, block, context, intervals),
  )
}

/** A team's row holds its own figures, never sums of medians. Agents in no team come last. */
function agentsUnderTeams(block: BlockOf<'table'>, context: ComposeContext): readonly TableRow[] {
  const { agents, teams } = context.ports.workspace
  const teamOf = new Map(agents.map(({ id, teams: [first] }) => [id, first ?? null]))
  const ofTeams = asked(block, context, 'team')
  const intervals = intervalsOf(block, context)
  const members = Map.groupBy(
    asked(block, context, 'agent').filter(({ key }) => key.agent != null),
    ({ key }) => teamOf.get(key.agent ?? '') ?? null,
  )
  let index = 0
  return [...teams.map(({ id }) => id), null].flatMap((team) => {
    const own = (members.get(team) ?? []).map((row) => ({
      row,
      name: context.names.of('agent', row.key.agent ?? null),
    }))
    if (own.length === 0) return []
    const under = team === null ? null : context.names.of('team', team)
    const group = team === null ? undefined : ofTeams.find(({ key }) => key.team === team)
    return [
      ...(group === undefined
        ? []
        : [
            rowOf(
              { row: group, name: under ?? '', under, level: 'group', by: 'team', index: mostNoted },
              block,
              context,
              intervals,
            ),
          ]),
      ...byName(own, context).map(({ row, name }) =>
        rowOf({ row, name, under, level: 'row', by: 'agent', index: index++ }, block, context, intervals),
      ),
    ]
  })
}

/** Rows of which there is anything. */
function asked(
  { metrics: ids }: BlockOf<'table'>,
  { ask, query }: ComposeContext,
  by: Dimension,
): readonly MetricsRow[] {
  return ask(query.scope, [by], ids).rows.filter(({ metrics: figures }) =>
    ids.some((id) => (valueOf(figures[id]) ?? 0) !== 0 || (casesOf(figures[id]) ?? 0) > 0),
  )
}

/** A column in which nothing was measured for anybody (nobody was reviewed, nobody rated) tells nothing. */
function isShown(metric: MetricId, rows: readonly TableRow[]): boolean {
  return rows.length === 0 || rows.some(({ figures }) => valueOf(figures[metric]) !== null)
}

function byName<Row extends { readonly name: string }>(
  rows: readonly Row[],
  { query }: ComposeContext,
): readonly Row[] {
  const { compare } = new Intl.Collator(localeFormats[query.language].locale)
  return rows.toSorted((a, b) => compare(a.name, b.name))
}

function firstValue(row: MetricsRow, { metrics: [first] }: BlockOf<'table'>): number {
  return first === undefined ? 0 : (valueOf(row.metrics[first]) ?? 0)
}

interface Placed {
  readonly row: MetricsRow
  readonly name: string
  readonly under: string | null
  readonly level: TableRow['level']
  readonly by: Dimension
  readonly index: number
}

function rowOf(
  { row, name, under, level, by, index }: Placed,
  block: BlockOf<'table'>,
  context: ComposeContext,
  intervals: ReadonlyMap<string, TableRow['interval']>,
): TableRow {
  const key = row.key[by] ?? null
  const [metric] = block.metrics
  const leads = metric !== undefined && index < mostNoted && !inTime.includes(by)
  return {
    level,
    name,
    under,
    figures: row.metrics,
    interval: intervals.get(`${by} ${key}`) ?? null,
    footnote: leads
      ? context.footnotes.figure(
          { metric, scope: context.query.scope, key: { [by]: key } },
          context.words('footnote.of', { metric: metricName(context.query, metric), name }),
        )
      : null,
  }
}

/** Of audit scores, by what a row is about. */
function intervalsOf(
  { metrics: ids }: BlockOf<'table'>,
  { ports, query }: ComposeContext,
): ReadonlyMap<string, TableRow['interval']> {
  if (!ids.includes('audit_score')) return new Map()
  const results = ports.audits({
    scope: query.scope,
    scorecard: null,
    reviewers: [],
    includePicked: false,
  })
  const entries = (by: string, rows: typeof results.byAgent) =>
    rows.map(
      ({ key, score: { low, high } }) =>
        [`${by} ${key}`, low === null || high === null ? null : { low, high }] as const,
    )
  return new Map([...entries('agent', results.byAgent), ...entries('team', results.byTeam)])
}

// ── look ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Only the first of the durations tells its p90: more would not fit, and one shows the tail. */
function hasTail(
  metric: MetricId,
  { metrics: ids, width }: Pick<DataOf<'table'>, 'metrics' | 'width'>,
): boolean {
  return width === 'full' && ids.find((id) => metrics[id].shape === 'duration') === metric
}

/** A table of nothing but rates says what each is of: there is no count beside them. */
function isOfRates({ metrics: ids }: Pick<DataOf<'table'>, 'metrics'>): boolean {
  return ids.every((id) => metrics[id].unit === 'rate')
}

function heads(metric: MetricId, data: DataOf<'table'>, context: LookContext, scale: Scale | null): Markup {
  const name = metricName(context, metric)
  const hasInterval = metric === 'audit_score' && scale !== null
  return html`<th class="${hasInterval ? 'interval' : ''}">
      ${hasInterval ? context.words('column.interval', { metric: name, ...scale }) : name}
    </th>
    ${hasTail(metric, data) && html`<th>p90</th>`}`
}

function rowMarkup(row: TableRow, data: DataOf<'table'>, context: LookContext, scale: Scale | null): Markup {
  const isGrouped = data.by.length > 1
  return html`<tr class="${row.level === 'group' ? 'group' : isGrouped ? 'member' : ''}">
    <td class="name">${bdi(row.name)}${noteMark(row.footnote)}</td>
    ${data.metrics.map((metric) => cells(metric, row, data, context, scale))}
  </tr>`
}

function cells(
  metric: MetricId,
  row: TableRow,
  data: DataOf<'table'>,
  { words, format }: LookContext,
  scale: Scale | null,
): Markup {
  const figure = row.figures[metric]
  const value = valueOf(figure)
  const cases = casesOf(figure)
  const { unit } = metrics[metric]
  const saysOf = unit === 'rate' && cases !== null && cases > 0 && (cases < smallSample || isOfRates(data))
  const dot = metric === 'audit_score' && scale !== null ? intervalDot(value, row.interval, scale) : null
  return html`<td>
      ${dot}${valueText(format, metric, value)}${saysOf && html` <span class="small">${words('of', { count: format.count(cases) })}</span>`}
    </td>
    ${hasTail(metric, data) && html`<td class="second">${format.duration(durationOf(figure)?.p90)}</td>`}`
}

// ── as a table of data ───────────────────────────────────────────────────────────────────────────────────────────

function tableOf(data: DataOf<'table'>, context: WordsContext): ReportTable {
  const isGrouped = data.by.length > 1
  return {
    block: data.id,
    title: data.title,
    columns: [
      ...data.by.map((by) => ({ title: context.words(`dimension.${by}`), kind: 'text' as const })),
      ...data.metrics.flatMap((metric) => figureColumns(context, metric)),
    ],
    rows: data.rows.map((row) => [
      ...(isGrouped ? [row.level === 'group' ? row.name : row.under] : []),
      row.level === 'group' ? null : row.name,
      ...data.metrics.flatMap((metric) => figureCells(metric, row.figures[metric])),
    ]),
  }
}
