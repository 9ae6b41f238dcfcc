/** What is posted of a flag: for programs its fields, for chat tools a `text`. Neither names nor writings, unless switched on. */
import type { Flag } from '../../../shared/flags.ts'
import { sentenceOf, type Telling } from '../notices.ts'
import type { Post } from '../tellingStore.ts'

/** One flag is posted under one name, however often it is tried. */
export function postOf(flag: Flag, telling: Telling): Post {
  const withText = telling.settings.telling.webhook?.withText ?? false
  const { title, body } = sentenceOf(flag, telling, withText)
  const link = linkOf(flag.id)
  const content = {
    id: flag.id,
    rule: flag.rule,
    severity: flag.severity,
    subject: { kind: flag.subject.kind, id: flag.subject.id },
    raisedAt: flag.raisedAt,
    link,
    text: `${plain(title)} – ${plain(body)} ${link}`,
  }
  return { id: `${flag.id}:${flag.raisedAt}`, at: telling.now, body: JSON.stringify(content) }
}

/** A made-up one. */
export function testPost(telling: Telling, id: string): Post {
  const { words, now } = telling
  const content = {
    id,
    rule: 'by_hand',
    severity: 'warning',
    subject: { kind: 'conversation', id },
    raisedAt: now,
    link: linkOf(id),
    text: `${words('test')} – ${words('testBody')}`,
  }
  return { id: `${id}:${now}`, at: now, body: JSON.stringify(content) }
}

function linkOf(flag: string): string {
  return `floorwalker://flag/${encodeURIComponent(flag)}`
}

/** Text that stays text in a chat tool: no mention that calls everybody, no tag, no link under another name. */
function plain(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '@\u200b')
    .replaceAll('](', ']\u200b(')
}
