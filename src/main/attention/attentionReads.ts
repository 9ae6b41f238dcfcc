/** What the reader thread answers of flags. */
import type { Api, Scope } from '../../shared/contract.ts'
import type { Flag, FlagBefore, FlagList, FlagQuery, FlagRuleId } from '../../shared/flags.ts'
import type { NowAnswer } from '../../shared/live.ts'
import type { ReadPorts } from '../engine/readPorts.ts'
import { storeFailed, type StoreFailure } from '../store/errors.ts'
import { createRowNames } from '../store/rowNames.ts'
import { readCares } from './care.ts'
import { groupFlags } from './flagGroups.ts'
import { historyOf } from './flagHistory.ts'
import { findFlag, listFlags, openKeys, pageOfFlags, type ListPorts } from './flagList.ts'
import { ratesOf } from './flagRates.ts'
import { viewFlag } from './flagView.ts'
import { nextChange } from './nextChange.ts'
import { createOpenChanges } from './openChanges.ts'
import { checkPreview, previewRule } from './preview.ts'
import { createSubjectDesk } from './subjects/subjectDesk.ts'
import { readSightings } from './sightings.ts'
import { urgentOf } from './urgentFlags.ts'
import type { FlagWatch } from './watching.ts'

export type AttentionReads = Pick<
  Api,
  'flags' | 'flagGroups' | 'flagHistory' | 'flagRates' | 'previewFlagRule'
>

/** What the engine asks beside that: the writer knows neither names nor the flags about subjects. */
export interface FlagLookUps {
  /** A page of a list, for who does not ask how many are open. */
  flagPage(query: FlagQuery): Promise<Omit<FlagList, 'open' | 'danger'>>
  /** In the order of their ids, each once. Throws a `StoreFailure` (`invalid`) where one of them does not exist. */
  findFlags(ids: readonly string[]): Promise<readonly Flag[]>
  /** Throws as `findFlags` does, and answers nothing: for thousands. */
  checkFlags(ids: readonly string[]): Promise<void>
  openFlagsOf(query: { readonly scope: Scope; readonly rule: FlagRuleId }): Promise<readonly FlagBefore[]>
  /** For the wall, of any time: its period plays no part. */
  urgentFlags(scope: Scope, most: number): Promise<NowAnswer['flags']>
}

export function createAttentionReads(ports: ReadPorts): AttentionReads & FlagLookUps & FlagWatch {
  const { cache, workspaceDb, dictionary } = ports
  const subjects = createSubjectDesk(ports)
  /** `since`: flags about subjects are wanted from then on. */
  const listPorts = async (since: number): Promise<ListPorts> => ({
    ofSubjects: await subjects.flags(since),
    cache,
    workspaceDb,
    names: createRowNames(cache, dictionary()),
    cares: readCares(workspaceDb),
    now: ports.now(),
  })
  /** Throws where one of them does not exist. What is asked for is mostly open: the past is read only for what is not. */
  const found = async (ids: readonly string[]) => {
    const unique = [...new Set(ids)]
    for (const since of [ports.now(), 0]) {
      const list = await listPorts(since)
      const flags = unique.flatMap((id) => findFlag(list, id) ?? [])
      if (flags.length === unique.length) return { list, flags }
    }
    throw unknownFlag()
  }

  const portsFor = ({ state, scope }: FlagQuery) => listPorts(state === 'open' ? ports.now() : scope.from)

  return {
    flags: async (query) => listFlags(await portsFor(query), query),
    flagPage: async (query) => pageOfFlags(await portsFor(query), query),
    flagGroups: async ({ scope }) => groupFlags(await listPorts(ports.now()), scope),
    async flagHistory(id) {
      const { list, flags } = await found([id])
      const [flag] = flags
      if (flag === undefined) throw unknownFlag()
      return historyOf(workspaceDb, viewFlag(list, flag))
    },
    flagRates: async ({ scope }) => ratesOf(await listPorts(scope.from), scope),
    previewFlagRule: async (query) =>
      previewRule(
        { list: await listPorts(ports.now()), settings: ports.settings(), ofSubjects: subjects.flags },
        checkPreview(query),
      ),
    async findFlags(ids) {
      const { list, flags } = await found(ids)
      return flags.map((flag) => viewFlag(list, flag))
    },
    async checkFlags(ids) {
      await found(ids)
    },
    async openFlagsOf({ scope, rule }) {
      const list = await listPorts(ports.now())
      return openKeys(list, scope)
        .filter((key) => key.rule === rule)
        .map(({ id }) => ({ id, owner: list.cares.get(id)?.owner ?? null }))
    },
    urgentFlags: async (scope, most) =>
      urgentOf(await listPorts(ports.now()), { ...scope, from: 0, to: Number.MAX_SAFE_INTEGER }, most),
    openFlagChanges: createOpenChanges(async () => {
      const list = await listPorts(ports.now())
      return { keys: openKeys(list, everything), cares: list.cares, now: list.now }
    }, workspaceDb),
    flagsDueAfter: async (after) => {
      await subjects.flags(after)
      return Math.min(nextChange(cache, workspaceDb, after), subjects.nextChange(after))
    },
    sightings: async (flags) => readSightings(workspaceDb, flags),
  }
}

/** No filter, and no time flags are raised at is left out. */
const everything: Scope = {
  from: 0,
  to: Number.MAX_SAFE_INTEGER,
  zone: 'UTC',
  agents: [],
  teams: [],
  channels: [],
  categories: [],
}

function unknownFlag(): StoreFailure {
  return storeFailed('invalid', 'flags.gone')
}
