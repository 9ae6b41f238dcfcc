/** Why a flag was raised, in words. */
import type { Flag } from '../../shared/flags.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'

/** "first response past 5 min": the rule with what it measured, or the rule alone where the measure is not known. */
export function useFlagReason(): (flag: Flag) => string {
  const text = useText('agents')
  const format = useFormat()
  return (flag) => {
    switch (flag.rule) {
      case 'unresolved':
        return flag.seconds === null
          ? text('flags.unresolvedPlain')
          : text('flags.unresolved', { length: format.duration(flag.seconds) })
      case 'first_response':
        return flag.target === null
          ? text('flags.first_responsePlain')
          : text('flags.first_response', { target: format.duration(flag.target) })
      case 'message_failed':
        return flag.code === null
          ? text('flags.message_failedPlain')
          : text('flags.message_failed', { code: flag.code })
      case 'mentioned':
        return text('flags.mentioned')
      default:
        return text(`flags.${flag.rule}`)
    }
  }
}
