import { metrics } from '../../../shared/metrics.ts'
import type { ChatRow } from '../../../shared/reportBlocks.ts'
import { valueText } from '../../../shared/valueText.ts'
import { html } from '../../print/markup.ts'
import { bdi, column, headOf, metricName, noteMark, nothing, type BlockForm } from './block.ts'

/** Conversations behind a figure: the longest of a duration, the latest of what is counted. */
export const chats: BlockForm<'chats'> = {
  compose(block, context) {
    const { numbers, query, ports, names, footnotes } = context
    const { metric } = block
    const { included, includedTotal } = numbers.behind({ metric, scope: query.scope, limit: block.most })
    const isLongest = metrics[metric].shape === 'duration'
    const usual = context.words(`block.chats.${isLongest ? 'longest' : 'latest'}`, {
      metric: metricName(query, metric),
    })
    return {
      ...headOf(block, usual),
      kind: 'chats',
      metric,
      rows: included
        .filter(({ conversation }) => conversation >= 0)
        .map((row): ChatRow => {
          const chat = ports.chat(row)
          const contact = names.contact(chat.contact)
          return {
            at: row.at,
            contact,
            agent: chat.agent === null ? null : names.of('agent', chat.agent),
            channel: chat.channel,
            category: chat.category,
            value: row.value,
            footnote: footnotes.conversation(
              { conversation: chat.conversation, contact: chat.contact, at: row.at },
              contact,
            ),
          }
        }),
      total: includedTotal,
    }
  },
  look(data, context) {
    const { words, format, scope } = context
    // Filtered to one agent, every row would name the same.
    const isOfOne = scope.agents.length === 1
    const { metric, rows, total } = data
    const showsValue = metrics[metric].unit !== 'count'
    if (rows.length === 0)
      return html`<h2>${data.title}</h2>
        ${nothing(context)}`
    return html`<h2>
        ${data.title}
        <small>${words('shownOf', { shown: format.count(rows.length), total: format.count(total) })}</small>
      </h2>
      <table class="list">
        <thead>
          <tr>
            ${['when', 'customer', 'agent', 'channel', 'category']
              .filter((key) => !(isOfOne && key === 'agent'))
              .map((key) => html`<th>${words(`column.${key}`)}</th>`)}
            ${showsValue && html`<th class="figure">${metricName(context, metric)}</th>`}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                <td class="time">${format.dateTime(row.at)}</td>
                <td class="who">${bdi(row.contact)}${noteMark(row.footnote)}</td>
                ${!isOfOne && html`<td>${bdi(row.agent ?? words('none.agent'))}</td>`}
                <td>${bdi(row.channel)}</td>
                <td>${bdi(row.category ?? words('none.category'))}</td>
                ${showsValue && html`<td class="figure">${valueText(format, metric, row.value)}</td>`}
              </tr>`,
          )}
        </tbody>
      </table>`
  },
  tables: (data, context) => [
    {
      block: data.id,
      title: data.title,
      columns: [
        { title: context.words('column.when'), kind: 'time' },
        ...['customer', 'agent', 'channel', 'category'].map(
          (key) => ({ title: context.words(`column.${key}`), kind: 'text' }) as const,
        ),
        column(metricName(context, data.metric), data.metric),
      ],
      rows: data.rows.map(({ at, contact, agent, channel, category, value }) => [
        at,
        contact,
        agent,
        channel,
        category,
        value,
      ]),
    },
  ],
}
