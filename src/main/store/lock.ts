import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { phrase, type Phrase } from '../../shared/phrases.ts'
import { asStoreFailure, storeFailed } from './errors.ts'

const holderSchema = z.object({ pid: z.number().int(), what: z.string().max(200) })
export type Holder = z.output<typeof holderSchema>

/**
 * Holds a workspace for one process. The operating system keeps the lock (on lock.db), so it ends with the process, however
 * that ends; the file beside it only says who it is. Throws a `StoreFailure` of kind `locked` naming the holder.
 */
export function lockProfile(dir: string, holder: Holder): { release: () => void } {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const namePath = join(dir, 'lock.json')
  const db = new Database(join(dir, 'lock.db'), { timeout: 0 })
  try {
    db.pragma('journal_mode = DELETE')
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE')
    writeFileSync(namePath, JSON.stringify(holder), { mode: 0o600 })
  } catch (error) {
    db.close()
    if (asStoreFailure(error)?.kind !== 'locked') throw asStoreFailure(error) ?? error
    throw storeFailed('locked', 'store.inUse', { who: holderOf(namePath) }, error)
  }
  let held = true
  return {
    release() {
      if (!held) return
      held = false
      rmSync(namePath, { force: true })
      db.close()
    },
  }
}

const knownHolders = {
  'the desktop app': 'store.holder.desktop',
  'the web console': 'store.holder.web',
  'the command line': 'store.holder.command',
} as const

function holderOf(path: string): Phrase {
  try {
    const holder = holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    return phrase('store.holder.process', { what: holderWords(holder.what), pid: String(holder.pid) })
  } catch {
    // The holder is just starting or stopping: the lock counts, not its name.
    return phrase('store.holder.another')
  }
}

function holderWords(what: string): Phrase | string {
  return Object.hasOwn(knownHolders, what) ? phrase(knownHolders[what as keyof typeof knownHolders]) : what
}
