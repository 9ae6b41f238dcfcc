import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Failure } from '../../../shared/contract.ts'
import type { NewReview, Review, Scorecard } from '../../../shared/audits.ts'
import { criteriaOf, scoreOf } from '../../../shared/scoring.ts'
import { api, failureOf, useAsk } from '../../api.ts'
import { hasCommandKey } from '../../ui/Keys.tsx'
import { tell } from '../../ui/Notices.tsx'
import { useText } from '../../ui/text.ts'
import { ChatPane } from './ChatPane.tsx'
import { unpin } from './content.ts'
import { KeyStrip } from './KeyStrip.tsx'
import { PinnedNotes } from './PinnedNotes.tsx'
import { proposalsOf } from './proposals.ts'
import { CardHead } from './CardHead.tsx'
import { Criteria } from './Criteria.tsx'
import { Remarks } from './Remarks.tsx'
import { ScoreSoFar } from './ScoreSoFar.tsx'
import { Standing } from './Standing.tsx'
import { SubmitPart } from './SubmitPart.tsx'
import { useChat } from './useChat.ts'
import { useDesk } from './useDesk.ts'
import { useDeskKeys } from './useDeskKeys.ts'
import { keepAnswer, useDraft } from './useDraft.ts'

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
  /** To the next item; null: there is none. */
  readonly onNext: (() => void) | null
  /** Called once it is submitted, before the next item opens. */
  readonly onSubmitted?: (review: string) => void
}

/** A review being written: the chat, the scorecard beside it, and a key for everything. */
export function ReviewDesk(props: ReviewDeskProps): ReactNode {
  const { itemKey, scorecard, review, wanted, agent, calibration, onNext } = props
  const text = useText('audits')
  const { draft, content, saving } = useDraft(itemKey, review, wanted)
  const criteria = useMemo(() => criteriaOf(scorecard.sections), [scorecard])
  const { proposals, marked } = useProposals(wanted.conversation, scorecard)
  const chat = useChat(wanted.conversation)
  const desk = useDesk({ criteria, proposals, content, draft, messages: chat.messages })
  const score = useMemo(() => scoreOf(scorecard.sections, content.ratings), [scorecard, content.ratings])
  const [refused, setRefused] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)

  async function submit(): Promise<void> {
    if (busy) return
    const missing = criteria.findIndex(({ id }) => score.missing.includes(id))
    if (missing >= 0) {
      desk.go(missing)
      setRefused({
        kind: 'invalid',
        message: text('submit.missing', { count: score.missing.length }),
        hint: text('submit.missingHint'),
      })
      return
    }
    setBusy(true)
    setRefused(null)
    try {
      const id = (await draft.settle()) ? draft.current().review : null
      if (id !== null) {
        keepAnswer(await api.actOnReview(id, { kind: 'submit' }))
        tell(text('submit.done'))
        props.onSubmitted?.(id)
        onNext?.()
      }
    } catch (error) {
      setRefused(failureOf(error))
    } finally {
      setBusy(false)
    }
  }

  useSubmitKey(submit)
  useDeskKeys(desk)

  return (
    <>
      <div className="audit-desk">
        <ChatPane
          chat={chat}
          agent={agent}
          shown={desk.shown}
          picking={desk.picking}
          marked={marked}
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
          <ScoreSoFar scorecard={scorecard} score={score} unfinished />
          <SubmitPart
            refused={refused}
            busy={busy}
            hasNext={onNext !== null}
            onSubmit={() => void submit()}
          />
          {!calibration && <Standing agent={agent} scorecard={scorecard.id} />}
        </aside>
      </div>
      <KeyStrip
        picking={desk.picking !== null}
        levels={desk.criterion?.scale.length ?? 0}
        perMessage={desk.criterion?.per === 'message'}
      />
    </>
  )
}

/** What the checks found, and the messages they point at. */
function useProposals(conversation: string, scorecard: Scorecard) {
  const checked = criteriaOf(scorecard.sections).some(({ check }) => check !== null)
  const { data } = useAsk(
    'checkConversation',
    [{ conversation, scorecard: { id: scorecard.id, version: scorecard.version } }],
    ['conversations'],
    { enabled: checked },
  )
  return useMemo(
    () => ({
      proposals: proposalsOf(criteriaOf(scorecard.sections), data ?? []),
      marked: new Set((data ?? []).flatMap(({ messages }) => messages)),
    }),
    [data, scorecard],
  )
}

/** Ctrl/⌘ Enter works while somebody writes too. */
function useSubmitKey(submit: () => Promise<void>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!hasCommandKey(event) || event.key !== 'Enter' || event.repeat) return
      event.preventDefault()
      void submit()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  })
}
