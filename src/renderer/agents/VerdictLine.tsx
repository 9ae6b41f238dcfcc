import type { ReactNode } from 'react'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { useFindingWords } from './findingWords.ts'
import type { Verdict } from './verdict.ts'

/** Verdicts somebody should look at; the others are grey. */
const looks: ReadonlySet<Verdict['kind']> = new Set(['falling_behind', 'stretched', 'far', 'worsening'])
/** Reasons of a verdict that are said; the others are in its title. */
const reasonsSaid = 2

/** The verdict in a few strong words, then what it rests on. Coloured only where somebody should look. */
export function VerdictLine({
  verdict,
  team,
}: {
  readonly verdict: Verdict
  readonly team: string
}): ReactNode {
  const text = useText('agents')
  const format = useFormat()
  const words = useFindingWords()
  const { kind, coping, outliers, trends, compared } = verdict
  const reasons = coping === null ? [] : words.reasons(coping)
  const said = [
    ...(reasons.length === 0 ? [] : [reasons.slice(0, reasonsSaid).join(format.signs.part)]),
    ...outliers.map(words.outlier),
    ...trends.map(words.trend),
    ...(compared === null ? [] : [comparison(compared)]),
    ...(kind === 'nothing' ? [text('verdict.nothingWords')] : []),
  ]
  return (
    <p
      className="agent-verdict"
      title={reasons.length > reasonsSaid ? reasons.join(format.signs.part) : undefined}
    >
      {kind !== 'plain' && (
        <>
          <strong className={looks.has(kind) ? 'agent-look' : undefined}>
            {text(`verdict.${kind}`, { team })}
            {reasons.length > 0 ? format.signs.colon : `${format.signs.stop} `}
          </strong>
        </>
      )}
      {said.map(format.sentence).join(' ')}
    </p>
  )

  function comparison({ own, team: theirs }: NonNullable<Verdict['compared']>): string {
    if (theirs === null) return text('verdict.own', { own: format.duration(own) })
    return text('verdict.compare', { own: format.duration(own), theirs: format.duration(theirs) })
  }
}
