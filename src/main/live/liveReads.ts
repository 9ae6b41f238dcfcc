/** What the reader thread answers of this moment. */
import type { Api, Scope, Settings } from '../../shared/contract.ts'
import { defaultFlagRules } from '../../shared/flags.ts'
import type { AgentLoad, NowAnswer } from '../../shared/live.ts'
import { countOpenOf } from '../attention/openNow.ts'
import type { Columns } from '../metrics/columns.ts'
import { ownTeams } from '../metrics/selection.ts'
import { dayOffIn } from '../planning/daysOff.ts'
import { readCompleteTo } from '../store/cursors.ts'
import type { ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { workingHoursInForce } from '../store/workingHours.ts'
import { adviceOf } from './advice.ts'
import { statesOf, type StandingAgent } from './agentStates.ts'
import { localDayOf } from './arrivalCounts.ts'
import { createArrivals } from './arrivals.ts'
import { balance, type Move } from './balance.ts'
import { createLanguages, type Writes } from './languages.ts'
import { liveNames } from './liveNames.ts'
import { Loads } from './loads.ts'
import { OpenBoard } from './openBoard.ts'
import { placesOf } from './places.ts'
import { waitingRow, type Waiting } from './waitingRows.ts'

export interface LiveReadPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly columns: () => Columns
  readonly dictionary: () => WorkspaceDictionary
  readonly settings: () => Settings
  /** How many flags are open, and the most urgent of them. */
  readonly urgentFlags: (scope: Scope, most: number) => Promise<NowAnswer['flags']>
  readonly now: () => number
}

export type LiveReads = Pick<Api, 'now'>

const mostWaiting = 200
const mostUnassigned = 50
const mostFlags = 20

/** Seconds a customer may wait, where the rule has no threshold. */
const usualTarget = defaultFlagRules.waiting.threshold ?? 120

export function createLiveReads(ports: LiveReadPorts): LiveReads {
  const { cache, workspaceDb } = ports
  const board = new OpenBoard(cache)
  const languages = createLanguages(ports.columns, ports.dictionary)
  const arrivals = createArrivals((zone) => dayOffIn(workingHoursInForce(cache, ports.settings()), zone))

  return {
    async now({ scope }) {
      const writes = await languages.at(ports.now())
      // What follows is of one moment.
      const now = ports.now()
      const flags = await ports.urgentFlags(scope, mostFlags)
      return answer(scope, now, writes, flags)
    },
  }

  function answer(scope: Scope, now: number, writes: Writes, flags: NowAnswer['flags']): NowAnswer {
    const [dictionary, settings] = [ports.dictionary(), ports.settings()]
    const names = liveNames(dictionary)
    const target = settings.flagRules.waiting.threshold ?? usualTarget
    const everywhere = board.standing(now)
    const loads = new Loads(everywhere)
    const states = statesOf(cache, relevant(dictionary, loads), now, localDayOf(now, scope.zone))
    const places = placesOf(scope, dictionary)
    const open = everywhere.filter((standing) => places.passes(standing))
    const waiting = open.flatMap((standing): Waiting[] => {
      const { waitingSince } = standing
      return waitingSince === null ? [] : [{ ...standing, waitingSince, ownTeam: places.teamOf(standing) }]
    })
    waiting.sort((one, other) => one.waitingSince - other.waitingSince || one.row - other.row)
    const nobodys = waiting.filter(({ agent }) => agent < 0)
    const rows = waiting.slice(0, mostWaiting)
    const rowsOfNobody = nobodys.slice(0, mostUnassigned)
    const shown = [...new Set([...rows, ...rowsOfNobody].map(({ row }) => row))]
    const openFlags = countOpenOf(cache, workspaceDb, shown, now)
    const rowPorts = { cache, board, names, openFlags: (row: number) => openFlags.get(row) ?? 0 }
    const moves = movesOf()
    const suggested = new Map(moves.map(({ conversation, to }) => [conversation, names.agent(to)]))
    const inScope = new Map(open.map(({ row, contact }) => [row, contact]))
    return {
      at: now,
      completeTo: readCompleteTo(cache),
      target,
      waiting: {
        total: waiting.length,
        overTarget: waiting.filter(({ waitingSince }) => now - waitingSince > target * 1000).length,
        rows: rows.map((row) => waitingRow(rowPorts, row)),
      },
      open: open.length,
      agents: agentLoads(),
      unassigned: {
        total: open.filter(({ agent }) => agent < 0).length,
        waiting: nobodys.length,
        rows: rowsOfNobody.map((row) => ({
          ...waitingRow(rowPorts, row),
          suggested: suggested.get(row.row) ?? null,
        })),
      },
      arrivals: arrivals.of({ columns: ports.columns(), dictionary, scope, now }),
      balance: adviceOf(
        {
          cache,
          board,
          names,
          held: (agent) => loads.held(agent),
          contactOf: (row) => inScope.get(row) ?? 0,
        },
        moves.filter(({ conversation }) => inScope.has(conversation)),
      ),
      flags,
    }

    /** Of everybody, whatever is asked about: a person's room is not divided by channel. */
    function movesOf(): readonly Move[] {
      return balance({
        agents: dictionary.agents.flatMap((agent) => {
          const standing = states.get(agent.row)
          return standing === undefined
            ? []
            : [{ ...agent, agent: agent.row, ...sightOf(agent, standing), held: loads.held(agent.row) }]
        }),
        chats: everywhere.map((standing) => ({ ...standing, conversation: standing.row })),
        capacity: settings.agentCapacity,
        now,
        target: target * 1000,
        languageOf: (row) => board.details(row).language,
        writes,
      })
    }

    function agentLoads(): readonly AgentLoad[] {
      const own = ownTeams(dictionary)
      const order = new Map(dictionary.teams.map(({ row, name }) => [row, name]))
      return dictionary.agents
        .filter(
          (agent) => places.passesAgent(agent.row) && isShown(states.get(agent.row), loads.held(agent.row)),
        )
        .map((agent) => ({ agent, teamName: order.get(own.get(agent.row) ?? -1) ?? '\uffff' }))
        .toSorted(
          (one, other) => compare(one.teamName, other.teamName) || compare(one.agent.name, other.agent.name),
        )
        .map(({ agent }) => ({
          agent: agent.id,
          team: names.team(own.get(agent.row) ?? -1),
          state: states.get(agent.row)?.state ?? 'unknown',
          stateSince: states.get(agent.row)?.since ?? null,
          held: loads.held(agent.row),
          waiting: loads.waiting(agent.row),
          capacity: settings.agentCapacity,
        }))
    }
  }
}

/** Who works here, and who no longer does but still holds something. */
function relevant({ agents }: WorkspaceDictionary, loads: Loads): WorkspaceDictionary['agents'] {
  return agents.filter(({ row, active }) => active || loads.held(row) > 0)
}

const there: ReadonlySet<AgentLoad['state']> = new Set(['online', 'busy', 'away'])

function isShown(standing: StandingAgent | undefined, held: number): boolean {
  return standing !== undefined && (held > 0 || standing.isOnShift || there.has(standing.state))
}

function sightOf({ active }: { readonly active: boolean }, { state }: StandingAgent) {
  return {
    isFree: state === 'online',
    isThere: active && (state === 'online' || state === 'busy'),
    isGone: !active,
  }
}

function compare(one: string, other: string): number {
  return one.localeCompare(other)
}
