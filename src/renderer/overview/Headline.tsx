import type { ReactNode } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import { useFormat } from '../ui/format.ts'
import { useLanguage, useText } from '../ui/text.ts'
import type { Headline as HeadlineFacts, Missed } from './headline.ts'
import { useMetricText } from './metricText.ts'
import { useValueText } from './valueText.ts'

/** More names than this make the sentence longer than its line; the tiles below carry the values. */
const withValues = 1

/** The line beside the title that says what is so: how much came in, what misses its target, what is not complete. */
export function Headline({
  headline,
  days,
  unfinished,
  heldFrom,
}: {
  readonly headline: HeadlineFacts
  /** Length of the period before, in days. */
  readonly days: number
  /** The period has not ended yet. */
  readonly unfinished: boolean
  /** `2026-05-03`: days before it are not complete; null: everything is held. */
  readonly heldFrom: string | null
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  if (headline.kind === 'nothing') return text('headline.nothing')
  const { conversations, before } = headline
  const volume = text(unfinished ? 'headline.soFar' : 'headline.volume', {
    count: conversations,
    shown: format.count(conversations),
  })
  const change =
    before === null || before === 0
      ? ''
      : text(unfinished ? 'headline.againstPart' : 'headline.against', {
          change: format.change(conversations, before, 'count'),
          count: days,
        })
  return (
    <>
      {`${format.sentence(volume + change)} `}
      <Verdict headline={headline} />
      {heldFrom !== null && (
        <span className="headline-partial">
          {' '}
          {text('headline.partial', { day: format.dayLabel(heldFrom) })}
        </span>
      )}
    </>
  )
}

function Verdict({
  headline,
}: {
  readonly headline: Exclude<HeadlineFacts, { kind: 'nothing' }>
}): ReactNode {
  const text = useText('overview')
  switch (headline.kind) {
    case 'no-targets':
      return text('headline.noTargets')
    case 'met':
      return text('headline.met', { count: headline.targets })
    case 'missed':
      return <MissedTargets missed={headline.missed} />
    default:
      return assertNever(headline)
  }
}

function MissedTargets({ missed }: { readonly missed: readonly Missed[] }): ReactNode {
  const text = useText('overview')
  const metricText = useMetricText()
  const valueText = useValueText()
  const language = useLanguage()
  const format = useFormat()
  const names = missed.map((one) => {
    const name = metricText.inSentence(one.metric)
    if (missed.length > withValues) return name
    return text('headline.missedValue', {
      name,
      value: valueText(one.metric, one.value),
      target: valueText(one.metric, one.target),
    })
  })
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
  return (
    <>
      <strong>{text('headline.missed', { count: missed.length })}</strong> {format.sentence(list)}
    </>
  )
}
