import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const stateSchema = z.object({
  position: z.object({ x: z.number().int(), y: z.number().int() }).nullable(),
  width: z.number().int().min(1024).max(16_384),
  height: z.number().int().min(700).max(16_384),
  maximized: z.boolean(),
})
export type WindowState = z.output<typeof stateSchema>

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const fresh: WindowState = { position: null, width: 1440, height: 900, maximized: false }

/** Where the window was; a fresh one when nothing was kept or the screen it stood on is gone. */
export function readWindowState(file: string, screens: readonly Area[]): WindowState {
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    if (state.position === null) return state
    const { x, y } = state.position
    const visible = screens.some(
      (area) =>
        x >= area.x - 50 &&
        y >= area.y - 50 &&
        x < area.x + area.width - 100 &&
        y < area.y + area.height - 100,
    )
    return visible ? state : { ...fresh, maximized: state.maximized }
  } catch {
    return fresh
  }
}

/** Losing this costs a person one drag of the mouse: a failure is no error. */
export function keepWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch {
    return
  }
}
