/** A queue that was taken along arrives in another workspace: its chats, its scorecards, its places. */
import { isDeepStrictEqual } from 'node:util'
import type { SourceRecord } from '../../shared/records.ts'
import type { Reject } from '../sources/source.ts'
import { sql, value, type ReadableDb, type WritableDb } from '../store/database.ts'
import { storeFailed } from '../store/errors.ts'
import { chatByRow } from './chats.ts'
import { agentOnScreen, hereOf, keepHome, type ChatHere } from './homes.ts'
import { addVersion, findScorecard } from './scorecards.ts'
import type { TravelFile, TravellingChat, TravellingSample, TravellingScorecard } from './travelFormat.ts'
import { broughtId, broughtSource, heldAlready, readChatRecords } from './travellingChats.ts'

export interface BringPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: WritableDb
  /** Applies records as a page of a source, as an import does. */
  readonly applyRecords: (
    source: string,
    records: readonly SourceRecord[],
    rejects: readonly Reject[],
  ) => void
}

/** Records applied in one transaction: chats are gathered until there are as many. */
const recordsAtOnce = 5000

/**
 * Brings chats that are of other workspaces. One that is held here already, from a source of its own, stays as it is and is
 * known by both names; the others come under a source of their own.
 */
export function bringChats(ports: BringPorts, workspace: string, chats: readonly TravellingChat[]): void {
  const coming = chats
    .filter(({ home }) => home.workspace !== workspace)
    .map((chat) => ({ chat, here: placeOf(ports, workspace, chat) }))
  const bySource = Map.groupBy(coming, ({ chat }) => broughtSource(chat.home))
  for (const [source, list] of bySource) {
    let records: SourceRecord[] = []
    let rejects: Reject[] = []
    const flush = () => {
      if (records.length + rejects.length > 0) ports.applyRecords(source, records, rejects)
      records = []
      rejects = []
    }
    for (const { chat, here } of list) {
      if (here.source !== source) continue
      const read = readChatRecords(chat)
      records.push(...read.records)
      rejects.push(...read.rejects)
      if (records.length >= recordsAtOnce) flush()
    }
    flush()
  }
  // Names are kept once the chats are there: a power cut in between only means that they are brought again.
  for (const { chat, here } of coming) keepHome(ports.workspaceDb, chat.home, here)
}

/** Where a chat is kept here, or will be. */
function placeOf({ cache, workspaceDb }: BringPorts, workspace: string, chat: TravellingChat): ChatHere {
  const known = hereOf(workspaceDb, workspace, chat.home)
  if (known !== null) return known
  const row = heldAlready(cache, chat)
  const held = row === null ? null : chatByRow(cache, row)
  return held === null
    ? { source: broughtSource(chat.home), conversation: broughtId(chat.home) }
    : { source: held.source, conversation: held.conversation }
}

/** Adds scorecards that are not here. They never change here: others review by them. */
export function bringScorecards(workspaceDb: WritableDb, cards: readonly TravellingScorecard[]): void {
  for (const card of cards)
    if (findScorecard(workspaceDb, card.id, card.version) === null)
      addVersion(workspaceDb, { ...card, archived: false, travelled: true })
}

/** Throws a `StoreFailure` (`invalid`) where a scorecard of the same version says something else here. */
export function checkScorecards(workspaceDb: ReadableDb, cards: readonly TravellingScorecard[]): void {
  for (const card of cards) {
    const here = findScorecard(workspaceDb, card.id, card.version)
    if (here === null || isDeepStrictEqual(here.sections, card.sections)) continue
    throw storeFailed('invalid', 'together.otherVersion', {
      version: String(card.version),
      name: card.name.slice(0, 80),
    })
  }
}

/** Places of the file's samples that are not here yet. */
export function newPlaces(
  workspaceDb: ReadableDb,
  samples: TravelFile['samples'],
): readonly TravellingSample[] {
  return samples.map((sample) => ({
    ...sample,
    items: sample.items.filter(
      ({ place }) =>
        value(workspaceDb, 'SELECT 1 FROM sample_items WHERE sample = ? AND place = ?', sample.id, place) ===
        undefined,
    ),
  }))
}

/** Adds samples and places; chats must have been brought. What is here already stays as it is. */
export function bringSamples(ports: BringPorts, workspace: string, samples: TravelFile['samples']): void {
  const { cache, workspaceDb } = ports
  for (const { id, recipe, drawnAt, candidates, strata, items } of samples) {
    const origin = items.find(({ home }) => home.workspace !== workspace)?.home.workspace ?? null
    sql(
      workspaceDb,
      'INSERT OR IGNORE INTO samples(id, recipe, cycle, drawn_at, candidates, strata, origin) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ).run(id, JSON.stringify(recipe), recipe.cycle, drawnAt, candidates, JSON.stringify(strata), origin)
    for (const { place, home, agent, reviewer, weight, risks } of items) {
      const here = hereOf(workspaceDb, workspace, home)
      if (here === null) continue
      sql(
        workspaceDb,
        'INSERT OR IGNORE INTO sample_items(sample, place, source, conversation, agent, reviewer, weight, risks) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      ).run(
        id,
        place,
        here.source,
        here.conversation,
        agentOnScreen(cache, here.source, agent),
        reviewer,
        weight,
        JSON.stringify(risks),
      )
    }
  }
}
