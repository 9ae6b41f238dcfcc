import type { ReactNode } from 'react'
import type { AuditResults, ScoreFigure } from '../../../shared/audits.ts'
import { useAsk } from '../../api.ts'
import { useNames } from '../../chats/names.ts'
import { useScope } from '../../selection.ts'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'
import { IntervalBar, scaleFor } from '../IntervalBar.tsx'

interface StandingProps {
  readonly agent: string | null
  /** The scorecard's id. */
  readonly scorecard: string
}

interface Standing {
  readonly key: 'agent' | 'team' | 'all'
  readonly name: string
  readonly score: ScoreFigure
}

/** Where the agent stands in the period, beside team and all, each with its interval: a score alone says little. */
export function Standing({ agent, scorecard }: StandingProps): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const scope = useScope()
  const standings = useStandings(agent)
  const { data } = useAsk(
    'auditResults',
    [{ scope, scorecard, reviewers: [], includePicked: false }],
    ['audits', 'numbers'],
  )
  if (data === undefined || data.total.n === 0) return null
  const rows = standings(data)
  const scale = scaleFor(rows.map(({ score }) => score))
  return (
    <section className="audit-part" aria-labelledby="audit-standing">
      <h3 id="audit-standing">
        {text('standing.title')} <small>{text('standing.subtitle')}</small>
      </h3>
      <p className="audit-scale" aria-hidden="true">
        {[scale.from, (scale.from + 100) / 2, 100].map((value) => (
          <span key={value}>{format.count(value)}</span>
        ))}
      </p>
      <ul className="audit-standings">
        {rows.map(({ key, name, score }) => (
          <li key={key}>
            <p className="audit-standing">
              <bdi>{name}</bdi>
              <small>{text('standing.n', { n: format.count(score.n) })}</small>
              <strong>{format.count(score.mean)}</strong>
              <small>{intervalWords(score, format.count) ?? text('standing.tooFew')}</small>
            </p>
            <IntervalBar score={score} scale={scale} accent={key === 'agent'} />
          </li>
        ))}
      </ul>
      <p className="audit-hint">{comparison(rows, text)}</p>
    </section>
  )
}

/** "61–79"; null: too few reviews for an interval. */
export function intervalWords({ low, high }: ScoreFigure, count: (value: number) => string): string | null {
  return low === null || high === null ? null : `${count(low)}–${count(high)}`
}

function useStandings(agent: string | null): (results: AuditResults) => readonly Standing[] {
  const text = useText('audits')
  const names = useNames()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const team = workspace?.agents.find(({ id }) => id === agent)?.teams[0]
  return (results) => {
    const own = results.byAgent.find(({ key }) => key !== null && key === agent)
    const theirs = results.byTeam.find(({ key }) => key !== null && key === team)
    return [
      own && { key: 'agent' as const, name: names.agent(own.key ?? ''), score: own.score },
      theirs && { key: 'team' as const, name: names.team(theirs.key ?? ''), score: theirs.score },
      { key: 'all' as const, name: text('standing.all'), score: results.total },
    ].filter((row) => row !== undefined)
  }
}

/** Whether the agent's interval and the next one's keep apart. */
function comparison(
  rows: readonly Standing[],
  text: (key: string, values?: Readonly<Record<string, string>>) => string,
): string {
  const [own, other] = rows
  if (own === undefined || other === undefined || own.key !== 'agent') return ''
  const values = { one: own.name, other: other.name }
  if (own.score.low === null || own.score.high === null || other.score.low === null) return ''
  const apart = own.score.high < other.score.low || own.score.low > (other.score.high ?? 100)
  return text(apart ? 'standing.apart' : 'standing.overlap', values)
}
