import { useState, type ReactNode } from 'react'
import type { Flag } from '../../shared/flags.ts'
import { api } from '../api.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { flagWords } from './flagWords.ts'
import './words.css'

/** Done or false alarm; once decided, the way back. The engine announces the change, so the flag comes back decided. */
export function FlagDecision({ flag }: { readonly flag: Flag }): ReactNode {
  const text = useText('chats')
  const format = useFormat()
  const reason = flagWords(flag, text, format.duration)
  const [phase, setPhase] = useState<'ready' | 'asking' | 'failed'>('ready')
  async function decide(decision: Flag['decision']): Promise<void> {
    setPhase('asking')
    try {
      const act = decision === null ? ({ kind: 'reopen' } as const) : { kind: decision, reason: null }
      await api.actOnFlags({ flags: [flag.id], act, by: null })
      setPhase('ready')
    } catch {
      setPhase('failed')
    }
  }
  const choices: readonly (readonly [Flag['decision'], string])[] =
    flag.decision === null
      ? [
          ['done', text('flag.markDone')],
          ['false_alarm', text('flag.markFalse')],
        ]
      : [[null, text('flag.undo')]]
  return (
    <div className="chats-decide">
      {choices.map(([decision, label]) => (
        <button
          key={label}
          type="button"
          className="chats-link"
          aria-label={text('flag.decide', { action: label, flag: reason })}
          disabled={phase === 'asking'}
          onClick={() => void decide(decision)}
        >
          {label}
        </button>
      ))}
      {phase === 'failed' && <span role="alert">{text('flag.failed')}</span>}
    </div>
  )
}
