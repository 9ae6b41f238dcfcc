import type { ReactNode } from 'react'
import { flagRuleIds } from '../../shared/flags.ts'
import { FilterMenu, Menu } from '../ui/Menu.tsx'
import { useText } from '../ui/text.ts'
import type { FlagFilters } from './flagFilters.ts'

const states = ['open', 'snoozed', 'decided', 'all'] as const
const severities = ['danger', 'warning'] as const
const makers = ['rule', 'person'] as const

interface FlagFilterBarProps {
  readonly filters: FlagFilters
  /** The name one looks after flags under; without it nothing is one's own. */
  readonly me: string | null
  readonly onChange: (filters: FlagFilters) => void
}

/** Filters as words, grey while they exclude nothing. */
export function FlagFilterBar({ filters, me, onChange }: FlagFilterBarProps): ReactNode {
  const text = useText('flagging')
  const words = useText('flags')
  const one = <K extends 'severity' | 'madeBy'>(
    key: K,
    values: readonly NonNullable<FlagFilters[K]>[],
    name: (value: string) => string,
  ) => (
    <Menu
      title={text(`filter.${key}`)}
      label={name(filters[key] ?? 'any')}
      set={filters[key] !== null}
      items={[null, ...values].map((value) => ({
        id: value ?? 'any',
        label: name(value ?? 'any'),
        checked: filters[key] === value,
        onPick: () => onChange({ ...filters, [key]: value }),
      }))}
    />
  )
  return (
    <fieldset className="flag-filters" aria-label={text('filter.label')}>
      <Menu
        title={text('filter.state')}
        label={text(`stateFilter.${filters.state}`)}
        set={filters.state !== 'open'}
        items={states.map((id) => ({
          id,
          label: text(`stateFilter.${id}`),
          checked: id === filters.state,
          onPick: () => onChange({ ...filters, state: id }),
        }))}
      />
      <FilterMenu
        title={text('filter.rule')}
        all={text('filter.allRules')}
        options={flagRuleIds.map((id) => ({ id, name: words(`rule.${id}`) }))}
        chosen={filters.rules}
        onChange={(chosen) =>
          onChange({ ...filters, rules: flagRuleIds.filter((id) => chosen.includes(id)) })
        }
      />
      {one('severity', severities, (value) => text(`severity.${value}`))}
      {one('madeBy', makers, (value) => text(`madeBy.${value}`))}
      {me !== null && (
        <label className="flag-mine">
          <input
            type="checkbox"
            checked={filters.mine}
            onChange={(event) => onChange({ ...filters, mine: event.target.checked })}
          />
          {text('filter.mine')}
        </label>
      )}
    </fieldset>
  )
}
