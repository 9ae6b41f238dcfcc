import { useMemo, type ReactNode } from 'react'
import type { NewReview, Review, ReviewContent, Scorecard } from '../../../shared/audits.ts'
import { criteriaOf, scoreOf } from '../../../shared/scoring.ts'
import { useAsk } from '../../api.ts'
import { useText } from '../../ui/text.ts'
import { CardHead } from './CardHead.tsx'
import { ChatPane } from './ChatPane.tsx'
import { ratingsOf, unpin } from './content.ts'
import { Criteria } from './Criteria.tsx'
import { KeyStrip } from './KeyStrip.tsx'
import { PinnedNotes } from './PinnedNotes.tsx'
import { type Proposal, proposalsOf } from './proposals.ts'
import { Remarks } from './Remarks.tsx'
import { ScoreSoFar } from './ScoreSoFar.tsx'
import { Standing } from './Standing.tsx'
import { SubmitPart } from './SubmitPart.tsx'
import { useChat } from './useChat.ts'
import { type Desk, useDesk } from './useDesk.ts'
import { useDeskKeys } from './useDeskKeys.ts'
import { useDraft } from './useDraft.ts'
import { useSubmit } from './useSubmit.ts'

export interface ReviewDeskProps {
  /** Tells this item from every other. */
  readonly itemKey: string
  readonly scorecard: Scorecard
  /** Null: nothing was typed yet. */
  readonly review: Review | null
  readonly wanted: NewReview
  readonly agent: string | null
  /** Scores of a calibration are kept out of results, so these do not belong beside it. */
  readonly calibration: boolean
  /** `next`: submits and goes on; `submit`: submits, nothing follows; `change`: it was submitted before. */
  readonly way: 'next' | 'submit' | 'change'
  /** `J` and `K` walk a list beside it. */
  readonly inQueue: boolean
  /** Called once everything is kept and it is submitted. */
  readonly onDone: (review: string) => void
}

/** A review being written: the chat, the scorecard beside it, and a key for everything. */
export function ReviewDesk(props: ReviewDeskProps): ReactNode {
  const { itemKey, scorecard, review, wanted, agent, calibration, way, inQueue, onDone } = props
  const text = useText('audits')
  const criteria = useMemo(() => criteriaOf(scorecard.sections), [scorecard])
  const { draft, content, saving } = useDraft(itemKey, criteria, review, wanted)
  const proposals = useProposals(wanted.conversation, scorecard)
  const chat = useChat(wanted.conversation)
  const desk = useDesk({ criteria, proposals, content, draft, messages: chat.messages })
  const score = useMemo(() => scoreOf(scorecard.sections, content.ratings), [scorecard, content.ratings])
  const { submit, refused, busy } = useSubmit({
    criteria,
    missing: score.missing,
    draft,
    content,
    change: way === 'change',
    onMissing: desk.go,
    onDone,
  })
  useDeskKeys(desk)
  return (
    <>
      <div className="audit-desk">
        <ChatPane
          chat={chat}
          agent={agent}
          shown={desk.shown}
          picking={desk.picking}
          marked={markedBy(desk, content, proposals)}
          onPick={(message) => desk.pick(message)}
          renderPinned={(message) => (
            <PinnedNotes
              notes={content.notes.filter((note) => note.message === message)}
              editing={desk.editing?.message === message ? desk.editing : null}
              onEdit={desk.edit}
              onRemove={(id) => draft.change((before) => unpin(before, id))}
            />
          )}
        />
        <aside className="audit-card" aria-label={text('card.label')}>
          <CardHead
            scorecard={scorecard}
            content={content}
            saving={saving}
            onRetry={() => void draft.settle()}
          />
          <Criteria
            scorecard={scorecard}
            content={content}
            desk={desk}
            proposals={proposals}
            times={chat.times}
          />
          <Remarks content={content} draft={draft} />
          {!calibration && <Standing agent={agent} scorecard={scorecard.id} />}
          <SubmitPart refused={refused} busy={busy} way={way} onSubmit={submit}>
            <ScoreSoFar scorecard={scorecard} score={score} unfinished />
          </SubmitPart>
        </aside>
      </div>
      <KeyStrip
        picking={desk.picking !== null}
        inQueue={inQueue}
        levels={desk.criterion?.scale.length ?? 0}
        perMessage={desk.criterion?.per === 'message'}
      />
    </>
  )
}

/** The messages the criterion in work is about: those its check points at, those its ratings cite. */
function markedBy(
  { criterion }: Desk,
  content: ReviewContent,
  proposals: ReadonlyMap<string, Proposal>,
): ReadonlySet<string> {
  if (criterion === undefined) return new Set()
  const cited = ratingsOf(content, criterion.id).flatMap(({ message }) => message ?? [])
  return new Set([...(proposals.get(criterion.id)?.result.messages ?? []), ...cited])
}

/** What the checks propose. */
function useProposals(conversation: string, scorecard: Scorecard): ReadonlyMap<string, Proposal> {
  const checked = criteriaOf(scorecard.sections).some(({ check }) => check !== null)
  const { data, stale } = useAsk(
    'checkConversation',
    [{ conversation, scorecard: { id: scorecard.id, version: scorecard.version } }],
    ['conversations'],
    { enabled: checked },
  )
  return useMemo(
    // What another chat was told is not said of this one.
    () => proposalsOf(criteriaOf(scorecard.sections), stale ? [] : (data ?? [])),
    [data, stale, scorecard],
  )
}
