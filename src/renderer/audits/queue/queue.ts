/** A reviewer's queue as the screen shows it: by sample, with how far it is. */
import type { QueueItem, ReviewState, Sample } from '../../../shared/audits.ts'

/** Chats picked by hand stand under a heading of their own. */
export const byHand = 'by-hand'

export interface QueuePart {
  /** The sample's id, or `byHand`. */
  readonly id: string
  /** Null: picked by hand. */
  readonly name: string | null
  readonly items: readonly QueueItem[]
  readonly done: number
  readonly dueAt: number | null
}

/** By sample, in the order the engine gives; those with something left to do first. */
export function partsOf(items: readonly QueueItem[]): readonly QueuePart[] {
  const parts = new Map<string, QueueItem[]>()
  for (const item of items) {
    const id = item.sample ?? byHand
    const held = parts.get(id)
    if (held === undefined) parts.set(id, [item])
    else held.push(item)
  }
  const made = [...parts].map(([id, own]): QueuePart => ({
    id,
    name: own[0]?.sampleName ?? null,
    items: own,
    done: own.filter(isDone).length,
    dueAt: own[0]?.dueAt ?? null,
  }))
  return made.toSorted((one, other) => Number(isFinished(one)) - Number(isFinished(other)))
}

function isFinished({ items, done }: QueuePart): boolean {
  return done === items.length
}

const doneStates: readonly ReviewState[] = ['submitted', 'disputed', 'resolved', 'voided']

/** Nothing is left to do for its reviewer: submitted, or its chat is gone. */
export function isDone(item: QueueItem): boolean {
  return item.erased || doneStates.includes(item.state)
}

/** The next item with something to do after `from`, from the top again after the last; -1: all is done. */
export function nextToDo(items: readonly QueueItem[], from: number): number {
  for (let step = 1; step <= items.length; step++) {
    const index = (from + step) % items.length
    const item = items[index]
    if (item !== undefined && !isDone(item)) return index
  }
  return -1
}

/** What tells an item from every other while it is on the screen. */
export function itemKey({ sample, conversation, reviewer }: QueueItem): string {
  return JSON.stringify([sample, conversation, reviewer])
}

export function sampleOf(samples: readonly Sample[] | undefined, id: string | null): Sample | undefined {
  return id === null ? undefined : samples?.find((sample) => sample.id === id)
}
