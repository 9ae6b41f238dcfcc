import { useState } from 'react'
import { definitions } from '../../../shared/definitions.ts'
import { metricIds, metrics, type MetricId } from '../../../shared/metrics.ts'
import { definitionNames, type DefinitionName } from '../../../shared/rules.ts'
import { useMetricText } from '../../overview/metricText.ts'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'
import { Section } from '../Section.tsx'
import { Compared } from './Compared.tsx'
import './definitions.css'

/** What each number means, and what another product would say: the same facts under its rules. */
export function Definitions() {
  const text = useText('settings')
  const format = useFormat()
  const words = useMetricText()
  const [metric, setMetric] = useState<MetricId>('first_response_time')
  const [one, setOne] = useState<DefinitionName>('floorwalker')
  const [other, setOther] = useState<DefinitionName>('chatwoot')
  const { credit, variants, leavesOut } = metrics[metric]
  const named = one === other ? [one] : [one, other]
  return (
    <Section title={text('definitions.title')} about={text('definitions.about')} wide>
      <div className="definitions-bar">
        <select
          className="field"
          aria-label={text('definitions.metric')}
          value={metric}
          onChange={(event) => setMetric(metricIds.find((id) => id === event.target.value) ?? metric)}
        >
          {metricIds.map((id) => (
            <option key={id} value={id}>
              {words.name(id)}
            </option>
          ))}
        </select>
        <DefinitionSelect label={text('definitions.one')} value={one} onChange={setOne} />
        <span>{text('definitions.against')}</span>
        <DefinitionSelect label={text('definitions.other')} value={other} onChange={setOther} />
      </div>
      <p className="definitions-text">{words.definition(metric)}</p>
      <dl className="definitions-facts">
        <dt>{text('definitions.credit')}</dt>
        <dd>{text(`metrics:credit.${metric}`, { defaultValue: credit })}</dd>
        {variants.length > 0 && (
          <>
            <dt>{text('definitions.variants')}</dt>
            <dd>{variants.map((rule) => text(`definitions.rule.${rule}`)).join(format.signs.list)}</dd>
          </>
        )}
        {leavesOut.length > 0 && (
          <>
            <dt>{text('definitions.leavesOut')}</dt>
            <dd>{leavesOut.map((reason) => text(`metrics:reason.${reason}`)).join(format.signs.list)}</dd>
          </>
        )}
      </dl>
      <Compared metric={metric} one={one} other={other} />
      {named.map((name) => (
        <DefinitionNotes key={name} name={name} metric={metric} />
      ))}
    </Section>
  )
}

/** What the product does about the metric, and about all of its figures. */
function DefinitionNotes({ name, metric }: { readonly name: DefinitionName; readonly metric: MetricId }) {
  const text = useText('definitions')
  const { name: product, notes, about } = definitions[name]
  const ofMetric = notes[metric] === undefined ? [] : [text(`${name}.notes.${metric}`)]
  const ofAll = about.map((_, index) => text(`${name}.about.${index + 1}`))
  return (
    <div className="definitions-note">
      <b>{product}</b>
      {[...ofMetric, ...ofAll].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  )
}

interface DefinitionSelectProps {
  readonly label: string
  readonly value: DefinitionName
  readonly onChange: (name: DefinitionName) => void
}

function DefinitionSelect({ label, value, onChange }: DefinitionSelectProps) {
  return (
    <select
      className="field"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(definitionNames.find((name) => name === event.target.value) ?? value)}
    >
      {definitionNames.map((name) => (
        <option key={name} value={name}>
          {definitions[name].name}
        </option>
      ))}
    </select>
  )
}
