import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useAsk } from '../../api.ts'
import { searchFor, useSelection } from '../../selection.ts'
import { Autocomplete } from '../../ui/Autocomplete.ts'
import { IconSearch, IconX } from '../../ui/icons.ts'
import { Keys } from '../../ui/Keys.tsx'
import { useLanguage, useText } from '../../ui/text.ts'
import { useHotkeys } from '../hotkeys.ts'
import { Chips } from './Chips.tsx'
import { type Suggestion, suggestionsFor } from './suggestions.ts'
import { typedPiece } from './typedPiece.ts'
import { useFilterWords } from './useFilterWords.ts'

/** Milliseconds without a key before what was typed is looked for. */
const pause = 150

/**
 * The query as text, with what fits the piece being typed offered below, and what was understood of it as chips.
 * `onEnter`: to what was found.
 */
export function SearchBox({ onEnter }: { readonly onEnter: () => void }): ReactNode {
  const text = useText('search')
  const field = useRef<HTMLInputElement>(null)
  const { value, type, take } = useTyped()
  const suggestions = useSuggestions(value)
  const [open, setOpen] = useState(false)
  const highlighted = useRef(false)
  useHotkeys({ '/': () => field.current?.select() })

  const shown = open && suggestions.length > 0
  function onKeyDown(event: KeyboardEvent<HTMLInputElement> & { preventBaseUIHandler: () => void }): void {
    if (event.key === 'Enter' && !highlighted.current) {
      take(value)
      setOpen(false)
      onEnter()
    }
    if (event.key !== 'Escape') return
    event.stopPropagation()
    event.preventBaseUIHandler()
    setOpen(false)
    if (shown) return
    take('')
    event.currentTarget.blur()
  }
  return (
    <div className="search-box" onBlur={() => setOpen(false)}>
      <Autocomplete.Root
        inline
        items={suggestions}
        mode="none"
        value={value}
        open={shown}
        onValueChange={(next, { reason }) => {
          if (reason !== 'input-change') return
          setOpen(true)
          type(next)
        }}
        onItemHighlighted={(item) => {
          highlighted.current = item !== undefined
        }}
        itemToStringValue={(suggestion: Suggestion) => suggestion.text}
      >
        <div className="search-field">
          <IconSearch />
          <Autocomplete.Input
            ref={field}
            className="field"
            type="text"
            inputMode="search"
            dir="auto"
            aria-label={text('label')}
            aria-expanded={shown}
            placeholder={text('placeholder')}
            maxLength={2000}
            spellCheck={false}
            autoComplete="off"
            onKeyDown={onKeyDown}
          />
          {value === '' ? (
            <Keys>/</Keys>
          ) : (
            <button
              type="button"
              className="chats-icon-button"
              aria-label={text('clear')}
              onClick={() => {
                take('')
                field.current?.focus()
              }}
            >
              <IconX />
            </button>
          )}
          {shown && <SuggestionList onTake={take} />}
        </div>
      </Autocomplete.Root>
      <Chips value={value} field={field} onChange={(next) => take(next ?? '')} />
    </div>
  )
}

/** Below the box and over what is under it; the focus stays in the box. */
function SuggestionList({ onTake }: { readonly onTake: (text: string) => void }): ReactNode {
  const text = useText('search')
  return (
    <div className="menu search-suggestions">
      <Autocomplete.List aria-label={text('suggestions')}>
        {(suggestion: Suggestion) => (
          <Autocomplete.Item
            key={suggestion.key}
            value={suggestion}
            className="menu-item"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(suggestion.text)}
          >
            <bdi className="menu-word">{suggestion.label}</bdi>
            <span className="menu-hint">{suggestion.hint}</span>
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
    </div>
  )
}

interface Draft {
  readonly text: string
  /** What was looked for when it was typed: whatever else changed the search since is newer than it. */
  readonly over: string
}

/** What stands in the box: what is being typed, else what is looked for. Typing is looked for after a pause. */
function useTyped() {
  const search = useSelection((selection) => selection.search) ?? ''
  const [draft, setDraft] = useState<Draft | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  function take(text: string): void {
    clearTimeout(timer.current)
    setDraft(null)
    searchFor(text.trim() === '' ? null : text)
  }
  function type(text: string): void {
    clearTimeout(timer.current)
    setDraft({ text, over: search })
    timer.current = setTimeout(() => {
      if ((useSelection.getState().search ?? '') === search) take(text)
    }, pause)
  }
  return { value: draft?.over === search ? draft.text : search, type, take }
}

function useSuggestions(value: string): readonly Suggestion[] {
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const words = useFilterWords()
  const language = useLanguage()
  const { agents, teams, channels, categories } = workspace ?? {}
  return useMemo(
    () => (workspace ? suggestionsFor(value, typedPiece(value), workspace, words) : []),
    // The words change with the language alone. The clock of the workspace goes on: an offer that was made anew for it would
    // lose the one somebody is about to take.
    // oxlint-disable-next-line react/exhaustive-deps
    [agents, teams, channels, categories, value, language],
  )
}
