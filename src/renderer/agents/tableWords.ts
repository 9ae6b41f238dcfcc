/** The words of the table, made once for all of its cells: asking for them in each would cost more than drawing it. */
import { type MetricText, useMetricText } from '../overview/metricText.ts'
import { useFormat } from '../ui/format.ts'
import type { Format } from '../ui/numbers.ts'
import { type Text, useText } from '../ui/text.ts'
import { type FindingWords, useFindingWords } from './findingWords.ts'

export interface TableWords {
  readonly text: Text
  readonly format: Format
  readonly metricText: MetricText
  readonly findings: FindingWords
}

export function useTableWords(): TableWords {
  return {
    text: useText('agents'),
    format: useFormat(),
    metricText: useMetricText(),
    findings: useFindingWords(),
  }
}
