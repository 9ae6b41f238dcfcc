import { html, type Markup } from '../../print/markup.ts'
import { round, textWidth } from './axis.ts'
import { framed, linePath, plotOf, type ChartInput } from './frame.ts'

/** Bars narrower than this carry no mark of the period before: it becomes a line. */
const narrowest = 8

/** Bars of this period; a black stroke across each is the period before. What was not measured has no bar. */
export function barChart(input: ChartInput): Markup {
  const plot = plotOf(input)
  const { axis, step, x } = plot
  const { points } = input
  const width = Math.max(1, step * 0.62)
  const hasMarks = width >= narrowest
  const texts = points.map(({ now }) => (now === null || now === 0 ? '' : input.textOf(now)))
  const hasTexts = Math.max(...texts.map((text) => textWidth(text))) <= step - 2
  return framed(
    input,
    plot,
    html`${points.map(({ now }, index) => {
      if (now === null) return null
      const y = axis.y(now)
      return html`<rect
        class="bar"
        x="${round(x(index) - width / 2)}"
        y="${round(y)}"
        width="${round(width)}"
        height="${round(axis.y(0) - y)}"
      />`
    })}
    ${
      hasMarks
        ? points.map(
            ({ before }, index) =>
              before !== null &&
              html`<path
                class="mark"
                d="M${round(x(index) - width / 2 - 2)} ${round(axis.y(before))}H${round(x(index) + width / 2 + 2)}"
              />`,
          )
        : html`<path
            class="line before"
            d="${linePath(
              points.map(({ before }) => before),
              plot,
            )}"
          />`
    }
    ${hasTexts && points.map(({ now, before }, index) => now !== null && now !== 0 && html`<text class="value" x="${round(x(index))}" y="${round(valueY(axis.y(now), before === null || !hasMarks ? null : axis.y(before)))}">${texts[index] ?? ''}</text>`)}`,
  )
}

/** Above the bar, and above the stroke of the period before where that would run through it. */
function valueY(bar: number, mark: number | null): number {
  const usual = bar - 4
  return mark !== null && mark < bar && mark > bar - 13 ? mark - 4 : usual
}
