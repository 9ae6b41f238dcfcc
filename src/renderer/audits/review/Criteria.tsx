import { useEffect, useRef, type ReactNode } from 'react'
import type { Criterion, Rating, ReviewContent, Scorecard } from '../../../shared/audits.ts'
import { criteriaOf } from '../../../shared/scoring.ts'
import { useFormat } from '../../ui/format.ts'
import { IconNote, IconQuote, IconRobot } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'
import { ratingsOf } from './content.ts'
import { CriterionDetail } from './CriterionDetail.tsx'
import { isLong, LevelButtons } from './LevelButtons.tsx'
import type { Proposal } from './proposals.ts'
import type { Desk } from './useDesk.ts'

interface CriteriaProps {
  readonly scorecard: Scorecard
  readonly content: ReviewContent
  readonly desk: Desk
  readonly proposals: ReadonlyMap<string, Proposal>
  /** When each message of the chat was written. */
  readonly times: ReadonlyMap<string, number>
}

/** The criteria by section; the one in work is open: hint, note, causes, what a check proposes. */
export function Criteria({ scorecard, ...props }: CriteriaProps): ReactNode {
  const order = criteriaOf(scorecard.sections)
  return scorecard.sections.map((section) => (
    <section key={section.id} className="audit-section" aria-label={section.name}>
      {scorecard.sections.length > 1 && (
        <h3 dir="auto" className="audit-section-name">
          {section.name}
        </h3>
      )}
      <ol className="audit-criteria">
        {section.criteria.map((criterion) => (
          <CriterionRow
            key={criterion.id}
            {...props}
            criterion={criterion}
            index={order.findIndex(({ id }) => id === criterion.id)}
          />
        ))}
      </ol>
    </section>
  ))
}

interface CriterionRowProps extends Omit<CriteriaProps, 'scorecard'> {
  readonly criterion: Criterion
  readonly index: number
}

function CriterionRow({ criterion, index, content, desk, proposals, times }: CriterionRowProps): ReactNode {
  const row = useRef<HTMLLIElement>(null)
  const isOpen = desk.at === index
  const ratings = ratingsOf(content, criterion.id)
  const own = shownRating(criterion, ratings, isOpen ? (desk.target?.message ?? null) : null)
  const proposal = proposals.get(criterion.id)
  useFollow(row, isOpen)
  return (
    <li
      ref={row}
      tabIndex={-1}
      className="audit-criterion"
      aria-current={isOpen ? 'step' : undefined}
      aria-label={`${index + 1}. ${criterion.name}`}
    >
      <div className="audit-criterion-line" data-long={isLong(criterion) || undefined}>
        <span className="audit-criterion-number">{index + 1}</span>
        <button type="button" className="audit-criterion-name" onClick={() => desk.go(index)}>
          <span dir="auto">{criterion.name}</span>
          <Remarks
            criterion={criterion}
            ratings={ratings}
            times={times}
            proposal={isOpen || own !== undefined ? undefined : proposal}
          />
        </button>
        <LevelButtons
          criterion={criterion}
          chosen={own?.level}
          proposed={proposal?.level ?? own?.proposed ?? null}
          onChoose={(level) => desk.rateOf(index, level)}
        />
      </div>
      {isOpen && (
        <CriterionDetail
          criterion={criterion}
          ratings={ratings}
          rating={own}
          proposal={proposal}
          times={times}
          desk={desk}
        />
      )}
    </li>
  )
}

/** Of a criterion of messages: the rating of the message in work, else the last one. */
function shownRating(
  criterion: Criterion,
  ratings: readonly Rating[],
  message: string | null,
): Rating | undefined {
  if (criterion.per === 'conversation' || message === null) return ratings.at(-1)
  return ratings.find((rating) => rating.message === message)
}

/** The open criterion is in sight, and has the focus where keys led to it. */
function useFollow(row: { readonly current: HTMLElement | null }, isOpen: boolean): void {
  const was = useRef(isOpen)
  useEffect(() => {
    if (isOpen && !was.current) {
      row.current?.scrollIntoView({ block: 'nearest' })
      // The row of a clicked button keeps the focus where it is.
      if (row.current?.contains(document.activeElement) === false) row.current.focus({ preventScroll: true })
    }
    was.current = isOpen
  }, [isOpen, row])
}

interface RemarksProps {
  readonly criterion: Criterion
  readonly ratings: readonly Rating[]
  readonly times: ReadonlyMap<string, number>
  /** What a check proposes where nobody rated yet. */
  readonly proposal: Proposal | undefined
}

/** Below the name, small: what is special about it, what a check proposes, what was remarked. */
function Remarks({ criterion, ratings, times, proposal }: RemarksProps): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const kinds = [
    criterion.critical && text('criterion.critical'),
    criterion.kind === 'bonus' && text('criterion.bonus'),
    criterion.per === 'message' && text('criterion.perMessage'),
  ].filter((word) => word !== false)
  const cited = ratings.flatMap(({ message }) => (message === null ? [] : [times.get(message)]))
  const note = ratings.find((rating) => rating.note !== '')?.note
  return (
    <>
      {kinds.length > 0 && <span className="audit-criterion-kind">{kinds.join(format.signs.list)}</span>}
      {proposal !== undefined && (
        <span className="audit-criterion-kind">
          <IconRobot />
          {text('proposal.short', { level: criterion.scale[proposal.level] ?? '–' })}
        </span>
      )}
      {(note !== undefined || cited.length > 0) && (
        <span className="audit-criterion-kind">
          {note !== undefined && (
            <>
              <IconNote />
              <bdi className="audit-criterion-note">{note}</bdi>
            </>
          )}
          {cited.length > 0 && (
            <>
              <IconQuote />
              <span className="audit-criterion-cites">
                {text('criterion.cites', { times: cited.map(format.time).join(format.signs.list) })}
              </span>
            </>
          )}
        </span>
      )}
    </>
  )
}
