/** What waits to be reviewed, in the order it was drawn, and what was made of it. */
import type { QueueItem, ReviewState, SampleRecipe } from '../../shared/audits.ts'
import { unpackFacts } from '../metrics/pack.ts'
import { rawSql, value, type ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { wordText } from '../store/words.ts'
import { chatName, findChat, nobody } from './chats.ts'
import { readSample, reviewOfPlace } from './samples.ts'

export interface QueuePorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly dictionary: () => WorkspaceDictionary
}

type Row = readonly [
  sample: string | null,
  recipe: string | null,
  source: string,
  conversation: string,
  agent: string | null,
  reviewer: string,
  risks: string,
  review: string | null,
  state: ReviewState | null,
  score: number | null,
]

/** Reviews that wait for their reviewer though nobody drew the chat. */
const waiting = `('draft', 'disputed')`

/** Places of samples with their reviews, oldest sample first, then what was picked by hand; `open`: samples not closed. */
const rows = `
  SELECT i.sample, s.recipe, i.source, i.conversation, i.agent, i.reviewer, i.risks, r.id, r.state, r.score, s.drawn_at, s.id AS ordered, i.place
  FROM sample_items i JOIN samples s ON s.id = i.sample ${reviewOfPlace}
  WHERE (i.reviewer = :reviewer OR :reviewer IS NULL) AND CASE WHEN :sample IS NULL THEN s.closed = 0 ELSE s.id = :sample END
  UNION ALL
  SELECT NULL, NULL, source, conversation, agent, reviewer, '[]', id, state, score, 9007199254740991, '', begun_at
  FROM reviews WHERE :sample IS NULL AND sample IS NULL AND (reviewer = :reviewer OR :reviewer IS NULL) AND state IN ${waiting}
  ORDER BY 11, 12, 13`

/**
 * The queue of a reviewer, or of all (null); of one sample, or of all that are not closed (null), then with drafts and
 * disputes of chats picked by hand. Others' scores of a calibration stay hidden while it is open. Throws a `StoreFailure`
 * (`invalid`) for a sample that does not exist.
 */
export function readQueue(
  ports: QueuePorts,
  query: { readonly reviewer: string | null; readonly sample: string | null },
): readonly QueueItem[] {
  const { workspaceDb } = ports
  const closed = query.sample !== null && readSample(workspaceDb, query.sample).closed
  const found = rawSql<Row>(workspaceDb, rows).all(query)
  const categories = new Map(ports.dictionary().categories.map(({ row, name }) => [row, name]))
  const recipes = new Map<string, SampleRecipe>()
  const recipeOf = (sample: string | null, text: string | null) => {
    if (sample === null || text === null) return null
    const recipe = recipes.get(sample) ?? (JSON.parse(text) as SampleRecipe)
    recipes.set(sample, recipe)
    return recipe
  }
  return found.map(([sample, text, source, conversation, agent, reviewer, risks, review, state, score]) => {
    const recipe = recipeOf(sample, text)
    const calibration = recipe?.calibration ?? false
    const chat = findChat(ports.cache, source, conversation)
    return {
      sample,
      sampleName: recipe?.name ?? null,
      calibration,
      conversation: chat?.name ?? chatName(ports.cache, source, conversation),
      contact: (chat?.contact ?? nobody).name,
      agent,
      category: chat === null ? null : (categories.get(chat.category ?? 0) ?? null),
      language: chat === null ? null : languageOf(ports.cache, chat.row),
      at: chat?.lastAt ?? 0,
      reviewer,
      review,
      state: state ?? 'open',
      score: calibration && !closed && reviewer !== query.reviewer ? null : score,
      dueAt: recipe?.dueAt ?? null,
      risks: JSON.parse(risks) as readonly string[],
      erased: chat === null,
    }
  })
}

/** The customer's language, as it was read; null: not told. */
function languageOf(cache: ReadableDb, conversation: number): string | null {
  const data = value<Uint8Array>(cache, 'SELECT data FROM facts WHERE conversation = ?', conversation)
  const mood = data === undefined ? null : unpackFacts(data).mood
  return mood === null ? null : wordText(cache, mood.language)
}
