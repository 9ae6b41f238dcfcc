import { html, type Markup } from '../../print/markup.ts'
import { round } from './axis.ts'
import type { ChartInput } from './frame.ts'

/** Bars on their side, each with its name and value; a black stroke is the period before. */
export function ranking({ points, textOf }: ChartInput): Markup {
  const most = Math.max(0, ...points.flatMap(({ now, before }) => [now ?? 0, before ?? 0]))
  const share = (value: number) => (most === 0 ? 0 : round((100 * value) / most))
  return html`<table class="ranking">
    <tbody>
      ${points.map(
        ({ name, now, before }) =>
          html`<tr>
            <td class="name"><bdi>${name}</bdi></td>
            <td class="bars">
              <span class="track"
                ><span class="meter" style="width:${share(now ?? 0)}%"></span
                >${before !== null && before > 0 && html`<span class="tick" style="left:${share(before)}%"></span>`}</span
              >
            </td>
            <td>${textOf(now)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}
