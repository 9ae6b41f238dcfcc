/**
 * A review as it is typed. Each change is sent at once; while one is under way the newest waits, so that what arrives
 * last is what was typed last. A change that could not be kept stays here and is sent again with the next one.
 */
import { joined } from './content.ts'
import type { Failure } from '../../../shared/contract.ts'
import type { Criterion, Review, ReviewContent } from '../../../shared/audits.ts'

export type Saving =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface DraftState {
  readonly content: ReviewContent
  /** The review's id; null before its first change. */
  readonly review: string | null
  readonly saving: Saving
}

export interface DraftPorts {
  readonly criteria: readonly Criterion[]
  /** Makes the review, once, before its first change is kept. */
  readonly begin: () => Promise<Review>
  readonly save: (review: string, content: ReviewContent) => Promise<Review>
  /** Told what the engine keeps now. */
  readonly kept: (review: Review) => void
  readonly failureOf: (error: unknown) => Failure
}

export interface Draft {
  subscribe(listener: () => void): () => void
  current(): DraftState
  change(next: (content: ReviewContent) => ReviewContent): void
  /** Sends what is not kept yet; true when everything is. */
  settle(): Promise<boolean>
}

export function createDraft(start: Pick<DraftState, 'content' | 'review'>, ports: DraftPorts): Draft {
  const listeners = new Set<() => void>()
  let state: DraftState = { ...start, saving: { kind: 'untouched' } }
  let pending = false
  let running: Promise<void> | null = null

  function tell(change: Partial<DraftState>): void {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  async function run(): Promise<void> {
    try {
      while (pending) {
        const id = state.review ?? (await begun())
        pending = false
        const review = await ports.save(id, state.content)
        ports.kept(review)
        // Typed meanwhile: not everything is kept yet.
        if (!pending) tell({ saving: { kind: 'saved', at: review.changedAt } })
      }
    } catch (error) {
      pending = true
      tell({ saving: { kind: 'failed', failure: ports.failureOf(error) } })
    } finally {
      running = null
    }
  }

  async function begun(): Promise<string> {
    // It may have been begun elsewhere before: what is there is kept.
    const review = await ports.begin()
    ports.kept(review)
    tell({ review: review.id, content: joined(ports.criteria, review, state.content) })
    return review.id
  }

  function send(): void {
    if (running !== null) return
    tell({ saving: { kind: 'saving' } })
    running = run()
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    current: () => state,
    change(next) {
      const content = next(state.content)
      if (content === state.content) return
      pending = true
      tell({ content })
      send()
    },
    async settle() {
      if (pending) send()
      await running
      return !pending
    },
  }
}
