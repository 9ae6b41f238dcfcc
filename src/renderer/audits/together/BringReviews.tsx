import { useEffect, useState, type ReactNode } from 'react'
import type { Failure } from '../../../shared/contract.ts'
import type { MergeRequest, MergeResult, ReviewRow } from '../../../shared/audits.ts'
import { api, failureOf } from '../../api.ts'
import { useNames } from '../../chats/names.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { tell } from '../../ui/Notices.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'

export interface Brought {
  readonly name: string
  readonly text: string
}

type Choices = MergeRequest['choices']

interface BringReviewsProps {
  readonly brought: Brought
  readonly onClose: () => void
}

/** First what a file would do; then, with a choice for each conflict, it is done. */
export function BringReviews({ brought, onClose }: BringReviewsProps): ReactNode {
  const text = useText('audits')
  const ui = useText('ui')
  const [result, setResult] = useState<MergeResult | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [choices, setChoices] = useState<Choices>({})
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    let current = true
    api.mergeReviews({ file: brought.text, dry: true, choices: {} }).then(
      (looked) => current && setResult(looked),
      (error: unknown) => current && setFailure(failureOf(error)),
    )
    return () => {
      current = false
    }
  }, [brought])
  async function merge(): Promise<void> {
    setBusy(true)
    try {
      const done = await api.mergeReviews({ file: brought.text, dry: false, choices })
      tell(text('together.merged', { count: done.added + done.updated }))
      onClose()
    } catch (error) {
      setFailure(failureOf(error))
      setBusy(false)
    }
  }
  const open = result?.conflicts.filter(({ review }) => choices[review] === undefined).length ?? 0
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('together.bringing', { name: brought.name })}
      buttons={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button primary disabled={result === null || open > 0 || busy} onClick={() => void merge()}>
            {text('together.merge')}
          </Button>
        </>
      }
    >
      {failure !== null && <Failed failure={failure} />}
      {failure === null && result === null && <Loading widths={[60, 40, 44, 40]} />}
      {result !== null && <Looked result={result} />}
      {result !== null && result.conflicts.length > 0 && (
        <Conflicts
          conflicts={result.conflicts}
          choices={choices}
          onChoose={(review, choice) => setChoices((before) => ({ ...before, [review]: choice }))}
        />
      )}
      {open > 0 && <output className="audit-hint">{text('together.open', { count: open })}</output>}
    </Dialog>
  )
}

function Looked({ result }: { readonly result: MergeResult }): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  const counts = [
    ['added', result.added],
    ['updated', result.updated],
    ['same', result.same],
    ['conflicts', result.conflicts.length],
    ['missing', result.missing],
  ] as const
  return (
    <>
      <p>{text('together.from', { from: result.from, at: format.dateTime(result.madeAt) })}</p>
      <dl className="audit-merge">
        {counts
          .filter(([word, count]) => count > 0 || word === 'added')
          .map(([word, count]) => (
            <div key={word}>
              <dt>{text(`together.${word}`)}</dt>
              <dd>{format.count(count)}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}

interface ConflictsProps {
  readonly conflicts: MergeResult['conflicts']
  readonly choices: Choices
  readonly onChoose: (review: string, choice: Choices[string]) => void
}

function Conflicts({ conflicts, choices, onChoose }: ConflictsProps): ReactNode {
  const text = useText('audits')
  const names = useNames()
  return (
    <ul className="audit-conflicts">
      {conflicts.map(({ review, mine, theirs }) => {
        const title = text('together.conflict', {
          agent: mine.agent === null ? text('nobody') : names.agent(mine.agent),
          contact: mine.contact.name,
        })
        return (
          <li key={review}>
            <h3 dir="auto">{title}</h3>
            <div className="audit-sides">
              <Side word={text('together.mine')} row={mine} />
              <Side word={text('together.theirs')} row={theirs} />
            </div>
            <Choice<Choices[string] | ''>
              label={title}
              options={(['mine', 'theirs', 'both'] as const).map((id) => ({
                id,
                name: text(`together.keep.${id}`),
              }))}
              chosen={choices[review] ?? ''}
              onChange={(choice) => choice !== '' && onChoose(review, choice)}
            />
          </li>
        )
      })}
    </ul>
  )
}

function Side({ word, row }: { readonly word: string; readonly row: ReviewRow }): ReactNode {
  const text = useText('audits')
  const format = useFormat()
  return (
    <div>
      <h4>{word}</h4>
      <p className="audit-side-score">{format.count(row.score)}</p>
      <p>{text(`state.${row.state}`)}</p>
      <p>
        <bdi>{row.reviewer}</bdi>, {format.dateTime(row.at)}
      </p>
    </div>
  )
}
