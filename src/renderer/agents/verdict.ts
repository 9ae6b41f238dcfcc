/** The one sentence an agent's page opens with, as data. */
import type { Figures } from '../../shared/contract.ts'
import { durationOf, enoughResponses, type Outlier, type Slowing } from './outliers.ts'

export type Verdict =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'few'; readonly responses: number }
  | {
      readonly kind: 'slow'
      /** Never empty; the largest ratio first. */
      readonly outliers: readonly Outlier[]
      readonly slowing: Slowing | null
    }
  | {
      readonly kind: 'slowing'
      readonly slowing: Slowing
      readonly own: number
      readonly team: number | null
    }
  | {
      readonly kind: 'compared'
      readonly direction: 'faster' | 'alike' | 'slower'
      readonly own: number
      readonly team: number
    }
  | { readonly kind: 'alone'; readonly own: number }

/** Medians this near to each other are called alike. */
const alike = 0.15

/** Judges one agent against the own team's figures; times in seconds. */
export function verdictOf(
  own: Figures,
  team: Figures | null,
  outliers: readonly Outlier[],
  slowing: Slowing | null,
): Verdict {
  const mine = durationOf(own, 'first_response_time')
  if (mine === null || mine.median === null) return { kind: 'nothing' }
  if (mine.count < enoughResponses) return { kind: 'few', responses: mine.count }
  if (outliers.length > 0) return { kind: 'slow', outliers, slowing }
  const theirs = team === null ? null : (durationOf(team, 'first_response_time')?.median ?? null)
  if (slowing !== null) return { kind: 'slowing', slowing, own: mine.median, team: theirs }
  if (theirs === null || theirs === 0) return { kind: 'alone', own: mine.median }
  const ratio = mine.median / theirs
  const direction = ratio > 1 + alike ? 'slower' : ratio < 1 - alike ? 'faster' : 'alike'
  return { kind: 'compared', direction, own: mine.median, team: theirs }
}
