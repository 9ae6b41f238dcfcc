import type { Topic } from '../../shared/contract.ts'
import type { WriterEvents } from './writerApi.ts'

type Change = { readonly conversations: readonly number[] | null; readonly dictionary: boolean }

const quietMs = 250

/**
 * Between the writer's word that data changed and the screens' asking again: the reader takes the change over first, one
 * refresh at a time with what came meanwhile joined, and the screens are told at most four times a second.
 */
export function createRefresher(
  refresh: (change: Change) => Promise<void>,
  announce: (topics: readonly Topic[]) => void,
): { note(change: WriterEvents['applied']): void } {
  let touched: Set<number> | null = new Set()
  let dictionary = false
  let settings = false
  let waiting = false
  let running = false

  const run = async () => {
    running = true
    while (waiting) {
      const change = { conversations: touched === null ? null : [...touched], dictionary }
      const topics = topicsOf(change, settings)
      touched = new Set()
      dictionary = settings = waiting = false
      await refresh(change)
      announce(topics)
      await new Promise((resolve) => setTimeout(resolve, quietMs))
    }
    running = false
  }

  return {
    note(change) {
      if (change.conversations === null) touched = null
      else if (touched !== null) for (const conversation of change.conversations) touched.add(conversation)
      dictionary ||= change.dictionary
      settings ||= change.settings
      waiting = true
      // A reader that fails is reported by its thread; here it only ends the loop.
      if (!running) void run().catch(() => (running = false))
    },
  }
}

function topicsOf(change: Change, settings: boolean): Topic[] {
  const topics: Topic[] = ['sync']
  if (change.dictionary) topics.push('workspace')
  if (settings) topics.push('settings')
  if (change.conversations === null || change.conversations.length > 0)
    topics.push('numbers', 'conversations', 'assignments', 'flags')
  return topics
}
