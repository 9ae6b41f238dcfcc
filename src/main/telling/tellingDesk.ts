/** Tells people of new flags: once each, by what every rule and the quiet hours allow. */
import type { Api, Events } from '../../shared/contract.ts'
import { notYet } from '../attention/notYet.ts'
import { watchFlags } from '../engine/flagWatch.ts'
import type { ReaderApi } from '../engine/readerApi.ts'
import type { Shell } from '../engine/shell.ts'
import type { WriterApi } from '../engine/writerApi.ts'

export interface TellingPorts {
  readonly reader: ReaderApi
  readonly writer: WriterApi | null
  readonly shell: Shell
  readonly emit: <K extends keyof Events>(event: K, data: Events[K]) => void
  readonly now: () => number
}

export interface TellingDesk {
  readonly api: Pick<Api, 'webhook' | 'keepWebhookSecret' | 'testTelling'>
  /** Something a flag may depend on changed: looks again at once. */
  note(): void
  stop(): void
}

export function createTellingDesk(ports: TellingPorts): TellingDesk {
  const watch = ports.writer === null ? null : watchFlags(ports.reader, ports.shell, ports.emit)
  return {
    api: { webhook: notYet, keepWebhookSecret: notYet, testTelling: notYet },
    note: () => undefined,
    stop: () => watch?.stop(),
  }
}
