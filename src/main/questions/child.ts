/** A process of its own, as a host starts one. */
import { fork } from 'node:child_process'

/** Messages are copied as `structuredClone` does. */
export interface Child {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Heard once, however it ended. */
  onExit(listener: () => void): void
  /** Ends it at once, whatever it does. */
  kill(): void
}

/** Starts a program of ours as a process. */
export type StartChild = (program: URL) => Child

/** As plain Node does it. */
export const startNodeChild: StartChild = (program) => {
  const child = fork(program, { serialization: 'advanced', execArgv: [], stdio: 'ignore' })
  // A process that cannot be started, or is gone as it is written to, ends with `exit` or `error`, and not always both.
  const exit = Promise.withResolvers<void>()
  child.on('exit', () => exit.resolve())
  child.on('error', () => exit.resolve())
  return {
    send: (message) => void (child.connected && child.send(message as object)),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void exit.promise.then(listener),
    kill: () => void child.kill('SIGKILL'),
  }
}
