import { spawn } from 'node:child_process'

/** Asks the system to open a link of ours. Where there is no browser the printed link is all there is. */
export function openInBrowser(link: string, platform = process.platform): void {
  const [file, args] =
    platform === 'darwin'
      ? (['open', [link]] as const)
      : platform === 'win32'
        ? (['rundll32', ['url.dll,FileProtocolHandler', link]] as const)
        : (['xdg-open', [link]] as const)
  const child = spawn(file, [...args], { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}
