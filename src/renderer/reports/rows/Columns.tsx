import { type ReactNode, useState } from 'react'
import type { Dataset } from '../../../shared/reporting.ts'
import { useAsk } from '../../api.ts'
import { Section } from '../../ui/Section.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useLanguage, useText } from '../../ui/text.ts'
import { columnsLike } from './columnsLike.ts'

/** What the columns of the file mean: those of the view of the same name in Questions. */
export function Columns({ dataset }: { readonly dataset: Dataset }): ReactNode {
  const text = useText('reports')
  const asked = useAsk('questionViews', [{ language: useLanguage() }], [])
  const [wanted, want] = useState('')
  const columns = asked.data?.find(({ name }) => name === dataset)?.columns ?? []
  const shown = columnsLike(columns, wanted)
  return (
    <Section
      title={text('rows.columns')}
      subtitle={text(`rows.${dataset}`)}
      tools={
        <input
          className="field rows-find"
          type="search"
          aria-label={text('rows.find')}
          placeholder={text('rows.find')}
          value={wanted}
          onChange={(event) => want(event.target.value)}
        />
      }
    >
      {asked.failure !== null && <Failed failure={asked.failure} again={asked.again} />}
      {asked.data === undefined && asked.failure === null && <Loading widths={[90, 84, 92, 80, 88]} />}
      {asked.data !== undefined && shown.length === 0 && (
        <p className="blocks-hint">{text('rows.noColumn')}</p>
      )}
      {shown.length > 0 && (
        <div className="table-room">
          <table className="rows-table">
            <thead>
              <tr>
                <th scope="col">{text('rows.column')}</th>
                <th scope="col">{text('rows.meaning')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ name, type, about }) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                    <small>{type.toLowerCase()}</small>
                  </th>
                  <td dir="auto">{about}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}
