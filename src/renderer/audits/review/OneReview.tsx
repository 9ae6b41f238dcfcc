import type { ReactNode } from 'react'
import type { Scorecard } from '../../../shared/audits.ts'
import { useAsk } from '../../api.ts'
import { useHotkeys } from '../../chats/hotkeys.ts'
import { useScope, useSelection } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { IconArrowLeft } from '../../ui/icons.ts'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { leaveReview, openReview } from '../sections.ts'
import { NeedsReviewer } from '../start/NeedsReviewer.tsx'
import { NeedsScorecard } from '../start/NeedsScorecard.tsx'
import { useScorecardFor } from '../useScorecardFor.ts'
import { ReviewAfter } from './ReviewAfter.tsx'
import { ReviewDesk } from './ReviewDesk.tsx'

/** A review by itself: the one the address names, or the reviewer's own of the chat it names. */
export function OneReview(): ReactNode {
  const text = useText('audits')
  const audit = useSelection((selection) => selection.audit)
  const conversation = useSelection((selection) => selection.conversation)
  useHotkeys({ Escape: leaveReview })
  return (
    <div className="audit-queue">
      <h1 className="unseen">{text('review.title')}</h1>
      <div className="audit-bar">
        <Button quiet icon={<IconArrowLeft />} keys="Esc" onClick={leaveReview}>
          {text('review.back')}
        </Button>
      </div>
      <div className="audit-panes">
        {audit !== null ? (
          <Known review={audit} />
        ) : conversation !== null ? (
          <NeedsScorecard>
            {() => (
              <NeedsReviewer>
                {(reviewer) => <OwnOf key={conversation} conversation={conversation} reviewer={reviewer} />}
              </NeedsReviewer>
            )}
          </NeedsScorecard>
        ) : (
          <div className="page">
            <Empty why={text('review.none')} todo={text('review.noneTry')} />
          </div>
        )}
      </div>
    </div>
  )
}

function Known({ review: id }: { readonly review: string }): ReactNode {
  const asked = useAsk('review', [id], ['audits'])
  const review = asked.data?.id === id ? asked.data : undefined
  if (asked.failure !== null) return <State>{<Failed failure={asked.failure} again={asked.again} />}</State>
  if (review === undefined) return <Waiting />
  if (review.state !== 'draft') return <ReviewAfter key={id} review={review} inQueue={false} onNext={null} />
  const { scorecard, agent, calibration, conversation, sample, reviewer } = review
  return (
    <ReviewDesk
      itemKey={id}
      scorecard={scorecard}
      review={review}
      agent={agent}
      calibration={calibration}
      wanted={{ conversation, scorecard, sample, reviewer }}
      way="submit"
      inQueue={false}
      onDone={openReview}
    />
  )
}

interface OwnOfProps {
  readonly conversation: string
  readonly reviewer: string
}

/** The reviewer's own review of a chat picked by hand; without one, a new one by the newest scorecard. */
function OwnOf({ conversation, reviewer }: OwnOfProps): ReactNode {
  const scope = useScope()
  const asked = useAsk(
    'reviews',
    [
      {
        scope,
        states: ['draft', 'submitted', 'disputed', 'resolved'],
        reviewers: [reviewer],
        agents: [],
        conversation,
        after: null,
        limit: 1,
      },
    ],
    [],
  )
  const chat = useAsk('conversation', [conversation], ['conversations'])
  const scorecard = useScorecardFor(null, null)
  const failure = asked.failure ?? chat.failure
  if (failure !== null) return <State>{<Failed failure={failure} again={asked.again} />}</State>
  const [held] = asked.data?.rows ?? []
  if (held?.conversation === conversation) return <Known review={held.id} />
  const row = chat.data?.row.id === conversation ? chat.data.row : undefined
  if (asked.data === undefined || asked.stale || row === undefined || scorecard === undefined)
    return <Waiting />
  return <New conversation={conversation} reviewer={reviewer} agent={row.agent} scorecard={scorecard} />
}

function New({
  conversation,
  reviewer,
  agent,
  scorecard,
}: OwnOfProps & { readonly agent: string | null; readonly scorecard: Scorecard }): ReactNode {
  return (
    <ReviewDesk
      itemKey={`new ${conversation}`}
      scorecard={scorecard}
      review={null}
      agent={agent}
      calibration={false}
      wanted={{
        conversation,
        scorecard: { id: scorecard.id, version: scorecard.version },
        sample: null,
        reviewer,
      }}
      way="submit"
      inQueue={false}
      onDone={openReview}
    />
  )
}

function State({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="page">{children}</div>
}

function Waiting(): ReactNode {
  return (
    <State>
      <Loading />
    </State>
  )
}
