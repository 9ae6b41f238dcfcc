import { useRef, type ReactNode } from 'react'
import { assignmentKinds } from '../../shared/assigning.ts'
import { useHotkeys } from '../chats/hotkeys.ts'
import { FilterMenu } from '../ui/Menu.tsx'
import { useText } from '../ui/text.ts'
import type { LogFilters } from './logFilters.ts'

const sources = ['stated', 'diffed', 'inferred'] as const

interface LogFilterBarProps {
  readonly filters: LogFilters
  readonly onChange: (filters: LogFilters) => void
}

/** Filters of the log as words, grey while they exclude nothing; `/` goes to the field. */
export function LogFilterBar({ filters, onChange }: LogFilterBarProps): ReactNode {
  const text = useText('assignments')
  const field = useRef<HTMLInputElement>(null)
  useHotkeys({ '/': () => field.current?.focus() })
  return (
    <fieldset className="log-filters" aria-label={text('filter.label')}>
      <input
        ref={field}
        className="field"
        type="search"
        aria-label={text('filter.text')}
        placeholder={text('filter.text')}
        value={filters.text}
        onChange={(event) => onChange({ ...filters, text: event.target.value })}
      />
      <FilterMenu
        title={text('filter.kind')}
        all={text('filter.allKinds')}
        options={assignmentKinds.map((id) => ({ id, name: text(`kind.${id}`) }))}
        chosen={filters.kinds}
        onChange={(chosen) =>
          onChange({ ...filters, kinds: assignmentKinds.filter((id) => chosen.includes(id)) })
        }
      />
      <FilterMenu
        title={text('filter.source')}
        all={text('filter.allSources')}
        options={sources.map((id) => ({ id, name: text(`source.${id}`) }))}
        chosen={filters.sources}
        onChange={(chosen) => onChange({ ...filters, sources: sources.filter((id) => chosen.includes(id)) })}
      />
      {(['flaggedOnly', 'commentedOnly'] as const).map((key) => (
        <label key={key} className="log-filter">
          <input
            type="checkbox"
            checked={filters[key]}
            onChange={(event) => onChange({ ...filters, [key]: event.target.checked })}
          />
          {text(`log.${key}`)}
        </label>
      ))}
    </fieldset>
  )
}
