/** Made-up facts as benches write them. */
import type { EpisodeFact, Head } from '../../src/main/metrics/facts.ts'
import type { WritableDb } from '../../src/main/store/database.ts'
import { stateNumber, writeHead } from '../../src/main/store/heads.ts'

/** An episode nobody answered yet, handed to `agent` a second after it began. */
export function plainEpisode({
  startedAt,
  closedAt,
  agent,
  team,
}: Pick<EpisodeFact, 'startedAt' | 'closedAt'> & {
  readonly agent: number
  readonly team: number
}): EpisodeFact {
  return {
    index: 0,
    startedAt,
    openedBy: 'contact',
    openedByAgent: -1,
    assignedAtStart: -1,
    teamAtStart: -1,
    clockAt: startedAt,
    firstReplyAt: null,
    firstReplyAgent: -1,
    firstReplyMessage: -1,
    firstInboundAt: null,
    handoffAt: null,
    noFirstResponse: 'no_reply_yet',
    firstAssignedAt: startedAt + 1000,
    firstAssignedAgent: agent,
    closedAt,
    closedByType: 'agent',
    closedByAgent: agent,
    agentAtClose: agent,
    teamAtClose: team,
    rests: [],
    botTookPart: false,
    askedForPerson: false,
    personTookPart: true,
    ratedBadly: false,
    neglect: null,
  }
}

/** Writes what lists show of a conversation that was just inserted. */
export function writePlainHead(cache: WritableDb, conversation: number, head: Head): void {
  writeHead(cache, conversation, [
    stateNumber(head.state),
    head.startedAt,
    head.lastAt,
    orNull(head.agent),
    orNull(head.team),
    orNull(head.category),
    head.waitingSince,
    head.firstResponse,
    head.resolution,
    head.messages,
    'Thank you, see you tomorrow',
    'in',
  ])
}

/** Facts write -1 for nobody. */
export function orNull(row: number): number | null {
  return row < 0 ? null : row
}
