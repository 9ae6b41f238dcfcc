import type { ReactNode } from 'react'
import type { Flag, FlagAct } from '../../shared/flags.ts'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/text.ts'
import type { FlagActs } from './useFlagActs.ts'

/** The acts of an open flag and their keys. */
export const actKeys = { done: 'D', false_alarm: 'A', snooze: 'S', own: 'O' } as const satisfies Partial<
  Record<FlagAct['kind'], string>
>
const openActs = ['done', 'false_alarm', 'snooze', 'own'] as const
const shortActs = ['done', 'false_alarm'] as const

interface FlagButtonsProps {
  readonly flags: readonly Flag[]
  readonly acts: FlagActs
  /** What they are about, for those who hear it. */
  readonly label: string
  /** Shows the keys that do the same, where whoever shows the buttons handles them. */
  readonly keys?: boolean
  /** Only what settles them, where there is no room for more. */
  readonly short?: boolean
}

/** What can be done about flags: of decided or resting ones the way back. */
export function FlagButtons({ flags, acts, label, keys, short }: FlagButtonsProps): ReactNode {
  const text = useText('flagging')
  const mine = acts.me !== null && flags.every(({ owner }) => owner === acts.me)
  const settled = flags.every((flag) => isSettled(flag))
  return (
    <fieldset className="flag-buttons" aria-label={label}>
      {(settled ? (['reopen'] as const) : short === true ? shortActs : openActs).map((kind) => {
        const word = text(kind === 'own' && mine ? 'act.letGo' : `act.${kind}`)
        return (
          <Button
            key={kind}
            quiet
            {...(keys === true && kind !== 'reopen'
              ? { keys: actKeys[kind] }
              : { 'aria-label': text('actOn', { act: word, flag: label }) })}
            onClick={() => acts.begin(kind, { kind: 'flags', flags })}
          >
            {word}
          </Button>
        )
      })}
    </fieldset>
  )
}

/** Somebody decided, or sent it to rest: the rest may be over by now, which reopening does no harm to. */
function isSettled({ decision, snoozedUntil }: Flag): boolean {
  return decision !== null || snoozedUntil !== null
}
