import { isDeepStrictEqual } from 'node:util'
import type { Settings } from '../../shared/contract.ts'
import { createAttentionWrites } from '../attention/attentionWrites.ts'
import { createAuditWrites, type AuditWritePorts } from '../audits/auditWrites.ts'
import { blankErased } from '../reports/issued/erasedNames.ts'
import { createReportWrites } from '../reports/reportWrites.ts'
import { followPlacedChats } from '../audits/placedChats.ts'
import { deriveFacts } from '../metrics/derive.ts'
import { packFacts } from '../metrics/pack.ts'
import { createSearchWriter } from '../search/searchWriter.ts'
import type { Page, Stream } from '../sources/source.ts'
import { createRecordsSource } from '../sources/records/source.ts'
import { applyPage, type ApplyPorts } from '../store/apply.ts'
import { readCursor, sourceCounts } from '../store/cursors.ts'
import { forgetSource } from '../store/forget.ts'
import { writeRecordsFile } from '../store/recordsFile.ts'
import { lockProfile } from '../store/lock.ts'
import { dropForeignFacts, wantedMarks } from '../store/rebuild/catchUp.ts'
import { listNotices } from '../store/rejected.ts'
import { openCache, openWorkspaceDb } from '../store/open.ts'
import { readSettings, saveSettings } from '../store/settings.ts'
import { addSource, listSources, pauseSource, removeSource } from '../store/sources.ts'
import { readStorage } from '../store/storage.ts'
import { verify } from '../store/verify.ts'
import { createTellingStore } from '../telling/tellingStore.ts'
import { clockOf, type ClockSetting } from './clock.ts'
import { startCheckpoints } from './checkpoints.ts'
import { toFailure } from './failure.ts'
import { createRederivation } from './rederivation.ts'
import { withSlowLog } from './slow.ts'
import { createSyncDesk } from './syncDesk.ts'
import type { Imported, WriterApi } from './writerApi.ts'

/** What a thread is started with. No secret is among it. */
export interface ThreadData {
  readonly dir: string
  readonly version: string
  /** Who holds the profile lock, in words. */
  readonly what: string
  readonly mode: 'write' | 'read'
  /** Figures will be asked for: a reader has its columns ready. */
  readonly counts?: boolean
  /** Null or absent: the machine's clock. */
  readonly clock?: ClockSetting | null
}

/** Identity of everything that came from files: the same record in two files is one record. */
const filesSource = 'records'

/**
 * Opens a workspace for writing: takes its lock, migrates its databases and answers the writer's requests. Throws a
 * `StoreFailure` (`locked`, `newer`, `damaged`, `denied`) and then holds nothing.
 */
export async function openWriter(
  data: ThreadData,
  announce: (event: string, data: unknown) => void,
): Promise<WriterApi> {
  const now = clockOf(data.clock ?? null)
  const lock = lockProfile(data.dir, { pid: process.pid, what: data.what })
  try {
    const cache = openCache(data.dir, 'writer')
    const workspace = openWorkspaceDb(data.dir, 'writer')
    let settings = readSettings(workspace)
    const derivation = (): ApplyPorts => ({
      derive: deriveFacts,
      pack: packFacts,
      settings,
      now,
      version: data.version,
    })
    const search = createSearchWriter({ dir: data.dir, cache, onChange: () => announce('indexed', null) })
    const applied = (
      conversations: readonly number[] | null,
      dictionary: boolean,
      changedSettings = false,
    ) => {
      search.note()
      followPlacedChats({ cache, workspaceDb: workspace })
      announce('applied', { conversations, dictionary, settings: changedSettings })
    }

    const apply = (source: string, stream: string, page: Page) => {
      const outcome = applyPage(cache, { source, stream, page }, derivation())
      rederivation.note(outcome.touched)
      applied(outcome.touched, outcome.changedDictionary)
      if (page.records.some(({ kind }) => kind === 'removed')) forgetNames()
      return outcome
    }
    const forgetNames = () => {
      if (blankErased({ cache, workspaceDb: workspace, now: now() }) > 0) announce('blanked', null)
    }
    dropForeignFacts(cache)
    const rederivation = createRederivation({
      dir: data.dir,
      cache,
      derivation,
      onChange: applied,
      onProgress: (progress) => announce('recomputing', progress),
    })
    rederivation.start([])
    const checkpoints = startCheckpoints(cache)
    const desk = createSyncDesk({
      now,
      fetch: globalThis.fetch,
      sources: {
        list: () => listSources(workspace),
        add: (id, source, name) => addSource(workspace, { id, name, config: source, addedAt: now() }),
        remove: (id) => removeSource(workspace, id),
        pause: (id, paused) => pauseSource(workspace, id, paused),
      },
      readCursor: (source, stream) => readCursor(cache, source, stream),
      counts: (source) => sourceCounts(cache, source),
      apply: (source: string, stream: Stream, page: Page) => apply(source, stream.name, page),
      toFailure,
      announce: (sources) => announce('progress', { sources }),
    })

    const applyRecords: AuditWritePorts['applyRecords'] = (source, records, rejects) =>
      void apply(source, 'taken along', {
        records,
        rejects,
        notices: [],
        cursor: '',
        more: false,
        completeTo: null,
        backfilledTo: null,
        progress: null,
      })

    const importFiles = async (files: readonly string[]): Promise<Imported> => {
      let imported: Imported = { applied: 0, duplicates: 0, quarantined: 0 }
      const source = createRecordsSource(files)
      try {
        for (const stream of source.streams)
          for (let cursor: string | null = null, more = true; more;) {
            const page = await stream.pull(cursor, AbortSignal.timeout(2 ** 31 - 1))
            const outcome = apply(filesSource, stream.name, page)
            imported = {
              applied: imported.applied + outcome.applied,
              duplicates: imported.duplicates + outcome.duplicates,
              quarantined: imported.quarantined + outcome.rejected,
            }
            cursor = page.cursor
            more = page.more
          }
      } finally {
        await source.close?.()
      }
      return imported
    }

    const api: WriterApi = {
      ...createAuditWrites({ cache, workspaceDb: workspace, now, applyRecords }),
      ...createAttentionWrites({ cache, workspaceDb: workspace, now }),
      ...createReportWrites({ workspaceDb: workspace, now }),
      ...createTellingStore(workspace),
      rebuildSearch: () => search.rebuild(),
      settings: () => Promise.resolve(settings),
      async saveSettings(change) {
        const before = settings
        settings = saveSettings(workspace, change)
        const changed = changedSettings(before, settings)
        // A run under way goes on, unless what it computes is no longer what is wanted.
        if (!isDeepStrictEqual(wantedMarks(cache, before), wantedMarks(cache, settings)))
          rederivation.start(changed)
        else if (changed.length > 0) announce('recomputing', { done: 0, total: 0, changed })
        applied([], false, true)
        return settings
      },
      neededSecrets: () => Promise.resolve(desk.neededSecrets()),
      async startSync(secrets) {
        // What an end between two databases left, and contacts that turned out to be one who was erased.
        forgetNames()
        desk.start(secrets)
      },
      nextSourceId: (kind) => Promise.resolve(desk.nextId(kind)),
      addSource: (id, source, secrets) => Promise.resolve(desk.add(id, source, secrets)),
      async removeSource(id) {
        const sample = listSources(workspace).some(
          (source) => source.id === id && source.config.kind === 'sample',
        )
        const unneeded = await desk.remove(id)
        // Real conversations stay when their source goes; made-up ones must not mix with them.
        if (sample) {
          const gone = forgetSource(cache, id)
          rederivation.note(gone)
          applied(gone, true)
        }
        return unneeded
      },
      async pauseSync(id, paused) {
        desk.pause(id, paused)
      },
      async syncNow(id) {
        desk.wake(id)
      },
      syncOnce: (id) => desk.once(id),
      syncHealth: () =>
        Promise.resolve({
          sources: desk.states(),
          notices: listNotices(cache),
          storage: readStorage(cache, data.dir),
        }),
      importFiles,
      exportRecords: (file) => writeRecordsFile(cache, file),
      rebuild: async () => ({ changed: await rederivation.rebuild() }),
      settle: () => rederivation.finished(),
      verify: async () => {
        await rederivation.finished()
        return verify(cache, workspace, derivation())
      },
      async close() {
        await desk.stop()
        await rederivation.stop()
        await search.stop()
        checkpoints.stop()
        cache.close()
        workspace.close()
        lock.release()
      },
    }
    return withSlowLog(api, { now: () => performance.now(), announce: () => undefined })
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Settings that numbers depend on. Some are applied when a question is asked; which must be computed anew say `wantedMarks`. */
const ofNumbers = [
  'targets',
  'targetOverrides',
  'rules',
  'workingHours',
  'topicRules',
  'flagRules',
  'conversationGapHours',
] as const satisfies readonly (keyof Settings)[]

function changedSettings(before: Settings, after: Settings): readonly string[] {
  return ofNumbers.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}
