import { ipcMain, type WebContents } from 'electron'
import { z } from 'zod'
import { eventNames, type Reply } from '../../../shared/contract.ts'
import type { Engine } from '../../engine/engine.ts'
import { failure } from '../../engine/failure.ts'
import { serve } from '../../engine/serve.ts'
import { isOurFrame } from './security.ts'

const askSchema = z.tuple([z.string().max(100), z.array(z.unknown()).max(10)])

const refused: Reply<never> = { ok: false, error: failure('denied', 'engine.foreignPage') }

/** Answers the console's requests and passes the engine's announcements on. Requests wait until the engine is there. */
export function serveIpc(
  engine: Promise<Pick<Engine, 'api' | 'listen'>>,
  contents: () => WebContents | null,
): void {
  ipcMain.handle('request', async (event, ...ask: readonly unknown[]) => {
    if (!isOurFrame(event.senderFrame)) return refused
    const parsed = askSchema.safeParse(ask)
    if (!parsed.success) return refused
    return serve((await engine).api, parsed.data[0], parsed.data[1])
  })
  void engine.then(
    ({ listen }) => {
      for (const name of eventNames) listen(name, (data) => contents()?.send('event', name, data))
    },
    // Who started the engine shows why it did not start.
    () => undefined,
  )
}
