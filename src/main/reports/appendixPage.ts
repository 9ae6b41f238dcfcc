/** How the appendix looks: footnotes, definitions, settings, and at the very end the fingerprint. */
import type { Footnote, Report } from '../../shared/reporting.ts'
import { html, type Markup } from '../print/markup.ts'
import type { LookContext } from './blocks/block.ts'
import { reasonWords } from '../print/words.ts'

export function appendixMarkup(report: Report, context: LookContext): Markup {
  const { evidence, definitions } = report.template.appendix
  const hasNotes = evidence && report.footnotes.length > 0
  if (!hasNotes && !definitions) return html``
  return html`<div class="appendix"></div>
    ${hasNotes && evidencePage(report, context)} ${definitions && definitionsPage(report, context)}`
}

function evidencePage({ footnotes, fingerprint }: Report, context: LookContext): Markup {
  const { words } = context
  const example = `${fingerprint.slice(0, 6).toUpperCase()}-1`
  return html`<section class="evidence">
    <h2>${words('appendix.evidence')}</h2>
    <p class="muted">${words('appendix.evidenceNote', { id: example })}</p>
    <div class="notelist">${footnotes.map((note) => noteMarkup(note, context))}</div>
  </section>`
}

function noteMarkup({ id, about, total, when, contacts }: Footnote, { format }: LookContext): Markup {
  const isOne = when !== null && when.from === when.to
  const time = when === null ? '' : isOne ? format.dateTime(when.from) : format.period(when.from, when.to)
  // Of one conversation, the line says already whom it is with and when.
  const chats = contacts.map(({ name, conversation, at }) =>
    isOne
      ? html` <bdi class="chat">${conversation}</bdi>`
      : html`<span class="who"
          ><bdi>${name}</bdi> ${format.dateTime(at)} <bdi class="chat">${conversation}</bdi></span
        >`,
  )
  return html`<div class="note">
    <span class="id">${id}</span>
    <span class="about"><bdi>${about}</bdi>${chats}</span>
    <span class="total">${isOne ? '' : format.count(total)}</span>
    <span class="when">${time}</span>
  </div>`
}

function definitionsPage({ appendix, language, version }: Report, context: LookContext): Markup {
  const { words, format } = context
  return html`<section class="settings">
      <h2>${words('appendix.settings')}</h2>
      <table class="lines">
        <tbody>
          ${appendix.settings.map(
            ({ name, value }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td><bdi>${value}</bdi></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>
    <section class="definitions">
      <h2>
        ${words('appendix.definitions')}
        <small>${words('appendix.definitionsNote', { version })}</small>
      </h2>
      <p class="muted">${words('appendix.small')}</p>
      <dl>
        ${appendix.definitions.map(
          ({ name, definition, credit, leftOut }) =>
            html`<dt>${name}</dt>
              <dd>
                ${definition} <span class="small">${words('credit', { credit })}</span>
                ${
                  leftOut.length > 0 &&
                  html`<span class="small"
                    >${words('leftOut', {
                      reasons: leftOut
                        .map(({ reason, count }) =>
                          words('leftOutReason', {
                            count: format.count(count),
                            reason: reasonWords(language, reason),
                          }),
                        )
                        .join(', '),
                    })}</span
                  >`
                }
              </dd>`,
        )}
      </dl>
    </section>`
}

/** The very end: what this is proof of, and the fingerprint. */
export function closing(
  { fingerprint, version, footnotes, template }: Report,
  { words }: LookContext,
): Markup {
  const isUntold = footnotes.length > 0 && !template.appendix.evidence
  return html`<footer class="closing">
    <p class="muted">
      ${isUntold && words('appendix.evidenceNote', { id: footnotes[0]?.id ?? '' })}
      ${words('closing', { version })}
    </p>
    <p class="fingerprint">SHA-256 ${fingerprint}</p>
  </footer>`
}
