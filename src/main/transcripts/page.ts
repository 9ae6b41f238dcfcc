/** Chats as one page to read and print. */
import type { Language } from '../../shared/contract.ts'
import { html, type Markup } from '../print/markup.ts'
import { selfContainedPage } from '../print/page.ts'
import type { Words } from '../print/words.ts'
import type { PrintedChat, PrintedLine } from './chat.ts'

export interface TranscriptEdges {
  readonly workspace: string
  readonly privacy: string
  readonly made: string
}

export function transcriptMarkup(
  chats: readonly PrintedChat[],
  page: { readonly language: Language; readonly edges: TranscriptEdges; readonly words: Words },
): string {
  const { workspace, privacy, made } = page.edges
  return selfContainedPage({
    language: page.language,
    style,
    edges: { topLeft: workspace, topRight: privacy, bottomLeft: made, of: page.words('transcript.page') },
    body: html`${chats.map((chat) => chatSection(chat, page.words))}`,
  })
}

function chatSection(chat: PrintedChat, words: Words): Markup {
  return html`<section>
    <h1><bdi>${chat.title}</bdi></h1>
    <p class="subtitle"><bdi>${chat.subtitle}</bdi></p>
    <dl>
      ${chat.facts.map(
        ({ label, value }) =>
          html`<div>
            <dt>${label}</dt>
            <dd><bdi>${value}</bdi></dd>
          </div>`,
      )}
    </dl>
    ${chat.days.length === 0 && html`<p class="event">${words('transcript.empty')}</p>`}
    ${chat.days.map(
      ({ day, lines }) => html`
        <h2>${day}</h2>
        ${lines.map(lineMarkup)}
      `,
    )}
  </section>`
}

function lineMarkup(line: PrintedLine): Markup {
  if (line.kind === 'event')
    return html`<p class="event">
      <time>${line.time}</time>
      <bdi>${line.text}</bdi>
    </p>`
  const classes = ['bubble', line.side, line.machine && 'machine', line.failed && 'failed']
  return html`<article class="${classes.filter(Boolean).join(' ')}">
    ${line.quote !== null && html`<blockquote dir="auto">${line.quote}</blockquote>`}
    ${line.media !== null && html`<p class="media"><bdi>${line.media}</bdi></p>`}
    ${line.text !== '' && html`<p class="text" dir="auto">${line.text}</p>`}
    <p class="meta">
      <bdi>${line.author}</bdi> ${line.marks.map((mark) => html`<span><bdi>${mark}</bdi></span> `)}<time
        >${line.time}</time
      >
    </p>
  </article>`
}

const style = `
section + section { break-before: page; }
h1 { font-size: 17pt; line-height: 22pt; margin: 0; font-weight: 650; letter-spacing: -0.01em; }
h2 { font-size: 8.5pt; line-height: 12pt; font-weight: 500; color: #52555b; text-align: center; margin: 12pt 0 6pt; break-after: avoid; }
p { margin: 0; } .subtitle { color: #52555b; }
dl { display: flex; flex-wrap: wrap; gap: 4pt 14pt; margin: 8pt 0 4pt; padding: 6pt 0; border-top: 0.5pt solid #d6d6d1; border-bottom: 0.5pt solid #d6d6d1; }
dt { font-size: 7.5pt; line-height: 10pt; color: #52555b; } dd { margin: 0; font-weight: 500; }
.bubble { max-width: 68%; width: fit-content; padding: 5pt 8pt 4pt; margin: 0 0 5pt; border: 0.5pt solid #d6d6d1; border-radius: 7pt; break-inside: avoid; overflow-wrap: anywhere; }
.bubble.in { background: #f4f4f2; border-bottom-left-radius: 2pt; } .bubble.out { margin: 0 1pt 5pt auto; background: #e8eefa; border-color: #cfdcf3; border-bottom-right-radius: 2pt; }
.bubble.machine { background: #fff; border-style: dashed; border-color: #878b92; } .bubble.failed { background: #fff; border-color: #ab2218; }
.text { white-space: pre-wrap; } .media { font-weight: 500; }
.meta { font-size: 7.5pt; line-height: 10pt; color: #52555b; margin-top: 2pt; } .out .meta { text-align: right; } .failed .meta { color: #ab2218; } .meta span + span::before, .meta time::before, .meta span::before { content: "· "; }
blockquote { margin: 0 0 3pt; padding-inline-start: 5pt; border-inline-start: 1.5pt solid #878b92; color: #52555b; font-size: 8pt; line-height: 11pt; }
.event { font-size: 8pt; line-height: 12pt; color: #52555b; margin: 3pt 0 6pt; overflow-wrap: anywhere; } .event time { display: inline-block; min-width: 30pt; }
@media screen { section { max-width: 720px; margin: 0 auto; } section + section { margin-top: 64px; } }
`
