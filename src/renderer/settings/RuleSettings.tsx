import type { NumberRules } from '../../shared/rules.ts'
import { defaultRules } from '../../shared/rules.ts'
import { Button } from '../ui/Button.tsx'
import { Switch } from '../ui/Switch.tsx'
import { useText } from '../ui/text.ts'
import { DurationField } from './DurationField.tsx'
import { NumberField } from './NumberField.tsx'
import { saveSettings } from './saveSettings.ts'
import { Line, Section } from './Section.tsx'

const choices = {
  firstResponseClock: ['opening', 'first_inbound', 'first_assignment', 'bot_handoff'],
  firstResponsePer: ['episode', 'conversation'],
  unanswered: ['first', 'last'],
  resolution: ['episode', 'first_opening', 'first_to_last', 'open_spans'],
  firstResponseCredit: ['sender', 'current'],
  resolutionCredit: ['assigned', 'closer', 'current'],
} as const satisfies { readonly [Rule in keyof NumberRules]?: readonly NumberRules[Rule][] }

const switches = ['withoutRest', 'closedOnly'] as const
const numbers = { engagedMinutes: [1, 60], followUpDays: [1, 90] } as const

/** What the numbers mean here. Facts hold what every choice needs, so each change counts the past anew at once. */
export function RuleSettings({ rules }: { readonly rules: NumberRules }) {
  const text = useText('settings')
  const save = (change: Partial<NumberRules>) => void saveSettings({ rules: { ...rules, ...change } })
  const changed = (Object.keys(defaultRules) as (keyof NumberRules)[]).some(
    (rule) => rules[rule] !== defaultRules[rule],
  )
  return (
    <Section title={text('rules.title')} about={text('rules.about')}>
      {(Object.keys(choices) as (keyof typeof choices)[]).map((rule) => (
        <Line
          key={rule}
          label={text(`rules.${rule}.label`)}
          hint={text(`rules.${rule}.hint`)}
          render={(ids) => (
            <select
              {...ids}
              className="field"
              value={rules[rule]}
              onChange={(event) => save({ [rule]: event.target.value })}
            >
              {choices[rule].map((choice) => (
                <option key={choice} value={choice}>
                  {text(`rules.${rule}.${choice}`)}
                </option>
              ))}
            </select>
          )}
        />
      ))}
      {switches.map((rule) => (
        <Line
          key={rule}
          label={text(`rules.${rule}.label`)}
          hint={text(`rules.${rule}.hint`)}
          render={(ids) => <Switch {...ids} on={rules[rule]} onChange={(on) => save({ [rule]: on })} />}
        />
      ))}
      {(Object.keys(numbers) as (keyof typeof numbers)[]).map((rule) => (
        <Line
          key={rule}
          label={text(`rules.${rule}.label`)}
          hint={text(`rules.${rule}.hint`)}
          render={(ids) => (
            <NumberField
              {...ids}
              value={rules[rule]}
              min={numbers[rule][0]}
              max={numbers[rule][1]}
              unit={text(`rules.${rule}.unit`)}
              onChange={(value) => value !== null && save({ [rule]: value })}
            />
          )}
        />
      ))}
      <Line
        label={text('rules.abandonedAfter.label')}
        hint={text('rules.abandonedAfter.hint')}
        render={(ids) => (
          <DurationField
            {...ids}
            value={rules.abandonedAfter}
            onChange={(seconds) => seconds !== null && save({ abandonedAfter: seconds })}
          />
        )}
      />
      {changed && (
        <div className="section-end">
          <Button quiet onClick={() => void saveSettings({ rules: defaultRules })}>
            {text('rules.reset')}
          </Button>
        </div>
      )}
    </Section>
  )
}
