import type { ReactNode } from 'react'
import type { NowAnswer } from '../../shared/live.ts'
import { Phrase } from '../chats/Phrase.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { openHeld, openWaiting } from './opening.ts'
import { Press } from './Press.tsx'
import { useTick } from './ticker.ts'
import { overTargetAt } from './waits.ts'
import type { Behind } from './useNowAnswer.ts'

interface HeadlineProps {
  readonly answer: NowAnswer
  /** The data ends so early that waits are not counted on. */
  readonly behind: Behind
}

/** "13 customers wait, 5 longer than 2 min. 60 conversations open with 12 agents." Each figure opens what is behind it. */
export function Headline({ answer, behind }: HeadlineProps): ReactNode {
  const text = useText('now')
  const format = useFormat()
  const { waiting, open, agents, target } = answer
  const over = useTick((now) => overTargetAt(answer, now))
  const holders = agents.filter(({ held }) => held > 0).length
  const counted = (count: number) => ({ count, shown: format.count(count) })
  const parts = {
    waiting: <Press onPress={openWaiting}>{text('head.customers', counted(waiting.total))}</Press>,
    over: (
      <Press className="head-over" onPress={openWaiting}>
        {text('head.over', { ...counted(over), target: format.duration(target) })}
      </Press>
    ),
    open: <Press onPress={() => openHeld({})}>{text('head.open', counted(open))}</Press>,
  }
  const who = waiting.total === 0 ? 'head.nobody' : over === 0 ? 'head.wait' : 'head.waitOver'
  return (
    <>
      <Phrase text={text(who, { count: waiting.total })} parts={parts} />{' '}
      <span className="head-more">
        {open > 0 && (
          <Phrase
            text={holders === 0 ? text('head.openOnly') : text('head.openWith', counted(holders))}
            parts={parts}
          />
        )}
        {behind !== null && ` ${text(`behind.${behind}`, { until: format.dateTime(answer.completeTo) })}`}
      </span>
    </>
  )
}
