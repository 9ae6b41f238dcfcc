/** How long each engine takes for the page, question by question, and whether all give the same figures. */
import { atShare } from '../reading.ts'
import { differences, type Figures } from './compare.ts'
import type { Ask, EngineName } from './engines.ts'
import { filters, questionOf, type Filter } from './questions.ts'

/** Milliseconds. */
export interface Taken {
  readonly median: number
  readonly p95: number
  readonly samples: number
}

export interface PageTimes {
  readonly days: number
  readonly filter: Filter
  /** Those that were there to be asked. */
  readonly taken: Readonly<Partial<Record<EngineName, Taken>>>
}

export interface Pages {
  readonly times: readonly PageTimes[]
  /** Figures compared, over all questions and engines. */
  readonly compared: number
  /** Sent and received in the newest thirty days and the thirty before. */
  readonly messagesInPage: number
  /** One line for each figure in which an engine differs from Floorwalker. */
  readonly different: readonly string[]
}

export const periods = [30, 270] as const

/** Samples of an engine that takes less than this many milliseconds. */
const samplesUnder: readonly (readonly [ms: number, samples: number])[] = [
  [60, 30],
  [200, 15],
  [Number.POSITIVE_INFINITY, 3],
]
/** Asked before anything is measured, about days no sample begins with. */
const warmUps = [30, 31, 32]

/** Asks every engine every question. The first of the engines is the one the others are compared with. */
export async function measurePages(engines: ReadonlyMap<EngineName, Ask>): Promise<Pages> {
  const times: PageTimes[] = []
  const different: string[] = []
  let compared = 0
  let messagesInPage = 0
  for (const days of periods)
    for (const filter of filters) {
      const taken: Partial<Record<EngineName, Taken>> = {}
      let expected: readonly Figures[] | null = null
      for (const [name, ask] of engines) {
        const sampled = await sample(ask, days, filter)
        taken[name] = sampled.taken
        if (expected === null) {
          expected = sampled.figures
          messagesInPage ||= countMessages(expected[0] ?? new Map())
        } else
          for (const [shift, figures] of sampled.figures.entries()) {
            const base = expected[shift]
            // A slower engine is asked about fewer days.
            if (base === undefined) continue
            compared += base.size
            const what = `${name}, ${days} days, ${filter}, ${shift} days ago: `
            different.push(...differences(base, figures).map((line) => what + line))
          }
      }
      times.push({ days, filter, taken })
    }
  return { times, compared, messagesInPage, different }
}

function countMessages(figures: Figures): number {
  const daily = [...figures].filter(([name]) => / day \S+ messages_(sent|received)$/.test(name))
  return daily.reduce((sum, [, count]) => sum + count, 0)
}

async function sample(
  ask: Ask,
  days: number,
  filter: Filter,
): Promise<{ readonly taken: Taken; readonly figures: readonly Figures[] }> {
  let quick = Number.POSITIVE_INFINITY
  for (const shift of warmUps) {
    const startedAt = performance.now()
    await ask(questionOf(days, filter, shift))
    quick = Math.min(quick, performance.now() - startedAt)
  }
  const samples = samplesUnder.find(([ms]) => quick < ms)?.[1] ?? 3
  const times: number[] = []
  const read: (() => Figures)[] = []
  // Every sample is about other days: nothing that was answered before can be answered again from memory.
  for (let shift = 0; shift < samples; shift += 1) {
    const question = questionOf(days, filter, shift)
    const startedAt = performance.now()
    read.push(await ask(question))
    times.push(performance.now() - startedAt)
  }
  const taken = { median: atShare(times, 0.5), p95: atShare(times, 0.95), samples }
  return { taken, figures: read.map((figures) => figures()) }
}
