import { type ReactNode, useEffect, useState } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import type { QuestionAnswer } from '../../shared/questions.ts'
import { Empty, Failed } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { Answer } from './Answer.tsx'
import { type Outcome as Outcomes, run, useQuestion } from './question.ts'

/** What became of the question: nothing yet, under way, answered, or why not. */
export function Outcome(): ReactNode {
  const text = useText('questions')
  const outcome = useQuestion((question) => question.outcome)
  switch (outcome.kind) {
    case 'none':
      return <Empty why={text('none')} todo={text('noneTodo')} />
    case 'running':
    case 'answered':
      return <Asked outcome={outcome} />
    case 'failed':
      return <Failed failure={outcome.failure} again={() => void run()} />
    default:
      return assertNever(outcome)
  }
}

/** The answer there is, also while the next one is worked out: one with the same columns keeps how it is looked at. */
function Asked({
  outcome,
}: {
  readonly outcome: Extract<Outcomes, { readonly kind: 'running' | 'answered' }>
}): ReactNode {
  const running = outcome.kind === 'running'
  const shown = running ? outcome.before : outcome
  return (
    <>
      {running && <Running key={outcome.id} />}
      {shown !== null && (
        <div className="answered" data-stale={running || undefined}>
          <Answer key={columnsKey(shown.answer)} answer={shown.answer} sql={shown.sql} />
        </div>
      )}
    </>
  )
}

function columnsKey({ columns }: QuestionAnswer): string {
  return JSON.stringify(columns)
}

/** Milliseconds until it is said that the figures may have to be unpacked first. */
const patience = 3000

function Running(): ReactNode {
  const text = useText('questions')
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <output className="question-running">
      {text('running')} {long && text('runningLong')}
    </output>
  )
}
