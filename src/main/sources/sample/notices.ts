import type { Notice } from '../source.ts'
import { clockZero, dayLength, dayOf, hour, minute } from './berlin.ts'
import { campaignOn } from './story.ts'
import type { Premise } from './story.ts'

/** What the cloud says about Nordlicht's account with `from` ≤ its moment < `to`, in epoch milliseconds. */
export function noticesBetween(premise: Premise, from: number, to: number): readonly Notice[] {
  const result: Notice[] = []
  for (let day = dayOf(from); day <= dayOf(to); day++) result.push(...noticesOn(premise, day))
  return result.filter((notice) => notice.at >= from && notice.at < to)
}

function noticesOn(premise: Premise, day: number): readonly Notice[] {
  const result: Notice[] = []
  if (campaignOn(premise, day - 1) === 'restock_alert') {
    result.push({
      at: clockZero(day) + 11 * hour + 20 * minute,
      severity: 'warning',
      kind: 'template_status',
      text: 'Template restock_alert (de) paused by Meta for 3 hours: too many recipients blocked or reported it.',
      id: `template-${day}`,
    })
  }
  if (day === dayOf(premise.anchor - 9 * dayLength)) {
    result.push({
      at: clockZero(day) + 15 * hour + 5 * minute,
      severity: 'warning',
      kind: 'phone_number_quality',
      text: 'Quality of 台灣客服 (+886255500164) went from green to yellow.',
      id: `quality-${day}`,
    })
  }
  return result
}
