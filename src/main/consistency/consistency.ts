/** Consistency as a screen asks for it. */
import type { QuestionCluster } from '../../shared/audits.ts'
import type { Api } from '../../shared/contract.ts'
import { inSteps } from '../engine/inSteps.ts'
import type { ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { createEvidenceNames } from '../store/evidence.ts'
import { listCanonicalAnswers } from './canonicalAnswers.ts'
import { composeClusters } from './compose.ts'
import { readExchanges } from './exchanges.ts'

export interface ConsistencyPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly dictionary: () => WorkspaceDictionary
}

/**
 * Near-identical questions that several agents answered, at most 200, most divergent first; of the scope's newest 100,000
 * questions. It takes seconds for so many, in steps between which the thread answers others. Nothing leaves the machine.
 */
export async function consistency(
  { cache, workspaceDb, dictionary }: ConsistencyPorts,
  { scope }: Parameters<Api['consistency']>[0],
): Promise<readonly QuestionCluster[]> {
  const names = dictionary()
  const agents = new Map(names.agents.map(({ row, id }) => [row, id]))
  const exchanges = await inSteps(readExchanges(cache, names, scope))
  const nameOf = createEvidenceNames(cache)
  return inSteps(
    composeClusters(exchanges, {
      canonical: listCanonicalAnswers(workspaceDb),
      agentName: (row) => agents.get(row) ?? null,
      evidence: (exchange) => ({ ...nameOf(exchange), at: exchange.at, value: null }),
    }),
  )
}
