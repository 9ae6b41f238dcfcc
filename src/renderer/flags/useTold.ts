import { useEffect } from 'react'
import type { Notice } from '../../shared/telling.ts'
import { listen } from '../api.ts'
import { goTo } from '../selection.ts'
import { openFlag, openFlags } from './flagDesk.ts'
import { playTone } from './tone.ts'

/**
 * Shows what the engine tells as notifications of the browser, where the console runs in one and the person allowed it.
 * The desktop's host shows its own and announces nothing here.
 */
export function useTold(): void {
  useEffect(() => listen('told', ({ notices }) => notices.forEach(show)), [])
  // Of a notification the desktop's host showed.
  useEffect(() => listen('chosen', open), [])
}

function open({ flag, place }: Pick<Notice, 'flag' | 'place'>): void {
  if (place !== undefined) goTo(place)
  else if (flag === null) openFlags()
  else openFlag(flag)
}

function show(notice: Notice): void {
  const { id, title, body, sound } = notice
  if (sound) playTone()
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  // The same tag in two open windows of the console is one notification.
  const notification = new Notification(title, { body, tag: id, silent: true })
  notification.addEventListener('click', () => {
    focus()
    open(notice)
    notification.close()
  })
}
