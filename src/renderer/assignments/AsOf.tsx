import { useState, type ReactNode } from 'react'
import { useNow } from '../chats/clock.ts'
import { useHotkeys } from '../chats/hotkeys.ts'
import { useSelection, useZone } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { IconHistory } from '../ui/icons.ts'
import { Keys } from '../ui/Keys.tsx'
import { useText } from '../ui/text.ts'
import { fieldMoment, type Step, stepped, typedMoment } from './moment.ts'

/** Looks at another moment; null looks at now again. A moment is looked at where it says who had what. */
function lookAt(asOf: number | null): void {
  const { section, choose } = useSelection.getState()
  choose(asOf === null || section === 'held' ? { asOf } : { asOf, section: 'held' })
}

/** Begins to look back: a minute before now. */
export function AsOfButton({ asOf }: { readonly asOf: number | null }): ReactNode {
  const text = useText('assignments')
  const now = useNow(60_000)
  return (
    <Button
      icon={<IconHistory />}
      aria-pressed={asOf !== null}
      keys="A"
      onClick={() => lookAt(asOf === null ? stepped(null, 'minuteBack', now) : null)}
    >
      {text('asOf.title')}
    </Button>
  )
}

/** `A` begins to look back and ends it, `,` and `.` move by a minute, Shift and the arrows by an hour. */
export function useMomentKeys(asOf: number | null): void {
  const now = useNow(60_000)
  const step = (by: Step) => () => lookAt(stepped(asOf, by, now))
  useHotkeys({
    a: asOf === null ? step('minuteBack') : () => lookAt(null),
    ',': step('minuteBack'),
    '.': step('minute'),
    'Shift+ArrowLeft': step('hourBack'),
    'Shift+ArrowRight': step('hour'),
  })
}

const buttons: readonly { readonly step: Step; readonly keys: string }[] = [
  { step: 'hourBack', keys: '⇧←' },
  { step: 'minuteBack', keys: ',' },
  { step: 'minute', keys: '.' },
  { step: 'hour', keys: '⇧→' },
]

/** The moment looked at: typed, or moved by minutes and hours. */
export function AsOfBar({ asOf }: { readonly asOf: number }): ReactNode {
  const text = useText('assignments')
  const now = useNow(60_000)
  return (
    <fieldset className="as-of" aria-label={text('asOf.label')}>
      <MomentField key={asOf} asOf={asOf} now={now} />
      {buttons.map(({ step, keys }) => (
        <button
          key={step}
          type="button"
          className="as-of-step"
          title={text(`asOf.says.${step}`)}
          onClick={() => lookAt(stepped(asOf, step, now))}
        >
          {text(`asOf.${step}`)} <Keys>{keys}</Keys>
        </button>
      ))}
      <Button onClick={() => lookAt(null)}>{text('asOf.now')}</Button>
    </fieldset>
  )
}

interface MomentFieldProps {
  readonly asOf: number
  readonly now: number
}

/** Takes what was typed when it is left or `Enter` is pressed, so that half a date is not looked at. */
function MomentField({ asOf, now }: MomentFieldProps): ReactNode {
  const text = useText('assignments')
  const zone = useZone()
  const kept = fieldMoment(asOf, zone)
  const [typed, type] = useState(kept)
  function take(): void {
    const at = typedMoment(typed, now, zone)
    if (at === undefined) type(kept)
    else if (typed !== kept) lookAt(at)
  }
  return (
    <label>
      {text('asOf.field')}
      <input
        className="field"
        type="datetime-local"
        value={typed}
        max={fieldMoment(now, zone)}
        required
        onChange={(event) => type(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && take()}
      />
    </label>
  )
}
