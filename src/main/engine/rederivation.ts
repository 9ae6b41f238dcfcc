import { openHere, openThreads, ThreadFailure, type Background } from '../store/rebuild/background.ts'
import { catchUp, isBehind, noteComputed, noteOutdated } from '../store/rebuild/catchUp.ts'
import { value, type WritableDb } from '../store/database.ts'
import type { Derivation } from '../store/derive.ts'

/** Computes the past anew after settings or this program changed, and reads texts that came in bulk, while sync and requests go on. */
export interface Rederivation {
  /** Begins with what is behind now, or begins anew when a run is under way. `because`: the settings that changed. */
  start(because: readonly string[]): void
  /** Looks at everything anew, also at what nothing but a damage can have changed. Answers how many conversations changed. */
  rebuild(): Promise<number>
  /** A page was applied: what it changed is up to date already, except texts it left unread. */
  note(conversations: readonly number[]): void
  /** Resolves when nothing is behind. Rejects when it could not be computed. */
  finished(): Promise<void>
  stop(): Promise<void>
}

export interface RederivationPorts {
  readonly dir: string
  readonly cache: WritableDb
  readonly derivation: () => Derivation
  /** What changed, told once it belongs together; null: nearly everything. */
  readonly onChange: (conversations: readonly number[] | null, dictionary: boolean) => void
  readonly onProgress: (progress: {
    readonly done: number
    readonly total: number
    readonly changed: readonly string[]
  }) => void
}

/** Fewer conversations are derived before a thread has started. */
const worthThreads = 5000
/** More are told as everything: whoever reads them reads them in a row. */
const worthNaming = 5000
/** Texts are read once no page came for so long: a backfill goes first. Milliseconds. */
const quietMs = 1000

export function createRederivation(ports: RederivationPorts): Rederivation {
  const { cache, dir } = ports
  let run = 0
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null
  let busy = 0
  let changed = new Set<number>()
  let dictionary = false
  let mends = false
  let mended = 0
  let page = 0
  /** By conversation: the last page that changed it during the run under way. */
  const changedBy = new Map<number, number>()

  /** Where threads cannot be had, this one does it, slower. */
  let haveThreads = true
  const open = (): Background =>
    !haveThreads || (value<number | null>(cache, 'SELECT max(id) FROM conversations') ?? 0) < worthThreads
      ? openHere(cache)
      : openThreads(dir)

  const keep = (conversations: readonly number[], grew: boolean) => {
    for (const conversation of conversations) changed.add(conversation)
    mended += conversations.length
    dictionary ||= grew
  }
  const tell = () => {
    if (changed.size > 0 || dictionary)
      ports.onChange(changed.size > worthNaming ? null : [...changed], dictionary)
    changed = new Set()
    dictionary = false
  }
  const work = async (mine: number, because: readonly string[]) => {
    const goesOn = () => mine === run
    while (goesOn() && (mends || isBehind(cache, ports.derivation().settings))) {
      const background = open()
      try {
        await catchUp({
          db: cache,
          derivation: ports.derivation(),
          background,
          mends,
          page: () => page,
          changedAfter: (conversation, since) => (changedBy.get(conversation) ?? 0) > since,
          onChange: keep,
          onStage: tell,
          onProgress: (done, total) => ports.onProgress({ done, total, changed: because }),
          goesOn,
        })
        if (goesOn()) mends = false
      } catch (error) {
        if (!(error instanceof ThreadFailure)) throw error
        haveThreads = false
      } finally {
        await background.close()
      }
    }
    if (!goesOn()) return
    changedBy.clear()
    // Settings that were taken back at once left nothing to compute.
    noteComputed(cache)
  }
  const start = (because: readonly string[]) => {
    run += 1
    const mine = run
    const before = running
    if (timer !== null) clearTimeout(timer)
    timer = null
    noteOutdated(cache, ports.derivation().settings)
    // One after the other: the run before stops at its next range.
    busy += 1
    running = before
      .catch(() => undefined)
      .then(() => work(mine, because))
      .finally(() => (busy -= 1))
    // Whoever asks whether it is finished hears of a failure.
    running.catch(() => undefined)
  }
  return {
    start,
    async rebuild() {
      mends = true
      mended = 0
      start([])
      await running
      return mended
    },
    note(conversations) {
      page += 1
      for (const conversation of conversations) changedBy.set(conversation, page)
      // A run under way looks once more before it ends.
      if (busy > 0) return
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => start([]), quietMs)
      timer.unref()
    },
    async finished() {
      if (timer !== null) start([])
      await running
    },
    async stop() {
      run += 1
      if (timer !== null) clearTimeout(timer)
      timer = null
      await running.catch(() => undefined)
    },
  }
}
