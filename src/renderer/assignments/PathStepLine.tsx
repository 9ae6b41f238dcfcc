import type { ReactNode } from 'react'
import { useNames } from '../chats/names.ts'
import { waitLevel } from '../chats/waits.ts'
import { openAgent } from '../selection.ts'
import { useFormat } from '../ui/format.ts'
import type { Format } from '../ui/numbers.ts'
import { type Text, useText } from '../ui/text.ts'
import { byWords } from './logWords.ts'
import type { PathStep } from './pathSteps.ts'
import { SourceMark } from './SourceMark.tsx'

interface PathStepLineProps {
  readonly step: PathStep
  /** Seconds of the longest step: its bar fills the width. */
  readonly longest: number
  /** Seconds a customer may wait; null: none is set. */
  readonly target: number | null
}

/** One hand the conversation went through, or the time it was closed. */
export function PathStepLine({ step, longest, target }: PathStepLineProps): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  if (step.kind === 'closed')
    return <li className="path-closed">{text('path.closed', { length: format.duration(step.seconds) })}</li>
  const { interval, seconds, waits, longestWait } = step
  const level = waitLevel(longestWait, target)
  return (
    <li className="path-step">
      <p className="path-who">
        <Holder step={step} />
        <span>{format.duration(seconds)}</span>
      </p>
      <div className="path-bar" style={{ inlineSize: `${Math.max(1, (100 * seconds) / longest)}%` }}>
        {waits.map((wait) => (
          <i
            key={wait.from}
            data-level={level}
            style={{ insetInlineStart: `${100 * wait.from}%`, inlineSize: `${100 * (wait.to - wait.from)}%` }}
          />
        ))}
      </div>
      <p className="path-when">
        <time dateTime={new Date(interval.from).toISOString()}>{spanWords(interval, text, format)}</time>
        {interval.endedBy !== null && `, ${text(`path.ended.${interval.endedBy}`)}`}
      </p>
      <Facts step={step} target={target} />
      <SourceMark source={interval.source} earliest={interval.earliest} at={interval.from} />
    </li>
  )
}

/** From when to when; the day of the end only where it is another one. */
function spanWords({ from, to }: Held['interval'], text: Text, format: Format): string {
  const begin = format.dateTime(from)
  if (to === null) return text('path.since', { at: begin })
  return `${begin}–${format.date(from) === format.date(to) ? format.time(to) : format.dateTime(to)}`
}

type Held = Extract<PathStep, { kind: 'held' }>

function Holder({ step }: { readonly step: Held }): ReactNode {
  const text = useText('assignments')
  const names = useNames()
  const { agent, team } = step.interval
  if (agent === null)
    return (
      <b data-nobody>{team === null ? text('nobody') : text('path.teamOnly', { team: names.team(team) })}</b>
    )
  return (
    <b>
      <button type="button" className="opens" dir="auto" onClick={() => openAgent(agent)}>
        {names.agent(agent)}
      </button>
      {step.isBack && <small>{text('path.back')}</small>}
    </b>
  )
}

/** By whom, how soon they acted, how long the customer waited meanwhile. */
function Facts({ step, target }: { readonly step: Held; readonly target: number | null }): ReactNode {
  const text = useText('assignments')
  const format = useFormat()
  const names = useNames()
  const { interval, waited, longestWait } = step
  const by = interval.byType === 'unknown' ? null : byWords(interval, names, text)
  const acted =
    interval.agent === null
      ? null
      : interval.firstAction === null
        ? text('path.noAction')
        : text('path.firstAction', { after: format.duration(interval.firstAction) })
  const parts = [
    ...(by === null ? [] : [text('path.by', { by })]),
    ...(acted === null ? [] : [acted]),
    ...(interval.replies === 0
      ? []
      : [text('replies', { count: interval.replies, shown: format.count(interval.replies) })]),
  ]
  return (
    <p className="path-facts">
      {parts.join(' · ')}
      {waited > 0 && (
        <span data-wait={waitLevel(longestWait, target)}>
          {parts.length > 0 && ' · '}
          {text('path.waited', { length: format.duration(waited) })}
        </span>
      )}
    </p>
  )
}
