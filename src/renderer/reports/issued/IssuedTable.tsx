import type { ReactNode } from 'react'
import { languageNames } from '../../../shared/languages.ts'
import type { IssuedReport } from '../../../shared/reporting.ts'
import { api } from '../../api.ts'
import { keepFile } from '../../keepFile.ts'
import { usePagedAnswers } from '../../pagedAnswers.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { IconDownload } from '../../ui/icons.ts'
import { tell } from '../../ui/Notices.tsx'
import { Section } from '../../ui/Section.tsx'
import { Empty } from '../../ui/states.tsx'
import { say, useText } from '../../ui/text.ts'
import { orTell } from '../orTell.ts'
import { PagedTable } from '../PagedTable.tsx'
import { openPart } from '../parts.ts'
import { Hash } from './Hash.tsx'

const pageSize = 50

/** Every file that was handed out, newest first. */
export function IssuedTable(): ReactNode {
  const text = useText('reports')
  const asked = usePagedAnswers({
    key: ['issuedReports'],
    page: (after) => api.issuedReports({ after, limit: pageSize }),
    topics: ['reports'],
    enabled: true,
  })
  return (
    <Section title={text('issued.title')}>
      <PagedTable
        asked={asked}
        className="issued-table"
        heads={(['at', 'what', 'file'] as const).map((column) => text(`issued.column.${column}`))}
        none={
          <Empty why={text('issued.none')} todo={text('issued.noneTodo')}>
            <Button onClick={() => openPart('report')}>{text('editor.toTemplates')}</Button>
          </Empty>
        }
      >
        {(issued) => <IssuedRow key={issued.id} issued={issued} />}
      </PagedTable>
    </Section>
  )
}

function IssuedRow({ issued }: { readonly issued: IssuedReport }): ReactNode {
  const text = useText('reports')
  const format = useFormat()
  const { id, name, scope, language, by, bytes, fileHash, fileName, issuedAt, hideNames, erasedAt } = issued
  const saveAgain = () =>
    orTell(async () => {
      const kept = await keepFile(await api.saveIssuedReport({ id }))
      if (kept !== null) tell(() => say('reports', 'saved', { where: kept.where }))
    })
  return (
    <tr>
      <td className="issued-at">
        {format.dateTime(issuedAt)}
        <small>{text(`issued.by.${by}`)}</small>
      </td>
      <th scope="row">
        <bdi>{name}</bdi>
        <small>
          {format.period(scope.from, scope.to)}
          {' · '}
          {languageNames[language]}
          {!hideNames && ` · ${text(erasedAt === undefined ? 'issued.names' : 'issued.erased')}`}
        </small>
      </th>
      <td>
        <span className="path" title={fileName} dir="auto">
          {fileName}
        </span>
        <small className="issued-proof">
          {format.bytes(bytes)}
          <Hash hash={fileHash} />
        </small>
      </td>
      <td className="figure">
        {erasedAt === undefined && (
          <Button
            quiet
            icon={<IconDownload />}
            title={text('issued.saveAgain')}
            aria-label={text('issued.saveAgainOf', { file: fileName })}
            onClick={() => void saveAgain()}
          />
        )}
      </td>
    </tr>
  )
}
