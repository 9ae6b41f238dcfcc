import { useState, type FormEvent, type ReactNode } from 'react'
import type { Dispute } from '../../../shared/audits.ts'
import { criteriaOf } from '../../../shared/scoring.ts'
import { useText } from '../../ui/text.ts'
import { FormButtons, NameField, useAgentName, WordsField } from './formFields.tsx'
import type { FormProps } from './formProps.ts'
import { levelName } from './RatingList.tsx'

type Wishes = Readonly<Record<string, Dispute['proposed'][number]>>

/** The agent says why the review is wrong, and may propose another level for each criterion. */
export function DisputeForm({ review, act, onClose }: FormProps): ReactNode {
  const text = useText('audits')
  const [by, setBy] = useState(useAgentName(review.agent))
  const [comment, setComment] = useState('')
  const [wishes, setWishes] = useState<Wishes>({})
  function submit(event: FormEvent): void {
    event.preventDefault()
    void act({ kind: 'dispute', by: by.trim(), comment: comment.trim(), proposed: Object.values(wishes) })
  }
  const rated = criteriaOf(review.scorecard.sections).filter(({ id }) =>
    review.ratings.some(({ criterion }) => criterion === id),
  )
  return (
    <form className="audit-form" onSubmit={submit}>
      <NameField label={text('form.agent')} value={by} onChange={setBy} />
      <WordsField label={text('form.why')} value={comment} onChange={setComment} />
      <fieldset className="audit-wishes">
        <legend>{text('form.wishes')}</legend>
        {rated.map((criterion) => {
          const given = review.ratings.find((rating) => rating.criterion === criterion.id)?.level ?? null
          return (
            <label key={criterion.id}>
              <span dir="auto">{criterion.name}</span>
              <select
                className="field"
                value={wishes[criterion.id] === undefined ? '' : String(wishes[criterion.id]?.level)}
                onChange={(event) => setWishes((before) => wished(before, criterion.id, event.target.value))}
              >
                <option value="">
                  {text('form.asIs', { level: levelName(criterion, given, text('level.none')) })}
                </option>
                {criterion.scale.map((name, level) => (
                  // oxlint-disable-next-line react/no-array-index-key -- two levels may share a name
                  <option key={level} value={String(level)}>
                    {name}
                  </option>
                ))}
                <option value="null">{text('level.none')}</option>
              </select>
            </label>
          )
        })}
      </fieldset>
      <FormButtons
        word={text('form.dispute')}
        disabled={by.trim() === '' || comment.trim() === ''}
        onClose={onClose}
      />
    </form>
  )
}

/** `value`: empty for as it is, `null` for not applicable, else the level. */
function wished(before: Wishes, criterion: string, value: string): Wishes {
  const { [criterion]: _, ...others } = before
  if (value === '') return others
  return { ...others, [criterion]: { criterion, level: value === 'null' ? null : Number(value) } }
}
