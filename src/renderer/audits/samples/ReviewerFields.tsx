import { useId, type ReactNode } from 'react'
import type { SampleRecipe } from '../../../shared/audits.ts'
import { useAsk } from '../../api.ts'
import { NumberField } from '../../settings/NumberField.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconPlus, IconX } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'
import { largestSample } from './recipe.ts'

type Reviewers = SampleRecipe['reviewers']

interface ReviewerFieldsProps {
  readonly reviewers: Reviewers
  readonly onChange: (reviewers: Reviewers) => void
}

/** Who reviews, with how many at most; without a quota an even share. */
export function ReviewerFields({ reviewers, onChange }: ReviewerFieldsProps): ReactNode {
  const text = useText('audits')
  const list = useId()
  const known = useKnownReviewers()
  const change = (index: number, next: Partial<Reviewers[number]>) =>
    onChange(reviewers.map((one, at) => (at === index ? { ...one, ...next } : one)))
  return (
    <fieldset className="audit-reviewers">
      <legend>{text('draw.reviewers')}</legend>
      <datalist id={list}>
        {known.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      {reviewers.map((reviewer, index) => (
        // A row is its place: two may have the same name while they are typed.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={index}>
          <input
            className="field"
            dir="auto"
            list={list}
            maxLength={100}
            aria-label={text('draw.reviewer', { number: index + 1 })}
            value={reviewer.name}
            onChange={(event) => change(index, { name: event.target.value })}
          />
          <NumberField
            label={text('draw.quota', { number: index + 1 })}
            value={reviewer.quota}
            min={1}
            max={largestSample}
            onChange={(quota) => change(index, { quota: quota === null ? null : Math.round(quota) })}
          />
          <span className="audit-unit">{text('draw.quotaUnit')}</span>
          <button
            type="button"
            className="chats-icon-button"
            aria-label={text('draw.removeReviewer', { name: reviewer.name })}
            onClick={() => onChange(reviewers.filter((_, at) => at !== index))}
          >
            <IconX />
          </button>
        </p>
      ))}
      <Button quiet icon={<IconPlus />} onClick={() => onChange([...reviewers, { name: '', quota: null }])}>
        {text('draw.addReviewer')}
      </Button>
    </fieldset>
  )
}

/** Everybody who reviewed before, and the agents. */
function useKnownReviewers(): readonly string[] {
  const { data: samples } = useAsk('samples', [], ['audits'])
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const before = samples?.flatMap(({ recipe }) => recipe.reviewers.map(({ name }) => name)) ?? []
  return [...new Set([...before, ...(workspace?.agents.map(({ name }) => name) ?? [])])]
}
