/** Who reviews what of a sample. */
import type { SampleRecipe } from '../../shared/audits.ts'

type Deal = Pick<SampleRecipe, 'reviewers' | 'calibration'>

/** How many chats the reviewers can take: all their quotas together; in a calibration, where each takes all, the smallest. */
export function capacityOf({ reviewers, calibration }: Deal): number {
  const quotas = reviewers.map(({ quota }) => quota ?? Number.POSITIVE_INFINITY)
  return calibration ? Math.min(...quotas) : quotas.reduce((sum, quota) => sum + quota, 0)
}

/**
 * The reviewers of each of `count` chats in drawing order: in a calibration all of them, else one, in turns, those whose
 * quota is used up passed over. At most as many chats as they can take.
 */
export function deal(count: number, { reviewers, calibration }: Deal): readonly (readonly string[])[] {
  if (calibration) return Array.from({ length: count }, () => reviewers.map(({ name }) => name))
  const dealt: string[][] = []
  for (let round = 1; dealt.length < count; round++) {
    const open = reviewers.filter(({ quota }) => quota === null || quota >= round)
    if (open.length === 0) break
    for (const { name } of open.slice(0, count - dealt.length)) dealt.push([name])
  }
  return dealt
}
