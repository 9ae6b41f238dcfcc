import type { ReactNode } from 'react'
import type { AuditResults } from '../../../shared/audits.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Section.tsx'
import { useText } from '../../ui/text.ts'
import { shareText } from './scoreText.ts'

/** Why criteria were not met, as reviewers said. */
export function Causes({ results }: { readonly results: AuditResults }): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  if (results.byCause.length === 0) return null
  const criteria = new Map(results.byCriterion.map((row) => [row.key, row.name]))
  return (
    <Section title={text('causes')} subtitle={text('causesNote')}>
      <table className="score-table">
        <thead>
          <tr>
            <th>{text('cause')}</th>
            <th className="figure">{text('times')}</th>
            <th className="figure">{text('share')}</th>
          </tr>
        </thead>
        <tbody>
          {results.byCause.map(({ cause, criterion, share }) => (
            <tr key={`${criterion} ${cause}`}>
              <th scope="row">
                <bdi>{cause}</bdi> <small dir="auto">{criteria.get(criterion) ?? ''}</small>
              </th>
              <td className="figure">{format.count(share.n)}</td>
              <td className="figure" title={text('ofReviews', { count: share.of })}>
                {shareText(share, format) ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
