import type { ConversationQuery } from '../../src/shared/contract.ts'
import { wholeScope } from './workspace.ts'

/** All time there is, in UTC. */
export const allTime = wholeScope(0, 8.64e15, 'UTC')

/** Every conversation, the latest first. */
export function everyChat(limit: number): ConversationQuery {
  return {
    scope: allTime,
    states: [],
    waiting: false,
    flagged: false,
    contact: '',
    sort: 'last',
    ascending: false,
    after: null,
    limit,
  }
}
