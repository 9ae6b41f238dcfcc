import type { ReactNode } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import { useMetricText } from '../overview/metricText.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import type { Slowing } from './outliers.ts'
import type { Verdict } from './verdict.ts'

/** The verdict in a few strong words, then what it rests on. Coloured only where somebody should look. */
export function VerdictLine({
  verdict,
  team,
}: {
  readonly verdict: Verdict
  readonly team: string
}): ReactNode {
  const text = useText('agents')
  const look = verdict.kind === 'slow' || verdict.kind === 'slowing'
  const lead = verdict.kind === 'compared' ? verdict.direction : verdict.kind
  return (
    <p className="agent-verdict">
      <strong className={look ? 'agent-look' : undefined}>{text(`verdict.${lead}`, { team })}</strong>{' '}
      <Reason verdict={verdict} />
    </p>
  )
}

function Reason({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const text = useText('agents')
  const metricText = useMetricText()
  const format = useFormat()
  switch (verdict.kind) {
    case 'nothing':
      return text('verdict.nothingWords')
    case 'few':
      return text('verdict.fewWords', { count: verdict.responses, shown: format.count(verdict.responses) })
    case 'slow':
      return [
        ...verdict.outliers.map((outlier) =>
          text('verdict.outlier', {
            metric: metricText.name(outlier.metric),
            own: format.duration(outlier.median),
            times: format.score(outlier.ratio),
            theirs: format.duration(outlier.teamMedian),
          }),
        ),
        ...(verdict.slowing === null ? [] : [grew(verdict.slowing)]),
      ].join(' ')
    case 'slowing':
      return [grew(verdict.slowing), verdict.team === null ? '' : compared(verdict.own, verdict.team)].join(
        ' ',
      )
    case 'compared':
      return compared(verdict.own, verdict.team)
    case 'alone':
      return text('verdict.own', { own: format.duration(verdict.own) })
    default:
      return assertNever(verdict)
  }

  function grew({ weeks, by }: Slowing): string {
    return text('verdict.grew', { count: weeks, by: format.duration(by) })
  }

  function compared(own: number, theirs: number): string {
    return text('verdict.compare', { own: format.duration(own), theirs: format.duration(theirs) })
  }
}
