import type { ReactNode } from 'react'
import type { Criterion, Rating } from '../../../shared/audits.ts'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { IconX } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'
import { asksForCause, toggled } from './content.ts'
import { noteField } from './fields.ts'
import type { Proposal } from './proposals.ts'
import { ProposalLine } from './ProposalLine.tsx'
import type { Desk } from './useDesk.ts'

interface CriterionDetailProps {
  readonly criterion: Criterion
  readonly ratings: readonly Rating[]
  /** The rating in work. */
  readonly rating: Rating | undefined
  readonly proposal: Proposal | undefined
  readonly times: ReadonlyMap<string, number>
  readonly desk: Desk
}

/** What belongs to the criterion in work. */
export function CriterionDetail(props: CriterionDetailProps): ReactNode {
  const { criterion, ratings, rating, proposal, times, desk } = props
  const text = useText('audits')
  return (
    <div className="audit-detail">
      {criterion.hint !== '' && (
        <p className="audit-hint" dir="auto">
          {criterion.hint}
        </p>
      )}
      {proposal !== undefined && (
        <ProposalLine
          criterion={criterion}
          proposal={proposal}
          level={rating?.level}
          times={times}
          onAccept={desk.accept}
          onShow={desk.show}
        />
      )}
      {criterion.per === 'message' && <RatedMessages ratings={ratings} times={times} desk={desk} />}
      {rating !== undefined && asksForCause(criterion, rating.level) && (
        <Causes criterion={criterion} causes={rating.causes} onChange={desk.setCauses} />
      )}
      {rating !== undefined && (
        <textarea
          id={noteField}
          className="field audit-note-field"
          dir="auto"
          rows={1}
          aria-label={text('criterion.note', { name: criterion.name })}
          placeholder={text('criterion.notePlaceholder')}
          value={rating.note}
          onChange={(event) => desk.setNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
      )}
      {desk.hint === 'rateFirst' && <output className="audit-hint">{text('criterion.rateFirst')}</output>}
      <div className="audit-detail-tools">
        <Button quiet keys="0" aria-pressed={rating?.level === null} onClick={() => desk.rate(null)}>
          {text('level.notApplicable')}
        </Button>
        {criterion.per === 'conversation' && <CiteButton rating={rating} times={times} desk={desk} />}
        {rating !== undefined && (
          <Button quiet keys="⌫" onClick={desk.clear}>
            {text('criterion.clear')}
          </Button>
        )}
      </div>
    </div>
  )
}

function CiteButton({
  rating,
  times,
  desk,
}: Pick<CriterionDetailProps, 'rating' | 'times' | 'desk'>): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const message = rating?.message ?? null
  if (message === null)
    return (
      <Button quiet keys="E" onClick={() => desk.startPicking({ for: 'cite' })}>
        {text('criterion.cite')}
      </Button>
    )
  const at = format.time(times.get(message))
  return (
    <span className="audit-cited">
      <Button quiet onClick={() => desk.show(message)}>
        {text('criterion.cites', { times: at })}
      </Button>
      <button
        type="button"
        className="chats-icon-button"
        aria-label={text('criterion.uncite', { time: at })}
        onClick={desk.uncite}
      >
        <IconX />
      </button>
    </span>
  )
}

/** The messages rated so far; choosing one takes it in work, the last button another. */
function RatedMessages({
  ratings,
  times,
  desk,
}: Pick<CriterionDetailProps, 'ratings' | 'times' | 'desk'>): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  return (
    <p className="audit-rated">
      {ratings.map(({ message }) => (
        <button
          key={message}
          type="button"
          className="audit-chip"
          aria-pressed={message === desk.target?.message}
          onClick={() => {
            desk.aim(message)
            if (message !== null) desk.show(message)
          }}
        >
          {message === null ? text('criterion.whole') : format.time(times.get(message))}
        </button>
      ))}
      <Button quiet keys="M" onClick={desk.anotherMessage}>
        {text(ratings.length === 0 ? 'criterion.whichMessage' : 'criterion.anotherMessage')}
      </Button>
    </p>
  )
}

function Causes({
  criterion,
  causes,
  onChange,
}: {
  readonly criterion: Criterion
  readonly causes: readonly string[]
  readonly onChange: (causes: readonly string[]) => void
}): ReactNode {
  const text = useText('audits')
  return (
    <fieldset className="audit-causes">
      <legend>{text('criterion.cause')}</legend>
      {criterion.rootCauses.map((cause) => (
        <button
          key={cause}
          type="button"
          dir="auto"
          className="audit-chip"
          aria-pressed={causes.includes(cause)}
          onClick={() => onChange(toggled(causes, cause))}
        >
          {cause}
        </button>
      ))}
    </fieldset>
  )
}
