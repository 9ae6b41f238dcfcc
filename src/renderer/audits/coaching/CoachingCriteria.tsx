import type { ReactNode } from 'react'
import type { Coaching } from '../../../shared/audits.ts'
import { useFormat } from '../../ui/format.ts'
import { Section } from '../../ui/Section.tsx'
import { useText } from '../../ui/text.ts'
import { IntervalBar, scaleFor, type ScoreScale } from '../IntervalBar.tsx'
import { intervalText, scoreText } from '../results/scoreText.ts'
import { Example } from './Example.tsx'

type Criterion = Coaching['criteria'][number]

/** Each criterion beside the rest of the team, lowest first, with its causes and the messages that show it. */
export function CoachingCriteria({
  coaching,
  name,
}: {
  readonly coaching: Coaching
  readonly name: string
}): ReactNode {
  const text = useText('auditResults')
  const scale = scaleFor(coaching.criteria.flatMap(({ own, others }) => [own, others]))
  return (
    <Section title={text('coaching.criteria')} subtitle={text('coaching.criteriaNote', { name })}>
      <ul className="coaching-criteria">
        {coaching.criteria.map((criterion) => (
          <OneCriterion key={criterion.criterion} criterion={criterion} scale={scale} />
        ))}
      </ul>
    </Section>
  )
}

function OneCriterion({
  criterion,
  scale,
}: {
  readonly criterion: Criterion
  readonly scale: ScoreScale
}): ReactNode {
  const text = useText('auditResults')
  const format = useFormat()
  const { own, others, causes, examples } = criterion
  const said = (who: string, score: Criterion['own']) =>
    [
      text(`coaching.${who}`),
      scoreText(score.mean, format),
      intervalText(score, format),
      `n ${format.count(score.n)}`,
    ]
      .filter((part) => part !== null)
      .join(' ')
  return (
    <li>
      <h3 dir="auto">{criterion.name}</h3>
      <div className="coaching-pair">
        <span>{said('own', own)}</span>
        <IntervalBar score={own} scale={scale} accent />
        <span>{said('others', others)}</span>
        <IntervalBar score={others} scale={scale} accent={false} />
      </div>
      {causes.length > 0 && (
        <p className="coaching-causes">
          {text('coaching.causes')}
          {format.signs.colon}
          {causes.map(({ cause, count }) => `${cause} (${format.count(count)})`).join(format.signs.list)}
        </p>
      )}
      {examples.map((example) => (
        <Example key={`${example.review} ${example.message ?? ''} ${example.note}`} example={example} />
      ))}
    </li>
  )
}
