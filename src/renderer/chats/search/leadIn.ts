import type { SnippetPart } from '../../../shared/searching.ts'

/** So many characters before the first hit, and it stands in the first line of a narrow row. */
const before = 28

/** A snippet whose first hit stands near its beginning: what comes long before it is cut, between words where there are any. */
export function withShortLeadIn(parts: readonly SnippetPart[]): readonly SnippetPart[] {
  const [first, ...rest] = parts
  if (!first || first.hit || rest.length === 0 || first.text.length <= before) return parts
  const from = first.text.length - before
  const space = first.text.indexOf(' ', from)
  const cut = space < 0 ? wholeFrom(first.text, from) : space + 1
  return [{ text: `…${first.text.slice(cut)}`, hit: false }, ...rest]
}

/** Where a character begins at a place or behind it: half an emoji is none. */
function wholeFrom(text: string, from: number): number {
  for (const { index } of new Intl.Segmenter().segment(text)) if (index >= from) return index
  return text.length
}
