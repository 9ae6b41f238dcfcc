/** How far a stream is and how fast: a mean over the last half minute, so that the time left neither jumps nor lies. */
export interface ProgressMeter {
  note(done: number, records: number, now: number): void
  /** Records a second. */
  perSecond(): number
  /** Seconds until `total` is reached at the present pace; null when nothing can be said. */
  secondsLeft(done: number, total: number | null): number | null
}

const windowMs = 30_000

export function createProgressMeter(): ProgressMeter {
  let samples: { at: number; done: number; records: number }[] = []
  let records = 0
  const span = () => {
    const [first, last] = [samples.at(0), samples.at(-1)]
    return first && last && last.at > first.at ? { first, last, seconds: (last.at - first.at) / 1000 } : null
  }
  return {
    note(done, added, now) {
      records += added
      samples.push({ at: now, done, records })
      samples = samples.filter((sample) => sample.at > now - windowMs)
    },
    perSecond() {
      const taken = span()
      return taken ? Math.round((taken.last.records - taken.first.records) / taken.seconds) : 0
    },
    secondsLeft(done, total) {
      const taken = span()
      if (!taken || total === null || total < done) return null
      const pace = (taken.last.done - taken.first.done) / taken.seconds
      return pace > 0 ? Math.ceil((total - done) / pace) : null
    },
  }
}
