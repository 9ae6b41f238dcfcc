import type { ReactNode } from 'react'
import type { Review } from '../../../shared/audits.ts'
import { hourMs } from '../../../shared/period.ts'
import { useAsk } from '../../api.ts'
import { useNames } from '../../chats/names.ts'
import { useNow } from '../../selection.ts'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'

/** How the review stands, in sentences: who wrote it, whether the agent saw it, until when it can be disputed. */
export function StateWords({ review }: { readonly review: Review }): ReactNode {
  const text = useText('audits')
  const sentences = useSentences(review)
  return (
    <div className="audit-part audit-words">
      {sentences.map((sentence) => (
        <p key={sentence} dir="auto">
          {sentence}
        </p>
      ))}
      {review.agentReply !== null && review.agentReply !== '' && (
        <blockquote dir="auto">{review.agentReply}</blockquote>
      )}
      {review.dispute !== null && (
        <>
          <p>{text('dispute.said', { by: review.dispute.by })}</p>
          <blockquote dir="auto">{review.dispute.comment}</blockquote>
          {review.dispute.answerComment !== null && (
            <>
              <p>{text('dispute.replied', { by: review.dispute.answeredBy ?? '' })}</p>
              <blockquote dir="auto">{review.dispute.answerComment}</blockquote>
            </>
          )}
        </>
      )}
    </div>
  )
}

function useSentences(review: Review): readonly string[] {
  const text = useText('audits')
  const format = useFormat()
  const names = useNames()
  const now = useNow()
  const { data: settings } = useAsk('settings', [], ['settings'])
  const { submittedAt, acknowledgedAt, dispute, state, agent, calibration } = review
  const deadline =
    submittedAt === null || settings === undefined ? null : submittedAt + settings.disputeHours * hourMs
  const said: string[] = []
  if (submittedAt !== null)
    said.push(text('after.submitted', { by: review.reviewer, at: format.dateTime(submittedAt) }))
  if (calibration) said.push(text('after.calibration'))
  if (acknowledgedAt !== null)
    said.push(
      text('after.acknowledged', {
        by: agent === null ? '–' : names.agent(agent),
        at: format.dateTime(acknowledgedAt),
      }),
    )
  if (state === 'submitted' && deadline !== null && !calibration)
    said.push(text(now < deadline ? 'after.until' : 'after.over', { at: format.dateTime(deadline) }))
  if (state === 'disputed' && dispute !== null)
    said.push(
      text(now < dispute.dueAt ? 'dispute.due' : 'dispute.overdue', {
        by: dispute.by,
        on: format.dateTime(dispute.at),
        at: format.dateTime(dispute.dueAt),
      }),
    )
  if (state === 'resolved' && dispute !== null)
    said.push(
      text(`dispute.${dispute.answer ?? 'rejected'}`, {
        by: dispute.answeredBy ?? '–',
        at: format.dateTime(dispute.answeredAt),
      }),
    )
  if (state === 'voided') said.push(text('after.voided'))
  if (review.changedSince === true) said.push(text('after.changed'))
  return said
}
