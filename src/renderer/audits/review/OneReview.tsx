import { useMemo, useState, type ReactNode } from 'react'
import type { Scope } from '../../../shared/contract.ts'
import type { Scorecard } from '../../../shared/audits.ts'
import { dayMs } from '../../../shared/period.ts'
import { useAsk } from '../../api.ts'
import { useHotkeys } from '../../chats/hotkeys.ts'
import { useNow, useSelection, useZone } from '../../selection.ts'
import { Button } from '../../ui/Button.tsx'
import { IconArrowLeft } from '../../ui/icons.ts'
import { Menu } from '../../ui/Menu.tsx'
import { Empty, Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'
import { leaveReview, openReview } from '../sections.ts'
import { NeedsReviewer } from '../start/NeedsReviewer.tsx'
import { NeedsScorecard } from '../start/NeedsScorecard.tsx'
import { DeskOfReview } from './DeskOfReview.tsx'
import { ReviewAfter } from './ReviewAfter.tsx'
import { ReviewDesk } from './ReviewDesk.tsx'

/** A review by itself: the one the address names, or the reviewer's own of the chat it names. */
export function OneReview(): ReactNode {
  const text = useText('audits')
  const audit = useSelection((selection) => selection.audit)
  const conversation = useSelection((selection) => selection.conversation)
  const [card, setCard] = useState<string | null>(null)
  useHotkeys({ Escape: leaveReview })
  return (
    <div className="audit-queue">
      <h1 className="unseen">{text('review.title')}</h1>
      <div className="audit-bar">
        <Button quiet icon={<IconArrowLeft />} keys="Esc" onClick={leaveReview}>
          {text('review.back')}
        </Button>
        {audit === null && <ScorecardMenu chosen={card} onChoose={setCard} />}
      </div>
      <div className="audit-panes">
        {audit !== null ? (
          <Known review={audit} />
        ) : conversation !== null ? (
          <NeedsScorecard>
            {() => (
              <NeedsReviewer>
                {(reviewer) => (
                  <OwnOf
                    key={`${conversation} ${card ?? ''}`}
                    conversation={conversation}
                    reviewer={reviewer}
                    card={card}
                  />
                )}
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

interface ScorecardMenuProps {
  readonly chosen: string | null
  readonly onChoose: (card: string) => void
}

/** By which scorecard, where there are several. */
function ScorecardMenu({ chosen, onChoose }: ScorecardMenuProps): ReactNode {
  const text = useText('audits')
  const { data } = useAsk('scorecards', [], ['audits'])
  const usable = data?.filter(({ newest, archived }) => newest && !archived) ?? []
  const shown = usable.find(({ id }) => id === chosen) ?? usable[0]
  if (usable.length < 2 || shown === undefined) return null
  return (
    <Menu
      label={shown.name}
      title={text('draw.scorecard')}
      set
      items={usable.map(({ id, name }) => ({
        id,
        label: name,
        checked: id === shown.id,
        onPick: () => onChoose(id),
      }))}
    />
  )
}

function Known({ review: id }: { readonly review: string }): ReactNode {
  const { data: settings } = useAsk('settings', [], ['settings'])
  const asked = useAsk('review', [{ id, asker: settings?.reviewer ?? null }], ['audits'], {
    enabled: settings !== undefined,
  })
  const review = asked.data?.id === id ? asked.data : undefined
  if (asked.failure !== null) return <State>{<Failed failure={asked.failure} again={asked.again} />}</State>
  if (review === undefined) return <Waiting />
  if (review.state !== 'draft') return <ReviewAfter key={id} review={review} inQueue={false} onNext={null} />
  return <DeskOfReview review={review} way="submit" inQueue={false} onDone={openReview} />
}

interface OwnOfProps {
  readonly conversation: string
  readonly reviewer: string
  /** The scorecard chosen; null: whichever they reviewed it by, else the newest. */
  readonly card: string | null
}

/** The reviewer's own review of a chat; without one, a new one. */
function OwnOf({ conversation, reviewer, card }: OwnOfProps): ReactNode {
  const scope = useWhole()
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
        limit: 50,
      },
    ],
    [],
  )
  const chat = useAsk('conversation', [conversation], ['conversations'])
  const { data: scorecards } = useAsk('scorecards', [], ['audits'])
  const failure = asked.failure ?? chat.failure
  if (failure !== null) return <State>{<Failed failure={failure} again={asked.again} />}</State>
  const row = chat.data?.row.id === conversation ? chat.data.row : undefined
  if (asked.data === undefined || asked.stale || row === undefined || scorecards === undefined)
    return <Waiting />
  const held = asked.data.rows.find(({ scorecard }) => card === null || scorecard.id === card)
  if (held !== undefined) return <Known review={held.id} />
  const usable = scorecards.filter(({ newest, archived }) => newest && !archived)
  const scorecard = usable.find(({ id }) => id === card) ?? usable[0]
  if (scorecard === undefined) return <Waiting />
  return <New conversation={conversation} reviewer={reviewer} agent={row.agent} scorecard={scorecard} />
}

/** All that is held: a review of long ago is as much one's own. */
function useWhole(): Scope {
  const now = useNow()
  const zone = useZone()
  return useMemo(
    () => ({ from: 0, to: now + dayMs, zone, agents: [], teams: [], channels: [], categories: [] }),
    [now, zone],
  )
}

interface NewProps extends Omit<OwnOfProps, 'card'> {
  readonly agent: string | null
  readonly scorecard: Scorecard
}

function New({ conversation, reviewer, agent, scorecard }: NewProps): ReactNode {
  return (
    <ReviewDesk
      itemKey={`new ${conversation} ${scorecard.id}`}
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
