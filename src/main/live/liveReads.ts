/** What the reader thread answers of this moment. */
import type { Api, Scope } from '../../shared/contract.ts'
import { defaultFlagRules } from '../../shared/flags.ts'
import type { NowAnswer } from '../../shared/live.ts'
import type { ReadPorts } from '../engine/readPorts.ts'
import { countOpenOf } from '../attention/openNow.ts'
import { dayOffIn } from '../planning/daysOff.ts'
import { readCompleteTo } from '../store/cursors.ts'
import { workingHoursInForce } from '../store/workingHours.ts'
import { adviceOf } from './advice.ts'
import { agentLoads } from './agentLoads.ts'
import { createArrivals } from './arrivals.ts'
import { createLanguages } from './languages.ts'
import { liveNames } from './liveNames.ts'
import { momentOf, movesAt, type Moment } from './moment.ts'
import { OpenBoard, type Standing } from './openBoard.ts'
import { placesOf } from './places.ts'
import { isWaiting, waitingRow, type RowPorts, type Waiting } from './waitingRows.ts'

export interface LiveReadPorts extends ReadPorts {
  /** How many flags are open, and the most urgent of them. */
  readonly urgentFlags: (scope: Scope, most: number) => Promise<NowAnswer['flags']>
}

export type LiveReads = Pick<Api, 'now'>

const mostWaiting = 200
const mostUnassigned = 50
const mostFlags = 20

/** Seconds a customer may wait, where the rule has no threshold. */
const usualTarget = defaultFlagRules.waiting.threshold ?? 120

export function createLiveReads(ports: LiveReadPorts): LiveReads {
  const { cache, workspaceDb, columns, dictionary, settings } = ports
  const board = new OpenBoard(cache)
  const languages = createLanguages(columns, dictionary)
  const arrivals = createArrivals((zone) => dayOffIn(workingHoursInForce(cache, settings()), zone))

  function answer(scope: Scope, moment: Moment, flags: NowAnswer['flags']): NowAnswer {
    const { now, target } = moment
    const places = placesOf(scope, moment.dictionary)
    const names = liveNames(moment.dictionary)
    const open = moment.open.filter((standing) => places.passes(standing))
    const waiting = open.filter(isWaiting).toSorted(longest)
    const unassigned = waiting.filter(({ agent }) => agent < 0)
    const shown = waiting.slice(0, mostWaiting)
    const shownUnassigned = unassigned.slice(0, mostUnassigned)
    const openFlags = countOpenOf(cache, workspaceDb, rowsOf(shown, shownUnassigned), now)
    const rowPorts: RowPorts = {
      cache,
      board,
      names,
      teamOf: places.teamOf,
      openFlags: (row) => openFlags.get(row) ?? 0,
    }
    const moves = movesAt(moment, (row) => board.details(row).language)
    const suggested = new Map(moves.map(({ conversation, to }) => [conversation, names.agent(to)]))
    const contacts = new Map(open.map(({ row, contact }) => [row, contact]))
    return {
      at: now,
      completeTo: readCompleteTo(cache),
      target,
      waiting: {
        total: waiting.length,
        overTarget: waiting.filter(({ waitingSince }) => now - waitingSince > target * 1000).length,
        rows: shown.map((row) => waitingRow(rowPorts, row)),
      },
      open: open.length,
      agents: agentLoads(moment, places),
      unassigned: {
        total: open.filter(({ agent }) => agent < 0).length,
        waiting: unassigned.length,
        rows: shownUnassigned.map((row) => ({
          ...waitingRow(rowPorts, row),
          suggested: suggested.get(row.row) ?? null,
        })),
      },
      arrivals: arrivals.of({ columns: columns(), dictionary: moment.dictionary, scope, now }),
      balance: adviceOf(
        { cache, board, names, loads: moment.loads, contacts },
        moves.filter(({ conversation }) => contacts.has(conversation)),
      ),
      flags,
    }
  }

  return {
    async now({ scope }) {
      const writes = await languages.at(ports.now())
      const flags = await ports.urgentFlags(scope, mostFlags)
      // All that follows is of one moment.
      const now = ports.now()
      const { agentCapacity: capacity, flagRules } = settings()
      const moment = momentOf(cache, {
        now,
        zone: scope.zone,
        target: flagRules.waiting.threshold ?? usualTarget,
        capacity,
        dictionary: dictionary(),
        open: board.standing(now),
        writes,
      })
      return answer(scope, moment, flags)
    },
  }
}

function rowsOf(...lists: readonly (readonly Standing[])[]): readonly number[] {
  return [...new Set(lists.flatMap((list) => list.map(({ row }) => row)))]
}

function longest(one: Waiting, other: Waiting): number {
  return one.waitingSince - other.waitingSince || one.row - other.row
}
