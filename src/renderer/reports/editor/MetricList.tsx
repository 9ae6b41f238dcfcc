import type { KeyboardEvent, ReactNode } from 'react'
import { type MetricId, metricIds } from '../../../shared/metrics.ts'
import { useMetricText } from '../../overview/metricText.ts'
import { IconX } from '../../ui/icons.ts'
import { FilterMenu } from '../../ui/Menu.tsx'
import { useText } from '../../ui/text.ts'
import { moved } from './draft.ts'

interface MetricListProps {
  readonly metrics: readonly MetricId[]
  /** How many there is room for; more are not taken. */
  readonly most: number
  readonly onChange: (metrics: readonly MetricId[]) => void
}

/** Figures in the order they stand: chosen from the catalogue, moved with Alt and the arrow keys, dropped with ×. */
export function MetricList({ metrics, most, onChange }: MetricListProps): ReactNode {
  const text = useText('reports')
  const words = useMetricText()

  function onKeyDown(event: KeyboardEvent, index: number): void {
    const by = event.altKey ? steps[event.key] : undefined
    if (by === undefined) return
    // The list of blocks has the same keys for itself.
    event.stopPropagation()
    event.preventDefault()
    onChange(moved(metrics, index, index + by))
  }
  return (
    <div className="metric-list">
      <FilterMenu
        title={text('field.metrics')}
        all={text('field.chooseMetrics')}
        options={metricIds.map((id) => ({ id, name: words.name(id) }))}
        chosen={metrics}
        onChange={(chosen) =>
          onChange(chosen.flatMap((one) => metricIds.find((id) => id === one) ?? []).slice(0, most))
        }
      />
      <ol>
        {metrics.map((metric, index) => (
          <li key={metric}>
            <button
              type="button"
              title={words.definition(metric)}
              aria-label={text('field.dropMetric', { name: words.name(metric) })}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              onKeyDown={(event) => onKeyDown(event, index)}
              onClick={() => onChange(metrics.toSpliced(index, 1))}
            >
              {words.name(metric)}
              <IconX />
            </button>
          </li>
        ))}
      </ol>
      {metrics.length >= most && <p className="blocks-hint">{text('field.room', { most })}</p>}
    </div>
  )
}

const steps: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }
