import { type ReactNode, useId, useState } from 'react'
import type { Criterion } from '../../../shared/audits.ts'
import { useText } from '../../ui/text.ts'
import { CheckFields } from './CheckFields.tsx'
import { entriesIn } from './draft.ts'
import { ListField } from './ListField.tsx'
import { OrderButtons } from './OrderButtons.tsx'

interface CriterionCardProps {
  readonly criterion: Criterion
  readonly onChange: (criterion: Criterion) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

const asks = ['never', 'negative', 'not_best', 'always'] as const

/** A criterion in one line, and all that can be said about it below when it is open. */
export function CriterionCard({ criterion, onChange, onMove, onRemove }: CriterionCardProps): ReactNode {
  const text = useText('scorecards')
  const details = useId()
  const [open, setOpen] = useState(false)
  return (
    <div className="criterion">
      <div className="scorecard-head">
        <input
          className="field"
          dir="auto"
          aria-label={text('criterionName')}
          maxLength={200}
          value={criterion.name}
          onChange={(event) => onChange({ ...criterion, name: event.target.value })}
        />
        <label className="criterion-weight">
          <span>{text('weight')}</span>
          <input
            className="field"
            type="number"
            min={0}
            max={100}
            value={criterion.weight}
            onChange={(event) => onChange({ ...criterion, weight: Number(event.target.value) })}
          />
        </label>
        <span className="criterion-short">{shortOf(criterion, text)}</span>
        <button
          type="button"
          className="word"
          aria-expanded={open}
          aria-controls={details}
          aria-label={text('details', { word: text(open ? 'less' : 'more'), name: criterion.name })}
          onClick={() => setOpen(!open)}
        >
          {text(open ? 'less' : 'more')}
        </button>
        <OrderButtons name={criterion.name} onMove={onMove} onRemove={onRemove} />
      </div>
      <div id={details} hidden={!open}>
        {open && <Details criterion={criterion} onChange={onChange} />}
      </div>
    </div>
  )
}

function shortOf(criterion: Criterion, text: ReturnType<typeof useText>): string {
  return [
    criterion.scale.join(' / '),
    criterion.kind === 'bonus' ? text('bonus') : null,
    criterion.critical ? text('critical') : null,
    criterion.check === null ? null : text('checked'),
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

interface DetailsProps {
  readonly criterion: Criterion
  readonly onChange: (criterion: Criterion) => void
}

function Details({ criterion, onChange }: DetailsProps): ReactNode {
  const text = useText('scorecards')
  const critical = useId()
  return (
    <div className="criterion-details">
      <label className="criterion-wide">
        <span>{text('hint')}</span>
        <textarea
          className="field"
          rows={2}
          dir="auto"
          maxLength={2000}
          value={criterion.hint}
          onChange={(event) => onChange({ ...criterion, hint: event.target.value })}
        />
      </label>
      <ListField
        label={text('scale')}
        value={criterion.scale}
        onChange={(scale) => onChange({ ...criterion, scale })}
        read={entriesIn}
      />
      <label>
        <span>{text('kind')}</span>
        <select
          className="field"
          value={criterion.kind}
          onChange={(event) =>
            onChange(
              event.target.value === 'bonus'
                ? { ...criterion, kind: 'bonus', critical: false }
                : { ...criterion, kind: 'standard' },
            )
          }
        >
          <option value="standard">{text('standard')}</option>
          <option value="bonus">{text('bonus')}</option>
        </select>
      </label>
      <label>
        <span>{text('per')}</span>
        <select
          className="field"
          value={criterion.per}
          onChange={(event) =>
            onChange({ ...criterion, per: event.target.value === 'message' ? 'message' : 'conversation' })
          }
        >
          <option value="conversation">{text('perConversation')}</option>
          <option value="message">{text('perMessage')}</option>
        </select>
      </label>
      <label className="criterion-tick" htmlFor={critical}>
        <input
          id={critical}
          type="checkbox"
          disabled={criterion.kind === 'bonus'}
          checked={criterion.critical}
          onChange={(event) => onChange({ ...criterion, critical: event.target.checked })}
        />
        <span>{text('criticalAbout')}</span>
      </label>
      <ListField
        label={text('rootCauses')}
        value={criterion.rootCauses}
        onChange={(rootCauses) => onChange({ ...criterion, rootCauses })}
        read={entriesIn}
      />
      <label>
        <span>{text('askRootCause')}</span>
        <select
          className="field"
          value={criterion.askRootCause}
          onChange={(event) =>
            onChange({
              ...criterion,
              askRootCause: asks.find((ask) => ask === event.target.value) ?? 'never',
            })
          }
        >
          {asks.map((ask) => (
            <option key={ask} value={ask}>
              {text(`ask.${ask}`)}
            </option>
          ))}
        </select>
      </label>
      <CheckFields check={criterion.check} onChange={(check) => onChange({ ...criterion, check })} />
    </div>
  )
}
