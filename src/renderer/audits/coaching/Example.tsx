import type { ReactNode } from 'react'
import type { CoachingExample } from '../../../shared/audits.ts'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'
import { openReview } from '../sections.ts'

/** A message with what the reviewer wrote about it; opens the review beside its chat. */
export function Example({ example }: { readonly example: CoachingExample }): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  return (
    <figure className="coaching-example">
      {example.text !== '' ? (
        <blockquote dir="auto">{example.text}</blockquote>
      ) : (
        example.message !== null && <p className="coaching-gone">{text('coaching.noText')}</p>
      )}
      <figcaption>
        {example.note !== '' && <span dir="auto">{example.note}</span>}
        <button type="button" className="opens" onClick={() => openReview(example.review)}>
          {format.dateTime(example.at)}
          <span className="unseen">, {text('coaching.open')}</span>
        </button>
      </figcaption>
    </figure>
  )
}
