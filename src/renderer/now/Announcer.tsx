import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { NowAnswer } from '../../shared/live.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { useTick } from './ticker.ts'
import { urgentAt } from './waits.ts'

/** At most once a minute. */
const pause = 60_000

/** Says how many waits and flags are urgent when that changed, for those who hear the page; nothing else of the wall speaks. */
export function Announcer({ answer }: { readonly answer: NowAnswer }): ReactNode {
  const text = useText('now')
  const format = useFormat()
  const waits = useTick((now) => urgentAt(answer, now))
  const words = [
    text('said.waits', {
      count: waits,
      shown: format.count(waits),
      length: format.duration(2.5 * answer.target),
    }),
    text('said.flags', { count: answer.flags.danger, shown: format.count(answer.flags.danger) }),
  ].join(' ')
  const [said, setSaid] = useState('')
  // What stands on the page when it opens is read there.
  const last = useRef({ words, at: -Infinity })
  useEffect(() => {
    if (words === last.current.words) return undefined
    const rest = Math.max(0, last.current.at + pause - performance.now())
    const timer = setTimeout(() => {
      last.current = { words, at: performance.now() }
      setSaid(words)
    }, rest)
    return () => clearTimeout(timer)
  }, [words])
  return (
    <p className="unseen" aria-live="polite">
      {said}
    </p>
  )
}
