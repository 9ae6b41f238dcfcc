/**
 * Questions on their way: one after the other, in a process of their own. A question that takes too long, or is taken back,
 * ends with its process; the next one has a new one.
 */
import { RequestError } from '../../shared/client.ts'
import type { Api } from '../../shared/contract.ts'
import type { QuestionAnswer, QuestionQuery } from '../../shared/questions.ts'
import { failed, type Failed } from '../engine/failure.ts'
import { startNodeChild, type Child, type StartChild } from './child.ts'
import type { Asked, Told } from './protocol.ts'
import type { QuestionContext } from './viewSources.ts'

/** Milliseconds a process without questions stays. */
const restsFor = 60_000
const mostWaiting = 50
const limits = { rows: { least: 1, most: 100_000 }, seconds: { least: 1, most: 600 } } as const

export interface QuestionDesk extends Pick<Api, 'askQuestion' | 'cancelQuestion'> {
  close(): void
}

interface Waiting {
  readonly query: QuestionQuery
  readonly context: QuestionContext
  readonly resolve: (answer: QuestionAnswer) => void
  readonly reject: (reason: Error) => void
}

/** `context`: what questions are asked of, as of now. `start` and `program`: how and what process is started. */
export function createQuestionDesk(ports: {
  readonly context: () => Promise<QuestionContext>
  readonly start?: StartChild | undefined
  readonly program?: URL
}): QuestionDesk {
  const { start = startNodeChild, program = questionProgram() } = ports
  const waiting: Waiting[] = []
  /** On their way to the queue, and those of them that were taken back meanwhile. */
  const arriving = new Set<string>()
  const takenBack = new Set<string>()
  let running: (Waiting & { readonly number: number }) | null = null
  let child: Child | null = null
  let timer: NodeJS.Timeout | undefined
  let number = 0
  let closed = false

  /** The process as it is, or a new one. */
  function childNow(): Child {
    if (child !== null) return child
    const started = start(program)
    child = started
    started.onMessage((told) => {
      if (child === started) hear(told as Told)
    })
    started.onExit(() => {
      if (child !== started) return
      child = null
      if (running !== null) settle(({ reject }) => reject(processStopped()))
    })
    return started
  }

  function endChild(): void {
    const ending = child
    child = null
    ending?.kill()
  }

  function hear(told: Told): void {
    if (told.kind === 'stopped') {
      endChild()
      if (running !== null) settle(({ reject }) => reject(new RequestError(told.failure)))
      return
    }
    if (running?.number !== told.id) return
    const { query } = running
    if (told.kind === 'began') {
      const seconds = within(query.seconds, limits.seconds)
      timer = setTimeout(() => stop(timeRanOut(seconds)), seconds * 1000)
      return
    }
    const { reply } = told
    if (reply.ok) settle(({ resolve }) => resolve(reply.value))
    else settle(({ reject }) => reject(new RequestError(reply.error)))
  }

  /** Ends what runs, and its process with it. */
  function stop(why: Error): void {
    endChild()
    settle(({ reject }) => reject(why))
  }

  function settle(how: (done: Waiting) => void): void {
    clearTimeout(timer)
    const done = running
    running = null
    if (done !== null) how(done)
    next()
  }

  function next(): void {
    if (running !== null || closed) return
    clearTimeout(timer)
    const first = waiting.shift()
    if (first === undefined) {
      if (child !== null) timer = setTimeout(endChild, restsFor).unref()
      return
    }
    number += 1
    running = { ...first, number }
    const { sql, rows } = first.query
    const question = { sql, rows: within(rows, limits.rows) }
    childNow().send({ id: number, question, context: first.context } satisfies Asked)
  }

  return {
    async askQuestion(query) {
      if (waiting.length >= mostWaiting) throw tooMany()
      arriving.add(query.id)
      const context = await ports.context().finally(() => arriving.delete(query.id))
      if (takenBack.delete(query.id) || closed) throw wasTakenBack()
      return new Promise((resolve, reject) => {
        waiting.push({ query, context, resolve, reject })
        next()
      })
    },
    cancelQuestion(id) {
      if (running?.query.id === id) stop(wasTakenBack())
      else {
        const index = waiting.findIndex(({ query }) => query.id === id)
        if (index >= 0) for (const { reject } of waiting.splice(index, 1)) reject(wasTakenBack())
        else if (arriving.has(id)) takenBack.add(id)
      }
      return Promise.resolve()
    },
    close() {
      closed = true
      endChild()
      for (const { reject } of waiting.splice(0)) reject(wasTakenBack())
      settle(({ reject }) => reject(wasTakenBack()))
    },
  }
}

/** Sources run as they are under plain Node and bundled side by side in the desktop app. */
function questionProgram(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new URL(`./questionProcess.${extension}`, import.meta.url)
}

function within(value: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, Math.floor(value))) : least
}

function timeRanOut(seconds: number): Failed {
  return failed('busy', 'questions.tooSlow', { seconds })
}

function wasTakenBack(): Failed {
  return failed('busy', 'questions.takenBack')
}

function tooMany(): Failed {
  return failed('busy', 'questions.tooManyWait', { most: mostWaiting })
}

function processStopped(): Failed {
  return failed('bug', 'questions.processStopped')
}
