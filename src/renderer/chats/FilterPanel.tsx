import type { ReactNode } from 'react'
import { flagRuleIds } from '../../shared/flags.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { IconFilter } from '../ui/icons.ts'
import { FilterMenu } from '../ui/Menu.tsx'
import { useLanguage, useText } from '../ui/text.ts'
import { displayName } from '../ui/displayName.ts'
import {
  type ChatFilters,
  filterCount,
  listedAuthors,
  listedMoods,
  listedOpeners,
  listedRatings,
  listedStates,
  noFilters,
} from './filters.ts'
import { useChatFilters } from './useChatFilters.ts'

const languageCodes = ['ar', 'de', 'en', 'es', 'fr', 'hi', 'it', 'nl', 'pt', 'zh'] as const

/** Opens and closes the filters; says how many of them are set. */
export function FilterButton({
  open,
  onToggle,
}: {
  readonly open: boolean
  readonly onToggle: () => void
}): ReactNode {
  const text = useText('chats')
  const count = filterCount(useChatFilters().filters)
  const label = count === 0 ? text('list.filters') : text('filter.set', { count })
  return (
    <button
      type="button"
      className="chats-icon-button chats-filter-button"
      aria-label={label}
      title={label}
      aria-expanded={open}
      aria-controls={open ? panelId : undefined}
      data-set={count > 0 || open || undefined}
      onClick={onToggle}
    >
      <IconFilter />
      {count > 0 && <span>{count}</span>}
    </button>
  )
}

const panelId = 'chats-filters'

/** Everything the list can be narrowed by, over the list; the head above says how many are left. `Esc` closes. */
export function FilterPanel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const text = useText('chats')
  const { filters, choose } = useChatFilters()
  const { sort, ascending } = filters
  return (
    // What is heard is the Escape of the fields inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      id={panelId}
      className="chats-filters"
      aria-label={text('list.filters')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <div className="chats-filter-fields">
        <Fields filters={filters} choose={choose} />
      </div>
      <footer>
        <Button
          disabled={filterCount(filters) === 0}
          onClick={() => choose({ ...noFilters, sort, ascending })}
        >
          {text('list.clear')}
        </Button>
        <Button primary onClick={onClose}>
          {text('filter.close')}
        </Button>
      </footer>
    </section>
  )
}

interface FieldsProps {
  readonly filters: ChatFilters
  readonly choose: (change: Partial<ChatFilters>) => void
}

function Fields({ filters, choose }: FieldsProps): ReactNode {
  const text = useText('chats')
  const flagWords = useText('flags')
  const language = useLanguage()
  const reviewed = filters.reviewed === null ? 'any' : filters.reviewed ? 'yes' : 'no'
  return (
    <>
      <ContactField filters={filters} choose={choose} />
      <Several
        label={text('facts.state')}
        options={listedStates}
        chosen={filters.states}
        words={(state) => text(`state.${state}`)}
        onChange={(states) => choose({ states })}
      />
      <Several
        label={text('filter.now')}
        options={['waiting', 'unassigned', 'flagged', 'failed'] as const}
        chosen={(['waiting', 'unassigned', 'flagged', 'failed'] as const).filter((one) => filters[one])}
        words={(one) => text(`list.${one}`)}
        onChange={(on) =>
          choose({
            waiting: on.includes('waiting'),
            unassigned: on.includes('unassigned'),
            flagged: on.includes('flagged'),
            failed: on.includes('failed'),
            ...(on.includes('flagged') ? {} : { flagRules: [] }),
          })
        }
      />
      {filters.flagged && (
        <Several
          label={text('filter.flagRules')}
          options={flagRuleIds}
          chosen={filters.flagRules}
          words={(rule) => flagWords(`rule.${rule}`)}
          onChange={(flagRules) => choose({ flagRules })}
        />
      )}
      <Several
        label={text('facts.mood')}
        options={listedMoods}
        chosen={filters.sentiments}
        words={(mood) => text(`sentiment.${mood}`)}
        onChange={(sentiments) => choose({ sentiments })}
      />
      <One
        label={text('filter.review')}
        options={['any', 'yes', 'no'] as const}
        chosen={reviewed}
        words={(one) => text(`filter.reviewed.${one}`)}
        onChange={(one) => choose({ reviewed: one === 'any' ? null : one === 'yes' })}
      />
      <One
        label={text('filter.rating')}
        options={['any', ...listedRatings] as const}
        chosen={filters.rated ?? 'any'}
        words={(one) => text(`filter.rated.${one}`)}
        onChange={(one) => choose({ rated: one === 'any' ? null : one })}
      />
      <Several
        label={text('filter.openers')}
        options={listedOpeners}
        chosen={filters.openers}
        words={(one) => text(`filter.opener.${one}`)}
        onChange={(chosen) => choose({ openers: chosen })}
      />
      <Several
        label={text('filter.authors')}
        options={listedAuthors}
        chosen={filters.authors}
        words={(one) => text(`message.author.${one}`)}
        onChange={(chosen) => choose({ authors: chosen })}
      />
      <div className="chats-filter-row">
        <FilterMenu
          title={text('facts.language')}
          all={text('filter.allLanguages')}
          options={languageCodes.map((id) => ({ id, name: displayName('language', id, language) }))}
          chosen={filters.languages}
          onChange={(languages) => choose({ languages })}
        />
        <LeastField filters={filters} choose={choose} />
      </div>
    </>
  )
}

function ContactField({ filters, choose }: FieldsProps): ReactNode {
  const text = useText('chats')
  return (
    <label className="chats-filter-field">
      <span>{text('facts.contact')}</span>
      <input
        ref={focusFirst}
        type="search"
        dir="auto"
        className="field"
        placeholder={text('list.find')}
        maxLength={200}
        value={filters.contact}
        onChange={(event) => choose({ contact: event.target.value })}
      />
    </label>
  )
}

function focusFirst(field: HTMLInputElement | null): void {
  field?.focus()
}

function LeastField({ filters, choose }: FieldsProps): ReactNode {
  const text = useText('chats')
  return (
    <label className="chats-filter-least">
      {text('filter.least')}
      <input
        type="number"
        className="field"
        min={1}
        max={99_999}
        value={filters.minMessages ?? ''}
        onChange={(event) => {
          const least = event.target.valueAsNumber
          choose({ minMessages: Number.isInteger(least) && least > 0 ? least : null })
        }}
      />
      {text('filter.messages')}
    </label>
  )
}

interface SeveralProps<T extends string> {
  readonly label: string
  readonly options: readonly T[]
  readonly chosen: readonly T[]
  readonly words: (option: T) => string
  readonly onChange: (chosen: readonly T[]) => void
}

function Several<T extends string>({ label, options, chosen, words, onChange }: SeveralProps<T>): ReactNode {
  return (
    <fieldset className="chats-filter-several">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option}>
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={({ target }) =>
              onChange(options.filter((one) => (one === option ? target.checked : chosen.includes(one))))
            }
          />
          <span>{words(option)}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface OneProps<T extends string> extends Omit<SeveralProps<T>, 'chosen' | 'onChange'> {
  readonly chosen: T
  readonly onChange: (chosen: T) => void
}

function One<T extends string>({ label, options, chosen, words, onChange }: OneProps<T>): ReactNode {
  return (
    <div className="chats-filter-one">
      <span aria-hidden>{label}</span>
      <Choice
        label={label}
        options={options.map((option) => ({ id: option, name: words(option) }))}
        chosen={chosen}
        onChange={onChange}
      />
    </div>
  )
}
