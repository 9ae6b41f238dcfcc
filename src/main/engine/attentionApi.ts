/** The wall, planning, assignments and flags as the screen asks for them: who answers what, and what changes with it. */
import type { Api, Topic } from '../../shared/contract.ts'
import type { AssignmentReads } from '../assignments/assignmentReads.ts'
import type { AttentionReads } from '../attention/attentionReads.ts'
import type { AttentionWrites } from '../attention/attentionWrites.ts'
import type { LiveReads } from '../live/liveReads.ts'
import type { PlanningReads } from '../planning/planningReads.ts'
import type { ReaderApi } from './readerApi.ts'

type AttentionApi = LiveReads &
  PlanningReads &
  AssignmentReads &
  AttentionReads &
  Pick<Api, 'actOnFlags' | 'actOnFlagGroup' | 'raiseFlag'>

export function attentionApi(parts: {
  readonly reader: ReaderApi
  readonly writing: () => AttentionWrites
  readonly changed: (topics: readonly Topic[]) => void
}): AttentionApi {
  const { reader, writing } = parts
  const changing = async <T>(work: Promise<T>, ...topics: Topic[]): Promise<T> => {
    const done = await work
    parts.changed(['flags', ...topics])
    return done
  }
  return {
    now: (query) => reader.now(query),
    forecast: (query) => reader.forecast(query),
    staffing: (query) => reader.staffing(query),
    whatIf: (query) => reader.whatIf(query),
    automation: (query) => reader.automation(query),
    holdings: (query) => reader.holdings(query),
    heldAt: (query) => reader.heldAt(query),
    assignmentLog: (query) => reader.assignmentLog(query),
    assignmentPath: (conversation) => reader.assignmentPath(conversation),
    handOvers: (query) => reader.handOvers(query),
    flags: (query) => reader.flags(query),
    flagGroups: (query) => reader.flagGroups(query),
    flagHistory: (id) => reader.flagHistory(id),
    flagRates: (query) => reader.flagRates(query),
    previewFlagRule: (query) => reader.previewFlagRule(query),
    // The reader knows every flag and its words, the writer keeps what is done about them.
    async actOnFlags(action) {
      await reader.checkFlags(action.flags)
      await changing(writing().keepAct(action), 'conversations')
      return reader.findFlags(action.flags)
    },
    async actOnFlagGroup({ scope, rule, act, by }) {
      const before = await reader.openFlagsOf({ scope, rule })
      const flags = before.map(({ id }) => id)
      await changing(writing().keepAct({ flags, act, by }), 'conversations')
      return before
    },
    async raiseFlag(flag) {
      const id = await changing(writing().keepHandFlag(flag), 'conversations')
      const [raised] = await reader.findFlags([id])
      if (raised === undefined) throw new Error('A flag that was just made cannot be found.')
      return raised
    },
  }
}
