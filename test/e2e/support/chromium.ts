import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome.exe']

/** The machine's own browser, as a path. Throws with what to do where there is none. */
export function findChromium(): string {
  const given = process.env['FLOORWALKER_CHROMIUM']
  if (given !== undefined) return given
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram)
  if (found !== undefined) return found
  throw new Error('No Chromium or Chrome is on the PATH: install one, or name it in FLOORWALKER_CHROMIUM.')
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
