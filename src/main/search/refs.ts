/** What a document of the index stands for, as one number: the row of a message, a comment or a contact, and which of them. */
import { firstK } from '../store/bits.ts'

export type RefKind = 'message' | 'comment' | 'contact'

const kinds: readonly RefKind[] = ['message', 'comment', 'contact']
/** The triggers of cache.db (store/migrations/cache-0004.ts) count the same way: never change it. */
const width = 4

export function refOf(kind: RefKind, row: number): number {
  return row * width + kinds.indexOf(kind)
}

export function kindOf(ref: number): RefKind {
  return kinds[ref % width] ?? 'message'
}

export function rowOf(ref: number): number {
  return Math.floor(ref / width)
}

/** Every message of a conversation from this one on has this ref or a greater one. */
export function firstRef(conversation: number): number {
  return refOf('message', firstK(conversation))
}
