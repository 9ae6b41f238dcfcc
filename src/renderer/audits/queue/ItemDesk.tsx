import type { ReactNode } from 'react'
import type { QueueItem, Sample } from '../../../shared/audits.ts'
import { useAsk } from '../../api.ts'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { ReviewDesk } from '../review/ReviewDesk.tsx'
import { hasDraft } from '../review/useDraft.ts'
import { ReviewAfter } from '../review/ReviewAfter.tsx'
import { useScorecardFor } from '../useScorecardFor.ts'
import { itemKey } from './queue.ts'

interface ItemDeskProps {
  readonly item: QueueItem
  readonly sample: Sample | undefined
  /** Who sits here. */
  readonly reviewer: string
  readonly onNext: (() => void) | null
}

/** The open item: to be reviewed, or as it was submitted. */
export function ItemDesk({ item, sample, reviewer, onNext }: ItemDeskProps): ReactNode {
  const text = useText('audits')
  const theirs = theirsOf(item, sample, reviewer)
  const asked = useAsk('review', [{ id: item.review ?? '', asker: reviewer }], ['audits'], {
    enabled: item.review !== null && theirs === null,
  })
  // Another item's review under this one's chat would be a lie.
  const review = asked.data?.conversation === item.conversation ? asked.data : null
  const scorecard = useScorecardFor(review, sample?.recipe.scorecard ?? null)
  if (asked.failure !== null)
    return (
      <StateOf>
        <Failed failure={asked.failure} again={asked.again} />
      </StateOf>
    )
  if (theirs !== null)
    return (
      <StateOf>
        <Empty why={text('queue.theirs', { reviewer: item.reviewer })} todo={text(`queue.${theirs}`)} />
      </StateOf>
    )
  if (item.state === 'open' && sample?.closed === true)
    return (
      <StateOf>
        <Empty why={text('queue.closed')} todo={text('queue.closedTry')} />
      </StateOf>
    )
  // Never while somebody types: the fields would be gone under their hands.
  if (item.review !== null && review === null && !hasDraft(itemKey(item))) return <Waiting />
  if (review !== null && review.state !== 'draft')
    return <ReviewAfter key={review.id} review={review} inQueue onNext={onNext} />
  if (item.erased && review === null)
    return (
      <StateOf>
        <Empty why={text('queue.erasedWhy')} todo={text('queue.erasedTry')} />
      </StateOf>
    )
  if (scorecard === undefined) return <Waiting />
  return (
    <ReviewDesk
      itemKey={itemKey(item)}
      scorecard={scorecard}
      review={review}
      agent={item.agent}
      calibration={item.calibration}
      wanted={{
        conversation: item.conversation,
        scorecard: { id: scorecard.id, version: scorecard.version },
        sample: item.sample,
        reviewer: item.reviewer,
      }}
      inQueue
      way={onNext === null ? 'submit' : 'next'}
      onDone={() => onNext?.()}
    />
  )
}

/** Why another's review cannot be read here yet; null: it can, or it is one's own. */
function theirsOf(
  { reviewer, state, calibration }: QueueItem,
  sample: Sample | undefined,
  asker: string,
): 'theirsTry' | 'theirsClosed' | 'theirsBlind' | null {
  const closed = sample?.closed === true
  if (reviewer === asker) return null
  if (state === 'open' || state === 'draft') return closed ? 'theirsClosed' : 'theirsTry'
  return calibration && !closed ? 'theirsBlind' : null
}

function StateOf({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="page">{children}</div>
}

function Waiting(): ReactNode {
  return (
    <StateOf>
      <Loading />
    </StateOf>
  )
}
