/** Waiting customers as the wall shows them: what is told beside how their conversation stands. */
import type { Named } from '../../shared/contract.ts'
import type { WaitingCustomer } from '../../shared/live.ts'
import { contentOf } from '../store/bits.ts'
import { rawSql, type ReadableDb } from '../store/database.ts'
import type { LiveNames } from './liveNames.ts'
import type { OpenBoard, Standing } from './openBoard.ts'

/** Characters of the last message that are shown. */
const textLength = 140

/** A conversation whose customer waits. */
export type Waiting = Standing & { readonly waitingSince: number }

export function isWaiting(standing: Standing): standing is Waiting {
  return standing.waitingSince !== null
}

export interface RowPorts {
  readonly cache: ReadableDb
  readonly board: OpenBoard
  readonly names: LiveNames
  /** The team a conversation counts for, as a row; -1: none. */
  readonly teamOf: (standing: Standing) => number
  readonly openFlags: (conversation: number) => number
}

export function waitingRow(ports: RowPorts, waiting: Waiting): WaitingCustomer {
  const { cache, board, names } = ports
  const details = board.details(waiting.row)
  return {
    conversation: details.name,
    contact: readContact(cache, waiting.contact),
    since: waiting.waitingSince,
    ...readLast(cache, details.lastMessage),
    category: names.category(waiting.category),
    channel: names.channel(waiting.channel),
    team: names.team(ports.teamOf(waiting)),
    agent: names.agent(waiting.agent),
    language: names.language(details.language),
    openFlags: ports.openFlags(waiting.row),
  }
}

/** A contact without a name goes by their number. */
export function readContact(cache: ReadableDb, row: number): Named {
  const found = rawSql<[string, string | null, string | null]>(
    cache,
    'SELECT rid, name, phone FROM contacts WHERE id = ?',
  ).get(row)
  return found ? { id: found[0], name: found[1] ?? found[2] ?? found[0] } : { id: '', name: '–' }
}

/** The words of a message, and what it is where it is more than words. */
function readLast(cache: ReadableDb, k: number): Pick<WaitingCustomer, 'lastText' | 'lastContent'> {
  const found =
    k < 0
      ? undefined
      : rawSql<[string | null, number]>(
          cache,
          `SELECT substr(coalesce(text, caption, template ->> 'name'), 1, ${textLength}), flags FROM messages WHERE k = ?`,
        ).get(k)
  return found
    ? { lastText: found[0] ?? '', lastContent: contentOf(found[1]) }
    : { lastText: '', lastContent: 'unknown' }
}
