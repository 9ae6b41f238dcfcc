import { type ReactNode, useId, useState } from 'react'
import type { QuestionView } from '../../shared/questions.ts'
import { useText } from '../ui/text.ts'

/** The views with what their columns mean; a click writes a name into the question. */
export function ViewHelp({
  views,
  onPick,
}: {
  readonly views: readonly QuestionView[]
  readonly onPick: (name: string) => void
}): ReactNode {
  const text = useText('questions')
  const [filter, setFilter] = useState('')
  const search = useId()
  const wanted = filter.trim().toLowerCase()
  const shown = views.flatMap((view) => {
    const columns = view.columns.filter(
      ({ name, about }) => name.includes(wanted) || about.toLowerCase().includes(wanted),
    )
    return wanted === '' || columns.length > 0 || view.name.includes(wanted) ? [{ ...view, columns }] : []
  })
  return (
    <>
      <label className="unseen" htmlFor={search}>
        {text('filter')}
      </label>
      <input
        id={search}
        type="search"
        className="field"
        placeholder={text('filter')}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      {shown.length === 0 && <p className="questions-note">{text('filterNone')}</p>}
      {shown.map(({ name, about, columns }) => (
        <details key={name} className="view-help" open={wanted !== ''}>
          <summary>
            <code>{name}</code>
            <span>{about}</span>
          </summary>
          <button type="button" className="view-insert" onClick={() => onPick(name)}>
            {text('insert', { name })}
          </button>
          <ul>
            {columns.map((column) => (
              <li key={column.name}>
                <button
                  type="button"
                  onClick={() => onPick(column.name)}
                  title={text('insert', { name: column.name })}
                >
                  <code>{column.name}</code> <small>{text(`type.${column.type}`)}</small>
                </button>
                <p>{column.about}</p>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}
