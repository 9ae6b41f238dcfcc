import type { ReactNode } from 'react'
import { type MetricId, metricIds, metrics } from '../../../shared/metrics.ts'
import { useMetricText } from '../../overview/metricText.ts'
import { useText } from '../../ui/text.ts'
import { Field } from './fields.tsx'

const families = [...new Set(metricIds.map((id) => metrics[id].family))]

interface MetricSelectProps {
  readonly metric: MetricId
  readonly onChange: (metric: MetricId) => void
}

/** One figure of the catalogue, by what it is about. */
export function MetricSelect({ metric, onChange }: MetricSelectProps): ReactNode {
  const text = useText('reports')
  const words = useMetricText()
  return (
    <Field label={text('field.metric')}>
      <select
        className="field"
        title={words.definition(metric)}
        value={metric}
        onChange={(event) => onChange(metricIds.find((id) => id === event.target.value) ?? metric)}
      >
        {families.map((family) => (
          <optgroup key={family} label={text(`family.${family}`)}>
            {metricIds
              .filter((id) => metrics[id].family === family)
              .map((id) => (
                <option key={id} value={id}>
                  {words.name(id)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </Field>
  )
}
