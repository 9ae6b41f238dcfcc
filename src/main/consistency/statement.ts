/** One thing an answer commits to. */
import type { DivergenceKind } from '../../shared/audits.ts'

export interface Statement {
  readonly kind: DivergenceKind
  /**
   * In one spelling whatever the language: `4.90 EUR`, `0` (free of charge), `14 d`, `2–3 d`, `5 wd` (working days), `2 h`,
   * `30 min`, `6 mo`, `18:00`, `2026-05-12`, `05-12`, `refund +`, `refund -`, `yes`, `no`.
   */
  readonly value: string
  /** What it means on a scale; null: it is equal or not. Statements on other scales neither agree nor conflict. */
  readonly range: { readonly scale: string; readonly from: number; readonly to: number } | null
}

/** Whether both can be true of one thing: equal, or ranges that meet; null: they are not about the same. */
export function agree(one: Statement, other: Statement): boolean | null {
  if (one.kind !== other.kind) return null
  if (one.value === other.value) return true
  if (one.range === null || other.range === null) return one.range === other.range ? false : null
  if (one.range.scale !== other.range.scale) return null
  return one.range.from <= other.range.to && other.range.from <= one.range.to
}
