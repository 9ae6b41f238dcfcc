/**
 * Saves rows as files. Each file is made by a thread of its own, with its own view of the columns: no question waits for it,
 * its memory goes with it, and giving up is ending it.
 */
import { rm } from 'node:fs/promises'
import type { ResourceLimits } from 'node:worker_threads'
import type { Api, Events } from '../../shared/contract.ts'
import { dayKey } from '../../shared/period.ts'
import type { Dataset, RowFormat, RowsQuery } from '../../shared/reporting.ts'
import { failed, type Failed } from '../engine/failure.ts'
import type { Shell } from '../engine/shell.ts'
import { draftOf } from './files/fileDraft.ts'
import type { RowsFileQuery } from './writeRows.ts'

export interface RowsThread {
  writeRows(query: RowsFileQuery): Promise<{ readonly rows: number }>
  end(): Promise<void>
}

export type RowsDesk = Pick<Api, 'saveRows' | 'cancelRows'>

/**
 * Rows are made and dropped by the thousand: with a small nursery they are swept up sooner, which costs little and holds half.
 * Messages are made a few thousand at a time, however many there are; what conversations need grows with their number.
 */
export const rowsThreadLimits = {
  conversations: { maxYoungGenerationSizeMb: 24 },
  messages: { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 256 },
} as const satisfies Readonly<Record<Dataset, ResourceLimits>>

const types: Readonly<Record<RowFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
}

/** `start` opens a thread that tells how far it is. One file is made at a time: a second one is refused with `busy`. */
export function createRowsDesk(ports: {
  readonly shell: Pick<Shell, 'chooseFile'>
  readonly start: (limits: ResourceLimits, saving: (how: Events['saving']) => void) => Promise<RowsThread>
  readonly emit: (how: Events['saving']) => void
}): RowsDesk {
  /** Of the file that is being made. */
  let giveUp: (() => Promise<void>) | null = null

  const make = async (query: RowsQuery, path: string): Promise<number | null> => {
    let isGivenUp = false
    const starting = ports.start(rowsThreadLimits[query.dataset], ports.emit)
    giveUp = async () => {
      isGivenUp = true
      await (await starting).end()
    }
    const thread = await starting
    try {
      return (await thread.writeRows({ ...query, path })).rows
    } catch (error) {
      // A thread that was ended tidies nothing up.
      await rm(draftOf(path), { force: true }).catch(() => undefined)
      if (isGivenUp) return null
      throw error
    } finally {
      await thread.end()
    }
  }

  return {
    async saveRows(query) {
      if (giveUp !== null) throw anotherIsMade()
      giveUp = () => Promise.resolve()
      try {
        const { dataset, format, scope } = query
        const name = `floorwalker-${dataset}-${dayKey(scope.from, scope.zone)}.${format}`
        const target = await ports.shell.chooseFile({ name, type: types[format] })
        if (target === null) return { saved: null, rows: 0 }
        const rows = await make(query, target.path)
        if (rows === null) return { saved: null, rows: 0 }
        return { saved: await target.keep(), rows }
      } finally {
        giveUp = null
      }
    },
    async cancelRows() {
      await giveUp?.()
    },
  }
}

function anotherIsMade(): Failed {
  return failed('busy', 'rows.busy')
}
