import { flagReason } from '../../shared/flagReason.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'

/** Why a flag was raised, in the person's language: the same words on every screen. */
export function useFlagReason(): (flag: Parameters<typeof flagReason>[0]) => string {
  const say = useText('flags')
  const codes = useText('codes')
  const format = useFormat()
  return (flag) =>
    flagReason(flag, {
      say,
      format,
      failure: (code) => codes(String(code), { defaultValue: codes('unknown') }),
    })
}
