/** What stands out about an agent, in words. */
import { useMetricText } from '../overview/metricText.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import type { AgentLine } from './agentRows.ts'

/** "Resolution 2.4× the team’s median", "slower each week for 4 weeks"; empty for most. */
export function useNotes(): (line: Pick<AgentLine, 'outliers' | 'slowing'>) => string {
  const text = useText('agents')
  const metricText = useMetricText()
  const format = useFormat()
  return ({ outliers, slowing }) => {
    const [worst] = outliers
    if (worst !== undefined) {
      return text('notes.outlier', {
        metric: metricText.name(worst.metric),
        times: format.score(worst.ratio),
      })
    }
    return slowing === null ? '' : text('notes.slowing', { count: slowing.weeks })
  }
}
