import { fileURLToPath } from 'node:url'
import { utilityProcess } from 'electron'
import type { StartChild } from '../../questions/child.ts'

/** The packaged app cannot run as plain Node: Electron starts processes of its own. */
export const startUtilityChild: StartChild = (program) => {
  const child = utilityProcess.fork(fileURLToPath(program), [], {
    serviceName: 'Floorwalker questions',
    stdio: 'ignore',
  })
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', () => listener()),
    kill() {
      // `kill` asks politely, and a thread that is deep in SQLite does not hear it.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
      else child.kill()
    },
  }
}
