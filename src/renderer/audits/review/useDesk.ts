/** Where a reviewer is: which criterion, whether a message is being chosen, which note is written. */
import { useState } from 'react'
import type { Criterion, PinnedNote, ReviewContent } from '../../../shared/audits.ts'
import { amend, pin, rate, ratingAt, ratingsOf, type Target, unrate } from './content.ts'
import type { Draft } from './draft.ts'
import type { Proposal } from './proposals.ts'

/** What a message is being chosen for. */
export type Picking =
  | { readonly for: 'cite' }
  | { readonly for: 'rate'; readonly level: number | null | undefined }
  | { readonly for: 'note'; readonly kind: PinnedNote['kind'] }

/** `rateFirst`: a comment or a cited message belongs to a rating. */
export type Hint = 'rateFirst' | null

export interface DeskPorts {
  readonly criteria: readonly Criterion[]
  readonly proposals: ReadonlyMap<string, Proposal>
  readonly content: ReviewContent
  readonly draft: Draft
  /** Messages of the chat, oldest first. */
  readonly messages: readonly string[]
}

export interface Desk {
  readonly at: number
  readonly criterion: Criterion | undefined
  /** What levels and notes are given to now. */
  readonly target: Target | null
  readonly picking: Picking | null
  /** The message about to be chosen, or the one to look at. */
  readonly shown: string | null
  readonly editing: PinnedNote | null
  readonly hint: Hint
  readonly go: (to: number) => void
  readonly aim: (message: string | null) => void
  readonly show: (message: string) => void
  readonly rate: (level: number | null) => void
  /** Goes to a criterion and rates it. */
  readonly rateOf: (index: number, level: number | null) => void
  /** Chooses another message to rate by the criterion in work. */
  readonly anotherMessage: () => void
  readonly clear: () => void
  /** Takes over what the check proposes for this criterion, or for all nothing was said of. */
  readonly accept: () => void
  readonly acceptAll: () => void
  readonly setNote: (note: string) => void
  readonly setCauses: (causes: readonly string[]) => void
  readonly uncite: () => void
  readonly startPicking: (picking: Picking) => void
  readonly stopPicking: () => void
  readonly movePick: (by: 1 | -1) => void
  /** Takes the message about to be chosen, or the one given. */
  readonly pick: (message?: string) => void
  readonly edit: (note: PinnedNote | null) => void
}

export function useDesk({ criteria, proposals, content, draft, messages }: DeskPorts): Desk {
  const [at, setAt] = useState(0)
  const [picking, setPicking] = useState<Picking | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const [aimed, setAimed] = useState<string | null>(null)
  const [editing, setEditing] = useState<PinnedNote | null>(null)
  const [hint, setHint] = useState<Hint>(null)
  const criterion = criteria[at]
  const target = targetOf(criterion, content, aimed)

  function proposedFor({ criterion }: Target): number | null {
    return proposals.get(criterion.id)?.level ?? null
  }
  function rateAt(where: Target, level: number | null): void {
    setHint(null)
    draft.change((before) => rate(before, where, level, proposedFor(where)))
  }
  /** Which of its messages is meant has to be said first. */
  function rateOr(where: Target | null, level: number | null): void {
    if (where === null) startPicking({ for: 'rate', level })
    else rateAt(where, level)
  }
  function go(to: number): void {
    if (to < 0 || to >= criteria.length) return
    setAt(to)
    setAimed(null)
    setPicking(null)
    setHint(null)
  }
  function startPicking(next: Picking): void {
    if (next.for === 'cite' && (target === null || ratingAt(content, target) === undefined)) {
      setHint('rateFirst')
      return
    }
    setHint(null)
    setPicking(next)
    setShown((before) => before ?? messages.at(-1) ?? null)
  }
  function pick(message = shown ?? undefined): void {
    if (message === undefined) return
    setShown(message)
    if (picking === null || picking.for === 'note') {
      setEditing(newNote(message, picking?.kind ?? 'note'))
    } else if (criterion !== undefined) {
      if (picking.for === 'rate') {
        setAimed(message)
        // Chosen first, rated by the next key.
        if (picking.level !== undefined) rateAt({ criterion, message }, picking.level)
      } else if (target !== null) draft.change((before) => amend(before, target, { message }))
    }
    setPicking(null)
  }

  return {
    at,
    criterion,
    target,
    picking,
    shown,
    editing,
    hint,
    go,
    aim: setAimed,
    show: setShown,
    rate: (level) => {
      if (criterion !== undefined) rateOr(target, level)
    },
    rateOf: (index, level) => {
      if (index !== at) go(index)
      rateOr(index === at ? target : targetOf(criteria[index], content, null), level)
    },
    anotherMessage: () => startPicking({ for: 'rate', level: undefined }),
    clear: () => {
      if (target !== null) draft.change((before) => unrate(before, target))
      setAimed(null)
    },
    accept: () => {
      const proposal = criterion && proposals.get(criterion.id)
      if (target !== null && proposal !== undefined) rateAt(target, proposal.level)
    },
    acceptAll: () => draft.change((before) => accepted(before, criteria, proposals)),
    setNote: (note) => {
      if (target !== null) draft.change((before) => amend(before, target, { note }))
    },
    setCauses: (causes) => {
      if (target !== null) draft.change((before) => amend(before, target, { causes }))
    },
    uncite: () => {
      if (target !== null) draft.change((before) => amend(before, target, { message: null }))
    },
    startPicking,
    stopPicking: () => setPicking(null),
    movePick: (by) => setShown((before) => stepped(messages, before, by)),
    pick,
    edit: (note) => {
      if (note !== null) draft.change((before) => pin(before, note))
      setEditing(note)
    },
  }
}

/** A check speaks of the conversation: what is rated by message stays a person's. */
function accepted(
  content: ReviewContent,
  criteria: readonly Criterion[],
  proposals: ReadonlyMap<string, Proposal>,
): ReviewContent {
  return criteria.reduce((before, criterion) => {
    const proposal = proposals.get(criterion.id)
    if (proposal === undefined || criterion.per === 'message' || ratingsOf(before, criterion.id).length > 0)
      return before
    return rate(before, { criterion, message: null }, proposal.level, proposal.level)
  }, content)
}

/** A criterion of messages has no target until one was chosen; rated once, that one. */
function targetOf(
  criterion: Criterion | undefined,
  content: ReviewContent,
  aimed: string | null,
): Target | null {
  if (criterion === undefined) return null
  if (criterion.per === 'conversation') return { criterion, message: null }
  const message = aimed ?? ratingsOf(content, criterion.id).at(-1)?.message ?? null
  return message === null ? null : { criterion, message }
}

function stepped(messages: readonly string[], from: string | null, by: 1 | -1): string | null {
  const index = from === null ? -1 : messages.indexOf(from)
  if (index < 0) return messages.at(-1) ?? null
  return messages[Math.min(messages.length - 1, Math.max(0, index + by))] ?? null
}

function newNote(message: string, kind: PinnedNote['kind']): PinnedNote {
  return { id: crypto.randomUUID(), message, kind, text: '' }
}
