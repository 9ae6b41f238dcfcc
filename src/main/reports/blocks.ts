import type { Figures, MetricsRow } from '../../shared/contract.ts'
import { flagReason } from '../../shared/flagReason.ts'
import { metricIds } from '../../shared/metrics.ts'
import { reportMetrics } from './compose.ts'
import { countOf, durationOf, valueOf } from './figures.ts'
import { html, type Markup } from '../print/markup.ts'
import type { ReportContext } from './page.ts'
import { failureWords, flagWords, metricWords } from '../print/words.ts'

const smallestRate = 30
const mostCategories = 12

/** Agents under their teams; a team's row holds its own figures, never sums of medians. Who did nothing is left out. */
export function agentTable(context: ReportContext): Markup {
  const { report, words } = context
  const active = report.byAgent.rows.filter(
    (row) => row.key.agent != null && (countOf(row.metrics.handled) ?? 0) > 0,
  )
  const teamOf = (agent: string) => report.agents.find((one) => one.id === agent)?.teams[0] ?? null
  const groups = [...report.teams.map((team) => team.id), null]
    .map((team) => ({ team, members: active.filter((row) => teamOf(row.key.agent ?? '') === team) }))
    .filter((group) => group.members.length > 0)
  if (groups.length === 0) return html`<p class="muted">${words('chart.nothing')}</p>`
  const head = ['handled', 'first', 'p90', 'resolution', 'csat', 'flags'].map(
    (key) => html`<th>${words(`column.${key}`)}</th>`,
  )
  return html`<table>
    <thead>
      <tr>
        <th></th>
        ${head}
      </tr>
    </thead>
    <tbody>
      ${groups.map(
        (group) =>
          html`${groupRow(context, group.team)}${group.members.map((row) => agentRow(context, row))}`,
      )}
    </tbody>
  </table>`
}

function groupRow(context: ReportContext, team: string | null): Markup | null {
  const row = context.report.byTeam.rows.find((one) => one.key.team === team)
  const name = context.report.teams.find((one) => one.id === team)?.name
  if (row === undefined || name === undefined) return null
  return html`<tr class="group">
    <td><bdi>${name}</bdi></td>
    ${figureCells(context, row.metrics)}
  </tr>`
}

function agentRow(context: ReportContext, row: MetricsRow): Markup {
  const name = context.report.agents.find((one) => one.id === row.key.agent)?.name ?? row.key.agent ?? ''
  return html`<tr class="member">
    <td><bdi>${name}</bdi></td>
    ${figureCells(context, row.metrics)}
  </tr>`
}

function figureCells({ format, words }: ReportContext, figures: Figures): Markup {
  const first = durationOf(figures.first_response_time)
  const csat = valueOf(figures.csat_score)
  const small = csat?.of !== undefined && csat.of > 0 && csat.of < smallestRate
  return html`<td>${format.count(countOf(figures.handled))}</td>
    <td>${format.duration(first?.median)}</td>
    <td class="second">${format.duration(first?.p90)}</td>
    <td>${format.duration(durationOf(figures.resolution_time)?.median)}</td>
    <td>
      ${format.rate(csat?.value)}${small && html` <span class="small">${words('of', { count: format.count(csat.of) })}</span>`}
    </td>
    <td>${format.count(countOf(figures.flags_raised))}</td>`
}

export function categoryTable({ report, words, format }: ReportContext): Markup {
  const before = new Map(
    report.byCategoryBefore.rows.map((row) => [
      row.key.category ?? null,
      countOf(row.metrics.conversations_opened),
    ]),
  )
  const rows = report.byCategory.rows
    .map((row) => ({ name: row.key.category ?? null, count: countOf(row.metrics.conversations_opened) ?? 0 }))
    .filter((row) => row.count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostCategories)
  const most = rows[0]?.count ?? 0
  return html`<h2>${words('categories')}</h2>
    <table class="bars">
      <thead>
        <tr>
          <th></th>
          <th></th>
          <th>${words('column.conversations')}</th>
          <th>${words('column.change')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <td><bdi>${row.name ?? words('uncategorised')}</bdi></td>
              <td>${meter(row.count, most)}</td>
              <td>${format.count(row.count)}</td>
              <td class="second">${format.change(row.count, before.get(row.name) ?? null, 'count')}</td>
            </tr>`,
        )}
      </tbody>
    </table>`
}

export function channelTable({ report, words, format }: ReportContext): Markup {
  const rows = report.byChannel.rows.filter((row) => row.key.channel != null)
  return html`<h2>${words('channels')}</h2>
    <table>
      <thead>
        <tr>
          <th></th>
          ${['conversations', 'sent', 'failed'].map((key) => html`<th>${words(`column.${key}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => {
          const channel = report.channels.find((one) => one.id === row.key.channel)
          return html`<tr>
            <td><bdi>${channel?.name ?? row.key.channel ?? ''}</bdi></td>
            <td>${format.count(countOf(row.metrics.conversations_opened))}</td>
            <td>${format.count(countOf(row.metrics.messages_sent))}</td>
            <td>${format.rate(valueOf(row.metrics.failure_rate)?.value)}</td>
          </tr>`
        })}
      </tbody>
    </table>
    <h2 style="margin-top:14pt">${words('contacts')}</h2>
    <table>
      <tbody>
        <tr>
          <td>${words('contactsNew')}</td>
          <td>${format.count(countOf(report.now.total.metrics.contacts_new))}</td>
        </tr>
        <tr>
          <td>${words('contactsReturning')}</td>
          <td>${format.count(countOf(report.now.total.metrics.contacts_returning))}</td>
        </tr>
      </tbody>
    </table>`
}

export function failureTable({ report, words, format }: ReportContext): Markup {
  const rows = report.failures.rows
    .map((row) => ({ code: row.key.error ?? null, count: countOf(row.metrics.messages_failed) ?? 0 }))
    .filter((row) => row.count > 0)
    .toSorted((a, b) => b.count - a.count)
  const most = rows[0]?.count ?? 0
  return html`<h2>${words('failures')}</h2>
    ${
      rows.length === 0
        ? html`<p class="muted">${format.count(0)}</p>`
        : html`<table class="bars">
            <tbody>
              ${rows.map(
                (row) =>
                  html`<tr>
                    <td>
                      <span class="small">${row.code ?? ''}</span> ${failureWords(report.language, row.code)}
                    </td>
                    <td>${meter(row.count, most)}</td>
                    <td>${format.count(row.count)}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }`
}

function meter(value: number, most: number): Markup {
  const share = most === 0 ? 0 : Math.round((1000 * value) / most) / 10
  return html`<span class="meter" style="width:${share}%"></span>`
}

export function flagTable(context: ReportContext): Markup {
  const { report, words, format } = context
  if (report.flags.length === 0) return html`<p class="muted">${words('noFlags')}</p>`
  const customers = new Map<string, number>()
  const reasons = {
    say: flagWords(report.language),
    failure: (code: number) => failureWords(report.language, String(code)),
    format,
  }
  const head = ['raised', 'customer', 'agent', 'reason', 'ended'].map(
    (key, index) => html`<th class="${index === 4 ? 'right' : 'left'}">${words(`flagColumn.${key}`)}</th>`,
  )
  return html`<table>
    <thead>
      <tr>
        ${head}
      </tr>
    </thead>
    <tbody>
      ${report.flags.map((flag) => {
        const { id, name } = flag.contact ?? flag.subject
        // Who is no customer has a name that may be told: an agent, a channel, a template.
        const isHidden = report.hideNames && (flag.contact !== null || flag.subject.kind === 'conversation')
        if (isHidden && !customers.has(id)) customers.set(id, customers.size + 1)
        const customer = isHidden ? words('customer', { id: customers.get(id) ?? 0 }) : name
        const agent = report.agents.find((one) => one.id === flag.agent)?.name ?? flag.agent
        return html`<tr>
          <td>${format.dateTime(flag.raisedAt)}</td>
          <td class="left"><bdi>${customer}</bdi></td>
          <td class="left"><bdi>${agent ?? words('unassigned')}</bdi></td>
          <td class="left">${flagReason(flag, reasons)}</td>
          <td>${flag.endedAt === null ? words('stillOpen') : format.dateTime(flag.endedAt)}</td>
        </tr>`
      })}
    </tbody>
  </table>`
}

/** Every metric the report shows, in the words of the catalogue. */
export function definitionList({ report, words }: ReportContext): Markup {
  const shown = metricIds.filter((id) => reportMetrics.includes(id))
  return html`<dl>
    ${shown.map((id) => {
      const metric = metricWords(report.language, id)
      return html`<dt>${metric.name}</dt>
        <dd>
          ${metric.definition} <span class="small">${words('credit', { credit: metric.credit })}</span>
        </dd>`
    })}
  </dl>`
}
