import { writeRecordsFile } from '../store/recordsFile.ts'
import { openCache, openWorkspaceDb } from '../store/open.ts'
import { lockProfile } from '../store/lock.ts'
import { readSettings, saveSettings } from '../store/settings.ts'
import { verify } from '../store/verify.ts'
import { decideFlag } from '../store/flags.ts'
import { createSyncDesk } from './syncDesk.ts'
import { recheckDerived, rederive } from './rederive.ts'
import type { WriterApi } from './writerApi.ts'

/** What a thread is started with. No secret is among it. */
export interface ThreadData {
  readonly dir: string
  readonly version: string
  /** Who holds the profile lock, in words. */
  readonly what: string
  readonly mode: 'write' | 'read'
}
