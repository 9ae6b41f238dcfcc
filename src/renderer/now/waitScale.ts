/** The scale all waits share, and where a wait lies on it. Pure; durations in seconds. */
import { waitLevel, type WaitLevel } from '../chats/waits.ts'

export interface WaitScale {
  /** What the whole width stands for. */
  readonly seconds: number
  /** The longest wait lies beyond it. */
  readonly cut: boolean
}

export interface WaitBarParts {
  /** Shares of the width: up to the target, and past it. */
  readonly within: number
  readonly past: number
  readonly level: WaitLevel
  /** It goes on beyond the scale. */
  readonly cut: boolean
}

/** The scale reaches at least to where a wait becomes urgent, and never so far that the target cannot be seen. */
const least = 2.5
const most = 15

/** In whole minutes, so that it does not move each second. */
export function scaleOf(longest: number, target: number): WaitScale {
  const whole = Math.ceil(longest / 60) * 60
  const seconds = Math.min(Math.max(whole, least * target), most * target)
  return { seconds, cut: longest > seconds }
}

export function barParts(wait: number, target: number, scale: WaitScale): WaitBarParts {
  const end = Math.min(wait, scale.seconds)
  return {
    within: Math.min(end, target) / scale.seconds,
    past: Math.max(0, end - target) / scale.seconds,
    level: waitLevel(wait, target),
    cut: wait > scale.seconds,
  }
}
