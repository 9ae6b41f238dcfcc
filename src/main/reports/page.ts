import type { Report } from '../../shared/contract.ts'
import { formatFor, type Format } from '../../shared/numbers.ts'
import { agentTable, categoryTable, channelTable, definitionList, failureTable, flagTable } from './blocks.ts'
import { barChart, heatChart, lineChart, type DayPoint } from './charts.ts'
import { countOf, medianOf } from './figures.ts'
import { html, type Markup } from '../print/markup.ts'
import { type PageEdges, selfContainedPage } from '../print/page.ts'
import { periodBefore, sentences, tiles } from './opening.ts'
import { style } from './style.ts'
import { reportWords, type Words } from '../print/words.ts'

/** What every block is given. */
export interface ReportContext {
  readonly report: Report
  readonly words: Words
  readonly format: Format
}

/**
 * Renders a report as one self-contained page. The same report gives the same bytes.
 */
export function renderReport(report: Report): string {
  const words = reportWords(report.language)
  const context: ReportContext = {
    report,
    words,
    format: formatFor(report.language, report.scope.zone, report.madeAt),
  }
  return selfContainedPage({
    language: report.language,
    style,
    edges: pageEdges(context),
    body: body(context),
  })
}

function body(context: ReportContext): Markup {
  const { words } = context
  return html` <section class="together">
      <h1>${title(context)}</h1>
      <p class="subtitle">${subtitle(context)}</p>
      <p class="lead">${sentences(context)}</p>
    </section>
    ${tiles(context)}
    <section class="two together">${conversationsByDay(context)}${firstResponseByDay(context)}</section>
    <section>
      <h2>${words('agents')}</h2>
      ${agentTable(context)}
    </section>
    <section class="page two">
      <div>${categoryTable(context)}</div>
      <div>${channelTable(context)}</div>
    </section>
    <section class="two together">
      <div>${busyHours(context)}</div>
      <div>${failureTable(context)}</div>
    </section>
    <section>
      <h2>
        ${words('flags')}
        <small
          >${context.report.flagsTotal > 0 && words('flagsNote', { shown: context.format.count(context.report.flags.length), total: context.format.count(context.report.flagsTotal) })}</small
        >
      </h2>
      ${flagTable(context)}
    </section>
    <section>
      <h2>
        ${words('definitions')}
        <small>${words('definitionsNote', { version: context.report.version })}</small>
      </h2>
      <p class="muted">${words('benchmarks')} ${words('small')}</p>
      ${definitionList(context)}
    </section>`
}

function title({ report, words, format }: ReportContext): string {
  const weeks = new Set(report.byDay.rows.map((row) => weekOf(row.key.day ?? '')))
  const [week] = weeks
  const wholeWeek = weeks.size === 1 && report.byDay.rows.length === 7
  if (wholeWeek && week !== undefined) return words('title', { week })
  return words('titleDays', { period: format.period(report.scope.from, report.scope.to) })
}

/** ISO week number of a local date. */
function weekOf(day: string): number {
  const date = new Date(`${day}T00:00:00Z`)
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * 86_400_000)
  const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return Math.ceil(((thursday.getTime() - newYear) / 86_400_000 + 1) / 7)
}

function subtitle({ report, words, format }: ReportContext): string {
  const { scope } = report
  const named = (ids: readonly string[], list: readonly { readonly id: string; readonly name: string }[]) =>
    ids.map((id) => list.find((one) => one.id === id)?.name ?? id)
  const some = [
    ...named(scope.teams, report.teams),
    ...named(scope.channels, report.channels),
    ...named(scope.agents, report.agents),
    ...scope.categories,
  ]
  return words('subtitle', {
    from: format.date(scope.from),
    to: format.date(scope.to - 1),
    before: periodBefore({ report, words }),
    hours: words(`hours.${report.scope.hours ?? 'calendar'}`),
    scope: some.length === 0 ? words('allTeams') : words('someOf', { names: some.join(', ') }),
    zone: scope.zone,
  })
}

function conversationsByDay(context: ReportContext): Markup {
  const { words } = context
  const points = days(context, (row) => countOf(row?.metrics.conversations_opened))
  return chartBlock(words('chart.conversations'), words('chart.conversationsNote'), points, words, () =>
    barChart(points, words('chart.conversations')),
  )
}

function firstResponseByDay(context: ReportContext): Markup {
  const { report, words, format } = context
  const points = days(context, (row) => {
    const median = medianOf(row?.metrics.first_response_time)
    return median === null ? null : median / 60
  })
  const target = report.targets.firstResponse
  return chartBlock(words('chart.first'), words('chart.firstNote'), points, words, () =>
    lineChart(
      points,
      words('chart.first'),
      target === null
        ? null
        : { value: target / 60, label: words('chart.target', { value: format.duration(target) }) },
    ),
  )
}

function chartBlock(
  name: string,
  note: string,
  points: readonly DayPoint[],
  words: Words,
  draw: () => Markup,
): Markup {
  const empty = points.every((point) => !point.value)
  return html`<div>
    <h2>${name} <small>${note}</small></h2>
    ${empty ? html`<p class="muted">${words('chart.nothing')}</p>` : draw()}
  </div>`
}

function days(
  { report, format }: ReportContext,
  read: (row: Report['byDay']['rows'][number] | undefined) => number | null,
): DayPoint[] {
  const short = report.byDay.rows.length <= 10
  return report.byDay.rows.map((row, index) => ({
    label: short ? weekdayAndDay(row.key.day ?? '', format) : format.dayLabel(row.key.day ?? ''),
    value: read(row),
    before: read(report.byDayBefore.rows[index]),
  }))
}

function weekdayAndDay(day: string, format: Format): string {
  const date = new Date(`${day}T00:00:00Z`)
  return `${format.weekday(date.getUTCDay() || 7)} ${date.getUTCDate()}`
}

function busyHours({ report, words, format }: ReportContext): Markup {
  const values = new Map(
    report.byHour.rows.map((row) => [
      row.key['weekday-hour'] ?? '',
      countOf(row.metrics.messages_received) ?? 0,
    ]),
  )
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => format.weekday(day))
  return html`<h2>${words('chart.busy')} <small>${words('chart.busyNote')}</small></h2>
    ${heatChart(values, weekdays, words('chart.busy'))}`
}

function pageEdges({ report, words, format }: ReportContext): PageEdges {
  const rejected = format.count(report.rejected)
  return {
    topLeft: report.workspace,
    topRight: words(report.hideNames ? 'namesHidden' : 'namesShown'),
    bottomLeft:
      report.completeTo === null
        ? words('completeUnknown', { rejected })
        : words('complete', { time: format.dateTime(report.completeTo), rejected }),
    of: words('page'),
  }
}
