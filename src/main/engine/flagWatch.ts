import type { Events } from '../../shared/contract.ts'
import type { Flag } from '../../shared/flags.ts'
import type { ReaderApi } from './readerApi.ts'
import type { Shell } from './shell.ts'

const everyMs = 15_000
const openLimit = 200

/**
 * Looks every few seconds which flags are open: some are raised by time alone, without a record arriving. The badge
 * shows their number; new ones are told once, and never with message text.
 */
export function watchFlags(
  reader: Pick<ReaderApi, 'flags' | 'settings' | 'workspace'>,
  shell: Pick<Shell, 'badge' | 'notify'>,
  emit: (event: 'flagged', data: Events['flagged']) => void,
): { stop(): void } {
  let known: ReadonlySet<string> | null = null
  const look = async () => {
    const { now, zone } = await reader.workspace()
    const scope = { from: 0, to: now + 1, zone, agents: [], teams: [], channels: [], categories: [] }
    const { rows, open } = await reader.flags({
      scope,
      state: 'open',
      rules: [],
      after: null,
      limit: openLimit,
    })
    shell.badge(open)
    const fresh = known === null ? [] : rows.filter((flag) => !known?.has(flag.id))
    known = new Set(rows.map((flag) => flag.id))
    if (fresh.length === 0) return
    emit('flagged', { flags: fresh, open })
    if ((await reader.settings()).telling.desktop) shell.notify(told(fresh))
  }
  const timer = setInterval(() => void look().catch(() => undefined), everyMs)
  timer.unref()
  void look().catch(() => undefined)
  return { stop: () => clearInterval(timer) }
}

function told(flags: readonly Flag[]): { readonly title: string; readonly body: string } {
  const urgent = flags.filter((flag) => flag.severity === 'danger').length
  const title = flags.length === 1 ? 'One new flag' : `${flags.length} new flags`
  return { title, body: urgent > 0 ? `${urgent} need you now.` : 'Have a look when you can.' }
}
