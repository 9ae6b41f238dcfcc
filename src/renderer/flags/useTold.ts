import { useEffect } from 'react'
import type { Notice } from '../../shared/telling.ts'
import { listen } from '../api.ts'
import { openPart } from '../reports/parts.ts'
import { goTo } from '../selection.ts'
import { tellWay } from '../ui/Notices.tsx'
import { say } from '../ui/text.ts'
import { openFlag, openFlags } from './flagDesk.ts'
import { playTone } from './tone.ts'

/**
 * Shows what the engine tells as notifications of the browser, where the console runs in one and the person allowed it;
 * what became of reports is said on the page where they did not.
 * The desktop's host shows its own and announces nothing here.
 */
export function useTold(): void {
  useEffect(() => listen('told', ({ notices }) => notices.forEach(show)), [])
  // Of a notification the desktop's host showed.
  useEffect(() => listen('chosen', open), [])
}

function open({ flag, place }: Pick<Notice, 'flag' | 'place'>): void {
  if (place !== undefined) {
    goTo(place)
    openPart('schedules')
  } else if (flag === null) openFlags()
  else openFlag(flag)
}

function show(notice: Notice): void {
  const { id, title, body, sound, place } = notice
  if (sound) playTone()
  if (!('Notification' in window) || Notification.permission !== 'granted') {
    // Flags are counted at the bell anyway; of reports nothing else on the screen would say so.
    if (place !== undefined)
      tellWay(title, { word: () => say('reports', 'schedule.history'), go: () => open(notice) })
    return
  }
  // The same tag in two open windows of the console is one notification.
  const notification = new Notification(title, { body, tag: id, silent: true })
  notification.addEventListener('click', () => {
    focus()
    open(notice)
    notification.close()
  })
}
