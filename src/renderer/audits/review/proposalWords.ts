import type { Criterion } from '../../../shared/audits.ts'
import type { Format } from '../../ui/numbers.ts'
import type { Text } from '../../ui/text.ts'
import type { Proposal } from './proposals.ts'

/** "Check proposes yes: greets the customer" */
export function proposedWords(
  criterion: Criterion,
  { level, result }: Proposal,
  text: Text,
  format: Format,
): string {
  const { because, check } = result
  const value =
    typeof because.value === 'number' && check === 'in_target'
      ? format.duration(because.value)
      : (because.value ?? '')
  return text(value === '' ? 'proposal.says' : 'proposal.saysValue', {
    level: criterion.scale[level] ?? '–',
    because: text(`because.${because.code}`),
    value,
  })
}
