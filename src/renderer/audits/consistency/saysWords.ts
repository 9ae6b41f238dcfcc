import type { DivergenceKind } from '../../../shared/audits.ts'
import type { Format } from '../../ui/numbers.ts'
import type { Text } from '../../ui/text.ts'

/** What an answer commits to, in words: `14 d`, `315.90 EUR`, `refund -` come from the engine (docs/checks.md). */
export function saysWords(
  { kind, value }: { readonly kind: DivergenceKind; readonly value: string },
  text: Text,
  format: Format,
): string {
  switch (kind) {
    case 'yes_no':
      return text(`consistency.value.${value}`)
    case 'price':
      return priceWords(value, text, format)
    case 'deadline':
      return deadlineWords(value, text)
    case 'policy':
      return policyWords(value, text)
  }
}

function priceWords(value: string, text: Text, format: Format): string {
  if (value === '0') return text('consistency.value.free')
  const [amount = '', currency = ''] = value.split(' ')
  return `${format.money(Number(amount))} ${currency}`
}

/** Dates and times of day stand for themselves. */
function deadlineWords(value: string, text: Text): string {
  const [, amount, unit] = /^([\d.]+(?:–[\d.]+)?) (min|h|d|wd|mo)$/.exec(value) ?? []
  if (amount === undefined || unit === undefined) return value
  return text(`consistency.unit.${unit}`, { count: amount === '1' ? 1 : 2, amount })
}

function policyWords(value: string, text: Text): string {
  const [subject = '', stance] = value.split(' ')
  const allowed = stance === '+' ? 'allowed' : 'refused'
  return text(`consistency.${allowed}`, { subject: text(`consistency.subject.${subject}`) })
}
