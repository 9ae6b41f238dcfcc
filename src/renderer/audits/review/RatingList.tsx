import type { ReactNode } from 'react'
import type { Criterion, Rating, Review } from '../../../shared/audits.ts'
import { useFormat } from '../../ui/format.ts'
import { IconNote, IconQuote, IconRobot } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'
import { isLong, LevelButtons } from './LevelButtons.tsx'

interface RatingListProps {
  readonly review: Review
  readonly times: ReadonlyMap<string, number>
  readonly onShow: (message: string) => void
}

/** Every rating as it was given, with what the agent proposes instead and what a check had proposed. */
export function RatingList({ review, times, onShow }: RatingListProps): ReactNode {
  let number = 0
  return review.scorecard.sections.map((section) => (
    <section key={section.id} className="audit-section" aria-label={section.name}>
      {review.scorecard.sections.length > 1 && (
        <h3 dir="auto" className="audit-section-name">
          {section.name}
        </h3>
      )}
      <ol className="audit-criteria">
        {section.criteria.map((criterion) => {
          const ratings = review.ratings.filter((rating) => rating.criterion === criterion.id)
          number += 1
          return (
            <li key={criterion.id} className="audit-criterion">
              <RatingLines
                criterion={criterion}
                number={number}
                ratings={ratings}
                review={review}
                times={times}
                onShow={onShow}
              />
            </li>
          )
        })}
      </ol>
    </section>
  ))
}

interface RatingLinesProps extends RatingListProps {
  readonly criterion: Criterion
  readonly number: number
  readonly ratings: readonly Rating[]
}

function RatingLines(props: RatingLinesProps): ReactNode {
  const { criterion, number, ratings, review, times, onShow } = props
  const text = useText('audits')
  const wish = review.dispute?.proposed.find((one) => one.criterion === criterion.id)
  return (
    <>
      <div className="audit-criterion-line" data-long={isLong(criterion) || undefined}>
        <span className="audit-criterion-number">{number}</span>
        <span className="audit-criterion-name">
          <span dir="auto">{criterion.name}</span>
          {ratings.length === 0 && <span className="audit-criterion-kind">{text('level.unrated')}</span>}
        </span>
        {ratings.length === 1 && <Level criterion={criterion} rating={ratings[0]} />}
      </div>
      {ratings.map((rating) => (
        <div key={rating.message} className="audit-rating">
          {ratings.length > 1 && <Level criterion={criterion} rating={rating} />}
          <Said rating={rating} criterion={criterion} times={times} onShow={onShow} />
        </div>
      ))}
      {wish !== undefined && (
        <p className="audit-wish">
          {text('dispute.wish', { level: levelName(criterion, wish.level, text('level.none')) })}
        </p>
      )}
    </>
  )
}

/** Only shown: the level taken, and the one a check had proposed outlined. */
function Level({
  criterion,
  rating,
}: {
  readonly criterion: Criterion
  readonly rating: Rating | undefined
}): ReactNode {
  return (
    <LevelButtons
      criterion={criterion}
      chosen={rating?.level}
      proposed={rating?.proposed ?? null}
      disabled
      onChoose={() => undefined}
    />
  )
}

function Said({
  rating,
  criterion,
  times,
  onShow,
}: Pick<RatingLinesProps, 'criterion' | 'times' | 'onShow'> & { readonly rating: Rating }): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const { message, note, causes, proposed, level } = rating
  const overridden = proposed !== null && proposed !== level
  return (
    <>
      {causes.length > 0 && <p className="audit-said">{causes.join(format.signs.list)}</p>}
      {note !== '' && (
        <p className="audit-said">
          <IconNote />
          <bdi>{note}</bdi>
        </p>
      )}
      {message !== null && (
        <button type="button" className="audit-chip" onClick={() => onShow(message)}>
          <IconQuote />
          {text('criterion.cites', { times: format.time(times.get(message)) })}
        </button>
      )}
      {overridden && (
        <p className="audit-said audit-overridden">
          <IconRobot />
          {text('proposal.was', { level: levelName(criterion, proposed, '–') })}
        </p>
      )}
    </>
  )
}

/** The level's word; `none` for what is not applicable. */
export function levelName({ scale }: Criterion, level: number | null, none: string): string {
  return level === null ? none : (scale[level] ?? String(level))
}
