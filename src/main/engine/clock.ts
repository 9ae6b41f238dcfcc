/** The engine's clock: the machine's, or in a simulation one that runs faster from another moment on. */

export interface ClockSetting {
  /** Its time when the machine's was `machineAt`. Epoch milliseconds. */
  readonly startsAt: number
  readonly machineAt: number
  /** How many of its milliseconds pass in one of the machine's. */
  readonly speed: number
}

/** Epoch milliseconds, by the setting or by the machine. */
export function clockOf(setting: ClockSetting | null): () => number {
  if (setting === null) return Date.now
  const { startsAt, machineAt, speed } = setting
  return () => Math.round(startsAt + (Date.now() - machineAt) * speed)
}
