import type { Flag } from '../../shared/flags.ts'
import type { Text } from '../ui/text.ts'

/** The reason of a flag in words ("No reply for 47 min"); `text` is that of the namespace `chats`. */
export function flagWords(flag: Flag, text: Text, duration: (seconds: number) => string): string {
  if (flag.rule === 'message_failed')
    return flag.code === null
      ? text('flag.message_failedPlain')
      : text('flag.message_failed', { code: flag.code })
  return text(`flag.${flag.rule}`, { seconds: flag.seconds === null ? '–' : duration(flag.seconds) })
}

/** Where a flag stands: decided by somebody, over by itself, or still open. */
export function flagState(flag: Flag): 'done' | 'false_alarm' | 'ended' | 'open' {
  if (flag.decision !== null) return flag.decision
  return flag.endedAt === null ? 'open' : 'ended'
}
