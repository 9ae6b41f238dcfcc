/** Value axes, and what their numbers look like. All lengths are points of the page. */
import type { Language } from '../../../shared/contract.ts'
import { localeFormats } from '../../../shared/languages.ts'
import type { MetricUnit } from '../../../shared/metrics.ts'

export const chartHeight = 132
/** Of every word in a chart. */
export const fontSize = 7

export interface Axis {
  readonly top: number
  /** From the bottom of the plot up. */
  readonly y: (value: number) => number
  readonly ticks: readonly { readonly value: number; readonly text: string }[]
  /** Room its numbers take. */
  readonly width: number
}

/** From 0 to a round number that is not below the highest value, with one line between them. */
export function axisFor(
  values: readonly (number | null)[],
  {
    bottom,
    top,
    language,
    unit,
  }: {
    readonly bottom: number
    readonly top: number
    readonly language: Language
    readonly unit: MetricUnit
  },
): Axis {
  const highest = Math.max(0, ...values.filter((value) => value !== null))
  const { size } = axisUnit(language, unit, highest)
  const most = highest === 0 ? size : roundUp(highest / size) * size
  const ticks = [0, most / 2, most].map((value) => ({ value, text: tickText(value / size, unit, language) }))
  return {
    top: most,
    y: (value) => bottom - ((bottom - top) * value) / most,
    ticks,
    width: Math.max(...ticks.map(({ text }) => textWidth(text))) + 5,
  }
}

const spans = [
  { name: 's', size: 1, upTo: 180 },
  { name: 'min', size: 60, upTo: 3 * 3600 },
  { name: 'h', size: 3600, upTo: 3 * 86_400 },
  { name: 'd', size: 86_400, upTo: Number.POSITIVE_INFINITY },
] as const

/** The one unit an axis of durations is in; `size`: how many of the metric's unit one of it is. */
export function axisUnit(
  language: Language,
  unit: MetricUnit,
  highest: number,
): { readonly size: number; readonly name: string } {
  if (unit !== 'seconds') return { size: 1, name: '' }
  const span = spans.find(({ upTo }) => highest <= upTo) ?? spans[3]
  return { size: span.size, name: localeFormats[language].units[span.name] }
}

function tickText(value: number, unit: MetricUnit, language: Language): string {
  const { locale, spacedPercent } = localeFormats[language]
  const isRate = unit === 'rate'
  const shown = isRate ? value * 100 : value
  const text = new Intl.NumberFormat(locale, {
    maximumFractionDigits: shown < 1 ? 2 : 1,
    notation: shown >= 100_000 ? 'compact' : 'standard',
  }).format(shown)
  return isRate ? `${text}${spacedPercent ? '\u202f' : ''}%` : text
}

const steps = [1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10]

function roundUp(value: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(value))
  const step = steps.find((one) => one * magnitude >= value * (1 - 1e-9)) ?? 10
  return step * magnitude
}

/** About how wide a text is: Chinese and the percent sign are as wide as they are high, figures and letters a little more than half. */
export function textWidth(text: string, size = fontSize): number {
  let units = 0
  for (const sign of text)
    units += /[\u1100-\uffef%‰]/.test(sign) ? 1 : /[\u202f .,:il]/.test(sign) ? 0.32 : 0.6
  return units * size
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
