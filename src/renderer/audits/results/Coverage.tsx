import type { ReactNode } from 'react'
import type { AuditResults } from '../../../shared/audits.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Section.tsx'
import { useText } from '../../ui/text.ts'
import type { ResultNames } from './resultsFile.ts'

interface CoverageProps {
  readonly results: AuditResults
  readonly names: ResultNames
}

/** How much of each agent's work was looked at at all. */
export function Coverage({ results, names }: CoverageProps): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  return (
    <Section title={text('coverage')} subtitle={text('coverageNote')}>
      <table className="score-table">
        <thead>
          <tr>
            <th>{text('agent')}</th>
            <th className="figure">{text('conversations')}</th>
            <th className="figure">{text('reviewed')}</th>
            <th className="figure">{text('share')}</th>
          </tr>
        </thead>
        <tbody>
          {results.coverage.map(({ agent, conversations, reviewed }) => (
            <tr key={agent ?? ''}>
              <th scope="row">
                <bdi>{names.agent(agent)}</bdi>
              </th>
              <td className="figure">{format.count(conversations)}</td>
              <td className="figure">{format.count(reviewed)}</td>
              <td className="figure">{conversations === 0 ? '–' : format.rate(reviewed / conversations)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
