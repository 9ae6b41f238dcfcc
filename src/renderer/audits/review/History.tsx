import type { ReactNode } from 'react'
import type { Review, ReviewChange } from '../../../shared/audits.ts'
import { criteriaOf } from '../../../shared/scoring.ts'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'
import { levelName } from './RatingList.tsx'

/** Every change of the review, oldest first: who, when, from what to what. */
export function History({ review }: { readonly review: Review }): ReactNode {
  const text = useText('audits')
  if (review.history.length === 0) return null
  return (
    <section className="audit-part" aria-labelledby="audit-history">
      <h3 id="audit-history">{text('history.title')}</h3>
      <ol className="audit-history">
        {review.history.map((change) => (
          <Change key={`${change.at} ${change.what} ${change.by}`} review={review} change={change} />
        ))}
      </ol>
    </section>
  )
}

function Change({ review, change }: { readonly review: Review; readonly change: ReviewChange }): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const criteria = criteriaOf(review.scorecard.sections)
  const scored = change.score === null ? '' : text('history.score', { score: format.count(change.score) })
  return (
    <li>
      <p>
        <time dateTime={new Date(change.at).toISOString()}>{format.dateTime(change.at)}</time>{' '}
        <bdi>{text(`history.${change.what}`, { by: change.by })}</bdi>
        {scored}
      </p>
      {change.comment !== null && change.comment !== '' && (
        <blockquote dir="auto">{change.comment}</blockquote>
      )}
      {change.changes.length > 0 && (
        <ul>
          {change.changes.map(({ criterion: id, message, before, after }) => {
            const criterion = criteria.find((one) => one.id === id)
            const word = (level: number | null) =>
              criterion === undefined ? '–' : levelName(criterion, level, text('level.none'))
            return (
              <li key={`${id} ${message ?? ''}`}>
                <bdi>{criterion?.name ?? id}</bdi>
                {format.signs.colon}
                {word(before)} → {word(after)}
              </li>
            )
          })}
        </ul>
      )}
    </li>
  )
}
