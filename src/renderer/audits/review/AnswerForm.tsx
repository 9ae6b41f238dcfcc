import { useState, type FormEvent, type ReactNode } from 'react'
import type { Dispute, DisputeAnswer, Rating, Review } from '../../../shared/audits.ts'
import { criteriaOf, scoreOf } from '../../../shared/scoring.ts'
import { useAsk } from '../../api.ts'
import { Choice } from '../../ui/Choice.tsx'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'
import { FormButtons, NameField, WordsField } from './formFields.tsx'
import type { FormProps } from './formProps.ts'
import { isLong, LevelButtons } from './LevelButtons.tsx'
import { levelName } from './RatingList.tsx'

const answers: readonly DisputeAnswer[] = ['accepted', 'partly', 'rejected']

interface AnswerFormProps extends FormProps {
  readonly times: ReadonlyMap<string, number>
}

/** The answer to a dispute: accepted, in part or not, why, and the ratings as they shall stand. */
export function AnswerForm({ review, act, onClose, times }: AnswerFormProps): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const { data: settings } = useAsk('settings', [], ['settings'])
  const [by, setBy] = useState(settings?.reviewer ?? review.reviewer)
  const [comment, setComment] = useState('')
  const [answer, setAnswer] = useState<DisputeAnswer>('accepted')
  const [ratings, setRatings] = useState(() => withWishes(review, review.dispute))
  const score = scoreOf(review.scorecard.sections, ratings)
  function choose(next: DisputeAnswer): void {
    setAnswer(next)
    if (next === 'accepted') setRatings(withWishes(review, review.dispute))
    if (next === 'rejected') setRatings(review.ratings)
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    void act({ kind: 'answer', by: by.trim(), answer, comment: comment.trim(), ratings })
  }
  return (
    <form className="audit-form" onSubmit={submit}>
      <Choice
        label={text('form.answer')}
        options={answers.map((id) => ({ id, name: text(`answer.${id}`) }))}
        chosen={answer}
        onChange={choose}
      />
      <WordsField label={text('form.answerWhy')} value={comment} onChange={setComment} />
      <NameField label={text('form.by')} value={by} onChange={setBy} />
      <ul className="audit-criteria">
        {criteriaOf(review.scorecard.sections).flatMap((criterion) =>
          ratings
            .filter((rating) => rating.criterion === criterion.id)
            .map((rating) => {
              const wish = review.dispute?.proposed.find((one) => one.criterion === criterion.id)
              const change = (level: number | null) => {
                setRatings((before) => before.map((one) => (one === rating ? { ...one, level } : one)))
                setAnswer('partly')
              }
              return (
                <li key={`${criterion.id} ${rating.message ?? ''}`} className="audit-criterion">
                  <div className="audit-criterion-line" data-long={isLong(criterion) || undefined}>
                    <span className="audit-criterion-name">
                      <span dir="auto">{criterion.name}</span>
                      {criterion.per === 'message' && rating.message !== null && (
                        <span className="audit-criterion-kind">{format.time(times.get(rating.message))}</span>
                      )}
                      {wish !== undefined && (
                        <span className="audit-criterion-kind">
                          {text('dispute.wish', {
                            level: levelName(criterion, wish.level, text('level.none')),
                          })}
                        </span>
                      )}
                    </span>
                    <LevelButtons
                      criterion={criterion}
                      chosen={rating.level}
                      proposed={null}
                      onChoose={change}
                    />
                  </div>
                </li>
              )
            }),
        )}
      </ul>
      <p className="audit-hint">
        {text('form.scoreThen', {
          before: format.count(review.score.value),
          after: format.count(score.value),
        })}
      </p>
      <FormButtons
        word={text('form.answerSend')}
        disabled={comment.trim() === '' || by.trim() === ''}
        onClose={onClose}
      />
    </form>
  )
}

function withWishes({ ratings }: Review, dispute: Dispute | null): readonly Rating[] {
  return ratings.map((rating) => {
    const wish = dispute?.proposed.find(({ criterion }) => criterion === rating.criterion)
    return wish === undefined ? rating : { ...rating, level: wish.level }
  })
}
