import type { ReactNode } from 'react'
import type { MetricsAnswer } from '../../shared/contract.ts'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import type { Shown } from './shown.ts'
import type { Stack, StackQuery, Tone } from './stack.ts'
import { StackCard } from './StackCard.tsx'
import { type Side, sides, volumeDays } from './volume.ts'
import { labelStep } from './volumeOption.ts'

const tones: Readonly<Record<Side, Tone>> = {
  contact: 'accent',
  us: 'two',
  campaign: 'three',
  unknown: 'one',
}

/** Conversations by day, stacked by who opened, with the previous period as a line. */
export function VolumeCard({
  shown,
  byDay,
  byOpener,
  before,
}: {
  readonly shown: Shown
  readonly byDay: MetricsAnswer
  readonly byOpener: MetricsAnswer
  /** By day; null: not compared. */
  readonly before: MetricsAnswer | null
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const days = volumeDays({
    days: byDay.rows,
    byOpener: byOpener.rows,
    before: before?.rows ?? [],
    today: shown.today,
    heldFrom: shown.heldFrom,
  })
  // Who did not say is drawn only where there is somebody.
  const drawn = sides.filter((side) => side !== 'unknown' || days.some((day) => day.unknown > 0))
  const stack: Stack = {
    kind: 'count',
    parts: drawn.map((side) => ({ name: text(`volume.${side}`), tone: tones[side] })),
    line: before === null ? null : text('volume.before', { count: days.length }),
    labelEvery: labelStep(days.length),
    points: days.map((day) => ({
      label: format.dayLabel(day.day),
      values: drawn.map((side) => day[side]),
      line: day.before,
      unfinished: day.unfinished,
      missing: day.missing,
    })),
  }
  const queryOf: StackQuery = (point, part) => {
    const day = days[point]?.day
    const side = typeof part === 'number' ? drawn[part] : undefined
    // The line is of other days.
    if (day === undefined || part === 'line') return null
    // "By us" gathers several openers, so its bars open the whole day.
    const opener = side === 'contact' || side === 'campaign' ? { 'opened-by': side } : {}
    return { metric: 'conversations_opened', scope: shown.scope, key: { day, ...opener } }
  }
  return (
    <StackCard
      title={text('volume.title')}
      label={text('volume.label')}
      stack={stack}
      metrics={['conversations_opened']}
      queryOf={queryOf}
      place="volume"
    />
  )
}
