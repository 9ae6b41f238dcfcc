/** Samples that were drawn: kept with their recipe, so that anybody can see how, and draw the same again. */
import { randomUUID } from 'node:crypto'
import type {
  ReviewState,
  Sample,
  SamplePreview,
  SampleRecipe,
  SampledConversation,
  Stratum,
} from '../../shared/audits.ts'
import { inline } from '../../shared/phrases.ts'
import { rawSql, sql, value, type ReadableDb, type WritableDb } from '../store/database.ts'
import { storeFailed } from '../store/errors.ts'
import { chatByName } from './chats.ts'
import { deal } from './dealing.ts'
import { checkRecipe, longestName } from './recipe.ts'

interface KeepPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: WritableDb
  readonly now: () => number
}

/**
 * Keeps what was drawn and deals it to the reviewers. Throws a `StoreFailure` (`invalid`) where a chat of it is gone, or was
 * drawn in the same cycle since: then nothing is kept.
 */
export function keepSample(ports: KeepPorts, asked: SampleRecipe, drawn: SamplePreview): Sample {
  const { cache, workspaceDb } = ports
  const recipe = checkRecipe(workspaceDb, asked)
  const items = dealt(recipe, drawn.conversations).map((item) => ({
    ...item,
    chat: chatByName(cache, item.conversation),
  }))
  const id = randomUUID()
  const run = workspaceDb.transaction(() => {
    for (const { chat } of items) refuseDrawnBefore(workspaceDb, recipe.cycle, chat)
    sql(
      workspaceDb,
      'INSERT INTO samples(id, recipe, cycle, drawn_at, candidates, strata) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(
      id,
      JSON.stringify(recipe),
      recipe.cycle,
      ports.now(),
      drawn.candidates,
      JSON.stringify(drawn.strata),
    )
    const insert = sql(
      workspaceDb,
      'INSERT INTO sample_items(sample, place, source, conversation, agent, reviewer, weight, risks) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    )
    for (const [place, { chat, agent, reviewer, weight, risks }] of items.entries())
      insert.run(id, place, chat.source, chat.conversation, agent, reviewer, weight, JSON.stringify(risks))
    return readSample(workspaceDb, id)
  })
  return run.immediate()
}

/** One entry for each review that is to be made, in drawing order. */
function dealt(
  recipe: SampleRecipe,
  drawn: readonly SampledConversation[],
): readonly (SampledConversation & { readonly reviewer: string })[] {
  return deal(drawn.length, recipe).flatMap((reviewers, index) => {
    const conversation = drawn[index]
    return conversation === undefined ? [] : reviewers.map((reviewer) => ({ ...conversation, reviewer }))
  })
}

function refuseDrawnBefore(
  workspaceDb: ReadableDb,
  cycle: string | null,
  { source, conversation }: { readonly source: string; readonly conversation: string },
): void {
  const before = value(
    workspaceDb,
    `SELECT 1 FROM sample_items i JOIN samples s ON s.id = i.sample
     WHERE s.cycle = ? AND i.source = ? AND i.conversation = ?`,
    cycle,
    source,
    conversation,
  )
  if (before === undefined) return
  throw storeFailed('invalid', 'samples.drawnMeanwhile', { cycle: inline(cycle ?? '', longestName) })
}

/** Takes what is left of a sample out of the queues; its reviews stay. Throws a `StoreFailure` (`invalid`) when there is none. */
export function closeSample(workspaceDb: WritableDb, id: string): void {
  readSample(workspaceDb, id)
  sql(workspaceDb, 'UPDATE samples SET closed = 1 WHERE id = ?').run(id)
}

// ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────

type Row = readonly [
  id: string,
  recipe: string,
  drawnAt: number,
  candidates: number,
  strata: string,
  closed: number,
  items: number,
  reviewed: number,
]

/**
 * The review of a place (`i`): one that was voided is none, another may have been begun since. The plus keeps SQLite from
 * going through all reviews of the sample for each of its places, where those of the chat are one or two.
 */
export const reviewOfPlace = `LEFT JOIN reviews r ON +r.sample = i.sample AND r.source = i.source AND r.conversation = i.conversation
  AND r.reviewer = i.reviewer AND r.state <> 'voided'`

/** States of a review that was handed in, and the same as SQL. */
export const handedIn = ['submitted', 'disputed', 'resolved'] as const satisfies readonly ReviewState[]
export const handedInStates = `('${handedIn.join("', '")}')`

/** `items` are reviews to be made, of a calibration several a chat; `reviewed` those handed in. */
const select = `SELECT s.id, s.recipe, s.drawn_at, s.candidates, s.strata, s.closed, count(DISTINCT i.place),
  count(DISTINCT iif(r.state IN ${handedInStates}, i.place, NULL))
  FROM samples s LEFT JOIN sample_items i ON i.sample = s.id ${reviewOfPlace}`

/** Every sample with its progress, newest first. */
export function listSamples(workspaceDb: ReadableDb): readonly Sample[] {
  return rawSql<Row>(workspaceDb, `${select} GROUP BY s.id ORDER BY s.drawn_at DESC, s.id`).all().map(fromRow)
}

/** Throws a `StoreFailure` (`invalid`) when there is none. */
export function readSample(workspaceDb: ReadableDb, id: string): Sample {
  const row = rawSql<Row>(workspaceDb, `${select} WHERE s.id = ? GROUP BY s.id`).get(id)
  if (row) return fromRow(row)
  throw storeFailed('invalid', 'samples.none', { id: inline(id) })
}

function fromRow([id, recipe, drawnAt, candidates, strata, closed, items, reviewed]: Row): Sample {
  return {
    id,
    recipe: JSON.parse(recipe) as SampleRecipe,
    drawnAt,
    candidates,
    strata: JSON.parse(strata) as readonly Stratum[],
    items,
    reviewed,
    closed: closed === 1,
  }
}
