import { type ReactNode, useEffect, useState } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import { Empty, Failed } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import { Answer } from './Answer.tsx'
import { run, useQuestion } from './question.ts'

/** What became of the question: nothing yet, under way, answered, or why not. */
export function Outcome(): ReactNode {
  const text = useText('questions')
  const outcome = useQuestion((question) => question.outcome)
  switch (outcome.kind) {
    case 'none':
      return <Empty why={text('none')} todo={text('noneTodo')} />
    case 'running':
      return (
        <>
          <Running key={outcome.id} />
          {outcome.before !== null && (
            <div data-stale>
              <Answer answer={outcome.before} sql="" />
            </div>
          )}
        </>
      )
    case 'answered':
      return <Answer answer={outcome.answer} sql={outcome.sql} />
    case 'failed':
      return <Failed failure={outcome.failure} again={() => void run()} />
    default:
      return assertNever(outcome)
  }
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
