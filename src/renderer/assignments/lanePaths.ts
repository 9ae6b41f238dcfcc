/** The lanes of an agent as a few drawings, however many bars there are: one path for each way of being drawn. Pure. */
import type { LaneBar } from './bars.ts'

/** 2 px a conversation, 1 px between. */
export const lanePitch = 3
export const laneTop = 5

/** What an SVG path takes as `d`. */
export interface LanePaths {
  readonly stated: string
  readonly noticed: string
  readonly inferred: string
  readonly waited: string
  readonly passed: string
  readonly replies: string
}

/** `x`: pixels of a time. Nothing is narrower than a pixel. */
export function lanePaths(bars: readonly LaneBar[], x: (at: number) => number): LanePaths {
  const held: Record<LaneLook, string[]> = { stated: [], noticed: [], inferred: [] }
  const waited: string[] = []
  const passed: string[] = []
  const replies: string[] = []
  for (const one of bars) {
    const y = laneY(one.lane)
    held[lookOf(one)].push(line(x(one.from), x(one.to), y))
    for (const wait of one.waits) waited.push(line(x(wait.from), x(wait.to), y))
    if (one.bar.passedOn && one.bar.to !== null && one.bar.to <= one.to)
      passed.push(tick(x(one.to), y - 3, 6))
    for (const at of one.bar.replies) if (at >= one.from && at <= one.to) replies.push(tick(x(at), y - 2, 4))
  }
  return {
    stated: held.stated.join(''),
    noticed: held.noticed.join(''),
    inferred: held.inferred.join(''),
    waited: waited.join(''),
    passed: passed.join(''),
    replies: replies.join(''),
  }
}

/** The middle of a lane. */
export function laneY(lane: number): number {
  return laneTop + lane * lanePitch + 1
}

export type LaneLook = 'stated' | 'noticed' | 'inferred'

/** What this version does not know was told all the same. */
export function lookOf({ bar }: LaneBar): LaneLook {
  if (bar.source === 'diffed') return 'noticed'
  return bar.source === 'inferred' ? 'inferred' : 'stated'
}

function line(from: number, to: number, y: number): string {
  return `M${tenth(from)} ${y}H${tenth(Math.max(to, from + 1))}`
}

function tick(at: number, y: number, height: number): string {
  return `M${tenth(at)} ${y}v${height}`
}

function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
