import { flagReason } from '../../../shared/flagReason.ts'
import { flagRuleKinds, type Flag } from '../../../shared/flags.ts'
import type { FlagRow } from '../../../shared/reportBlocks.ts'
import { html } from '../../print/markup.ts'
import { failureWords, flagWords } from '../../print/words.ts'
import type { ComposeContext } from '../context.ts'
import { bdi, headOf, noteMark, nothing, type BlockForm } from './block.ts'

/** Flags raised in the period, latest first. What people wrote of them is not told: it may name a customer. */
export const flags: BlockForm<'flags'> = {
  async compose(block, context) {
    const { ports, query, words } = context
    const { rules, most } = block
    const found = await ports.flags({ scope: query.scope, state: 'all', rules, after: null, limit: most })
    return {
      ...headOf(block, words('block.flags')),
      kind: 'flags',
      rows: found.rows.map((flag) => rowOf(flag, context)),
      total: found.total,
    }
  },
  look(data, context) {
    const { words, format, scope } = context
    // Filtered to one agent, every row would name the same.
    const isOfOne = scope.agents.length === 1
    if (data.rows.length === 0)
      return html`<h2>${data.title}</h2>
        ${nothing(context, 'nothing.flags')}`
    return html`<h2>
        ${data.title}
        <small>${words('note.latest', { count: data.rows.length })}</small>
      </h2>
      <table class="list">
        <thead>
          <tr>
            ${['raised', 'reason', 'about', 'agent', 'ended']
              .filter((key) => !(isOfOne && key === 'agent'))
              .map((key) => html`<th>${words(`column.${key}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${data.rows.map(
            (row) =>
              html`<tr>
                <td class="time">${format.dateTime(row.raisedAt)}</td>
                <td class="reason"><i class="${row.isDanger ? 'danger' : 'warning'}"></i>${row.reason}</td>
                <td class="who">${bdi(row.subject)}${noteMark(row.footnote)}</td>
                ${!isOfOne && html`<td class="person">${bdi(row.agent ?? words('none.agent'))}</td>`}
                <td class="time">
                  ${row.endedAt === null ? words('stillOpen') : format.dateTime(row.endedAt)}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>`
  },
  tables: (data, { words }) => [
    {
      block: data.id,
      title: data.title,
      columns: [
        { title: words('column.raised'), kind: 'time' },
        { title: words('column.reason'), kind: 'text' },
        { title: words('column.about'), kind: 'text' },
        { title: words('column.agent'), kind: 'text' },
        { title: words('column.ended'), kind: 'time' },
      ],
      rows: data.rows.map(({ raisedAt, reason, subject, agent, endedAt }) => [
        raisedAt,
        reason,
        subject,
        agent,
        endedAt,
      ]),
    },
  ],
}

function rowOf(flag: Flag, context: ComposeContext): FlagRow {
  const { names, format, query, at, footnotes } = context
  const isOver = flag.endedAt !== null && flag.endedAt <= at
  const contact = flag.contact ?? (flag.subject.kind === 'conversation' ? flag.subject : null)
  const subject = contact === null ? flag.subject.name : names.contact(contact)
  const reason = flagReason(isOver ? flag : goingOn(flag, Math.min(at, query.scope.to)), {
    say: flagWords(query.language),
    failure: (code) => failureWords(query.language, String(code)),
    format,
  })
  return {
    raisedAt: flag.raisedAt,
    endedAt: isOver ? flag.endedAt : null,
    rule: flag.rule,
    isDanger: flag.severity === 'danger',
    reason,
    subject,
    agent: flag.agent === null ? null : names.of('agent', flag.agent),
    footnote:
      flag.conversation === null || contact === null
        ? null
        : footnotes.conversation({ conversation: flag.conversation, contact, at: flag.raisedAt }, subject),
  }
}

/** A wait that goes on is as long as it was at the report's moment: the clock is none of its business. */
function goingOn(flag: Flag, at: number): Flag {
  const isWait = flag.target !== null && flagRuleKinds[flag.rule].unit === 'seconds'
  return { ...flag, endedAt: null, seconds: isWait ? Math.round((at - flag.from) / 1000) : flag.seconds }
}
