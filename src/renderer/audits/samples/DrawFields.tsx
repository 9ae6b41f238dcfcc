import { useId, type ReactNode } from 'react'
import { type SampleRecipe, type Scorecard, strataDimensions } from '../../../shared/audits.ts'
import { addDays, dayKey, parseBoundary } from '../../../shared/period.ts'
import { useNow, useZone } from '../../selection.ts'
import { NumberField } from '../../settings/NumberField.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { IconDice5 } from '../../ui/icons.ts'
import { Switch } from '../../ui/Switch.tsx'
import { useText } from '../../ui/text.ts'
import { ReviewerFields } from './ReviewerFields.tsx'
import {
  allocations,
  cyclesAt,
  largestSample,
  largestSeed,
  methods,
  type missingIn,
  type RecipeForm,
  smallestSample,
  toggledStrata,
} from './recipe.ts'

interface DrawFieldsProps {
  readonly form: RecipeForm
  readonly scorecards: readonly Scorecard[]
  readonly missing: ReturnType<typeof missingIn>
  readonly onChange: (change: Partial<RecipeForm>) => void
  readonly onDice: () => void
}

/** What makes a sample, top to bottom in the order one decides it. */
export function DrawFields(props: DrawFieldsProps): ReactNode {
  const { form, missing, onChange } = props
  const text = useText('audits')
  return (
    <div className="audit-draw-fields">
      <Field label={text('draw.name')}>
        {(id) => (
          <input
            id={id}
            className="field"
            dir="auto"
            maxLength={200}
            value={form.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <ScorecardField {...props} />
      <Method {...props} />
      <SizeAndSeed {...props} />
      <Cycle form={form} onChange={onChange} />
      <ReviewerFields reviewers={form.reviewers} onChange={(reviewers) => onChange({ reviewers })} />
      <Field label={text('draw.calibration')} hint={text('draw.calibrationHint')}>
        {(id) => (
          <Switch id={id} on={form.calibration} onChange={(calibration) => onChange({ calibration })} />
        )}
      </Field>
      <Due form={form} onChange={onChange} />
      {missing !== null && <output className="audit-missing">{text(`draw.missing.${missing}`)}</output>}
    </div>
  )
}

interface FieldProps {
  readonly label: string
  readonly hint?: string
  readonly children: (id: string) => ReactNode
}

function Field({ label, hint, children }: FieldProps): ReactNode {
  const id = useId()
  return (
    <div className="audit-draw-field">
      <label htmlFor={id}>{label}</label>
      <div className="audit-draw-control">{children(id)}</div>
      {hint !== undefined && <p className="audit-hint">{hint}</p>}
    </div>
  )
}

function ScorecardField({ form, scorecards, onChange }: DrawFieldsProps): ReactNode {
  const text = useText('audits')
  const usable = scorecards.filter(({ archived, newest }) => newest && !archived)
  return (
    <Field label={text('draw.scorecard')}>
      {(id) => (
        <select
          id={id}
          className="field"
          value={form.scorecard.id}
          onChange={(event) => {
            const chosen = usable.find((scorecard) => scorecard.id === event.target.value)
            if (chosen !== undefined) onChange({ scorecard: { id: chosen.id, version: chosen.version } })
          }}
        >
          {usable.map((scorecard) => (
            <option key={scorecard.id} value={scorecard.id}>
              {text('card.version', { name: scorecard.name, version: scorecard.version })}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function Method({ form, onChange }: DrawFieldsProps): ReactNode {
  const text = useText('audits')
  return (
    <div className="audit-draw-field" data-wide>
      <span aria-hidden="true">{text('draw.method')}</span>
      <Choice<SampleRecipe['method']>
        label={text('draw.method')}
        options={methods.map((id) => ({ id, name: text(`method.${id}`) }))}
        chosen={form.method}
        onChange={(method) => onChange({ method })}
      />
      <p className="audit-hint">{text(`method.${form.method}Hint`)}</p>
      {form.method === 'stratified' && (
        <>
          <fieldset className="audit-causes">
            <legend>{text('draw.strata')}</legend>
            {strataDimensions.map((dimension) => (
              <button
                key={dimension}
                type="button"
                className="audit-chip"
                aria-pressed={form.strata.includes(dimension)}
                onClick={() => onChange({ strata: toggledStrata(form.strata, dimension) })}
              >
                {text(`strata.${dimension}`)}
              </button>
            ))}
          </fieldset>
          <Choice<SampleRecipe['allocation']>
            label={text('draw.allocation')}
            options={allocations.map((id) => ({ id, name: text(`allocation.${id}`) }))}
            chosen={form.allocation}
            onChange={(allocation) => onChange({ allocation })}
          />
        </>
      )}
    </div>
  )
}

function SizeAndSeed({ form, onChange, onDice }: DrawFieldsProps): ReactNode {
  const text = useText('audits')
  return (
    <>
      <Field label={text('draw.size')}>
        {(id) => (
          <NumberField
            id={id}
            value={form.size}
            min={smallestSample}
            max={largestSample}
            onChange={(size) => size !== null && onChange({ size: Math.round(size) })}
          />
        )}
      </Field>
      <Field label={text('draw.seed')} hint={text('draw.seedHint')}>
        {(id) => (
          <>
            <NumberField
              id={id}
              value={form.seed}
              min={0}
              max={largestSeed}
              onChange={(seed) => seed !== null && onChange({ seed: Math.round(seed) })}
            />
            <Button icon={<IconDice5 />} onClick={onDice}>
              {text('draw.dice')}
            </Button>
          </>
        )}
      </Field>
    </>
  )
}

function Cycle({ form, onChange }: Pick<DrawFieldsProps, 'form' | 'onChange'>): ReactNode {
  const text = useText('audits')
  const now = useNow()
  const cycles = cyclesAt(now, useZone())
  return (
    <Field label={text('draw.cycle')} hint={text('draw.cycleHint')}>
      {(id) => (
        <select
          id={id}
          className="field"
          value={form.cycle ?? ''}
          onChange={(event) => onChange({ cycle: event.target.value === '' ? null : event.target.value })}
        >
          <option value={cycles.week}>{text('cycle.week', { cycle: cycles.week })}</option>
          <option value={cycles.month}>{text('cycle.month', { cycle: cycles.month })}</option>
          <option value={cycles.quarter}>{text('cycle.quarter', { cycle: cycles.quarter })}</option>
          <option value="">{text('cycle.none')}</option>
        </select>
      )}
    </Field>
  )
}

/** Due by the end of a local day. */
function Due({ form, onChange }: Pick<DrawFieldsProps, 'form' | 'onChange'>): ReactNode {
  const text = useText('audits')
  const zone = useZone()
  return (
    <Field label={text('draw.due')}>
      {(id) => (
        <input
          id={id}
          type="date"
          className="field"
          value={form.dueAt === null ? '' : dayKey(form.dueAt - 1, zone)}
          onChange={({ target: { value } }) =>
            onChange({ dueAt: value === '' ? null : addDays(parseBoundary(value, zone), 1, zone) })
          }
        />
      )}
    </Field>
  )
}
