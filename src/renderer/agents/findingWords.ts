/** What was found about an agent, in words. */
import { metrics } from '../../shared/metrics.ts'
import { useMetricText } from '../overview/metricText.ts'
import { useValueText } from '../overview/valueText.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { type Coping, type Findings, type Outlier, type Trend, worseOutliers } from './findings.ts'

export interface FindingWords {
  /** "Resolution 2.4× the team’s median" */
  readonly outlier: (outlier: Outlier) => string
  /** "First response rising for 8 weeks, from 1 min 2 s to 1 min 34 s" */
  readonly trend: (trend: Trend) => string
  /** "falling behind" */
  readonly verdict: (coping: Coping) => string
  /** "open at a day’s end 6 before, 14 now", the weightiest first; empty where no reason is known. */
  readonly reasons: (coping: Coping) => readonly string[]
  /** All that should be looked at, a part each; the weightiest first. Empty for most. */
  readonly notes: (findings: Findings) => readonly string[]
}

/** Reasons that are worth a word for a verdict that is not "coping". */
const pressing = /_growing$|^handled_short$/

export function useFindingWords(): FindingWords {
  const text = useText('agents')
  const metricText = useMetricText()
  const valueText = useValueText()
  const format = useFormat()

  const outlier = ({ metric, times, value, median, verdict, team }: Outlier): string => {
    const name = metricText.name(metric)
    // Of a rate or a mean "0.7×" says little, and of what is faster nothing.
    if (metrics[metric].shape !== 'duration' || verdict !== 'worse')
      return text('notes.against', {
        metric: name,
        value: valueText(metric, value),
        median: valueText(metric, median),
      })
    return text(team === null ? 'notes.outlierNoTeam' : 'notes.outlier', {
      metric: name,
      times: format.score(times),
    })
  }

  const trend = ({ metric, direction, weeks, from, to }: Trend): string =>
    text(`notes.${direction}`, {
      metric: metricText.name(metric),
      count: weeks,
      from: valueText(metric, from),
      to: valueText(metric, to),
    })

  const verdict = ({ verdict: found }: Coping): string => text(`coping.${found}`)

  const reasons = ({ because }: Coping): readonly string[] =>
    because.flatMap(({ code, value, before }) => {
      const write = code.startsWith('waits_') ? format.duration : format.count
      // A newer engine may know reasons that have no words here.
      const words = text(`because.${code}`, { value: write(value), before: write(before), defaultValue: '' })
      return words === '' ? [] : [words]
    })

  const notes = (findings: Findings): readonly string[] => {
    const { coping, trends } = findings
    const pressed = coping?.verdict === 'falling_behind' || coping?.verdict === 'stretched'
    return [
      ...worseOutliers(findings).map(outlier),
      ...(pressed ? [pressedWords(coping)] : []),
      ...trends.filter((one) => one.verdict === 'worse').map(trend),
    ]
  }

  function pressedWords(coping: Coping): string {
    const [first] = reasons({ ...coping, because: coping.because.filter(({ code }) => pressing.test(code)) })
    const lead = verdict(coping)
    return first === undefined ? lead : text('notes.coping', { verdict: lead, reason: first })
  }

  return { outlier, trend, verdict, reasons, notes }
}
