import { useEffect, useState } from 'react'
import {
  flagRuleKinds,
  type FlagPreview as Preview,
  type FlagRule,
  type FlagRuleId,
} from '../../../shared/flags.ts'
import { useAsk } from '../../api.ts'
import { useFlagReason } from '../../flags/useFlagReason.ts'
import { openConversation, useZone } from '../../selection.ts'
import { useFormat } from '../../ui/format.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { useText } from '../../ui/text.ts'

interface FlagPreviewProps {
  readonly id: FlagRuleId
  readonly rule: FlagRule
  readonly changed: boolean
}

/** What the rule as it is being edited would have flagged in the last week, beside what it did. */
export function FlagPreview({ id, rule, changed }: FlagPreviewProps) {
  const text = useText('flagSettings')
  const zone = useZone()
  const settled = useSettled(rule)
  // A rule that is off says what it would do once it is on.
  const { data, failure, stale, again } = useAsk(
    'previewFlagRule',
    [{ rule: id, change: { ...settled, on: true }, zone }],
    ['settings'],
  )
  return (
    <section
      className="rule-preview"
      aria-label={text('preview.title')}
      data-stale={stale || settled !== rule || undefined}
    >
      <h5>{text('preview.title')}</h5>
      {failure !== null ? (
        <Failed failure={failure} again={again} />
      ) : data === undefined ? (
        <Loading widths={[70, 50]} />
      ) : (
        <Answer id={id} preview={data} changed={changed} />
      )}
    </section>
  )
}

interface AnswerProps {
  readonly id: FlagRuleId
  readonly preview: Preview
  readonly changed: boolean
}

function Answer({ id, preview, changed }: AnswerProps) {
  const text = useText('flagSettings')
  const format = useFormat()
  const { about } = flagRuleKinds[id]
  const { raised, raisedNow, flagged, of, matchesEverything, examples } = preview
  return (
    <>
      <p aria-live="polite">
        <strong>{text('preview.raised', { count: raised, shown: format.count(raised) })}</strong>{' '}
        {text('preview.between', { period: format.period(preview.from, preview.to) })}
        {changed && text('preview.now', { shown: format.count(raisedNow) })}
        {of > 0 &&
          text('preview.share', {
            share: format.rate(flagged / of),
            of: format.count(of),
            what: text(`preview.subject.${about}`),
          })}
      </p>
      {matchesEverything && (
        <p role="alert" className="rule-warning">
          {text('preview.everything')}
        </p>
      )}
      <DayBars byDay={preview.byDay} />
      {examples.length > 0 && <Examples flags={examples} />}
    </>
  )
}

function DayBars({ byDay }: Pick<Preview, 'byDay'>) {
  const text = useText('flagSettings')
  const format = useFormat()
  const most = Math.max(1, ...byDay.map(({ raised }) => raised))
  return (
    <ol className="rule-days" aria-label={text('preview.byDay')}>
      {byDay.map(({ day, raised }) => (
        <li key={day} title={`${format.dayLabel(day)}: ${format.count(raised)}`}>
          <span>{format.count(raised)}</span>
          <i style={{ height: `${(32 * raised) / most}px` }} data-none={raised === 0 || undefined} />
          <small>{format.dayLabel(day)}</small>
        </li>
      ))}
    </ol>
  )
}

function Examples({ flags }: { readonly flags: Preview['examples'] }) {
  const text = useText('flagSettings')
  const format = useFormat()
  const reason = useFlagReason()
  return (
    <>
      <h5>{text('preview.examples')}</h5>
      <ul className="rule-examples">
        {flags.map((flag) => {
          const words = (
            <>
              <span>{reason(flag)}</span>, <bdi>{flag.subject.name}</bdi>, {format.dateTime(flag.raisedAt)}
            </>
          )
          const { conversation } = flag
          return (
            <li key={flag.id}>
              {conversation === null ? (
                words
              ) : (
                <button
                  type="button"
                  className="rule-example"
                  onClick={() => openConversation(conversation, flag.message)}
                >
                  {words}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** The engine is not asked at every key. */
const pause = 300

/** The rule once it has not changed for a moment. */
function useSettled(rule: FlagRule): FlagRule {
  const [settled, settle] = useState(rule)
  useEffect(() => {
    const timer = setTimeout(() => settle(rule), pause)
    return () => clearTimeout(timer)
  }, [rule])
  return settled
}
