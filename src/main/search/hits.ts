/** Hits as the screen shows them: read, marked, and gathered by conversation. */
import type { SearchGroup, SearchHit, SnippetPart } from '../../shared/searching.ts'
import type { ConversationRow } from '../../shared/contract.ts'
import type { RowNames } from '../store/rowNames.ts'
import { readTerms } from './conditions.ts'
import type { SearchDocument } from './documents.ts'
import { marksIn, snippetOf } from './marks.ts'
import type { SearchPlan } from './plan.ts'

/** One hit: the first field that has what was looked for, or the first that has anything. */
export function hitOf(document: SearchDocument, plan: SearchPlan, names: RowNames): SearchHit {
  const { fields, id, at, direction, agent } = document
  const read = readTerms(document)
  let shown: { readonly kind: SearchHit['kind']; readonly snippet: readonly SnippetPart[] } | null = null
  for (const [index, { kind, text }] of fields.entries()) {
    const marks = marksIn(text, read.tokensOf(index), plan.phrases, plan.numbers)
    if (shown !== null && marks.length === 0) continue
    shown = { kind, snippet: snippetOf(text, marks) }
    if (marks.length > 0) break
  }
  return { kind: 'message', snippet: [], ...shown, id, at, author: names.agent(agent), direction }
}

/** Hits in order, each conversation where its first one is. */
export function gather(
  hits: readonly { readonly conversation: number; readonly hit: SearchHit }[],
  rows: ReadonlyMap<number, ConversationRow>,
): readonly SearchGroup[] {
  return [...Map.groupBy(hits, ({ conversation }) => conversation)].flatMap(([conversation, of]) => {
    const row = rows.get(conversation)
    return row === undefined ? [] : [{ conversation: row, hits: of.map(({ hit }) => hit) }]
  })
}
