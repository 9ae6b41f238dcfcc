/** Lets one loop rest until somebody rings. A ring that comes while the loop is at work is not lost. */
export interface Bell {
  readonly ring: () => void
  /** Answers true as soon as it was rung since the last wait, false after `restMs` of silence. */
  readonly wait: (restMs: number) => Promise<boolean>
}

export function createBell(): Bell {
  let rung = false
  let wake: (() => void) | null = null
  return {
    ring() {
      rung = true
      wake?.()
    },
    async wait(restMs) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, restMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        wake = null
      }
      const answer = rung
      rung = false
      return answer
    },
  }
}
