import type { ReactNode, RefObject } from 'react'
import { IconX } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'
import { type Chip, chipsOf, spanOfTerm, withoutTerm } from './terms.ts'
import { useFilterWords } from './useFilterWords.ts'

interface ChipsProps {
  readonly value: string
  readonly field: RefObject<HTMLInputElement | null>
  readonly onChange: (text: string | null) => void
}

/** What was understood besides plain words. A chip leads to its text in the box; its cross takes it away. */
export function Chips({ value, field, onChange }: ChipsProps): ReactNode {
  const text = useText('search')
  const chips = chipsOf(value)
  if (chips.length === 0) return null
  function edit(place: number): void {
    const span = spanOfTerm(value, place)
    field.current?.focus()
    if (span) field.current?.setSelectionRange(span.from, span.to)
  }
  return (
    <ul className="search-chips" aria-label={text('understood')}>
      {chips.map((chip) => (
        <OneChip
          key={`${chip.place} ${chip.term.source}`}
          chip={chip}
          onEdit={() => edit(chip.place)}
          onRemove={() => onChange(withoutTerm(value, chip.place))}
        />
      ))}
    </ul>
  )
}

interface OneChipProps {
  readonly chip: Chip
  readonly onEdit: () => void
  readonly onRemove: () => void
}

function OneChip({ chip, onEdit, onRemove }: OneChipProps): ReactNode {
  const text = useText('search')
  const words = useFilterWords()
  const { term } = chip
  const plain = term.kind === 'filter' ? words.value(term.name, term.value) : term.text
  return (
    <li className="search-chip" data-not={term.not || undefined}>
      <button type="button" title={text('edit', { term: term.source })} onClick={onEdit}>
        {term.not && <span className="search-chip-not">{text('not')}</span>}
        {term.kind === 'filter' && <span className="search-chip-name">{words.filter(term.name)}</span>}
        <bdi>{plain}</bdi>
      </button>
      <button
        type="button"
        className="search-chip-remove"
        aria-label={text('remove', { term: term.source })}
        onClick={onRemove}
      >
        <IconX />
      </button>
    </li>
  )
}
