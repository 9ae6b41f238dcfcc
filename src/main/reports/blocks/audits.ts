import type { ScoreRow } from '../../../shared/audits.ts'
import type { AuditRow, DataOf } from '../../../shared/reportBlocks.ts'
import { html, type Markup } from '../../print/markup.ts'
import type { AuditScores } from '../../audits/results.ts'
import { intervalDot, intervalScale, type Scale } from '../charts/interval.ts'
import type { ComposeContext } from '../context.ts'
import { bdi, headOf, nothing, type BlockForm, type BlockOf, type LookContext } from './block.ts'

/** Results of reviews of chats drawn at random, with intervals; never ranked. */
export const audits: BlockForm<'audits'> = {
  compose(block, context) {
    const { query, ports, words } = context
    const results = ports.audits({
      scope: query.scope,
      scorecard: null,
      reviewers: [],
      includePicked: false,
    })
    return {
      ...headOf(block, words(`block.audits.${block.of}`)),
      kind: 'audits',
      of: block.of,
      rows: rowsOf(block.of, results, context),
      picked: results.picked,
    }
  },
  look(data, context) {
    const { words } = context
    const head = html`<h2>
      ${data.title} ${data.picked > 0 && html`<small>${words('note.picked', { count: data.picked })}</small>`}
    </h2>`
    if (data.rows.length === 0)
      return html`${head}${nothing(context, data.of === 'causes' ? 'nothing.causes' : 'nothing.reviewed')}`
    const scale =
      data.of === 'causes'
        ? null
        : intervalScale(
            data.rows.map(({ low, high }) => (low === null || high === null ? null : { low, high })),
          )
    const isOfAgents = data.of === 'agents'
    return html`${head}
      <table>
        <thead>
          <tr>
            <th>${words(`column.${data.of}`)}</th>
            ${data.of === 'causes' && html`<th class="left">${words('column.criteria')}</th>`}
            <th>${words('column.reviews')}</th>
            ${isOfAgents && html`<th>${words('column.coverage')}</th>`}
            <th class="interval">
              ${data.of === 'causes' ? words('column.share') : words('column.interval', { metric: words('column.score'), low: scale?.low ?? 0, high: scale?.high ?? 100 })}
            </th>
            <th>${words('column.range')}</th>
          </tr>
        </thead>
        <tbody>
          ${data.rows.map((row) => rowMarkup(row, data.of, context, scale))}
        </tbody>
      </table>`
  },
  tables: (data, { words }) => {
    const kind = data.of === 'causes' ? 'rate' : 'score'
    return [
      {
        block: data.id,
        title: data.title,
        columns: [
          { title: words(`column.${data.of}`), kind: 'text' },
          { title: words('column.criteria'), kind: 'text' },
          { title: words('column.reviews'), kind: 'count' },
          { title: words(data.of === 'causes' ? 'column.share' : 'column.score'), kind },
          { title: words('column.low'), kind },
          { title: words('column.high'), kind },
        ],
        rows: data.rows.map(({ name, of, n, value, low, high }) => [name, of, n, value, low, high]),
      },
    ]
  },
}

function rowsOf(
  of: BlockOf<'audits'>['of'],
  results: AuditScores,
  { names, ports, query }: ComposeContext,
): readonly AuditRow[] {
  switch (of) {
    case 'agents': {
      const known = results.byAgent.length === 0 ? [] : ports.coverage(query.scope)
      const coverage = new Map(known.map((one) => [one.agent, one]))
      return results.byAgent.map((row) => {
        const covered = coverage.get(row.key)
        return {
          ...scored(row, names.of('agent', row.key)),
          coverage:
            covered === undefined
              ? null
              : { reviewed: covered.reviewed, conversations: covered.conversations },
        }
      })
    }
    case 'criteria':
      return results.byCriterion.map((row) => ({ ...scored(row, row.name), coverage: null }))
    case 'causes': {
      const criteria = new Map(results.byCriterion.map(({ key, name }) => [key, name]))
      return results.byCause.map(({ cause, criterion, share }) => ({
        name: cause,
        of: criteria.get(criterion) ?? criterion,
        n: share.n,
        value: share.share,
        low: share.low,
        high: share.high,
        coverage: null,
      }))
    }
  }
}

function scored({ score }: ScoreRow, name: string): Omit<AuditRow, 'coverage'> {
  return { name, of: null, n: score.n, value: score.mean, low: score.low, high: score.high }
}

function rowMarkup(
  row: AuditRow,
  of: DataOf<'audits'>['of'],
  { words, format }: LookContext,
  scale: Scale | null,
): Markup {
  const text = (value: number | null) => (of === 'causes' ? format.rate(value) : format.score(value))
  const isRange = row.low !== null && row.high !== null
  return html`<tr>
    <td class="name">${bdi(row.name)}</td>
    ${of === 'causes' && html`<td class="left">${bdi(row.of ?? '')}</td>`}
    <td>${format.count(row.n)}</td>
    ${of === 'agents' && html`<td>${row.coverage === null ? '–' : words('ofTotal', { count: format.count(row.coverage.reviewed), total: format.count(row.coverage.conversations) })}</td>`}
    <td>
      ${scale !== null && intervalDot(row.value, isRange ? { low: row.low ?? 0, high: row.high ?? 0 } : null, scale)}${text(row.value)}
    </td>
    <td class="second">${isRange ? `${text(row.low)}–${text(row.high)}` : words('tooFew')}</td>
  </tr>`
}
