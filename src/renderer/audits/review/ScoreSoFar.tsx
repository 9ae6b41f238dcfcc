import { useState, type ReactNode } from 'react'
import type { Score, Scorecard } from '../../../shared/audits.ts'
import { criteriaOf } from '../../../shared/scoring.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'
import { arithmeticOf } from './arithmetic.ts'

interface ScoreSoFarProps {
  readonly scorecard: Scorecard
  readonly score: Score
  /** Not submitted: more may come. */
  readonly unfinished: boolean
}

/** The score, why it is 0 where a critical criterion failed, and how it comes about for who asks. */
export function ScoreSoFar({ scorecard, score, unfinished }: ScoreSoFarProps): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const [explained, explain] = useState(false)
  const names = criteriaOf(scorecard.sections)
    .filter(({ id }) => score.failedCritical.includes(id))
    .map(({ name }) => name)
  return (
    <section className="audit-part" aria-label={text('score.title')}>
      <p className="audit-score">
        <span className="audit-score-label">{text('score.title')}</span>
        {score.value !== null && <output className="audit-score-value">{format.count(score.value)}</output>}
        <span className="audit-score-of">
          {score.value === null
            ? text('score.nothing')
            : text(unfinished && score.missing.length > 0 ? 'score.soFar' : 'score.of')}
        </span>
        <Button
          quiet
          aria-expanded={explained}
          title={text('score.howTitle')}
          onClick={() => explain(!explained)}
        >
          {text('score.how')}
        </Button>
      </p>
      {names.length > 0 && (
        <output className="audit-critical">
          {text('score.critical', { count: names.length, names: names.join(format.signs.list) })}
        </output>
      )}
      {explained && <Arithmetic score={score} />}
    </section>
  )
}

function Arithmetic({ score }: { readonly score: Score }): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const number = (value: number) => format.score(value).replace(/[.,]0$/, '')
  const sum = arithmeticOf(score, number)
  const capped = score.weights > 0 && score.points / score.weights + score.bonus > 100
  return (
    <div className="audit-arithmetic">
      <p>{sum ?? text('score.nothing')}</p>
      {score.bonus > 0 && <p>{text(capped ? 'score.bonusCapped' : 'score.bonus')}</p>}
      {score.failedCritical.length > 0 && <p>{text('score.criticalRule')}</p>}
      <p className="audit-hint">{text('score.rule')}</p>
    </div>
  )
}
