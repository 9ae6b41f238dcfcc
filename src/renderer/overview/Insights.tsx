import { type ReactNode, useState } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import type { Scope } from '../../shared/contract.ts'
import { useFindingWords } from '../agents/findingWords.ts'
import { useAsk } from '../api.ts'
import { openAgent, openNumber } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { type InsightLine, insightLines } from './insightLines.ts'
import { useKeyNames } from './keyNames.ts'
import { useMetricText } from './metricText.ts'
import { useValueText } from './valueText.ts'

/** Lines that stand before the rest is asked for. */
const shown = 3

/** What stands out in the period, in words with the numbers behind them; nothing where nothing does. */
export function Insights({ scope }: { readonly scope: Scope }): ReactNode {
  const text = useText('overview')
  const [all, setAll] = useState(false)
  const { data } = useAsk('insights', [{ scope }], ['numbers'], { enabled: scope.to > scope.from })
  const lines = data === undefined ? [] : insightLines(data, scope)
  if (lines.length === 0) return null
  const hidden = lines.length - shown
  return (
    <section className="insights" aria-label={text('insights.title')}>
      <h2>{text('insights.title')}</h2>
      <ul>
        {(all ? lines : lines.slice(0, shown)).map((line) => (
          <li key={keyOf(line)}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <button
          type="button"
          className="insights-more"
          aria-expanded={all}
          onClick={() => {
            setAll(!all)
          }}
        >
          {all ? text('insights.fewer') : text('insights.more', { count: hidden })}
        </button>
      )}
    </section>
  )
}

function Line({ line }: { readonly line: InsightLine }): ReactNode {
  // A German unit ends in a full stop of its own.
  const words = useLineWords()(line).replace(/\.\.$/, '.')
  return (
    <button
      type="button"
      className="insight"
      data-tone={toneOf(line)}
      onClick={() => {
        if (line.kind === 'coping') openAgent(line.found.agent)
        else openNumber(line.query)
      }}
    >
      {words}
    </button>
  )
}

/** A good trend is grey like all good news; the others ask to look. */
function toneOf(line: InsightLine): 'look' | 'quiet' {
  switch (line.kind) {
    case 'trend':
      return line.found.verdict === 'worse' ? 'look' : 'quiet'
    case 'outlier':
    case 'anomaly':
    case 'coping':
      return 'look'
    default:
      return assertNever(line)
  }
}

function useLineWords(): (line: InsightLine) => string {
  const text = useText('overview')
  const format = useFormat()
  const keyName = useKeyNames()
  const { name } = useMetricText()
  const valueText = useValueText()
  const { reasons } = useFindingWords()
  return (line) => {
    switch (line.kind) {
      case 'trend': {
        const { metric, agent, direction, weeks, from, to } = line.found
        const values = {
          metric: name(metric),
          weeks,
          from: valueText(metric, from),
          to: valueText(metric, to),
          agent: agent === null ? '' : keyName('agent', agent),
        }
        return text(`insights.${direction}${agent === null ? '' : 'Of'}`, values)
      }
      case 'outlier': {
        const { metric, agent, times, value, median, of } = line.found
        return text('insights.outlier', {
          metric: name(metric),
          agent: keyName('agent', agent),
          times: format.score(times),
          value: valueText(metric, value),
          median: valueText(metric, median),
          of,
        })
      }
      case 'anomaly': {
        const { metric, at, value, expected } = line.found
        return text(value > expected ? 'insights.unusuallyMany' : 'insights.unusuallyFew', {
          metric: name(metric),
          at: format.dateTime(at),
          value: valueText(metric, value),
          expected: valueText(metric, expected),
        })
      }
      case 'coping': {
        const { agent, verdict } = line.found
        const words = text(`insights.${verdict}`, { agent: keyName('agent', agent) })
        const because = reasons(line.found).slice(0, 2).join(format.signs.part)
        return format.sentence(because === '' ? words : `${words}${format.signs.colon}${because}`)
      }
      default:
        return assertNever(line)
    }
  }
}

function keyOf(line: InsightLine): string {
  switch (line.kind) {
    case 'trend':
      return `trend ${line.found.metric} ${line.found.agent ?? ''}`
    case 'outlier':
      return `outlier ${line.found.metric} ${line.found.agent}`
    case 'anomaly':
      return `anomaly ${line.found.metric} ${String(line.found.at)}`
    case 'coping':
      return `coping ${line.found.agent}`
    default:
      return assertNever(line)
  }
}
