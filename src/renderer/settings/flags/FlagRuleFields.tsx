import { hoursKinds } from '../../../shared/contract.ts'
import { flagRuleKinds, type FlagRule, type FlagRuleId, tellings } from '../../../shared/flags.ts'
import { useAsk } from '../../api.ts'
import { FilterMenu } from '../../ui/Menu.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { useText } from '../../ui/text.ts'
import { Line } from '../Section.tsx'
import { ThresholdField } from './ThresholdField.tsx'

interface FlagRuleFieldsProps {
  readonly id: FlagRuleId
  readonly rule: FlagRule
  readonly onChange: (rule: FlagRule) => void
}

/** What can be set of a rule, as far as it makes sense for its kind. */
export function FlagRuleFields({ id, rule, onChange }: FlagRuleFieldsProps) {
  const text = useText('flagSettings')
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const { unit, mayCountHours, about } = flagRuleKinds[id]
  const limit = text(`threshold.${id}`, { defaultValue: text(`threshold.${unit}`) })
  const hasTeams = about === 'conversation' || about === 'agent'
  return (
    <div className="rule-fields">
      {unit !== 'none' && rule.threshold !== null && (
        <div className="line">
          <span>{limit}</span>
          <ThresholdField
            label={limit}
            unit={unit}
            value={rule.threshold}
            onChange={(threshold) => onChange({ ...rule, threshold })}
          />
        </div>
      )}
      {mayCountHours && (
        <Select
          label={text('hours.label')}
          hint={text('hours.hint')}
          options={hoursKinds}
          words={(kind) => text(`hours.${kind}`)}
          chosen={rule.hours}
          onChange={(hours) => onChange({ ...rule, hours })}
        />
      )}
      <Select
        label={text('severity.label')}
        options={['danger', 'warning'] as const}
        words={(one) => text(`severity.${one}`)}
        chosen={rule.severity}
        onChange={(severity) => onChange({ ...rule, severity })}
      />
      {hasTeams && workspace !== undefined && workspace.teams.length > 0 && (
        <div className="line">
          <span>{text('teams.label')}</span>
          <FilterMenu
            title={text('teams.label')}
            all={text('teams.all')}
            options={workspace.teams}
            chosen={rule.teams}
            onChange={(teams) => onChange({ ...rule, teams })}
          />
        </div>
      )}
      <Select
        label={text('telling.label')}
        options={tellings}
        words={(one) => text(`telling.${one}`)}
        chosen={rule.telling}
        onChange={(telling) => onChange({ ...rule, telling })}
      />
      <Line
        label={text('toWebhook')}
        render={(ids) => (
          <Switch {...ids} on={rule.webhook} onChange={(webhook) => onChange({ ...rule, webhook })} />
        )}
      />
    </div>
  )
}

interface SelectProps<T extends string> {
  readonly label: string
  readonly hint?: string
  readonly options: readonly T[]
  readonly words: (option: T) => string
  readonly chosen: T
  readonly onChange: (chosen: T) => void
}

function Select<T extends string>({ label, hint, options, words, chosen, onChange }: SelectProps<T>) {
  return (
    <Line
      label={label}
      {...(hint === undefined ? {} : { hint })}
      render={(ids) => (
        <select
          {...ids}
          className="field"
          value={chosen}
          onChange={(event) => {
            const next = options.find((option) => option === event.target.value)
            if (next !== undefined) onChange(next)
          }}
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {words(option)}
            </option>
          ))}
        </select>
      )}
    />
  )
}
