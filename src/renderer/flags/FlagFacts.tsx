import type { ReactNode } from 'react'
import { flagRuleKinds, type Flag } from '../../shared/flags.ts'
import { FactList, type Fact } from '../chats/FactList.tsx'
import type { Names } from '../chats/names.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { useMeasure } from './useMeasure.ts'
import '../chats/facts.css'

interface FlagFactsProps {
  readonly flag: Flag
  readonly names: Names
  readonly now: number
}

/** First and last time, what was measured against what is allowed, and who has it. */
export function FlagFacts({ flag, names, now }: FlagFactsProps): ReactNode {
  const text = useText('flagging')
  const format = useFormat()
  const measure = useMeasure()
  const { unit } = flagRuleKinds[flag.rule]
  // Chats are counted though their rule is a share of what one can hold.
  const measured = (value: number | null) =>
    flag.rule === 'overloaded' ? format.count(value) : measure(value, unit)
  const facts: readonly (Fact | false)[] = [
    flag.from !== flag.raisedAt && { label: text('fact.from'), value: format.dateTime(flag.from) },
    { label: text('fact.raised'), value: format.dateTime(flag.raisedAt) },
    {
      label: text('fact.ended'),
      value: flag.endedAt === null ? text('fact.notEnded') : format.dateTime(flag.endedAt),
    },
    unit !== 'none' &&
      flag.seconds !== null && {
        label: text('fact.measured'),
        value: text('fact.against', {
          measured: measured(flag.seconds),
          allowed: measured(flag.target),
        }),
      },
    flag.code !== null && { label: text('fact.code'), value: String(flag.code) },
    flag.agent !== null && { label: text('fact.agent'), value: names.agent(flag.agent) },
    { label: text('fact.owner'), value: flag.owner ?? text('nobody') },
    flag.snoozedUntil !== null &&
      flag.snoozedUntil > now && {
        label: text('fact.rests'),
        value: format.dateTime(flag.snoozedUntil),
      },
  ]
  return <FactList facts={facts.filter((fact) => fact !== false)} />
}
