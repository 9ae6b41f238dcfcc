/**
 * Sentences with and without a signal, one a line. A promise says behind ` | ` when it is due if written on Monday
 * 11 May 2026 at 10:00: `+1d 12:00` is Tuesday noon. Every second line was held out: never looked at while tuning.
 */
export interface LabelledSignals {
  readonly language: string
  readonly asksPerson: Sentences
  readonly asksManager: Sentences
  readonly abuse: Sentences
  readonly promise: Sentences
}

interface Sentences {
  readonly yes: string
  readonly no: string
}

/** The lines of one half. */
export function half(lines: string, which: 'tuned' | 'heldOut'): readonly string[] {
  return linesOf(lines).filter((_, index) => index % 2 === (which === 'tuned' ? 0 : 1))
}

/** The sentences, one a line. */
export function linesOf(lines: string): readonly string[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
