/**
 * Writing the log of the index back into its file while much is written: in another thread, because it waits for the disk and
 * whoever writes the index must not. What is written meanwhile is written back by a second call, for which the first build
 * waits without holding anybody up; SQLite then begins its log anew.
 */

export interface WritingBack {
  /** Something was written; resolves when more may be. */
  written(): Promise<void>
}

/** Transactions of the first build between two calls: some twenty megabytes of log. */
const together = 8
/** The disk may be slow: no more than so many are in the log. */
const mostTogether = 32

/** `writeBack` rejects where that cannot be done elsewhere; `giveUp`: the index does it itself from then on. */
export function createWritingBack(writeBack: () => Promise<void>, giveUp: () => void): WritingBack {
  let given = false
  let inLog = 0
  let underway: Promise<void> | null = null
  let hasFirst = false

  const guarded = () =>
    writeBack().catch(() => {
      given = true
      giveUp()
    })
  const begin = () => {
    underway = guarded().then(() => {
      hasFirst = true
    })
  }
  return {
    async written() {
      if (given) return
      inLog += 1
      if (underway === null && inLog >= together) begin()
      if (inLog >= mostTogether) await underway
      if (!hasFirst) return
      await guarded()
      hasFirst = false
      underway = null
      inLog = 0
    },
  }
}
