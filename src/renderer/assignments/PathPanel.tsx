import type { ReactNode } from 'react'
import type { AssignmentPath } from '../../shared/assigning.ts'
import { useAsk } from '../api.ts'
import { useNow } from '../chats/clock.ts'
import { useNames } from '../chats/names.ts'
import { openConversation } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { IconMessages } from '../ui/icons.ts'
import { Failed, Loading } from '../ui/states.tsx'
import { useText } from '../ui/text.ts'
import './path.css'
import { PathStepLine } from './PathStepLine.tsx'
import { pathSteps } from './pathSteps.ts'

interface PathPanelProps {
  /** null: the panel is closed. */
  readonly conversation: string | null
  readonly onClose: () => void
}

/** A conversation's way from hand to hand, beside the page. `Esc` closes. */
export function PathPanel({ conversation, onClose }: PathPanelProps): ReactNode {
  const text = useText('assignments')
  return (
    <Dialog shape="side" open={conversation !== null} onClose={onClose} title={text('path.title')}>
      {conversation !== null && <Path conversation={conversation} />}
    </Dialog>
  )
}

function Path({ conversation }: { readonly conversation: string }): ReactNode {
  const text = useText('assignments')
  const { data, failure, again, stale } = useAsk(
    'assignmentPath',
    [conversation],
    ['assignments', 'conversations'],
  )
  const opened = useAsk('conversation', [conversation], ['conversations'])
  const { data: settings } = useAsk('settings', [], ['settings'])
  const now = useNow(20_000)
  if (failure) return <Failed failure={failure} again={again} />
  if (data === undefined || data.conversation !== conversation) return <Loading widths={[50, 90, 84, 88]} />
  const waits = opened.data?.row.id === conversation ? opened.data.waits : []
  const steps = pathSteps(data.intervals, waits, now)
  const longest = Math.max(1, ...steps.map(({ seconds }) => seconds))
  return (
    <div className="path" data-stale={stale || undefined}>
      <div className="path-head">
        <h3 dir="auto">{data.contact.name || text('log.unnamed')}</h3>
        <Button icon={<IconMessages />} onClick={() => openConversation(conversation)}>
          {text('path.open')}
        </Button>
      </div>
      <Summary path={data} />
      <ol className="path-steps">
        {steps.map((step) => (
          <PathStepLine
            key={step.kind === 'held' ? step.interval.from : `closed ${step.from}`}
            step={step}
            longest={longest}
            target={settings?.targets.firstResponse ?? null}
          />
        ))}
      </ol>
      <Repeated questions={data.repeatedQuestions} conversation={conversation} />
    </div>
  )
}

/** Hands, returns and the time with nobody in one sentence. */
function Summary({ path }: { readonly path: AssignmentPath }): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const { handOvers, returns, unassigned } = path
  const parts = [
    text('path.handOvers', { count: handOvers, shown: format.count(handOvers) }),
    ...(returns === 0 ? [] : [text('path.returns', { count: returns, shown: format.count(returns) })]),
    ...(unassigned === 0 ? [] : [text('path.unassigned', { length: format.duration(unassigned) })]),
  ]
  return <p className="path-summary">{parts.join(' · ')}</p>
}

interface RepeatedProps {
  readonly questions: AssignmentPath['repeatedQuestions']
  readonly conversation: string
}

/** Questions the customer had answered already: each beside the one that was asked before. */
function Repeated({ questions, conversation }: RepeatedProps): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  if (questions.length === 0) return null
  return (
    <section className="path-repeated">
      <h3>
        {text('path.repeated')} <small>{format.count(questions.length)}</small>
      </h3>
      <ul>
        {questions.map(({ earlier, ...again }) => (
          <li key={again.message}>
            <Question question={earlier} conversation={conversation} />
            <Question question={again} conversation={conversation} isAgain />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface QuestionProps {
  readonly question: AssignmentPath['repeatedQuestions'][number]['earlier']
  readonly conversation: string
  readonly isAgain?: boolean
}

function Question({ question, conversation, isAgain }: QuestionProps): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const names = useNames()
  const who = question.agent === null ? text('by.agent') : names.agent(question.agent)
  const key = isAgain === true ? 'path.askedAgain' : 'path.asked'
  return (
    <button
      type="button"
      className="path-question"
      data-again={isAgain}
      onClick={() => openConversation(conversation, question.message)}
    >
      <small>{text(key, { who, at: format.dateTime(question.at) })}</small>
      <q dir="auto">{question.text}</q>
    </button>
  )
}
