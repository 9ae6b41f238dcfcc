import type { Failure, SourceState } from '../../shared/contract.ts'
import { inline } from '../../shared/phrases.ts'
import { openSource, secretsOf, type StoredSource } from '../sources/open.ts'
import type { Page, SourcePorts, Stream } from '../sources/source.ts'
import { startSyncLoop, type Applied, type StoredCursor, type SyncLoop } from '../sync/loop.ts'
import { failed } from './failure.ts'

/** What the desk needs of the store and of its thread. */
export interface SyncDeskPorts extends SourcePorts {
  readonly sources: {
    list(): readonly ListedSource[]
    add(id: string, source: StoredSource, name: string): void
    remove(id: string): void
    pause(id: string, paused: boolean): void
  }
  readonly readCursor: (source: string, stream: string) => StoredCursor | null
  readonly counts: (source: string) => { readonly records: number; readonly rejected: number }
  readonly apply: (source: string, stream: Stream, page: Page) => Applied
  readonly toFailure: (error: unknown) => Failure
  readonly announce: (sources: readonly SourceState[]) => void
}

export interface ListedSource {
  readonly id: string
  readonly name: string
  readonly config: StoredSource
  readonly paused: boolean
}

export interface SyncDesk {
  start(secrets: Readonly<Record<string, string>>): void
  neededSecrets(): readonly string[]
  nextId(kind: StoredSource['kind']): string
  add(id: string, source: StoredSource, secrets: Readonly<Record<string, string>>): SourceState
  /** Answers the secrets no longer needed. */
  remove(id: string): Promise<readonly string[]>
  pause(id: string | null, paused: boolean): void
  wake(id: string | null): void
  once(id: string | null): Promise<readonly SourceState[]>
  states(): readonly SourceState[]
  stop(): Promise<void>
}

const names: Readonly<Record<StoredSource['kind'], string>> = {
  sample: 'Nordlicht Outdoor (sample)',
  records: 'Records files',
  'whatsapp-cloud': 'WhatsApp Cloud API',
}

/** Keeps one sync loop for each source of the workspace. */
export function createSyncDesk(ports: SyncDeskPorts): SyncDesk {
  const loops = new Map<string, SyncLoop>()
  const states = () => [...loops.values()].map((loop) => loop.state())

  const startOne = (source: ListedSource, secrets: Readonly<Record<string, string>>): SyncLoop => {
    const loop = startSyncLoop(
      openSource(source.config, secrets, ports),
      {
        id: source.id,
        kind: source.config.kind,
        name: source.name,
        paused: source.paused,
        ...ports.counts(source.id),
      },
      {
        now: ports.now,
        random: Math.random,
        sleep,
        readCursor: (stream) => ports.readCursor(source.id, stream),
        apply: (stream, page) => ports.apply(source.id, stream, page),
        toFailure: ports.toFailure,
        report: () => ports.announce(states()),
      },
    )
    loops.set(source.id, loop)
    return loop
  }
  const chosen = (id: string | null): readonly SyncLoop[] => {
    if (id === null) return [...loops.values()]
    const loop = loops.get(id)
    if (loop) return [loop]
    throw failed('invalid', 'sources.none', { id: inline(id) })
  }

  return {
    start(secrets) {
      for (const source of ports.sources.list()) if (!loops.has(source.id)) startOne(source, secrets)
    },
    neededSecrets: () => ports.sources.list().flatMap((source) => secretsOf(source.config)),
    nextId(kind) {
      const taken = new Set(ports.sources.list().map((source) => source.id))
      for (let number = 1; ; number += 1) {
        const id = number === 1 ? kind : `${kind}-${number}`
        if (!taken.has(id)) return id
      }
    },
    add(id, source, secrets) {
      ports.sources.add(id, source, names[source.kind])
      const added = ports.sources.list().find((one) => one.id === id)
      if (!added) throw failed('bug', 'sources.notKept')
      return startOne(added, secrets).state()
    },
    async remove(id) {
      const [loop] = chosen(id)
      const source = ports.sources.list().find((one) => one.id === id)
      loops.delete(id)
      await loop?.stop()
      ports.sources.remove(id)
      ports.announce(states())
      return source ? secretsOf(source.config) : []
    },
    pause(id, paused) {
      for (const loop of chosen(id)) {
        ports.sources.pause(loop.state().id, paused)
        loop.pause(paused)
      }
    },
    wake(id) {
      for (const loop of chosen(id)) loop.wake()
    },
    once: (id) => Promise.all(chosen(id).map((loop) => loop.once())),
    states,
    async stop() {
      await Promise.all([...loops.values()].map((loop) => loop.stop()))
      loops.clear()
    },
  }
}

/** Waits, or wakes at once when told. `Infinity` waits for the signal alone. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted || ms <= 0) return resolve()
    const timer = setTimeout(done, Math.min(ms, 2 ** 31 - 1))
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    signal.addEventListener('abort', done)
  })
}
