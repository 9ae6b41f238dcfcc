import type { WorkingHours } from '../../../shared/hours.ts'
import { useFormat } from '../../ui/format.ts'
import { piecesOf, weekdaysIn } from './week.ts'

/** The week drawn, a line a day: what runs over midnight goes on in the next line. The editor beside it says the same. */
export function WeekBars({ week }: { readonly week: WorkingHours['week'] }) {
  const format = useFormat()
  const pieces = piecesOf(week)
  return (
    <div className="hours-bars" aria-hidden>
      {weekdaysIn(format.weekdays).map((day) => (
        <div className="hours-bar" key={day}>
          {pieces
            .filter((piece) => piece.day === day)
            .map(({ from, to, carried }) => (
              <span
                key={`${from}-${carried}`}
                data-carried={carried || undefined}
                style={{ left: `${from / 14.4}%`, width: `${(to - from) / 14.4}%` }}
              />
            ))}
        </div>
      ))}
      <div className="hours-scale">
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
    </div>
  )
}
