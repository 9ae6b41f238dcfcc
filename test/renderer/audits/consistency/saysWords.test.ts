import { expect, it } from 'vitest'
import { saysWords } from '../../../../src/renderer/audits/consistency/saysWords.ts'
import { formatFor } from '../../../../src/shared/numbers.ts'

const text = (key: string, values?: object) =>
  values === undefined ? key : `${key} ${JSON.stringify(values)}`
const format = formatFor('de', 'UTC', 0)

it.each([
  ['yes_no', 'no', 'consistency.value.no'],
  ['price', '0', 'consistency.value.free'],
  ['price', '1315.90 EUR', '1.315,90 EUR'],
  ['deadline', '14 d', 'consistency.unit.d {"count":2,"amount":"14"}'],
  ['deadline', '1 wd', 'consistency.unit.wd {"count":1,"amount":"1"}'],
  ['deadline', '2–3 mo', 'consistency.unit.mo {"count":2,"amount":"2–3"}'],
  ['deadline', '18:00', '18:00'],
  ['deadline', '2026-05-12', '2026-05-12'],
  ['policy', 'refund -', 'consistency.refused {"subject":"consistency.subject.refund"}'],
] as const)('%s %s is said as %s', (kind, value, words) => {
  expect(saysWords({ kind, value }, text, format)).toBe(words)
})
