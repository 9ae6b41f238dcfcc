/** A bar an hour for the agent, a stroke for the mean agent of the team, as an ECharts option. */
import type { ChartOption, Colours } from '../ui/Chart.tsx'
import type { LoadHour } from './load.ts'

/** `step` is what one on the axis is in the values' unit: 60 where seconds are shown as minutes. */
export function loadOption(
  hours: readonly LoadHour[],
  of: (load: LoadHour['own']) => number | null,
  step: number,
  inTeam: boolean,
  colours: Colours,
  words: (hour: LoadHour) => string,
  axisWords: (value: number) => string,
): ChartOption {
  const onAxis = (value: number | null): number | null => (value === null ? null : value / step)
  const bars = {
    type: 'bar' as const,
    barWidth: '58%',
    itemStyle: { color: colours.accent },
    // Nothing is no bar: the least height of one pixel is for what there is.
    data: hours.map((hour) => (of(hour.own) === 0 ? null : onAxis(of(hour.own)))),
  }
  const strokes = {
    type: 'scatter' as const,
    symbol: 'rect',
    symbolSize: [16, 3],
    itemStyle: { color: colours.text, borderColor: colours.page, borderWidth: 0.5 },
    silent: true,
    data: hours.map((hour) => onAxis(of(hour.team))),
  }
  return {
    xAxis: { type: 'category', data: hours.map((hour) => hour.hour) },
    yAxis: { type: 'value', min: 0, splitNumber: 2, axisLabel: { formatter: axisWords } },
    tooltip: {
      formatter: (given) => {
        const first = Array.isArray(given) ? given[0] : given
        const hour = hours[first?.dataIndex ?? -1]
        return hour === undefined ? '' : words(hour)
      },
    },
    series: inTeam ? [bars, strokes] : [bars],
  }
}
