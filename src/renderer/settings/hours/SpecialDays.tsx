import { useRef, useState } from 'react'
import type { HolidayFile } from '../../../shared/contract.ts'
import type { DayException, WorkingHours } from '../../../shared/hours.ts'
import { api, failureOf } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { tell } from '../../ui/Notices.tsx'
import { usePhraseText } from '../../ui/failureText.tsx'
import { useText } from '../../ui/text.ts'
import { DayRanges } from './DayRanges.tsx'
import { withDays } from './week.ts'

export interface SpecialDaysProps {
  readonly hours: WorkingHours
  readonly onChange: (days: readonly DayException[]) => void
}

const largestFile = 5 * 1024 * 1024

/** Holidays and one-off days: typed in, or read from a calendar file and looked at before they are taken. */
export function SpecialDays({ hours, onChange }: SpecialDaysProps) {
  const { zone, week, exceptions: days } = hours
  const text = useText('settings')
  const phraseText = usePhraseText()
  const [read, setRead] = useState<HolidayFile | null>(null)
  const [date, setDate] = useState('')
  const chooser = useRef<HTMLInputElement>(null)

  async function readFile(file: File | undefined): Promise<void> {
    if (file === undefined) return
    if (file.size > largestFile) return tell(text('days.tooLarge'))
    try {
      setRead(await api.readHolidays({ calendar: await file.text(), zone, week, exceptions: days }))
    } catch (error) {
      tell(failureOf(error))
    }
  }

  return (
    <div className="special-days">
      <h4>{text('days.title')}</h4>
      {days.length === 0 && <p className="line-hint">{text('days.none')}</p>}
      {days.map((day, index) => (
        <div className="special-day" key={day.date}>
          <span className="special-name" dir="auto">
            {day.name ?? ''}
          </span>
          <DayRanges
            name={day.date}
            ranges={day.ranges}
            onChange={(ranges) => onChange(days.with(index, { ...day, ranges }))}
          />
          <Button quiet onClick={() => onChange(days.toSpliced(index, 1))}>
            {text('days.remove')}
          </Button>
        </div>
      ))}
      <div className="section-end">
        <input
          className="field"
          type="date"
          aria-label={text('days.date')}
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        <Button
          disabled={date === ''}
          onClick={() => {
            onChange(withDays(days, [{ date, ranges: [] }]))
            setDate('')
          }}
        >
          {text('days.add')}
        </Button>
        <Button onClick={() => chooser.current?.click()}>{text('days.import')}</Button>
        <input
          ref={chooser}
          className="unseen"
          type="file"
          accept=".ics,text/calendar"
          aria-label={text('days.import')}
          tabIndex={-1}
          onChange={(event) => {
            void readFile(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      {read !== null && (
        <Dialog
          open
          onClose={() => setRead(null)}
          title={text('days.readTitle', { count: read.days.length })}
          buttons={
            <>
              <Button onClick={() => setRead(null)}>{text('days.cancel')}</Button>
              <Button
                primary
                disabled={read.days.length === 0}
                onClick={() => {
                  onChange(withDays(days, read.days))
                  setRead(null)
                }}
              >
                {text('days.take', { count: read.days.length })}
              </Button>
            </>
          }
        >
          <ul className="read-days">
            {read.days.map(({ date: on, name, ranges }) => (
              <li key={on}>
                <span>{on}</span>
                <span dir="auto">{name}</span>
                <span>
                  {ranges.length === 0
                    ? text('hours.closed')
                    : ranges.map((range) => range.join('–')).join(', ')}
                </span>
              </li>
            ))}
          </ul>
          {read.skipped.length > 0 && (
            <>
              <p>{text('days.skipped', { count: read.skipped.length })}</p>
              <ul className="read-days">
                {read.skipped.map(({ what, why, words }) => (
                  <li key={`${what} ${why}`}>
                    <span dir="auto">{what}</span>
                    <span dir="auto">{phraseText(words, why)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Dialog>
      )}
    </div>
  )
}
