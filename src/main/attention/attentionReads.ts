/** What the reader thread answers of flags. */
import type { Api, Scope, Settings } from '../../shared/contract.ts'
import type { Flag, FlagRuleId } from '../../shared/flags.ts'
import type { NowAnswer } from '../../shared/live.ts'
import type { Columns } from '../metrics/columns.ts'
import type { ReadableDb } from '../store/database.ts'
import type { WorkspaceDictionary } from '../store/dictionary.ts'
import { StoreFailure } from '../store/errors.ts'
import { createRowNames } from '../store/rowNames.ts'
import { readCares } from './care.ts'
import { groupFlags } from './flagGroups.ts'
import { historyOf } from './flagHistory.ts'
import { findFlag, listFlags, openKeys, type ListPorts } from './flagList.ts'
import { ratesOf } from './flagRates.ts'
import { viewFlag } from './flagView.ts'
import { nextChange } from './nextChange.ts'
import { notYet } from './notYet.ts'
import { readSightings } from './sightings.ts'
import { urgentOf } from './urgentFlags.ts'
import type { FlagWatch } from './watching.ts'

export interface AttentionReadPorts {
  readonly cache: ReadableDb
  readonly workspaceDb: ReadableDb
  readonly columns: () => Columns
  readonly dictionary: () => WorkspaceDictionary
  readonly settings: () => Settings
  readonly now: () => number
}

export type AttentionReads = Pick<
  Api,
  'flags' | 'flagGroups' | 'flagHistory' | 'flagRates' | 'previewFlagRule'
>

/** What the engine asks beside that: the writer knows neither names nor the flags about subjects. */
export interface FlagLookUps {
  /** In the order of their ids, each once. Throws a `StoreFailure` (`invalid`) where one of them does not exist. */
  findFlags(ids: readonly string[]): Promise<readonly Flag[]>
  /** Throws as `findFlags` does, and answers nothing: for thousands. */
  checkFlags(ids: readonly string[]): Promise<void>
  openFlagIds(query: { readonly scope: Scope; readonly rule: FlagRuleId }): Promise<readonly string[]>
  /** For the wall, of any time: its period plays no part. */
  urgentFlags(scope: Scope, most: number): Promise<NowAnswer['flags']>
}

export function createAttentionReads(ports: AttentionReadPorts): AttentionReads & FlagLookUps & FlagWatch {
  const { cache, workspaceDb, dictionary } = ports
  /** `since`: flags about subjects are wanted from then on. */
  const listPorts = async (_since: number): Promise<ListPorts> => ({
    cache,
    workspaceDb,
    names: createRowNames(cache, dictionary()),
    cares: readCares(workspaceDb),
    now: ports.now(),
    ofSubjects: [],
  })
  const found = (list: ListPorts, ids: readonly string[]) =>
    [...new Set(ids)].map((id) => {
      const flag = findFlag(list, id)
      if (flag === null) throw unknownFlag()
      return flag
    })

  return {
    flags: async (query) => listFlags(await listPorts(query.scope.from), query),
    flagGroups: async ({ scope }) => groupFlags(await listPorts(ports.now()), scope),
    async flagHistory(id) {
      const list = await listPorts(0)
      const [flag] = found(list, [id]).map((one) => viewFlag(list, one))
      if (flag === undefined) throw unknownFlag()
      return historyOf(workspaceDb, flag)
    },
    flagRates: async ({ scope }) => ratesOf(await listPorts(scope.from), scope),
    previewFlagRule: notYet,
    async findFlags(ids) {
      const list = await listPorts(0)
      return found(list, ids).map((flag) => viewFlag(list, flag))
    },
    async checkFlags(ids) {
      found(await listPorts(0), ids)
    },
    openFlagIds: async ({ scope, rule }) =>
      openKeys(await listPorts(ports.now()), scope)
        .filter((key) => key.rule === rule)
        .map(({ id }) => id),
    urgentFlags: async (scope, most) =>
      urgentOf(await listPorts(ports.now()), { ...scope, from: 0, to: Number.MAX_SAFE_INTEGER }, most),
    flagsDueAfter: async (after) => nextChange(cache, workspaceDb, after),
    sightings: async (flags) => readSightings(workspaceDb, flags),
  }
}

function unknownFlag(): StoreFailure {
  return new StoreFailure(
    'invalid',
    'This flag does not exist any more: its cause was corrected by a later record.',
    'Nothing was changed. Look at the list again.',
  )
}
