/** The flags of one conversation, of rules and of people, for its page and for the assignments beside it. */
import type { Flag } from '../../shared/flags.ts'
import type { ReadableDb } from '../store/database.ts'
import type { RowNames } from '../store/rowNames.ts'
import { readCares } from './care.ts'
import { viewFlag } from './flagView.ts'
import { handFlagsOf } from './handFlags.ts'
import { storedFlagsOf } from './rawFlag.ts'

/** More than anybody reads of one conversation: one of years can have thousands. */
const mostOfConversation = 200

/** Those whose time has come, oldest first; of very many the newest. */
export function flagsOfConversation(
  cache: ReadableDb,
  workspaceDb: ReadableDb,
  names: RowNames,
  conversation: number,
  now: number,
): readonly Flag[] {
  const cares = readCares(workspaceDb)
  const byHand = handFlagsOf(cache, workspaceDb, cares, conversation).filter(
    ({ raisedAt }) => raisedAt <= now,
  )
  return [...storedFlagsOf(cache, conversation, now, mostOfConversation), ...byHand]
    .sort((a, b) => a.raisedAt - b.raisedAt || (a.id < b.id ? -1 : 1))
    .slice(-mostOfConversation)
    .map((flag) => viewFlag({ cache, workspaceDb, names, cares, now }, flag))
}
