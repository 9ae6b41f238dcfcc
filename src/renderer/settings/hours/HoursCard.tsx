import { useId } from 'react'
import type { Weekday, WorkingHours } from '../../../shared/hours.ts'
import { useAsk } from '../../api.ts'
import { allZones } from '../../frame/ZoneMenu.tsx'
import { Button } from '../../ui/Button.tsx'
import { useFormat } from '../../ui/format.ts'
import { useText } from '../../ui/text.ts'
import { DayRanges } from './DayRanges.tsx'
import { SpecialDays } from './SpecialDays.tsx'
import { WeekBars } from './WeekBars.tsx'
import { weekdaysIn, weekMinutes } from './week.ts'

export interface HoursCardProps {
  readonly hours: WorkingHours
  readonly onChange: (hours: WorkingHours) => void
  readonly onRemove: () => void
}

/** The hours of one place: its zone, its week, its special days. */
export function HoursCard({ hours, onChange, onRemove }: HoursCardProps) {
  const text = useText('settings')
  const format = useFormat()
  const zoneId = useId()
  const { data: workspace } = useAsk('workspace', [], ['workspace'])
  const { scope, zone, week } = hours
  const place =
    scope === null
      ? text('hours.workspace')
      : ((scope.channel === undefined
          ? workspace?.teams.find(({ id }) => id === scope.team)?.name
          : workspace?.channels.find(({ id }) => id === scope.channel)?.name) ??
        scope.channel ??
        scope.team ??
        '')
  const setDay = (day: Weekday, ranges: WorkingHours['week'][Weekday]) =>
    onChange({ ...hours, week: { ...week, [day]: ranges } })
  const copyMonday = () =>
    onChange({
      ...hours,
      week: { ...week, tue: week.mon, wed: week.mon, thu: week.mon, fri: week.mon },
    })
  return (
    <div className="card hours-card">
      <div className="card-head">
        <h3 dir="auto">{place}</h3>
        <span className="card-note">{text('hours.perWeek', { time: format.hours(weekMinutes(week)) })}</span>
        <Button quiet onClick={onRemove}>
          {text('hours.remove')}
        </Button>
      </div>
      <div className="hours-zone">
        <label htmlFor={zoneId}>{text('hours.zone')}</label>
        <select
          id={zoneId}
          className="field"
          value={zone}
          onChange={(event) => onChange({ ...hours, zone: event.target.value })}
        >
          {allZones('').map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <Button quiet onClick={copyMonday}>
          {text('hours.copyMonday')}
        </Button>
      </div>
      <div className="hours-week">
        <div className="hours-days">
          {weekdaysIn(format.weekdays).map((day) => (
            <DayRanges
              key={day}
              name={text(`weekday.${day}`)}
              ranges={week[day]}
              onChange={(ranges) => setDay(day, ranges)}
            />
          ))}
        </div>
        <WeekBars week={week} />
      </div>
      <SpecialDays hours={hours} onChange={(exceptions) => onChange({ ...hours, exceptions })} />
    </div>
  )
}
