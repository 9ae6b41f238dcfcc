/** How a score came about, as a sum a person can follow: `(100 × 3 + 50 × 2) ÷ 5 = 80`. */
import type { Score } from '../../../shared/audits.ts'

/** Null: nothing that counts was rated. */
export function arithmeticOf(score: Score, number: (value: number) => string): string | null {
  const standard = score.lines.filter((line) => line.kind === 'standard' && line.value !== null)
  if (score.weights === 0 || standard.length === 0) return null
  const sum = standard.map(({ value, weight }) => `${number(value ?? 0)} × ${number(weight)}`).join(' + ')
  const mean = score.points / score.weights
  const bonus = score.bonus > 0 ? ` + ${number(score.bonus)} = ${number(mean + score.bonus)}` : ''
  return `(${sum}) ÷ ${number(score.weights)} = ${number(mean)}${bonus}`
}
