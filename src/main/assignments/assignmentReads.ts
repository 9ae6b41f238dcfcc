/** What the reader thread answers of assignments. */
import type { Api } from '../../shared/contract.ts'
import type { ReadPorts } from '../engine/readPorts.ts'
import { listAssignments } from './assignmentLog.ts'
import { readHandOvers } from './handOvers.ts'
import { readHeldAt } from './heldAt.ts'
import { readHoldings, type KnownBars } from './holdings.ts'
import { readPath } from './path.ts'

export type AssignmentReadPorts = Omit<ReadPorts, 'settings'>

export type AssignmentReads = Pick<
  Api,
  'holdings' | 'heldAt' | 'assignmentLog' | 'assignmentPath' | 'handOvers'
>

export function createAssignmentReads(ports: AssignmentReadPorts): AssignmentReads {
  const bars: KnownBars = new Map()
  return {
    holdings: async (query) => readHoldings(ports, bars, query),
    heldAt: async (query) => readHeldAt(ports, query),
    assignmentLog: async (query) => listAssignments(ports, query),
    assignmentPath: async (conversation) => readPath(ports.cache, conversation, ports.now()),
    handOvers: async (query) => readHandOvers(ports, query),
  }
}
