import { useState } from 'react'
import { flagRuleKinds, type FlagRate, type FlagRule, type FlagRuleId } from '../../../shared/flags.ts'
import { useRateWords } from '../../flags/RuleRate.tsx'
import { useMeasure } from '../../flags/useMeasure.ts'
import { Button } from '../../ui/Button.tsx'
import { FlagMark } from '../../ui/FlagMark.tsx'
import { IconChevronDown, IconChevronRight } from '../../ui/icons.ts'
import { Switch } from '../../ui/Switch.tsx'
import { useText } from '../../ui/text.ts'
import { FlagPreview } from './FlagPreview.tsx'
import { FlagRuleFields } from './FlagRuleFields.tsx'
import { isSameRule } from './rules.ts'

interface FlagRuleCardProps {
  readonly id: FlagRuleId
  readonly rule: FlagRule
  /** As it is shipped. */
  readonly usual: FlagRule
  readonly rate: FlagRate | undefined
  readonly open: boolean
  readonly onToggle: () => void
  readonly onSave: (rule: FlagRule) => void
}

/** One rule: whether it is on and what it means; opened, what can be set, with what it would have flagged. */
export function FlagRuleCard(props: FlagRuleCardProps) {
  const { id, rule, rate, open, onToggle, onSave } = props
  const text = useText('flagSettings')
  const words = useText('flags')
  const rateWords = useRateWords()
  return (
    <li className="rule-card" data-off={!rule.on || undefined}>
      <div className="rule-head">
        <Switch
          on={rule.on}
          label={text('on', { rule: words(`rule.${id}`) })}
          onChange={(on) => onSave({ ...rule, on })}
        />
        <h4>
          <button type="button" className="rule-toggle" aria-expanded={open} onClick={onToggle}>
            {open ? <IconChevronDown /> : <IconChevronRight />}
            {words(`rule.${id}`)}
          </button>
        </h4>
        <p className="rule-summary">
          <Summary id={id} rule={rule} />
        </p>
        <p className="rule-means">{words(`means.${id}`)}</p>
        {rate !== undefined && rate.raised > 0 && <p className="rule-rate">{rateWords(rate)}</p>}
      </div>
      {open && (
        // What was saved or taken back stands in the fields again.
        <Editor key={JSON.stringify({ ...rule, on: true })} {...props} />
      )}
    </li>
  )
}

function Summary({ id, rule }: { readonly id: FlagRuleId; readonly rule: FlagRule }) {
  const text = useText('flagSettings')
  const measure = useMeasure()
  const { unit } = flagRuleKinds[id]
  return (
    <>
      <FlagMark severity={rule.severity} decided={!rule.on} />
      <span className="rule-threshold">
        {unit !== 'none' && rule.threshold !== null && measure(rule.threshold, unit)}
      </span>
      <span className="rule-told">{text(`telling.${rule.telling}`)}</span>
    </>
  )
}

/** Nothing is kept before Save: until then it says what the change would do. */
function Editor({ id, rule, usual, onSave }: FlagRuleCardProps) {
  const text = useText('flagSettings')
  const [draft, setDraft] = useState(rule)
  const changed = !isSameRule(draft, rule)
  return (
    <div className="rule-editor">
      <FlagRuleFields id={id} rule={draft} onChange={setDraft} />
      <FlagPreview id={id} rule={draft} changed={changed} />
      <div className="rule-buttons">
        {!isSameRule(draft, usual) && (
          <Button quiet onClick={() => setDraft({ ...usual, on: draft.on })}>
            {text('reset')}
          </Button>
        )}
        <Button disabled={!changed} onClick={() => setDraft(rule)}>
          {text('cancel')}
        </Button>
        <Button primary disabled={!changed} onClick={() => onSave({ ...draft, on: rule.on })}>
          {text('save')}
        </Button>
      </div>
    </div>
  )
}
