/** What goes wrong on the page itself, as failures that are said in any language like the engine's. */
import type { Failure, FailureKind } from '../shared/contract.ts'
import { phraseOf, type FailureKey, type Given } from '../shared/phrases.ts'
import { say } from './ui/text.ts'

export function pageFailure<Key extends FailureKey & `page.${string}`>(
  kind: FailureKind,
  key: Key,
  ...[values]: Given<Key>
): Failure {
  return {
    kind,
    message: say('failures', `${key}.message`, { ...values }),
    hint: say('failures', `${key}.hint`, { ...values }),
    words: phraseOf(key, values),
  }
}
