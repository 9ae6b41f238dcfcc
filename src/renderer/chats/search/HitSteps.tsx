import type { ReactNode } from 'react'
import { openConversation } from '../../selection.ts'
import { useFormat } from '../../ui/format.ts'
import { IconChevronDown, IconChevronUp } from '../../ui/icons.ts'
import { useText } from '../../ui/text.ts'
import { useHotkeys } from '../hotkeys.ts'
import { stepHit } from './stepHit.ts'
import type { Hits } from './useHits.ts'

interface HitStepsProps {
  readonly conversation: string
  readonly hits: Hits
  /** The message or comment the conversation is shown at. */
  readonly message: string | null
}

/** "3 of 12" and the ways to the hit before and after, by `N`, `n` or F3 as well. */
export function HitSteps({ conversation, hits, message }: HitStepsProps): ReactNode {
  const text = useText('search')
  const format = useFormat()
  const { ordered } = hits
  function step(by: 1 | -1): void {
    const next = stepHit(ordered, message, by)
    if (next !== null) openConversation(conversation, next)
  }
  useHotkeys(
    ordered.length === 0
      ? {}
      : { n: () => step(1), N: () => step(-1), F3: () => step(1), 'Shift+F3': () => step(-1) },
  )
  if (ordered.length === 0) return null
  const at = message === null ? -1 : ordered.indexOf(message)
  const count = format.count(ordered.length)
  return (
    <div className="search-steps">
      <output>
        {at < 0
          ? text('inside.count', { count: ordered.length, shown: count })
          : text('inside.at', { at: format.count(at + 1), count: ordered.length, shown: count })}
      </output>
      <button
        type="button"
        className="chats-icon-button"
        aria-label={text('inside.before')}
        title={text('inside.beforeKeys')}
        onClick={() => step(-1)}
      >
        <IconChevronUp />
      </button>
      <button
        type="button"
        className="chats-icon-button"
        aria-label={text('inside.next')}
        title={text('inside.nextKeys')}
        onClick={() => step(1)}
      >
        <IconChevronDown />
      </button>
    </div>
  )
}
