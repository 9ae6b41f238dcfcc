import { assertNever } from '../../shared/assertNever.ts'
import type { ThresholdUnit } from '../../shared/flags.ts'
import { useFormat } from '../ui/format.ts'

/** A measured value or a threshold in the words of its unit. */
export function useMeasure(): (value: number | null, unit: ThresholdUnit) => string {
  const format = useFormat()
  return (value, unit) => {
    switch (unit) {
      case 'seconds':
        return format.duration(value)
      case 'times':
        return `${format.count(value)} ×`
      case 'share':
        return format.rate(value, 0)
      case 'none':
        return ''
      default:
        return assertNever(unit)
    }
  }
}
