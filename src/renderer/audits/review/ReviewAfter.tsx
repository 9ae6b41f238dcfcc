import { useState, type ReactNode } from 'react'
import { changeableFor, type Review, type ReviewAction } from '../../../shared/audits.ts'
import type { Failure } from '../../../shared/contract.ts'
import { api, failureOf, useAsk } from '../../api.ts'
import { useNow } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { Failed } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { AcknowledgeForm } from './AcknowledgeForm.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { ChatPane } from './ChatPane.tsx'
import { DeskOfReview } from './DeskOfReview.tsx'
import { DisputeForm } from './DisputeForm.tsx'
import { History } from './History.tsx'
import { KeyStrip } from './KeyStrip.tsx'
import { PinnedNotes } from './PinnedNotes.tsx'
import { RatingList } from './RatingList.tsx'
import { ScoreSoFar } from './ScoreSoFar.tsx'
import { Standing } from './Standing.tsx'
import { StateWords } from './StateWords.tsx'
import { useChat } from './useChat.ts'
import { keepAnswer } from './useDraft.ts'
import { VoidForm } from './VoidForm.tsx'

type Form = 'acknowledge' | 'dispute' | 'answer' | 'change' | 'void'

interface ReviewAfterProps {
  readonly review: Review
  /** `J` and `K` walk a list beside it. */
  readonly inQueue: boolean
  readonly onNext: (() => void) | null
}

/** A review that was submitted: what it says, how it stands, what happened to it, and what can be done now. */
export function ReviewAfter({ review, inQueue, onNext }: ReviewAfterProps): ReactNode {
  const text = useText('audits')
  const [shown, show] = useState<string | null>(null)
  const [form, open] = useState<Form | null>(null)
  const chat = useChat(review.conversation)
  const { failure, act } = useAct(review.id, () => open(null))
  const props = { review, act, onClose: () => open(null) }
  if (form === 'change')
    return <DeskOfReview way="change" review={review} inQueue={inQueue} onDone={() => open(null)} />
  return (
    <>
      <div className="audit-desk">
        {review.changedSince === null ? (
          <section className="audit-chat page">
            <p className="state-what">{text('after.erased')}</p>
          </section>
        ) : (
          <ChatPane
            chat={chat}
            agent={review.agent}
            shown={shown}
            picking={null}
            marked={new Set(review.ratings.flatMap(({ message }) => message ?? []))}
            onPick={null}
            renderPinned={(message) => (
              <PinnedNotes notes={review.notes.filter((note) => note.message === message)} />
            )}
          />
        )}
        <aside className="audit-card" aria-label={text('card.label')}>
          <header className="audit-card-head">
            <h2 dir="auto">
              {text('card.version', { name: review.scorecard.name, version: review.scorecard.version })}
            </h2>
            <div className="audit-card-state">{text(`state.${review.state}`)}</div>
          </header>
          <StateWords review={review} />
          <Actions review={review} form={form} onOpen={open} onNext={onNext} />
          {failure !== null && <Failed failure={failure} />}
          {form === 'acknowledge' && <AcknowledgeForm {...props} />}
          {form === 'dispute' && <DisputeForm {...props} />}
          {form === 'void' && <VoidForm {...props} />}
          {form === 'answer' ? (
            <AnswerForm {...props} times={chat.times} />
          ) : (
            <RatingList review={review} times={chat.times} onShow={show} />
          )}
          <ScoreSoFar scorecard={review.scorecard} score={review.score} unfinished={false} />
          <PinnedNotes notes={review.notes.filter(({ message }) => message === null)} />
          <History review={review} />
          {!review.calibration && <Standing agent={review.agent} scorecard={review.scorecard.id} />}
        </aside>
      </div>
      {inQueue && <KeyStrip picking={false} inQueue levels={null} perMessage={false} />}
    </>
  )
}

interface ActionsProps {
  readonly review: Review
  readonly form: Form | null
  readonly onOpen: (form: Form) => void
  readonly onNext: (() => void) | null
}

/** What the state allows. */
function Actions({ review, form, onOpen, onNext }: ActionsProps): ReactNode {
  const text = useText('audits')
  const { state, acknowledgedAt, calibration } = review
  const changeable = useChangeable(review)
  const allowed: readonly Form[] = [
    ...(changeable ? (['change'] as const) : []),
    ...(state === 'submitted' && acknowledgedAt === null && !calibration ? (['acknowledge'] as const) : []),
    ...(state === 'submitted' && !calibration ? (['dispute'] as const) : []),
    ...(state === 'disputed' ? (['answer'] as const) : []),
    ...(state === 'voided' ? [] : (['void'] as const)),
  ]
  return (
    <p className="audit-actions">
      {allowed.map((one) => (
        <Button
          key={one}
          aria-expanded={form === one}
          danger={one === 'void'}
          quiet={one === 'void'}
          onClick={() => onOpen(one)}
        >
          {text(`after.${one}`)}
        </Button>
      ))}
      {onNext !== null && (
        <Button primary onClick={onNext}>
          {text('after.next')}
        </Button>
      )}
    </p>
  )
}

/** Its own reviewer, within a day, before the agent answered. */
function useChangeable({ state, acknowledgedAt, calibration, reviewer, submittedAt }: Review): boolean {
  const now = useNow()
  const { data: settings } = useAsk('settings', [], ['settings'])
  return (
    state === 'submitted' &&
    acknowledgedAt === null &&
    !calibration &&
    reviewer === settings?.reviewer &&
    now < (submittedAt ?? 0) + changeableFor
  )
}

/** Does something with the review; what the engine refuses is said and changes nothing. */
function useAct(review: string, done: () => void) {
  const [failure, setFailure] = useState<Failure | null>(null)
  async function act(action: ReviewAction): Promise<void> {
    setFailure(null)
    try {
      keepAnswer(await api.actOnReview(review, action))
      done()
    } catch (error) {
      setFailure(failureOf(error))
    }
  }
  return { failure, act }
}
