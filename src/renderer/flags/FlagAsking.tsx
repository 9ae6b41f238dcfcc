import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { assertNever } from '../../shared/assertNever.ts'
import { useNow } from '../chats/clock.ts'
import { useZone } from '../selection.ts'
import { Button } from '../ui/Button.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { fieldTime, type Rest, rests, restUntil, typedTime } from './snoozing.ts'
import type { FlagActs } from './useFlagActs.ts'

/** One line that asks for what an act needs. `Enter` answers, `Escape` leaves everything as it was. */
export function FlagAsking({ acts }: { readonly acts: FlagActs }): ReactNode {
  const { asking, cancel } = acts
  if (asking === null) return null
  return (
    // Escape closes the line only, not the panel it stands in.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="flag-asking"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        cancel()
      }}
    >
      <Line kind={asking.kind} acts={acts} />
    </div>
  )
}

function Line({ kind, acts }: { readonly kind: 'false_alarm' | 'snooze' | 'own'; readonly acts: FlagActs }) {
  switch (kind) {
    case 'false_alarm':
      return <ReasonLine acts={acts} />
    case 'snooze':
      return <SnoozeLine acts={acts} />
    case 'own':
      return <NameLine acts={acts} />
    default:
      return assertNever(kind)
  }
}

function ReasonLine({ acts }: { readonly acts: FlagActs }) {
  const text = useText('flagging')
  return (
    <TextLine
      label={text('ask.reason')}
      button={text('act.false_alarm')}
      acts={acts}
      onAnswer={(reason) => acts.finish({ kind: 'false_alarm', reason: reason === '' ? null : reason })}
    />
  )
}

function NameLine({ acts }: { readonly acts: FlagActs }) {
  const text = useText('flagging')
  return (
    <TextLine
      label={text('ask.name')}
      button={text('act.own')}
      acts={acts}
      onAnswer={(name) => {
        if (name !== '') acts.finishAs(name)
      }}
    />
  )
}

interface TextLineProps {
  readonly label: string
  readonly button: string
  readonly acts: FlagActs
  readonly onAnswer: (typed: string) => void
}

function TextLine({ label, button, acts, onAnswer }: TextLineProps) {
  const text = useText('flagging')
  const [typed, type] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAnswer(typed.trim())
  }
  return (
    <form onSubmit={submit}>
      <label>
        <span>{label}</span>
        <input
          className="field"
          dir="auto"
          maxLength={200}
          value={typed}
          ref={takeFocus}
          onChange={(event) => type(event.target.value)}
        />
      </label>
      <div className="flag-asking-buttons">
        <Button quiet onClick={acts.cancel}>
          {text('cancel')}
        </Button>
        <Button type="submit">{button}</Button>
      </div>
    </form>
  )
}

function SnoozeLine({ acts }: { readonly acts: FlagActs }) {
  const text = useText('flagging')
  const format = useFormat()
  const zone = useZone()
  const now = useNow(60_000)
  const [typed, type] = useState(() => fieldTime(restUntil('tomorrow', now, zone), zone))
  const until = typedTime(typed, now, zone)
  const rest = (at: number) => acts.finish({ kind: 'snooze', until: at })
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = rests[Number(event.key) - 1]
    if (chosen === undefined || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    rest(restUntil(chosen, now, zone))
  }
  return (
    // The digits press the buttons that bear them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        if (until !== null) rest(until)
      }}
    >
      <fieldset>
        <legend>{text('ask.until')}</legend>
        {rests.map((one: Rest, index) => (
          <Button
            key={one}
            keys={String(index + 1)}
            ref={index === 0 ? takeFocus : undefined}
            title={format.dateTime(restUntil(one, now, zone))}
            onClick={() => rest(restUntil(one, now, zone))}
          >
            {text(`rest.${one}`)}
          </Button>
        ))}
      </fieldset>
      <div className="flag-asking-buttons">
        <input
          type="datetime-local"
          className="field"
          aria-label={text('ask.untilAt')}
          aria-invalid={until === null || undefined}
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
        <Button type="submit" disabled={until === null}>
          {text('rest.pick')}
        </Button>
        <Button quiet onClick={acts.cancel}>
          {text('cancel')}
        </Button>
      </div>
    </form>
  )
}

/** What is asked is answered at once. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus()
}
