import { type ReactNode, useMemo } from 'react'
import type { ExplainQuery, Scope } from '../../shared/contract.ts'
import { openNumber } from '../selection.ts'
import { Chart } from '../ui/Chart.tsx'
import { useFormat } from '../ui/format.ts'
import { useText } from '../ui/text.ts'
import { type Side, sides, sumBySide, type VolumeDay } from './volume.ts'
import { volumeOption } from './volumeOption.ts'

/** Bars by day, stacked by who opened, with the previous period as a line. */
export function VolumeChart({
  scope,
  days,
  compared,
}: {
  readonly scope: Scope
  readonly days: readonly VolumeDay[]
  readonly compared: boolean
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const drawn = drawnSides(days)
  const names = useMemo(
    () => Object.fromEntries(sides.map((side) => [side, text(`volume.${side}`)])) as Record<Side, string>,
    [text],
  )
  const before = text('volume.before', { count: days.length })
  const words = {
    names,
    before,
    unfinished: text('volume.unfinished'),
    missing: text('volume.missing'),
    opens: text('volume.opens'),
  }
  const columns = [text('volume.day'), ...drawn.map((side) => names[side]), text('volume.total')]
  return (
    <Chart
      option={(colours) => volumeOption({ days, drawn, compared, words, format, colours })}
      height={238}
      label={text('volume.label')}
      table={{
        columns: compared ? [...columns, before] : columns,
        rows: days.map((day) => {
          const state = day.missing ? words.missing : day.unfinished ? words.unfinished : ''
          const label = format.dayLabel(day.day)
          const row = [
            state === '' ? label : `${label} (${state})`,
            ...drawn.map((side) => format.count(day[side])),
            format.count(day.total),
          ]
          return compared ? [...row, format.count(day.before)] : row
        }),
      }}
      onPick={({ index, series }) => {
        const day = days[index]
        if (day === undefined) return
        const side = drawn.find((one) => names[one] === series) ?? null
        openNumber(queryOf(scope, day.day, side))
      }}
    />
  )
}

/** The key above the chart: each side with its sum. */
export function VolumeKey({
  days,
  compared,
}: {
  readonly days: readonly VolumeDay[]
  readonly compared: boolean
}): ReactNode {
  const text = useText('overview')
  const format = useFormat()
  const sums = sumBySide(days)
  return (
    <span className="volume-key">
      {drawnSides(days).map((side) => (
        <span key={side}>
          <span className={`key-square key-${side}`} aria-hidden="true" />
          {text(`volume.${side}`)} {format.count(sums[side])}
        </span>
      ))}
      {compared && (
        <span>
          <span className="key-line" aria-hidden="true" />
          {text('volume.before', { count: days.length })}
        </span>
      )}
    </span>
  )
}

/** Who did not say is drawn only where there is somebody. */
function drawnSides(days: readonly VolumeDay[]): readonly Side[] {
  return sides.filter((side) => side !== 'unknown' || days.some((day) => day.unknown > 0))
}

/** "By us" gathers several openers, so its bars open the whole day. */
function queryOf(scope: Scope, day: string, side: Side | null): ExplainQuery {
  const query = { metric: 'conversations_opened', scope } as const
  if (side !== 'contact' && side !== 'campaign') return { ...query, key: { day } }
  return { ...query, key: { day, 'opened-by': side } }
}
