import { html, type Markup } from '../../print/markup.ts'
import { round, textWidth } from './axis.ts'
import type { ChartInput } from './frame.ts'

const head = 10

/** Seven days by 24 hours, in the order of the language's calendars; seven steps from nothing to the highest. */
export function heatChart(
  input: ChartInput & { readonly weekdays: readonly { readonly day: number; readonly name: string }[] },
): Markup {
  const { points, weekdays, label, width, textOf } = input
  const values = new Map(points.map(({ key, now }) => [key, now]))
  const most = Math.max(0, ...points.map(({ now }) => now ?? 0))
  const peak = points.find(({ now }) => now === most && most > 0)
  const left = Math.max(...weekdays.map(({ name }) => textWidth(name))) + 5
  const cell = (width - left) / 24
  const row = Math.min(cell, 12)
  return html`<svg
    class="chart heat"
    viewBox="0 0 ${width} ${round(head + 7 * row)}"
    role="img"
    aria-label="${peak === undefined ? label : `${label}: ${peak.name} ${textOf(peak.now)}`}"
  >
    ${[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => html`<text x="${round(left + (hour + 0.5) * cell)}" y="7">${String(hour).padStart(2, '0')}</text>`)}
    ${weekdays.map(
      ({ day, name }, index) =>
        html`<text class="start" x="0" y="${round(head + (index + 0.5) * row + 2.5)}">${name}</text
          >${Array.from({ length: 24 }, (_, hour) => {
            const value = values.get(`${day}-${String(hour).padStart(2, '0')}`) ?? 0
            const heat = most === 0 || value === 0 ? 0 : Math.max(1, Math.ceil((6 * value) / most))
            return html`<rect
              class="heat-${heat}"
              x="${round(left + hour * cell)}"
              y="${round(head + index * row)}"
              width="${round(cell - 1)}"
              height="${round(row - 1)}"
            />`
          })}`,
    )}
  </svg>`
}
