import { setImmediate } from 'node:timers/promises'

/** Bounds what one transaction holds; a body is at most a few megabytes. */
const LARGEST_GROUP = 64

/**
 * Lets those who ask at the same time share one write, and so one flush to the disk. Writes never overlap; each caller
 * is answered after the write that held its item, and all of a failed group fail together.
 */
export function groupCommit<Item, Result>(
  write: (items: readonly Item[]) => Promise<Result> | Result,
): (item: Item) => Promise<Result> {
  interface Waiting {
    readonly item: Item
    readonly resolve: (result: Result) => void
    readonly reject: (reason: unknown) => void
  }
  const waiting: Waiting[] = []
  let writing = false

  async function drain(): Promise<void> {
    writing = true
    while (waiting.length > 0) {
      // Requests that have already arrived get the chance to join.
      await setImmediate()
      const group = waiting.splice(0, LARGEST_GROUP)
      try {
        const result = await write(group.map(({ item }) => item))
        for (const { resolve } of group) resolve(result)
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    writing = false
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!writing) void drain()
    })
}
