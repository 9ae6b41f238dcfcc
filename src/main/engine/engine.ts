import { Worker, type ResourceLimits } from 'node:worker_threads'
import { createClient } from '../../shared/client.ts'
import type { Api, Events, Failure, Settings, Topic } from '../../shared/contract.ts'
import { createQuestionDesk, type QuestionDesk } from '../questions/questionDesk.ts'
import { transcriptFile } from '../transcripts/transcriptFile.ts'
import { exportTable } from '../exports/exportTable.ts'
import { issuedBeside } from '../reports/issued/issuedBeside.ts'
import type { IssuedWrites } from '../reports/issued/issuedStore.ts'
import type { ScheduleDesk } from '../schedule/scheduleDesk.ts'
import { createRowsDesk, type RowsDesk } from '../rows/rowsDesk.ts'
import { createTellingDesk, type TellingDesk } from '../telling/tellingDesk.ts'
import { checkSource, separateSecrets } from '../sources/open.ts'
import { attentionApi } from './attentionApi.ts'
import { auditApi } from './auditApi.ts'
import { clockOf, type ClockSetting } from './clock.ts'
import { compiledCode } from './compiledCode.ts'
import { toFailure, failed } from './failure.ts'
import { openSchedule } from './openSchedule.ts'
import type { ThreadData } from './openWriter.ts'
import { workerTransport } from './port.ts'
import type { ReaderApi } from './readerApi.ts'
import { createRefresher } from './refresher.ts'
import { reportApi } from './reportApi.ts'
import { createSharedCounting, type SharedCounting } from './sharedCounting.ts'
import type { Shell } from './shell.ts'
import type { WriterApi, WriterEvents } from './writerApi.ts'

export interface EngineOptions {
  /** The workspace's folder; made when it is missing. */
  readonly dir: string
  readonly shell: Shell
  readonly version: string
  /** Who holds the profile lock, in words: "the desktop app", "the web console". */
  readonly what: string
  /** `read` takes no lock and starts no sync: beside a running console. */
  readonly mode: 'write' | 'read'
  /** `false`: sources rest, so that what is looked at stays as it is. */
  readonly sync?: boolean
  /** `false`: nobody sits before it, so nothing is told, and what is new stays so for whoever does. */
  readonly tells?: boolean
  /** Another clock than the machine's, for simulations. */
  readonly clock?: ClockSetting
  /** Messages from which on two threads count; absent: so many that it is worth it. */
  readonly shareFrom?: number
  readonly log: (line: { readonly message: string; readonly [field: string]: unknown }) => void
}

export interface Engine {
  readonly api: Api
  /** What the command line needs beyond the screen's api; absent in `read` mode. */
  readonly writer: WriterApi | null
  readonly reader: ReaderApi
  readonly counting: SharedCounting
  /** Tells nobody of flags and reports until then (null: goes on); what comes meanwhile is told in one line afterwards. */
  pauseTelling(until: number | null): void
  /** Whether a page is open that could show a notice; what comes while none is, is told in one line afterwards. */
  watchTelling(isWatched: boolean): void
  listen<K extends keyof Events>(event: K, listener: (data: Events[K]) => void): () => void
  close(): Promise<void>
}

/**
 * Of each thread. Left to itself V8 takes 134 MB for what is dropped soon, and what lasts is scattered over twice its size:
 * memory grew for weeks. Imports cost 1 to 4 per cent more processor time.
 */
const maxYoungGenerationSizeMb = 48

/**
 * Starts the writer and the reader, each in its own thread, and joins them to one api. Rejects with a `RequestError`
 * when the workspace cannot be opened (`locked`, `newer`, `damaged`).
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const listeners = new Map<keyof Events, Set<(data: never) => void>>()
  const emit = <K extends keyof Events>(event: K, data: Events[K]) => {
    for (const listener of listeners.get(event) ?? []) (listener as (data: Events[K]) => void)(data)
  }
  const now = clockOf(options.clock ?? null)
  let closing = false
  const stopped = (failure: Failure) => {
    if (!closing) emit('stopped', { failure })
  }

  const threads = new Set<Worker>()
  const startThread = (
    name: 'writer' | 'reader',
    { mode, counts }: Required<Pick<ThreadData, 'mode' | 'counts'>>,
    resourceLimits: ResourceLimits = {},
  ): Worker => {
    // Sources run as they are under plain Node and bundled side by side in the desktop app.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    const worker = new Worker(new URL(`./${name}.${extension}`, import.meta.url), {
      workerData: {
        dir: options.dir,
        version: options.version,
        what: options.what,
        mode,
        counts,
        clock: options.clock ?? null,
      } satisfies ThreadData,
      resourceLimits: { maxYoungGenerationSizeMb, ...resourceLimits },
      env: { ...(options.mode === 'write' ? compiledCode(options.dir) : {}), ...process.env },
    })
    threads.add(worker)
    worker.once('exit', () => threads.delete(worker))
    return worker
  }
  const start = <Served extends object>(
    name: 'writer' | 'reader',
    onEvent: (event: string, data: unknown) => void,
    mode = options.mode,
  ) => {
    // A command may ask for no figures at all.
    const worker = startThread(name, { mode, counts: options.mode === 'write' })
    worker.on('error', (error) => stopped(toFailure(error)))
    return createClient<Served & { open(): Promise<void> }>(workerTransport(worker, onEvent))
  }

  let tell: TellingDesk['note'] = () => undefined
  const changed = (topics: readonly Topic[]) => {
    emit('changed', { topics })
    tell(topics)
  }
  const log = (event: string, data: unknown) => {
    if (event === 'slow')
      options.log({ message: 'a question took long (name, milliseconds)', ...(data as object) })
  }
  const terminate = async () => {
    closing = true
    await Promise.all([...threads].map((thread) => thread.terminate()))
  }

  try {
    // The writer may catch up with new settings as it opens: what it changes waits for the reader.
    const opened = Promise.withResolvers<SharedCounting>()
    const refresher = createRefresher(async (change) => (await opened.promise).refresh(change), changed)
    const writer =
      options.mode === 'write'
        ? start<WriterApi>('writer', (event, data) => {
            if (event === 'applied') refresher.note(data as WriterEvents['applied'])
            else if (event === 'progress') emit('progress', data as Events['progress'])
            else if (event === 'recomputing') emit('recomputing', data as Events['recomputing'])
            else if (event === 'indexed') changed(['search'])
            else if (event === 'blanked') changed(['reports'])
            else log(event, data)
          })
        : null
    // Both threads load their code at once; the reader opens what the writer has migrated.
    const onReading = (event: string, data: unknown) => {
      if (event === 'recomputing') emit('recomputing', data as Events['recomputing'])
      else log(event, data)
    }
    const reader = start<ReaderApi>('reader', onReading)
    await writer?.open()
    await reader.open()
    const counting = createSharedCounting({
      first: reader,
      async start() {
        const second = start<ReaderApi>('reader', onReading, 'read')
        await second.open()
        return second
      },
      now,
      ...(options.shareFrom === undefined ? {} : { worthSharing: options.shareFrom }),
    })
    opened.resolve(counting)
    const clockSpeed = options.clock?.speed ?? 1
    const telling = createTellingDesk({
      reader,
      store: options.tells === false ? null : writer,
      shell: options.shell,
      emit,
      now,
      clockSpeed,
    })
    const makes = options.tells !== false
    const beside = issuedBeside(options.dir, now)
    const issuing = () => writer ?? beside
    const schedule = openSchedule({
      reader,
      writer,
      issuing,
      shell: options.shell,
      emit,
      now,
      clockSpeed,
      makes,
    })
    tell = (topics) => {
      telling.note(topics)
      if (topics.some((topic) => topic === 'sync' || topic === 'numbers' || topic === 'settings'))
        schedule.look()
    }
    const rows = createRowsDesk({
      shell: options.shell,
      emit: (how) => emit('saving', how),
      async start(limits, saving) {
        const worker = startThread('reader', { mode: 'read', counts: false }, limits)
        const thread = createClient<ReaderApi & { open(): Promise<void> }>(
          workerTransport(worker, (event, data) => {
            if (event === 'saving') saving(data as Events['saving'])
          }),
        )
        await thread.open()
        return {
          writeRows: (query) => thread.writeRows(query),
          end: async () => void (await worker.terminate()),
        }
      },
    })
    const questions = createQuestionDesk({
      context: async () => ({ dir: options.dir, ...(await reader.questionContext()) }),
      start: options.shell.startChild,
    })
    const api = createApi({
      writer,
      questions,
      rows,
      reader,
      counting,
      telling,
      schedule,
      issuing,
      shell: options.shell,
      changed,
      now,
    })
    if (writer && options.sync !== false)
      await writer.startSync(await readSecrets(options.shell, await writer.neededSecrets()))
    return {
      api,
      writer,
      reader,
      counting,
      pauseTelling(until) {
        telling.pause(until)
        schedule.pause(until)
      },
      watchTelling(isWatched) {
        telling.watched(isWatched)
        schedule.watched(isWatched)
      },
      listen(event, listener) {
        const set = listeners.get(event) ?? new Set()
        listeners.set(event, set.add(listener))
        return () => set.delete(listener)
      },
      async close() {
        closing = true
        questions.close()
        await Promise.all([telling.stop(), schedule.stop(), rows.cancelRows()])
        // The writer last: only a connection that may write can empty the log as it closes.
        await counting.close()
        await writer?.close()
        await terminate()
      },
    }
  } catch (error) {
    await terminate()
    throw error
  }
}

async function readSecrets(shell: Shell, names: readonly string[]): Promise<Record<string, string>> {
  const secrets: Record<string, string> = {}
  for (const name of names) {
    const value = await shell.readSecret(name)
    if (value !== null) secrets[name] = value
  }
  return secrets
}

/** Settings that change figures the moment they are saved; some change more as the past is computed anew. */
const numberSettings = [
  'zone',
  'targets',
  'targetOverrides',
  'rules',
  'workingHours',
] as const satisfies readonly (keyof Settings)[]

/** One line a request: who answers it. */
function createApi(parts: {
  readonly writer: WriterApi | null
  readonly reader: ReaderApi
  readonly counting: SharedCounting
  readonly telling: TellingDesk
  readonly issuing: () => IssuedWrites
  readonly schedule: ScheduleDesk
  readonly questions: QuestionDesk
  readonly rows: RowsDesk
  readonly shell: Shell
  readonly now: () => number
  readonly changed: (topics: readonly Topic[]) => void
}): Api {
  const { reader, counting, shell, changed } = parts
  const writing = (): WriterApi => {
    if (parts.writer) return parts.writer
    throw failed('locked', 'engine.onlyLooking')
  }
  return {
    workspace: () => reader.workspace(),
    settings: () => (parts.writer ? parts.writer.settings() : reader.settings()),
    async saveSettings(change) {
      const settings = await writing().saveSettings(change)
      const counts = numberSettings.some((setting) => change[setting] !== undefined)
      changed(['settings', 'workspace', ...(counts ? (['numbers', 'flags'] as const) : [])])
      return settings
    },
    syncHealth: async () => writing().syncHealth(),
    async addSource(source) {
      checkSource(source)
      const id = await writing().nextSourceId(source.kind)
      const { stored, secrets } = separateSecrets(source, id, parts.now())
      for (const [name, value] of Object.entries(secrets)) await shell.keepSecret(name, value)
      const state = await writing().addSource(id, stored, secrets)
      changed(['workspace', 'sync'])
      return state
    },
    async removeSource(source) {
      for (const name of await writing().removeSource(source)) await shell.keepSecret(name, null)
      changed(['workspace', 'sync', 'numbers', 'conversations', 'assignments', 'flags'])
    },
    async pauseSync(source, paused) {
      await writing().pauseSync(source, paused)
      changed(['sync'])
    },
    syncNow: async (source) => writing().syncNow(source),
    rejected: (query) => reader.rejected(query),
    metrics: (query) => reader.metrics(query),
    metricsMany: (queries) => counting.metricsMany(queries),
    explain: (query) => reader.explain(query),
    compareDefinitions: (query) => reader.compareDefinitions(query),
    insights: (query) => reader.insights(query),
    suggestTopics: (query) => reader.suggestTopics(query),
    readHolidays: (query) => reader.readHolidays(query),
    async saveTable(table) {
      return { saved: await shell.saveFile(await exportTable(table)) }
    },
    conversations: (query) => reader.conversations(query),
    conversation: (id, around) => reader.conversation(id, around),
    timeline: (query) => reader.timeline(query),
    search: (query) => reader.search(query),
    searchInside: (query) => reader.searchInside(query),
    searchIndex: () => reader.searchIndex(),
    async rebuildSearch() {
      await writing().rebuildSearch()
      changed(['search'])
    },
    transcript: (query) => reader.transcript(query),
    async saveTranscript(query) {
      return { saved: await shell.saveFile(await transcriptFile(query, reader, shell)) }
    },
    ...auditApi({ reader, writing, shell, changed }),
    ...attentionApi({ reader, writing, changed }),
    ...parts.telling.api,
    ...reportApi({ ...parts, writing }),
  }
}
