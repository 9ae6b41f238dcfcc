/** Chats as plain text, one line a message, later lines of it indented. */
import type { Words } from '../print/words.ts'
import type { PrintedChat, PrintedLine } from './chat.ts'
import type { TranscriptEdges } from './page.ts'

export function transcriptLines(
  chats: readonly PrintedChat[],
  page: { readonly edges: TranscriptEdges; readonly words: Words },
): string {
  const head = [page.edges.workspace, page.edges.privacy, page.edges.made]
  return [head.map(oneLine).join(' · '), ...chats.map((chat) => chatText(chat, page.words)), ''].join('\n\n')
}

function chatText(chat: PrintedChat, words: Words): string {
  const facts = chat.facts.map(({ label, value }) => `${label}: ${oneLine(value)}`).join(' · ')
  const days = chat.days.map(({ day, lines }) => `── ${day} ──\n${lines.map(lineText).join('\n')}`)
  return [
    `═══ ${oneLine(chat.title)} ═══\n${oneLine(chat.subtitle)}\n${facts}`,
    ...(days.length === 0 ? [words('transcript.empty')] : days),
  ].join('\n\n')
}

function lineText(line: PrintedLine): string {
  if (line.kind === 'event') return `${line.time}  · ${indented(line.text)}`
  const quote = line.quote === null ? '' : `> ${indented(line.quote)}\n       `
  const media = line.media === null ? '' : `[${oneLine(line.media)}] `
  const marks = line.marks.length === 0 ? '' : ` (${line.marks.map(oneLine).join(', ')})`
  return `${line.time}  ${oneLine(line.author)}: ${quote}${media}${indented(line.text)}${marks}`
}

function indented(text: string): string {
  return visible(text).replaceAll(/\r\n?|\n/g, '\n       ')
}

function oneLine(text: string): string {
  return visible(text).replaceAll(/\s+/g, ' ')
}

/** Characters that turn or hide what follows are written out: a text file cannot isolate them. */
function visible(text: string): string {
  return text.replaceAll(
    // oxlint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u0080-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
