import type { ExplainQuery, Insights } from '../../../shared/contract.ts'
import { addDays, hourMs, startOfWeek } from '../../../shared/period.ts'
import type { Finding } from '../../../shared/reportBlocks.ts'
import { valueText } from '../../../shared/valueText.ts'
import { html } from '../../print/markup.ts'
import type { ComposeContext } from '../context.ts'
import { pieces, plainText } from '../words/pieces.ts'
import { headOf, metricName, nothing, saidMarkup, sentenceMarkup, type BlockForm } from './block.ts'

/** What stands out, as on the overview: who does not cope, what got worse, who is far off, which hours were unlike others. */
export const insights: BlockForm<'insights'> = {
  async compose(block, context) {
    const found = await context.numbers.insights(context.query.scope)
    const all = findingsOf(found, context)
    return {
      ...headOf(block, context.words('block.insights')),
      kind: 'insights',
      findings: all.slice(0, block.most).map((make) => make()),
      more: Math.max(0, all.length - block.most),
    }
  },
  look(data, context) {
    if (data.findings.length === 0)
      return html`<h2>${data.title}</h2>
        ${nothing(context, 'nothing.standsOut')}`
    return html`<h2>${data.title}</h2>
      <div class="findings">
        ${data.findings.map(
          ({ head, body }) =>
            html`<div class="finding"><b>${saidMarkup(head)}</b> ${sentenceMarkup(body)}</div>`,
        )}
      </div>
      ${data.more > 0 && html`<p class="muted">${context.words('more', { count: data.more })}</p>`}`
  },
  tables: (data, { words }) => [
    {
      block: data.id,
      title: data.title,
      columns: [
        { title: words('column.finding'), kind: 'text' },
        { title: words('column.detail'), kind: 'text' },
      ],
      rows: data.findings.map(({ head, body }) => [plainText(head), plainText(body.pieces)]),
    },
  ],
}

/** Worst first. Made when it is shown: each leads to its conversations. */
function findingsOf(found: Insights, context: ComposeContext): readonly (() => Finding)[] {
  const isWorse = ({ verdict }: Insights['trends'][number]) => verdict === 'worse'
  const trend = (one: Insights['trends'][number]) => () => trendFinding(one, context)
  const coping = found.coping.filter(({ verdict }) => verdict === 'falling_behind' || verdict === 'stretched')
  return [
    ...coping
      .toSorted((a, b) => Number(b.verdict === 'falling_behind') - Number(a.verdict === 'falling_behind'))
      .map((one) => () => copingFinding(one, context)),
    ...found.trends.filter(isWorse).map(trend),
    ...found.outliers.map((one) => () => outlierFinding(one, context)),
    ...found.anomalies.map((one) => () => anomalyFinding(one, context)),
    ...found.trends.filter((one) => !isWorse(one)).map(trend),
  ]
}

function copingFinding(
  { agent, verdict, because }: Insights['coping'][number],
  context: ComposeContext,
): Finding {
  const { words, format, names } = context
  const reasons = because.slice(0, 2).map(({ code, value, before }) => {
    const text = code.startsWith('waits') ? format.duration : format.count
    return words(`because.${code}`, { value: text(value), before: text(before) })
  })
  return {
    head: pieces(words, `finding.${verdict}`, {}, { name: names.of('agent', agent) }),
    body: {
      pieces: pieces(words, 'finding.because', { reasons: reasons.join(words('finding.and')) }),
      footnote: figureNote(
        context,
        { metric: 'assigned', scope: context.query.scope, key: { agent } },
        agent,
      ),
    },
  }
}

function trendFinding(
  { metric, agent, direction, weeks, from, to }: Insights['trends'][number],
  context: ComposeContext,
): Finding {
  const { words, format, names, query } = context
  const name = metricName(query, metric)
  const { scope } = query
  const start = addDays(startOfWeek(scope.to - 1, scope.zone), -7 * weeks, scope.zone)
  return {
    head:
      agent === null
        ? pieces(words, 'finding.metric', { metric: name })
        : pieces(words, 'finding.metricOf', { metric: name }, { name: names.of('agent', agent) }),
    body: {
      pieces: pieces(words, `finding.${direction}`, {
        count: weeks,
        from: valueText(format, metric, from),
        to: valueText(format, metric, to),
      }),
      footnote: figureNote(
        context,
        {
          metric,
          scope: { ...scope, from: Math.min(start, scope.from) },
          ...(agent === null ? {} : { key: { agent } }),
        },
        agent,
      ),
    },
  }
}

function outlierFinding(
  { metric, agent, times, value, median, of }: Insights['outliers'][number],
  context: ComposeContext,
): Finding {
  const { words, format, names, query } = context
  return {
    head: pieces(
      words,
      'finding.outlier',
      { metric: metricName(query, metric), times: format.score(times) },
      { name: names.of('agent', agent) },
    ),
    body: {
      pieces: pieces(words, 'finding.outlierBody', {
        count: of,
        value: valueText(format, metric, value),
        median: valueText(format, metric, median),
      }),
      footnote: figureNote(context, { metric, scope: query.scope, key: { agent } }, agent),
    },
  }
}

function anomalyFinding(
  { metric, at, value, expected, low }: Insights['anomalies'][number],
  context: ComposeContext,
): Finding {
  const { words, format, query } = context
  return {
    head: pieces(words, 'finding.hour', { at: format.dateTime(at) }),
    body: {
      pieces: pieces(words, value < low ? 'finding.few' : 'finding.many', {
        metric: metricName(query, metric),
        value: valueText(format, metric, value),
        expected: valueText(format, metric, Math.round(expected)),
      }),
      footnote: figureNote(context, { metric, scope: { ...query.scope, from: at, to: at + hourMs } }, null),
    },
  }
}

function figureNote(context: ComposeContext, query: ExplainQuery, agent: string | null): number | null {
  const metric = metricName(context.query, query.metric)
  const about =
    agent === null ? metric : context.words('footnote.of', { metric, name: context.names.of('agent', agent) })
  return context.footnotes.figure(query, about)
}
