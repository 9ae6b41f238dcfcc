import type { ReactNode } from 'react'
import type { ReviewRow } from '../../../shared/audits.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Section.tsx'
import { useText } from '../../ui/text.ts'
import { scoreText } from '../results/scoreText.ts'
import { openReview } from '../sections.ts'

/** The reviews themselves, newest first, each opened by its time. */
export function ReviewList({ reviews }: { readonly reviews: readonly ReviewRow[] }): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  return (
    <Section title={text('coaching.reviews')}>
      <table className="score-table">
        <thead>
          <tr>
            <th>{text('coaching.chat')}</th>
            <th>{text('reviewer')}</th>
            <th>{text('scorecard')}</th>
            <th className="figure">{text('score')}</th>
          </tr>
        </thead>
        <tbody>
          {reviews.map((review) => (
            <tr key={review.id}>
              <th scope="row">
                <button type="button" className="opens" onClick={() => openReview(review.id)}>
                  {format.dateTime(review.at)}
                </button>
              </th>
              <td>
                <bdi>{review.reviewer}</bdi>
              </td>
              <td>
                <bdi>{review.scorecard.name}</bdi>
              </td>
              <td className="figure">{scoreText(review.score, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
