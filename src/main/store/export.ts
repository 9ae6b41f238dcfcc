import type { RecordInput } from '../../shared/records.ts'
import type { ReadableDb } from './database.ts'
import { conversationRecords, looseEnds } from './exportConversations.ts'
import { contactRecords, entityRecords } from './exportPeople.ts'
import { plainRecords } from './exportPlain.ts'

const batch = 200

/**
 * Everything in the cache as records, in batches; imported into an empty workspace they give equal rows. No statement is
 * left open between two batches, so that the connection may write in between. Rejects and notices are no records.
 */
export function* exportRecords(db: ReadableDb): Generator<readonly RecordInput[], void> {
  yield entityRecords(db)
  for (const read of [contactRecords, conversationRecords])
    for (let after: number | null = 0; after !== null;) {
      const { records, last }: ReturnType<typeof contactRecords> = read(db, after, batch)
      yield records
      after = last
    }
  yield plainRecords(db)
  yield looseEnds(db)
}
