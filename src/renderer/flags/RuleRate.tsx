import { type ReactNode, useMemo } from 'react'
import type { FlagRate, FlagRuleId } from '../../shared/flags.ts'
import { addDays } from '../../shared/period.ts'
import { useAsk } from '../api.ts'
import { useWholeScope } from '../frame/openFlags.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'

/** How often the rule of a flag was a false alarm in the last four weeks. */
export function RuleRate({ rule }: { readonly rule: FlagRuleId }): ReactNode {
  const rates = useRecentRates()
  const words = useRateWords()
  const rate = rates?.find((one) => one.rule === rule)
  return rate === undefined ? null : <p className="flag-rate">{words(rate)}</p>
}

/** Every rule's record of the last four weeks; undefined until it is known. */
export function useRecentRates(): readonly FlagRate[] | undefined {
  const whole = useWholeScope()
  const scope = useMemo(() => ({ ...whole, from: addDays(whole.to, -28, whole.zone) }), [whole])
  return useAsk('flagRates', [{ scope }], ['flags']).data
}

/** "3 of 40 decided were false alarms (2 %–20 %)": with the interval, as a rate of few says little. */
export function useRateWords(): (rate: FlagRate) => string {
  const text = useText('flagging')
  const format = useFormat()
  return ({ raised, decided, falseAlarms, falseAlarmRate }) => {
    const flagged = text('rate.raised', { count: raised, shown: format.count(raised) })
    if (falseAlarmRate === null) return `${flagged}, ${text('rate.undecided')}`
    const words = text('rate.falseAlarms', {
      count: decided,
      of: format.count(decided),
      shown: format.count(falseAlarms),
      rate: format.rate(falseAlarmRate.value, 0),
      low: format.rate(falseAlarmRate.low, 0),
      high: format.rate(falseAlarmRate.high, 0),
    })
    return `${flagged}, ${words}`
  }
}
