/** Balance advice in the words of the contract: moves between the same two, taken together. */
import type { BalanceAdvice } from '../../shared/live.ts'
import type { ReadableDb } from '../store/database.ts'
import type { Move } from './balance.ts'
import type { LiveNames } from './liveNames.ts'
import type { Loads } from './loads.ts'
import type { OpenBoard } from './openBoard.ts'
import { readContact } from './waitingRows.ts'

export interface AdvicePorts {
  readonly cache: ReadableDb
  readonly board: OpenBoard
  readonly names: LiveNames
  readonly loads: Loads
  /** The contact of each open conversation. */
  readonly contacts: ReadonlyMap<number, number>
}

/** What each pair holds before, and after this piece of advice alone. Most urgent first. */
export function adviceOf(ports: AdvicePorts, moves: readonly Move[]): readonly BalanceAdvice[] {
  const pairs = Map.groupBy(moves, ({ from, to }) => `${from} ${to}`)
  return [...pairs.values()].flatMap((ofPair) => {
    const [first] = ofPair
    const to = first === undefined ? null : ports.names.agent(first.to)
    if (first === undefined || to === null) return []
    const [from, taker] = [ports.loads.held(first.from), ports.loads.held(first.to)]
    const isOneLanguage = ofPair.every(({ language }) => language === first.language)
    return [
      {
        from: ports.names.agent(first.from),
        to,
        conversations: ofPair.map(({ conversation }) => ({
          conversation: ports.board.details(conversation).name,
          ...readContact(ports.cache, ports.contacts.get(conversation) ?? 0),
        })),
        fromBefore: from,
        fromAfter: from - ofPair.length,
        toBefore: taker,
        toAfter: taker + ofPair.length,
        language: isOneLanguage ? ports.names.language(first.language) : null,
      },
    ]
  })
}
