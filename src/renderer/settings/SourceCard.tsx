import { useState } from 'react'
import type { SourceState } from '../../shared/contract.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useFormat } from '../ui/format.ts'
import { FailureLine } from '../ui/failureText.tsx'
import { useText } from '../ui/text.ts'
import { pauseSource, removeSource, syncNow } from './sourceActions.ts'
import './SourceCard.css'

/** One source: what it is doing, how far it is, what went wrong, and the three things one can do. */
export function SourceCard({ source }: { readonly source: SourceState }) {
  const text = useText('settings')
  const format = useFormat()
  const [removing, setRemoving] = useState(false)
  const paused = source.phase === 'paused'
  return (
    <article className="source" aria-label={source.name}>
      <header>
        <h3 dir="auto">{source.name}</h3>
        <span className="source-phase" data-phase={source.phase}>
          {text(`phase.${source.phase}`)}
        </span>
        <div className="source-acts">
          {source.phase === 'offline' || source.phase === 'failed' ? (
            <Button quiet onClick={() => void syncNow(source.id)}>
              {text('sources.try')}
            </Button>
          ) : null}
          <Button quiet onClick={() => void pauseSource(source.id, !paused)}>
            {text(paused ? 'sources.resume' : 'sources.pause')}
          </Button>
          <Button quiet onClick={() => setRemoving(true)}>
            {text('sources.remove')}
          </Button>
        </div>
      </header>
      {source.failure !== null && (
        <p className="source-failure" role="alert">
          <FailureLine failure={source.failure} />
          {source.nextAt !== null && ` ${text('sources.next', { at: format.time(source.nextAt) })}`}
        </p>
      )}
      {source.progress !== null && <Progress name={source.name} progress={source.progress} />}
      <dl>
        <Fact name={text('sources.completeTo')} value={format.dateTime(source.completeTo)} />
        <Fact
          name={text('sources.backfilledTo')}
          value={source.backfilled ? text('sources.toTheStart') : format.date(source.backfilledTo)}
        />
        <Fact name={text('sources.records')} value={format.count(source.records)} />
        <Fact name={text('sources.rejected')} value={format.count(source.rejected)} />
      </dl>
      <Dialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={text('sources.removeTitle', { name: source.name })}
        buttons={
          <>
            <Button onClick={() => setRemoving(false)}>{text('sources.keep')}</Button>
            <Button danger onClick={() => void removeSource(source.id).then(() => setRemoving(false))}>
              {text('sources.remove')}
            </Button>
          </>
        }
      >
        <p className="source-question">{text('sources.removeQuestion')}</p>
      </Dialog>
    </article>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

interface ProgressProps {
  readonly name: string
  readonly progress: NonNullable<SourceState['progress']>
}

/** How much of how much, how fast, how long still; a bar only where the whole is known. */
function Progress({ name, progress }: ProgressProps) {
  const text = useText('settings')
  const format = useFormat()
  const { done, total, perSecond, secondsLeft } = progress
  const words = [
    total === null
      ? text('progress.done', { done: format.count(done) })
      : text('progress.of', { done: format.count(done), total: format.count(total) }),
    text('progress.rate', { rate: format.count(perSecond) }),
    ...(secondsLeft === null ? [] : [text('progress.left', { time: format.duration(secondsLeft) })]),
  ]
  return (
    <div className="source-progress">
      {total !== null && <progress value={done} max={Math.max(total, done, 1)} aria-label={name} />}
      <p>{words.join(' · ')}</p>
    </div>
  )
}
