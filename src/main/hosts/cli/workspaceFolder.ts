import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The folder with both databases: the one named, else the app's own data folder. */
export function workspaceFolder(named: string | undefined, env: NodeJS.ProcessEnv = process.env): string {
  return named === undefined ? join(dataFolder(env), 'workspace') : resolve(named)
}

function dataFolder(env: NodeJS.ProcessEnv): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Floorwalker')
  if (process.platform === 'win32') return join(env['APPDATA'] ?? homedir(), 'Floorwalker')
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'floorwalker')
}
