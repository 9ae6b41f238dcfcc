import { useEffect, useSyncExternalStore } from 'react'
import type { Criterion, NewReview, Review } from '../../../shared/audits.ts'
import { answers, api, failureOf } from '../../api.ts'
import { nothingTyped } from './content.ts'
import { createDraft, type Draft, type DraftState } from './draft.ts'

interface Held {
  readonly draft: Draft
  /** When the review it began with was changed; null: it began with nothing. */
  readonly from: number | null
}

/** Drafts of this session: one that could not be kept outlives its place on the screen. */
const drafts = new Map<string, Held>()

/** The draft of an item of the queue, or of a review; `key` tells it from others. */
export function useDraft(
  key: string,
  criteria: readonly Criterion[],
  review: Review | null,
  wanted: NewReview,
): DraftState & { readonly draft: Draft } {
  const draft = draftFor(key, criteria, review, wanted)
  const state = useSyncExternalStore(draft.subscribe, draft.current)
  useEffect(() => {
    // Leaving the window with something unsaved: the browser asks first.
    const ask = (event: BeforeUnloadEvent) => {
      if (draft.current().saving.kind === 'failed') event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [draft])
  return { ...state, draft }
}

/** Whether something was typed here: its review may be begun before the engine's answer is known. */
export function hasDraft(key: string): boolean {
  const held = drafts.get(key)
  return held !== undefined && held.draft.current().saving.kind !== 'untouched'
}

/** What was typed here last counts, unless all of it is kept and the review changed elsewhere since. */
function draftFor(
  key: string,
  criteria: readonly Criterion[],
  review: Review | null,
  wanted: NewReview,
): Draft {
  const before = drafts.get(key)
  if (before !== undefined && !isOlder(before, review)) return before.draft
  const draft: Draft = createDraft(
    { content: review === null ? nothingTyped : contentOf(review), review: review?.id ?? null },
    {
      criteria,
      begin: () => api.beginReview(wanted),
      save: (id, content) => api.saveReview(id, content),
      kept: (kept) => {
        keepAnswer(kept)
        // Begun from a chat or a queue, it is the same draft under its own name.
        drafts.set(kept.id, held)
      },
      failureOf,
    },
  )
  const held: Held = { draft, from: review?.changedAt ?? null }
  drafts.set(key, held)
  return draft
}

function isOlder({ draft, from }: Held, review: Review | null): boolean {
  if (review === null) return false
  const { saving } = draft.current()
  if (saving.kind === 'untouched') return from !== review.changedAt
  return saving.kind === 'saved' && review.changedAt > saving.at
}

function contentOf({ ratings, notes, tags, comment }: Review) {
  return { ratings, notes, tags, comment }
}

/** What the engine answered is what a screen that asks for the review sees at once. */
export function keepAnswer(review: Review): void {
  const { id, reviewer } = review
  answers.setQueryData(['review', { id, asker: reviewer }], review)
  // Whoever else looks at it here.
  answers.setQueriesData({ queryKey: ['review', { id }] }, review)
}
