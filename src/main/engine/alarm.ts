/** Something that is done when it is asked for, and again at the moment it names; never twice at a time. */

/** Calls back after so many milliseconds of the machine's clock; the answer calls it off. */
export type SetTimer = (milliseconds: number, ring: () => void) => () => void

/** The machine's own timers. They keep no process alive. */
export const machineTimer: SetTimer = (milliseconds, ring) => {
  const timer = setTimeout(ring, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}

export interface Alarm {
  ring(): void
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>
  /** Nothing begins after this; resolves when what was under way has ended. */
  stop(): Promise<void>
}

interface AlarmPorts {
  /** Epoch milliseconds by the engine's clock. */
  readonly now: () => number
  /** How many of that clock's milliseconds pass in one of the machine's. */
  readonly clockSpeed: number
  readonly setTimer: SetTimer
}

/** A machine that slept wakes late from a long timer, so that none is longer. */
const longestMs = 60_000
const afterFailureMs = 5000

/** `run` answers when it wants to run again, by the engine's clock; Infinity: not by itself. What fails is tried again. */
export function createAlarm({ now, clockSpeed, setTimer }: AlarmPorts, run: () => Promise<number>): Alarm {
  let callOff: () => void = () => undefined
  let running: Promise<void> | null = null
  let asked = false
  let stopped = false

  const turn = async () => {
    do {
      asked = false
      const wait = await run().then(
        (next) => (next - now()) / clockSpeed,
        () => afterFailureMs,
      )
      if (stopped) return
      if (!asked && wait !== Infinity)
        callOff = setTimer(Math.min(longestMs, Math.max(1, Math.ceil(wait))), ring)
    } while (asked)
  }
  const ring = () => {
    if (stopped) return
    asked = true
    if (running !== null) return
    callOff()
    running = turn().finally(() => (running = null))
  }
  const idle = async () => {
    while (running !== null) await running
  }
  return {
    ring,
    idle,
    stop() {
      stopped = true
      callOff()
      return idle()
    },
  }
}
