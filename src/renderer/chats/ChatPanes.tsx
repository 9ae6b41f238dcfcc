import { useEffect, useRef, useState, type ReactNode } from 'react'
import { closeNumber, openConversation, useSelection } from '../selection.ts'
import { useText } from '../ui/text.ts'
import { ConversationPane } from './ConversationPane.tsx'
import { useHotkeys } from './hotkeys.ts'
import type { Entries, PaneEntry } from './listing.ts'
import { type Names, useNames } from './names.ts'

/** What the list pane knows of the one that is open. */
export interface Opened {
  /** Index of the entry that is open; -1: it is not among those held. */
  readonly selected: number
  readonly onSelect: (index: number) => void
  readonly names: Names
}

/** What stands in the panes: a list to open conversations from, and its head. */
export interface Panes {
  readonly head: ReactNode
  readonly renderList: (opened: Opened) => ReactNode
  /** Of the list's element. */
  readonly listId: string
  readonly entries: Entries<PaneEntry>
  readonly total: number | undefined
  /** Seconds that stand beside the next entry's name, at the foot of the conversation; null: nothing. */
  readonly secondsOf: (index: number) => number | null
  /** Where `J` and `K` lead from an entry. */
  readonly stepFrom: (index: number, by: 1 | -1) => number
  /** Whether the first entry is open until another is chosen; else what to do to open one. */
  readonly opensFirst: boolean
  readonly idle: string | null
}

interface ChatPanesProps {
  readonly panes: Panes
  readonly bar?: ReactNode
  /** Above the head of whatever list stands in the pane. */
  readonly top?: ReactNode
  readonly behindNumber?: boolean
}

/** List, conversation, facts. `J` and `K` walk the list, `Esc` goes back to the number. */
export function ChatPanes({ panes, bar, top, behindNumber = false }: ChatPanesProps): ReactNode {
  const { head, renderList, entries, total, secondsOf, stepFrom, opensFirst } = panes
  const { selected, conversation, message, openAt } = useOpened(entries, opensFirst)
  const text = useText('chats')
  const names = useNames()
  const step = (by: 1 | -1) => openAt(stepFrom(selected, by))
  const steps = { j: () => step(1), k: () => step(-1) }
  useHotkeys(behindNumber ? { ...steps, Escape: closeNumber } : steps)
  const next = stepFrom(selected, 1)
  const nextEntry = entries.at(next)
  return (
    <div className="chats">
      <h1 className="unseen">{text('title')}</h1>
      {bar}
      <div className="chats-panes">
        <div className="chats-list-pane">
          <header className="chats-list-head">
            {top}
            {head}
          </header>
          <div className="chats-list-region">{renderList({ selected, onSelect: openAt, names })}</div>
        </div>
        <ConversationPane
          key={conversation}
          conversation={conversation}
          message={message}
          idle={panes.idle}
          entry={entries.at(selected)}
          next={nextEntry && { name: nextEntry.name, seconds: secondsOf(next) }}
          position={selected}
          total={total}
          names={names}
          onNext={() => step(1)}
        />
      </div>
    </div>
  )
}

export function plainStep(index: number, by: 1 | -1): number {
  return index + by
}

/**
 * The entry that is open: the one chosen, else the one at the message in the address, else the first of its
 * conversation. One that was not fetched yet opens when it comes.
 */
function useOpened(entries: Entries<PaneEntry>, opensFirst: boolean) {
  const conversation = useSelection((selection) => selection.conversation)
  const message = useSelection((selection) => selection.message)
  const [chosen, choose] = useState<Chosen | null>(null)
  const awaited = useRef<number | null>(null)
  const first = conversation === null && opensFirst ? entries.at(0) : undefined
  const coming = chosen !== null && chosen.key === null && entries.at(chosen.index) === undefined

  function openAt(index: number): void {
    if (index < 0 || index >= entries.count) return
    const entry = entries.at(index)
    choose({ index, key: entry?.key ?? null })
    awaited.current = entry ? null : index
    if (entry) openConversation(entry.conversation, entry.message)
  }
  useEffect(() => {
    const entry = awaited.current === null ? undefined : entries.at(awaited.current)
    if (!entry) return
    awaited.current = null
    openConversation(entry.conversation, entry.message)
  }, [entries])
  return {
    selected: coming ? chosen.index : first ? 0 : placeOf(entries, { conversation, message, chosen }),
    conversation: conversation ?? first?.conversation ?? null,
    message: conversation === null ? (first?.message ?? null) : message,
    openAt,
  }
}

/** `key` null: the row was not fetched when it was chosen. */
interface Chosen {
  readonly index: number
  readonly key: string | null
}

interface Sought {
  readonly conversation: string | null
  readonly message: string | null
  readonly chosen: Chosen | null
}

function placeOf(entries: Entries<PaneEntry>, sought: Sought): number {
  const { conversation, message, chosen } = sought
  if (conversation === null) return -1
  const within = (entry: PaneEntry) => entry.conversation === conversation
  const kept = chosen === null ? undefined : entries.at(chosen.index)
  if (chosen && kept && within(kept) && (chosen.key ?? kept.key) === kept.key) return chosen.index
  const exact = entries.find((entry) => entry.key === chosen?.key && within(entry))
  if (exact >= 0) return exact
  const pointed = message === null ? -1 : entries.find((entry) => within(entry) && entry.message === message)
  return pointed >= 0 ? pointed : entries.find(within)
}
