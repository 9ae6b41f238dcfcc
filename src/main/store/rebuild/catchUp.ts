/**
 * What the rows and the facts were computed with, against what the settings and this program want now; and the computing
 * of whatever differs. Interrupted at any point it goes on the next time, because the marks change last.
 */
import { packVersion } from '../../metrics/pack.ts'
import { derivingVersion } from '../../metrics/version.ts'
import { rawSql, sql, value, type ReadableDb, type WritableDb } from '../database.ts'
import { clearMark, readMark, writeMark } from '../derivation.ts'
import { deriveAnew, deriveDirty, type Derivation } from '../derive.ts'
import { hash53 } from '../hash.ts'
import { scatter } from '../scatter.ts'
import { flagsKey } from '../surroundings.ts'
import { textVersion, topicsKey } from '../textReading.ts'
import { allThreads, placeThreads } from '../threads.ts'
import { startWork } from '../work.ts'
import type { Background } from './background.ts'
import { keepReadings } from './keepReadings.ts'
import { rebuild } from './rebuild.ts'

/** Conversations in which texts are read at once: reading takes far longer than deriving. */
const readLength = 50
/** Threads placed in one transaction. */
const threadsAtOnce = 100

export interface CatchUpPorts {
  readonly db: WritableDb
  readonly derivation: Derivation
  readonly background: Background
  /** Whether everything is looked at, as after a damage. */
  readonly mends: boolean
  /** Number of the last page so far, and whether a conversation was changed by a later one. */
  readonly page: () => number
  readonly changedAfter: (conversation: number, page: number) => boolean
  /** Rows of conversations whose facts changed, as they are written, and whether the dictionary grew. */
  readonly onChange: (conversations: readonly number[], dictionary: boolean) => void
  /** One thing is up to date everywhere: what changed belongs together now. */
  readonly onStage: () => void
  /** In conversations, over everything that is computed. */
  readonly onProgress: (done: number, total: number) => void
  readonly goesOn: () => boolean
}

const marks = ['facts', 'gap', 'texts', 'topics'] as const

interface Wanted {
  readonly facts: string
  readonly gap: number
  readonly texts: number
  readonly topics: string
}

/** What the marks say once everything is up to date. */
export function wantedMarks(db: ReadableDb, settings: Derivation['settings']): Wanted {
  const { rules, conversationGapHours, topicRules } = settings
  const chosen = hash53(JSON.stringify([flagsKey(db, settings), rules.engagedMinutes])).toString(36)
  return {
    facts: `${packVersion}:${derivingVersion}:${chosen}`,
    gap: conversationGapHours,
    texts: textVersion,
    topics: topicsKey(topicRules, textVersion),
  }
}

/** Whether anything is to be computed anew. */
export function isBehind(db: WritableDb, settings: Derivation['settings']): boolean {
  return isOutdated(db, wantedMarks(db, settings)) || firstUnread(db) !== null
}

/** Says so where what there is follows other settings or another program: whoever asks knows before anything is computed. */
export function noteOutdated(db: WritableDb, settings: Derivation['settings']): void {
  if (isOutdated(db, wantedMarks(db, settings)) && !isEmpty(db)) writeMark(db, 'recomputed', 0)
}

/** Says that nothing is outdated any more. */
export function noteComputed(db: WritableDb): void {
  clearMark(db, 'recomputed')
}

function isOutdated(db: ReadableDb, wanted: Wanted): boolean {
  return marks.some((key) => readMark(db, key) !== wanted[key])
}

/** Facts of a packing this program cannot read are thrown away before anybody reads them; they get a new epoch. */
export function dropForeignFacts(db: WritableDb): void {
  const packing = String(readMark(db, 'facts') ?? '').split(':')[0]
  if (packing === String(packVersion)) return
  const run = db.transaction(() => {
    if (value(db, 'SELECT 1 FROM facts LIMIT 1') === undefined) return
    sql(db, 'DELETE FROM facts').run()
    sql(db, 'DELETE FROM facts_gone').run()
    sql(db, "UPDATE derivation SET value = lower(hex(randomblob(16))) WHERE key = 'epoch'").run()
  })
  run.immediate()
}

/** Computes whatever is behind, until nothing is or it is told to stop. */
export async function catchUp(ports: CatchUpPorts): Promise<void> {
  const { db, derivation } = ports
  const wanted = wantedMarks(db, derivation.settings)
  if (isEmpty(db)) return keepMarks(db, wanted)
  const stages: ((done: (conversations: number) => void) => Promise<void>)[] = []
  if (readMark(db, 'gap') === undefined) writeMark(db, 'gap', wanted.gap)
  if (readMark(db, 'gap') !== wanted.gap) stages.push(() => placeAnew(ports, wanted))
  if (ports.mends || readMark(db, 'facts') !== wanted.facts)
    stages.push((done) => deriveEverything(ports, wanted, done))
  if (
    readMark(db, 'texts') !== wanted.texts ||
    readMark(db, 'topics') !== wanted.topics ||
    firstUnread(db) !== null
  )
    stages.push((done) => readEverything(ports, wanted, done))
  if (stages.length === 0) return
  const conversations = lastConversation(db)
  const total = conversations * stages.length
  const keepShare = isOutdated(db, wanted) ? shareKeeper(db) : () => undefined
  const tell = (done: number) => {
    keepShare(done / total)
    ports.onProgress(done, total)
  }
  for (const [index, stage] of stages.entries()) {
    const before = index * conversations
    tell(before)
    await stage((done) => tell(Math.min(before + done, total - 1)))
    if (!ports.goesOn()) return
    // Before it is told: who asks again then is to hear that it is done.
    if (index === stages.length - 1) noteComputed(db)
    ports.onStage()
  }
  ports.onProgress(total, total)
}

/** Keeps how far it is for those who read, once a per cent. */
function shareKeeper(db: WritableDb): (share: number) => void {
  let kept: number | null = null
  return (share) => {
    const percent = Math.floor(share * 100)
    if (percent === kept) return
    kept = percent
    writeMark(db, 'recomputed', percent)
  }
}

function keepMarks(db: WritableDb, wanted: Wanted): void {
  for (const key of marks) if (readMark(db, key) !== wanted[key]) writeMark(db, key, wanted[key])
  clearMark(db, 'unread_from')
  clearMark(db, 'reading_from')
  noteComputed(db)
}

/** The first conversation that may hold an unread text; null: all are read. */
function firstUnread(db: WritableDb): number | null {
  const marks = [readMark(db, 'unread_from'), readMark(db, 'reading_from')].filter(
    (mark) => mark !== undefined,
  )
  return marks.length === 0 ? null : Math.min(...marks.map(Number))
}

// ── the stages ───────────────────────────────────────────────────────────────────────────────────────────────────

/** Places the messages that state no conversation by the new gap, some threads a transaction. */
async function placeAnew({ db, derivation, onChange, goesOn }: CatchUpPorts, wanted: Wanted): Promise<void> {
  const gapMs = wanted.gap * 3_600_000
  for (const [ref] of rawSql<[string]>(db, 'SELECT ref FROM sources').all()) {
    const threads = allThreads(startWork(db, ref, gapMs))
    for (let start = 0; start < threads.length; start += threadsAtOnce) {
      const run = db.transaction(() => {
        const work = startWork(db, ref, gapMs)
        for (const [contact, channel] of threads.slice(start, start + threadsAtOnce))
          scatter(work, contact, channel)
        placeThreads(work)
        return deriveDirty(work, derivation)
      })
      onChange(run.immediate(), false)
      await breath()
      if (!goesOn()) return
    }
  }
  writeMark(db, 'gap', wanted.gap)
}

async function deriveEverything(
  ports: CatchUpPorts,
  wanted: Wanted,
  done: (conversations: number) => void,
): Promise<void> {
  const { db, derivation, background } = ports
  await rebuild({
    ...ports,
    derive: (from, to, mends) => background.derive(from, to, derivation.settings, mends),
    ahead: background.ahead,
    onProgress: (progress, changed) => {
      if (changed.length > 0) ports.onChange(changed, false)
      done(progress.done)
    },
  })
  if (ports.goesOn()) writeMark(db, 'facts', wanted.facts)
}

/** Reads the texts nobody read, and finds the topics where the rules or the texts are others. */
async function readEverything(
  ports: CatchUpPorts,
  wanted: Wanted,
  done: (conversations: number) => void,
): Promise<void> {
  const { db, derivation, background } = ports
  const isWhole = readMark(db, 'texts') !== wanted.texts
  const allTopics = readMark(db, 'topics') !== wanted.topics
  const from = isWhole || allTopics ? 1 : (firstUnread(db) ?? 1)
  const last = lastConversation(db)
  // Pages that leave texts unread meanwhile say so under the other mark.
  const begin = db.transaction(() => {
    writeMark(db, 'reading_from', from)
    clearMark(db, 'unread_from')
  })
  begin.immediate()
  let next = from
  let read = from
  const lane = async () => {
    while (next <= last && ports.goesOn()) {
      const start = next
      next += readLength
      const page = ports.page()
      const texts = await background.read(
        start,
        start + readLength,
        derivation.settings.topicRules,
        allTopics,
      )
      if (!ports.goesOn()) return
      const isStill = (conversation: number) => !ports.changedAfter(conversation, page)
      const run = db.transaction(() => {
        const { changed, newWords } = keepReadings(db, texts, isStill)
        return { derived: deriveAnew(db, changed, derivation), newWords }
      })
      const { derived, newWords } = run.immediate()
      if (derived.length > 0 || newWords) ports.onChange(derived, newWords)
      read += readLength
      done(read)
    }
  }
  await Promise.all(Array.from({ length: background.ahead }, lane))
  if (!ports.goesOn()) return
  writeMark(db, 'texts', wanted.texts)
  writeMark(db, 'topics', wanted.topics)
  clearMark(db, 'reading_from')
}

function isEmpty(db: WritableDb): boolean {
  return value(db, 'SELECT 1 FROM conversations LIMIT 1') === undefined
}

function lastConversation(db: WritableDb): number {
  return value<number | null>(db, 'SELECT max(id) FROM conversations') ?? 0
}

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
