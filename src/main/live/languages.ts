/** Which languages agents wrote in lately: those of the customers they replied to. */
import type { Scope } from '../../shared/contract.ts'
import { dayMs } from '../../shared/period.ts'
import { reasonOf } from '../metrics/bits.ts'
import type { Columns } from '../metrics/columns.ts'
import type { Dictionary } from '../metrics/dictionary.ts'
import { viewOf } from '../metrics/view.ts'

const days = 28
/** Counted again within the day once there are so many times the replies there were: data is still coming in. */
const growth = 1.1

/** Whether an agent replied to a customer of a language within 28 days. Row ids of agents and words. */
export type Writes = (agent: number, language: number) => boolean

/**
 * Counts once a UTC day, a day of data at a time, so that other questions are answered between; only the very first is
 * waited for. A reply counts for the language its conversation's customer was heard in on the same day.
 */
export function createLanguages(
  columns: () => Columns,
  dictionary: () => Dictionary,
): { at(now: number): Promise<Writes> } {
  let asked: { readonly day: number; readonly replies: number } | null = null
  let counting: Promise<Writes> | null = null
  let counted: Writes | null = null

  async function recount(day: number): Promise<Writes> {
    try {
      counted = await count(columns, dictionary, (day + 1) * dayMs)
      return counted
    } catch (error) {
      // Columns may turn out to be damaged, and are made anew.
      asked = null
      throw error
    } finally {
      counting = null
    }
  }

  return {
    at(now) {
      const day = Math.floor(now / dayMs)
      const replies = columns().rowsOf('replies').live
      if (counting === null && (asked?.day !== day || replies > asked.replies * growth)) {
        asked = { day, replies }
        counting = recount(day)
        // Whoever still goes by the count before does not hear of it; it is tried again.
        counting.catch(() => undefined)
      }
      return counted === null && counting !== null ? counting : Promise.resolve(counted ?? (() => false))
    },
  }
}

async function count(columns: () => Columns, dictionary: () => Dictionary, until: number): Promise<Writes> {
  const written = new Map<number, Set<number>>()
  for (let to = until; to > until - days * dayMs; to -= dayMs) {
    addDay(columns(), dictionary(), to - dayMs, to, written)
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
  return (agent, language) => written.get(agent)?.has(language) ?? false
}

function addDay(
  columns: Columns,
  dictionary: Dictionary,
  from: number,
  to: number,
  written: Map<number, Set<number>>,
): void {
  const scope: Scope = { from, to, zone: 'UTC', agents: [], teams: [], channels: [], categories: [] }
  const subject = { columns, dictionary, scope, now: to }
  const heard = viewOf(subject, 'sentiments')
  const languages = new Map<number, number>()
  for (let row = 0; row < heard.length; row++) languages.set(heard.slot[row] ?? 0, heard.word[row] ?? 0)
  const replies = viewOf(subject, 'replies')
  for (let row = 0; row < replies.length; row++) {
    const agent = replies.agent[row] ?? 0
    const language = languages.get(replies.slot[row] ?? 0) ?? 0
    if (agent === 0 || language === 0 || reasonOf(replies.bits[row] ?? 0) !== null) continue
    const own = written.get(agent) ?? new Set()
    own.add(language)
    written.set(agent, own)
  }
}
