/**
 * The process that answers questions: a thread asks SQLite, which hears nothing until it is done, and this one watches over
 * it. It ends when its parent does, and when it needs too much memory.
 */
import { Worker } from 'node:worker_threads'

import type { Told } from './protocol.ts'
import { tooMuchMemory } from './tooMuchMemory.ts'
import { failure, toFailure } from '../engine/failure.ts'

/** Of the whole process; SQLite's own limit needs statistics that Node's build goes without. */
const mostMemory = 2 ** 30
/** Milliseconds. */
const lookEvery = 100

/** How Electron's processes hear their parent, in the words of its `ParentPort`. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const thread = new Worker(new URL(`./questionThread.${extension}`, import.meta.url))

/** Where nobody waits for a thread in the middle of a question, as `process.exit` does. */
function end(): void {
  process.kill(process.pid, 'SIGKILL')
}

function tell(told: Told, then: () => void = () => undefined): void {
  if (parentPort === undefined) {
    process.send?.(told, undefined, undefined, then)
  } else {
    parentPort.postMessage(told)
    setTimeout(then, lookEvery)
  }
}

if (parentPort === undefined) {
  process.on('message', (message) => thread.postMessage(message))
  process.on('disconnect', end)
} else {
  parentPort.on('message', ({ data }) => thread.postMessage(data))
}
thread.on('message', (told: Told) => tell(told))
thread.on('error', ({ message }) =>
  tell({ kind: 'stopped', failure: failure('bug', 'questions.threadStopped', { reason: message }) }, end),
)

const watch = setInterval(() => {
  if (process.memoryUsage.rss() < mostMemory) return
  clearInterval(watch)
  tell({ kind: 'stopped', failure: toFailure(tooMuchMemory()) }, end)
}, lookEvery)
