import type { WritableDb } from '../database.ts'
import { nextFactsVersion } from '../derivation.ts'
import { putFacts, takeAwayFacts } from '../facts.ts'
import { writeFlags } from '../flagRows.ts'
import { writeHead } from '../heads.ts'
import type { DerivedRange } from './deriveRange.ts'

/**
 * Writes what was derived, in one transaction. Conversations that changed since are left out: what came for them derived
 * them anew. Answers the rows of those whose facts changed.
 */
export function writeRange(
  db: WritableDb,
  range: DerivedRange,
  hasChangedSince: (conversation: number) => boolean,
): readonly number[] {
  const isStill = (conversation: number) => !hasChangedSince(conversation)
  const changed: number[] = []
  const gone = range.gone.filter(isStill)
  const run = db.transaction(() => {
    const isEmpty = range.ids.length === 0 && gone.length === 0
    const version = isEmpty ? 0 : nextFactsVersion(db)
    let start = 0
    for (const [index, conversation] of range.ids.entries()) {
      const end = range.ends[index] ?? start
      if (isStill(conversation)) {
        putFacts(db, conversation, version, range.bytes.subarray(start, end))
        changed.push(conversation)
      }
      start = end
    }
    takeAwayFacts(db, version, gone)
    for (const [conversation, cells] of range.heads)
      if (isStill(conversation)) writeHead(db, conversation, cells)
    for (const [conversation, flags] of range.flags)
      if (isStill(conversation)) writeFlags(db, conversation, flags)
  })
  run.immediate()
  return [...changed, ...gone]
}
