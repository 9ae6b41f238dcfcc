import type { Scope } from '../../shared/contract.ts'
import { dayMs } from '../../shared/period.ts'
import type { Format } from '../ui/numbers.ts'
import type { Text } from '../ui/text.ts'

type Span = Pick<Scope, 'from' | 'to'>

/** "previous 28 days" where both are as long and touch, the days themselves otherwise (April against May). */
export function previousWords(now: Span, before: Span, text: Text, format: Format): string {
  const days = Math.round((now.to - now.from) / dayMs)
  const daysBefore = Math.round((before.to - before.from) / dayMs)
  if (days !== daysBefore || before.to !== now.from) return format.period(before.from, before.to)
  return text('compare.days', { count: days })
}
