import { useEffect } from 'react'
import type { Notice } from '../../shared/telling.ts'
import { listen } from '../api.ts'
import { openFlag, openFlags } from './flagDesk.ts'
import { playTone } from './tone.ts'

/**
 * Shows what the engine tells as notifications of the browser, where the console runs in one and the person allowed it.
 * The desktop's host shows its own and announces nothing here.
 */
export function useTold(): void {
  useEffect(() => listen('told', ({ notices }) => notices.forEach(show)), [])
  // Of a notification the desktop's host showed.
  useEffect(() => listen('chosen', ({ flag }) => open(flag)), [])
}

function open(flag: string | null): void {
  if (flag === null) openFlags()
  else openFlag(flag)
}

function show({ id, title, body, sound, flag }: Notice): void {
  if (sound) playTone()
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  // The same tag in two open windows of the console is one notification.
  const notification = new Notification(title, { body, tag: id, silent: true })
  notification.addEventListener('click', () => {
    focus()
    open(flag)
    notification.close()
  })
}
