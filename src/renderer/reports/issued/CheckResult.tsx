import type { ReactNode } from 'react'
import type { ReportCheck } from '../../../shared/reporting.ts'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'
import { verdictOf } from './verdict.ts'

interface CheckResultProps {
  readonly name: string
  readonly check: ReportCheck
}

/** The answer first, then why, then what differs. */
export function CheckResult({ name, check }: CheckResultProps): ReactNode {
  const text = useText('reports')
  const format = useFormat()
  const { tone, what, facts } = verdictOf(check)
  const { issued, differences } = check
  return (
    <div className="check-result" data-tone={tone}>
      <p className="check-name" dir="auto" title={name}>
        {name}
      </p>
      <p className="check-what">{text(`check.${what}`)}</p>
      {issued !== null && (
        <p>
          {text('check.issued', {
            name: issued.name,
            period: format.period(issued.scope.from, issued.scope.to),
            at: format.dateTime(issued.issuedAt),
          })}
        </p>
      )}
      {facts.length > 0 && (
        <ul>
          {facts.map((fact) => (
            <li key={fact}>{text(`check.${fact}`)}</li>
          ))}
        </ul>
      )}
      {differences.length > 0 && (
        <table className="check-differences">
          <caption className="unseen">{text('check.differences')}</caption>
          <thead>
            <tr>
              {(['figure', 'was', 'is'] as const).map((column) => (
                <th key={column} scope="col" className={column === 'figure' ? undefined : 'figure'}>
                  {text(`check.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences.map(({ block, what: figure, was, is }) => (
              <tr key={`${block} ${figure}`}>
                <th scope="row" dir="auto">
                  {figure}
                  <small>{block}</small>
                </th>
                <td className="figure">{was}</td>
                <td className="figure">{is}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
